import { concessionTermsSchema, type ConcessionKind, type ConcessionTarget, type ConcessionTerms } from "../../contract"
import { parseDecimal } from "./numbers"

/** A concession as typed; which fields count depends on its kind. */
export interface ConcessionInput {
  kind: ConcessionKind
  /** Percent, or a sum where `unit` says so. */
  off: string
  unit: "percent" | "amount"
  on: ConcessionTarget
  shipping_option_id: string
  payment_term: string
  min_subtotal: string
}

/** A concession nobody has filled in yet. */
export function emptyConcession(kind: ConcessionKind): ConcessionInput {
  return { kind, off: "", unit: "percent", on: "goods", shipping_option_id: "", payment_term: "", min_subtotal: "" }
}

/** A concession, or which of its fields are wrong. */
export type ReadConcession = { terms: ConcessionTerms } | { wrong: (keyof ConcessionInput)[] }

function candidate(input: ConcessionInput): object {
  const off = parseDecimal(input.off) ?? undefined
  switch (input.kind) {
    case "freight":
      return { kind: input.kind, shipping_option_id: input.shipping_option_id, on: input.on, percent: off }
    case "payment_term":
      return { kind: input.kind, payment_term: input.payment_term, percent: off }
    case "basket":
      return { kind: input.kind, min_subtotal: parseDecimal(input.min_subtotal) ?? undefined, ...(input.unit === "percent" ? { percent: off } : { amount: off }) }
  }
}

/** The fields a kind asks for, in their order. */
const FIELDS: Record<ConcessionKind, readonly (keyof ConcessionInput)[]> = {
  freight: ["shipping_option_id", "off"],
  payment_term: ["payment_term", "off"],
  basket: ["min_subtotal", "off"],
}

/** True where the contract would take the concession with this field filled in as it is and all others right. */
function isRight(input: ConcessionInput, field: keyof ConcessionInput): boolean {
  const right: ConcessionInput = { ...input, off: "1", shipping_option_id: "x", payment_term: "x", min_subtotal: "1", [field]: input[field] }
  return concessionTermsSchema.safeParse(candidate(right)).success
}

/** Reads a concession as the contract takes it. */
export function readConcession(input: ConcessionInput): ReadConcession {
  const wrong = FIELDS[input.kind].filter((field) => !isRight(input, field))
  if (wrong.length > 0) return { wrong }
  return { terms: concessionTermsSchema.parse(candidate(input)) }
}

/**
 * The share of the goods' price that concessions take off at most, 0 to 1: all of them at once, for a buyer may meet every
 * condition. A sum off a basket weighs most on the smallest basket that earns it; a discount on freight takes nothing off
 * goods. The store holds the floor against the same share.
 */
export function shareTakenOff(concessions: readonly ConcessionTerms[]): number {
  const shares = concessions.map((terms) => {
    if (terms.kind === "freight" && terms.on === "freight") return 0
    if (terms.kind === "basket" && terms.percent === undefined) return (terms.amount ?? 0) / terms.min_subtotal
    return (terms.percent ?? 0) / 100
  })
  return Math.min(1, shares.reduce((sum, share) => sum + share, 0))
}
