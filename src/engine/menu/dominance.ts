import type { Proposal } from "./option"

/** True where every line of `a` asks for no more pieces and no higher price than the same line of `b`. */
function easier(a: Proposal, b: Proposal): boolean {
  return a.lines.every((line, index) => {
    const other = b.lines[index]
    return other !== undefined && line.quantity <= other.quantity && line.unitPrice <= other.unitPrice
  })
}

/** True where `a` gives at least the pieces of `b` for no more money. */
function moreForLess(a: Proposal, b: Proposal): boolean {
  return a.total <= b.total && a.lines.every((line, index) => line.quantity >= (b.lines[index]?.quantity ?? 0))
}

function beats(a: Proposal, b: Proposal): boolean {
  return easier(a, b) || moreForLess(a, b)
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
