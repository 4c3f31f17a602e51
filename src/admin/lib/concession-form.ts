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

/** What concessions take off goods: a share of their price, and a sum on top. */
export interface TakenOff {
  /** Share of the goods' price, 0 to 1. */
  share: number
  /** Sum in major units, as prices are. */
  sum: number
}

/** Nothing granted. */
export const NOTHING_OFF: TakenOff = { share: 0, sum: 0 }

/**
 * What concessions take off the goods at most: all of them at once, percentages each off what is left. A discount on freight
 * takes nothing off goods; a basket's condition is taken as met, for other articles can meet it.
 */
export function takenOffGoods(concessions: readonly ConcessionTerms[]): TakenOff {
  const onGoods = concessions.filter((terms) => terms.kind !== "freight" || terms.on === "goods")
  const left = onGoods.reduce((rest, { percent }) => rest * (1 - (percent ?? 0) / 100), 1)
  const sum = onGoods.reduce((total, terms) => total + (terms.kind === "basket" ? (terms.amount ?? 0) : 0), 0)
  return { share: 1 - left, sum }
}
