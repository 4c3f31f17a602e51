import type { LineFacts } from "../types"
import { allocate } from "../money/allocate"
import { floorTo } from "../money/grid"
import { ownPriceAt } from "./own-price"

/** A line's part of a basket target. Price in units. */
export interface SpreadAsk {
  readonly line_id: string
  readonly unit_price: number
  readonly quantity: number
}

/**
 * Spreads one target for the basket over its lines in proportion to `R·q` (largest remainder), as unit prices on the
 * currency's grid. What the grid cuts off is given back where it fits, one grid step a line, the largest lines first:
 * the asks never come to more than the target, nor to less than the grid forces (ENGINE.md, Escalate: basket target).
 * Lines that may not be negotiated keep their price.
 * @param total the target in units
 */
export function spreadTotal(total: number, lines: readonly LineFacts[], grid: number): SpreadAsk[] {
  const values = lines.map((line) => ownPriceAt(line.own_prices, line.quantity) * line.quantity)
  const fixed = lines.reduce((sum, line, index) => sum + (line.excluded === null ? 0 : (values[index] ?? 0)), 0)
  const open = lines.filter((line) => line.excluded === null)
  const weights = open.map((line) => ownPriceAt(line.own_prices, line.quantity) * line.quantity)
  const target = Math.max(0, total - fixed)
  const shares = allocate(target, weights)
  const prices = open.map((line, index) => floorTo(Math.floor((shares[index] ?? 0) / line.quantity), grid))
  let left = target - open.reduce((sum, line, index) => sum + (prices[index] ?? 0) * line.quantity, 0)
  const order = open.map((line, index) => ({ index, step: line.quantity * grid })).sort((a, b) => b.step - a.step || a.index - b.index)
  for (const { index, step } of order) {
    if (step > left) continue
    prices[index] = (prices[index] ?? 0) + grid
    left -= step
  }
  let next = 0
  return lines.map((line) => ({
    line_id: line.line_id,
    quantity: line.quantity,
    unit_price: line.excluded === null ? (prices[next++] ?? 0) : ownPriceAt(line.own_prices, line.quantity),
  }))
}
