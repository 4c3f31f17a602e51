import type { CaseFacts, LineFacts } from "../types"

/** The line of the case that a line of a standing option is about: the same one, else one of the same article. */
export function lineFor(facts: CaseFacts, wanted: { readonly line_id: string; readonly variant_id: string }): LineFacts | undefined {
  return (
    facts.lines.find((line) => line.line_id === wanted.line_id && line.variant_id === wanted.variant_id) ??
    facts.lines.find((line) => line.variant_id === wanted.variant_id)
  )
}
