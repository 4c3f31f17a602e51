import { WHOLE } from "../money/brands"
import { compareProducts } from "../money/muldiv"
import type { Proposal } from "./option"

/**
 * True where `a` asks nothing of the buyer that `b` doesn't ask too: it has no condition, or the same one, and is about the
 * same articles. A condition counts as one whatever it costs: what slower delivery, sooner payment or another article is
 * worth to a buyer is not known here, so an option with one never stands in for one without.
 */
function comparable(a: Proposal, b: Proposal): boolean {
  const same = a.concession === null || (a.concession.kind === b.concession?.kind && a.concession.id === b.concession.id)
  return same && a.lines.every((line, index) => line.variantId === b.lines[index]?.variantId)
}

/** True where a line of `a` asks for no more pieces than that of `b`, at no higher price with the concessions taken off. */
function noHarder(a: Proposal, b: Proposal, index: number): boolean {
  const [left, right] = [a.lines[index], b.lines[index]]
  if (left === undefined || right === undefined || left.quantity > right.quantity) return false
  return compareProducts(left.unitPrice, WHOLE - (a.concession?.cut ?? 0), right.unitPrice, WHOLE - (b.concession?.cut ?? 0)) <= 0
}

/** True where every line of `a` asks for no more pieces and no higher price than the same line of `b`. */
function easier(a: Proposal, b: Proposal): boolean {
  return a.lines.every((_, index) => noHarder(a, b, index))
}

/** True where `a` gives at least the pieces of `b` for no more money. */
function moreForLess(a: Proposal, b: Proposal): boolean {
  return a.total <= b.total && a.lines.every((line, index) => line.quantity >= (b.lines[index]?.quantity ?? 0))
}

function beats(a: Proposal, b: Proposal): boolean {
  return comparable(a, b) && (easier(a, b) || moreForLess(a, b))
}

/**
 * Leaves out what no buyer would take beside the rest: options another one beats in price at no more pieces, or in
 * pieces for no more money (ENGINE.md, Menu: none dominated for the buyer). Of two alike the earlier stays.
 */
export function undominated(proposals: readonly Proposal[]): readonly Proposal[] {
  if (proposals.length < 2) return proposals
  return proposals.filter((proposal, index) =>
    proposals.every((other, place) => other === proposal || !beats(other, proposal) || (beats(proposal, other) && index < place))
  )
}
