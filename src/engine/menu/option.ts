import type { EngineOptionKind, LineFacts, MenuOption } from "../types"
import { asBasisPoints, asMoney, asUnitPrice, product, WHOLE } from "../money"
import { ownPriceAt } from "../price"

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

/** An option under construction. `existing` marks one with a line that grants nothing new. */
export interface Proposal {
  readonly kind: EngineOptionKind
  readonly existing: boolean
  readonly lines: readonly ProposedLine[]
}

function sumOf(lines: readonly ProposedLine[], amount: (line: ProposedLine) => number): number | null {
  let sum = 0
  for (const line of lines) {
    const part = product(amount(line), line.quantity)
    if (part === null) return null
    sum += part
  }
  return Number.isSafeInteger(sum) ? sum : null
}

/** What a proposal costs the buyer, in units; null beyond the safe integers. */
export function totalOf(proposal: Proposal): number | null {
  return sumOf(proposal.lines, (line) => line.unitPrice)
}

/** What the same quantities cost the buyer now, `Σ R(q)·q`; null beyond the safe integers. */
export function valueOf(proposal: Proposal): number | null {
  return sumOf(proposal.lines, (line) => ownPriceAt(line.line.own_prices, line.quantity))
}

/** `Σ (p − c)·q`; null where a line has no cost to count with. */
export function contributionOf(proposal: Proposal): number | null {
  return proposal.lines.some((line) => line.cost === null)
    ? null
    : sumOf(proposal.lines, (line) => line.unitPrice - (line.cost ?? 0))
}

/** An option as the caller gets it; null where its sums leave the safe integers. */
export function toMenuOption(proposal: Proposal): MenuOption | null {
  const total = totalOf(proposal)
  const value = valueOf(proposal)
  if (total === null || value === null) return null
  const contribution = proposal.lines.every((line) => line.costKnown) ? contributionOf(proposal) : null
  return {
    kind: proposal.kind,
    lines: proposal.lines.map(({ line, quantity, unitPrice }) => ({
      line_id: line.line_id,
      variant_id: line.variant_id,
      quantity,
      unit_price: asUnitPrice(unitPrice),
    })),
    saving_total: asMoney(value - total),
    contribution: contribution === null ? null : asMoney(contribution),
    margin: contribution === null || total === 0 ? null : asBasisPoints(Math.floor((contribution / total) * WHOLE)),
  }
}
