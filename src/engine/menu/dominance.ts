import { WHOLE } from "../money/brands"
import { compareProducts } from "../money/muldiv"
import type { Proposal } from "./option"

/**
 * True where `a` asks nothing of the buyer that `b` doesn't ask too: it has no condition, or the same one, and is about the
 * same articles. A condition counts as one whatever it costs: what slower delivery, sooner payment or another article is
 * worth to a buyer is not known here, so an option with one never stands in for one without.
 */
function comparable(a: Proposal, b: Proposal): boolean {
  const { concession } = a
  if (concession !== null && (concession.kind !== b.concession?.kind || concession.id !== b.concession.id)) return false
  for (let index = 0; index < a.lines.length; index++) if (a.lines[index]?.variantId !== b.lines[index]?.variantId) return false
  return true
}

/** True where a line of `a` asks for no more pieces than that of `b`, at no higher price with the concessions taken off. */
function noHarder(a: Proposal, b: Proposal, index: number): boolean {
  const left = a.lines[index]
  const right = b.lines[index]
  if (left === undefined || right === undefined || left.quantity > right.quantity) return false
  return compareProducts(left.unitPrice, WHOLE - (a.concession?.cut ?? 0), right.unitPrice, WHOLE - (b.concession?.cut ?? 0)) <= 0
}

/** True where every line of `a` asks for no more pieces and no higher price than the same line of `b`. */
function easier(a: Proposal, b: Proposal): boolean {
  for (let index = 0; index < a.lines.length; index++) if (!noHarder(a, b, index)) return false
  return true
}

/** True where `a` gives at least the pieces of `b` for no more money. */
function moreForLess(a: Proposal, b: Proposal): boolean {
  if (a.total > b.total) return false
  for (let index = 0; index < a.lines.length; index++) if ((a.lines[index]?.quantity ?? 0) < (b.lines[index]?.quantity ?? 0)) return false
  return true
}

function beats(a: Proposal, b: Proposal): boolean {
  return comparable(a, b) && (easier(a, b) || moreForLess(a, b))
}

/** True where another option of the menu makes this one superfluous; of two alike the earlier stays. */
function isDominated(proposals: readonly Proposal[], proposal: Proposal, place: number): boolean {
  for (let index = 0; index < proposals.length; index++) {
    const other = proposals[index]
    if (other === undefined || index === place || !beats(other, proposal)) continue
    if (index < place || !beats(proposal, other)) return true
  }
  return false
}

/**
 * Leaves out what no buyer would take beside the rest: options another one beats in price at no more pieces, or in
 * pieces for no more money (ENGINE.md, Menu: none dominated for the buyer). Of two alike the earlier stays.
 */
export function undominated(proposals: readonly Proposal[]): readonly Proposal[] {
  if (proposals.length < 2) return proposals
  const isKept = (proposal: Proposal, place: number): boolean => !isDominated(proposals, proposal, place)
  // Mostly all are.
  return proposals.every(isKept) ? proposals : proposals.filter(isKept)
}
