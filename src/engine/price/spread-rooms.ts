import type { CaseFacts } from "../types"
import { currencyGrid } from "../money/grid"
import { mulDivCeil } from "../money/muldiv"
import type { CompiledPolicy } from "../policy/compiled"
import { floorBasis } from "./floor"
import { ownPriceAt } from "./own-price"

/** Steps of list a floor is rounded up to here: 10% each. Each line's part is shown to the buyer, and must not tell its cost (ENGINE.md, invariant 8). */
const COARSE_STEPS = 10

/**
 * What each line of a basket could give at most, in units, coarse on purpose: `(R − f)·q` with the floor rounded up to the
 * next 10% of list; nothing where it has no floor (ENGINE.md, Escalate: a basket target is spread where contribution
 * allows).
 */
export function spreadRooms(policy: CompiledPolicy, facts: CaseFacts): number[] {
  const grid = currencyGrid(facts.currency.decimals)
  return facts.lines.map((line) => {
    const basis = floorBasis(policy, line, grid)
    if (typeof basis === "string") return 0
    const list = line.list_unit_price
    const coarse = mulDivCeil(mulDivCeil(basis.floor, COARSE_STEPS, list), list, COARSE_STEPS)
    return Math.max(0, ownPriceAt(line.own_prices, line.quantity) - coarse) * line.quantity
  })
}
