import type { CaseFacts } from "../types"
import { currencyGrid } from "../money/grid"
import type { CompiledPolicy } from "../policy/compiled"
import { floorBasis } from "./floor"
import { ownPriceAt } from "./own-price"

/**
 * What each line of a basket could give at most, in units, coarse on purpose: `(R − f)·q` with the floor rounded up to the
 * next eighth of list; nothing where it has no floor (ENGINE.md, Escalate: a basket target is spread where contribution
 * allows). Each line's part is shown to the buyer, and must not tell its cost (ENGINE.md, invariant 8).
 */
export function spreadRooms(policy: CompiledPolicy, facts: CaseFacts): number[] {
  const grid = currencyGrid(facts.currency.decimals)
  return facts.lines.map((line) => {
    const basis = floorBasis(policy, line, grid)
    if (typeof basis === "string") return 0
    return Math.max(0, ownPriceAt(line.own_prices, line.quantity) - basis.coarse) * line.quantity
  })
}
