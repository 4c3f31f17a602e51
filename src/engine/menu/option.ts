import type { EngineOptionKind, LineFacts, MenuOption } from "../types"
import { asBasisPoints, asMoney, asUnitPrice, WHOLE } from "../money/brands"
import { ownPriceAt } from "../price/own-price"

/** One line of an option under construction. Price in units. */
export interface ProposedLine {
  readonly line: LineFacts
  /** The cost contributions are counted with, in units, or null. */
  readonly cost: number | null
  /** True where that cost is the real one and may be reported. */
  readonly costKnown: boolean
  readonly quantity: number
  readonly unitPrice: number
}

/** An option under construction, its sums in units. */
export interface Proposal {
  readonly kind: EngineOptionKind
  /** True where a line of it grants nothing new: the buyer's own tier, or a price given before. */
  readonly existing: boolean
  readonly lines: readonly ProposedLine[]
  /** What it costs the buyer. */
  readonly total: number
  /** What the same quantities cost the buyer now, `Σ R(q)·q`. */
  readonly value: number
  /** `Σ (p − c)·q`; null where a line has no cost to count with. */
  readonly contribution: number | null
  /** True where every cost is the real one, so that the contribution may be reported. */
  readonly costKnown: boolean
}

/** Adds up an option; null where its sums leave the safe integers. */
export function propose(kind: EngineOptionKind, existing: boolean, lines: readonly ProposedLine[]): Proposal | null {
  let total = 0
  let value = 0
  let contribution: number | null = 0
  let costKnown = true
  for (const { line, cost, costKnown: known, quantity, unitPrice } of lines) {
    total += unitPrice * quantity
    value += ownPriceAt(line.own_prices, quantity) * quantity
    contribution = contribution === null || cost === null ? null : contribution + (unitPrice - cost) * quantity
    costKnown &&= known
  }
  if (!Number.isSafeInteger(total) || !Number.isSafeInteger(value)) return null
  return { kind, existing, lines, total, value, contribution, costKnown }
}

/** An option as the caller gets it. */
export function toMenuOption({ kind, lines, total, value, contribution, costKnown }: Proposal): MenuOption {
  const reported = costKnown ? contribution : null
  return {
    kind,
    lines: lines.map(({ line, quantity, unitPrice }) => ({
      line_id: line.line_id,
      variant_id: line.variant_id,
      quantity,
      unit_price: asUnitPrice(unitPrice),
    })),
    concession: null,
    saving_total: asMoney(value - total),
    overall_cost: { goods: asMoney(total), freight: null, terms: asMoney(0), total: asMoney(total) },
    contribution: reported === null ? null : asMoney(reported),
    margin: reported === null || total === 0 ? null : asBasisPoints(Math.floor((reported / total) * WHOLE)),
  }
}
