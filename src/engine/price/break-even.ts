import { MAX_QUANTITY } from "../money/brands"
import { mulDivCeil } from "../money/muldiv"

/**
 * Pieces in all at which a lower price earns what the present one earns: `Q' = Q(p0 − c)/(p − c)`, rounded up
 * (ENGINE.md, Formulas, Volume for price: plain break-even, γ = 0). It hands over all extra contribution and tells
 * the cost: for reps, never for buyers.
 * @param current `p0`, in units
 * @param price `p`, in units
 * @param cost `c`, in units
 * @param quantity `Q`, in pieces
 * @returns null where the price earns nothing (`p ≤ c`) or the current one doesn't (`p0 < c`), and where it takes more pieces than anybody may
 * ask for: a hair over cost that is no figure to act on, and more than a column holds
 */
export function breakEvenQuantity(current: number, price: number, cost: number, quantity: number): number | null {
  if (![current, price, cost, quantity].every((value) => Number.isSafeInteger(value) && value >= 0)) return null
  if (price <= cost || current < cost) return null
  const pieces = mulDivCeil(quantity, current - cost, price - cost)
  return pieces > MAX_QUANTITY ? null : pieces
}
