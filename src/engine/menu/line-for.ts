import type { CaseFacts, LineFacts } from "../types"

/** A line of an option, as far as it says what it is about. */
interface Wanted {
  readonly line_id: string
  readonly variant_id: string
}

/**
 * Finds the line of the case that a line of a standing option is about: the same one, else the first of the same article.
 * Made once for a case: carts are long, and each line of each option is looked for.
 */
export function lineFinder({ lines }: CaseFacts): (wanted: Wanted) => LineFacts | undefined {
  const byLine = new Map(lines.map((line) => [line.line_id, line]))
  const byVariant = new Map<string, LineFacts>()
  for (const line of lines) if (!byVariant.has(line.variant_id)) byVariant.set(line.variant_id, line)
  return ({ line_id, variant_id }) => {
    const same = byLine.get(line_id)
    return same?.variant_id === variant_id ? same : byVariant.get(variant_id)
  }
}
