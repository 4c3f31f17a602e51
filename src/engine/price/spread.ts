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
 * What is taken off each line: in proportion to the rooms as far as they go, the rest in proportion to what is left of the
 * lines (largest remainder). No line gives more than it is worth.
 */
function discounts(discount: number, values: readonly number[], rooms: readonly number[]): number[] {
  const room = rooms.reduce((sum, each) => sum + each, 0)
  const inside = Math.min(discount, room)
  const first = inside === 0 ? values.map(() => 0) : allocate(inside, rooms)
  if (discount === inside) return first
  const rest = allocate(discount - inside, values.map((value, index) => value - (rooms[index] ?? 0)))
  return first.map((share, index) => share + (rest[index] ?? 0))
}

/**
 * Spreads one target for the basket over its lines, as unit prices on the currency's grid. What is to come off is shared in
 * proportion to what each line can give (`spreadRooms`); without rooms, and for a target above today's prices, in
 * proportion to `R·q`. What the grid cuts off is given back where it fits, one grid step a line, the largest lines first, and
 * then in as many steps as fit, the smallest lines first: the asks never come to more than the target, nor to less than the grid forces (ENGINE.md, Escalate: basket target).
 * Lines that may not be negotiated keep their price.
 * @param total the target in units
 * @param rooms what each line can give, in units, in the order of the lines; none above `R·q`
 */
export function spreadTotal(total: number, lines: readonly LineFacts[], grid: number, rooms: readonly number[] = []): SpreadAsk[] {
  const parts = lines.map((line, index) => {
    const own = ownPriceAt(line.own_prices, line.quantity)
    return { line, own, value: own * line.quantity, room: rooms[index] ?? 0 }
  })
  const open = parts.filter(({ line }) => line.excluded === null)
  const fixed = parts.reduce((sum, { line, value }) => (line.excluded === null ? sum : sum + value), 0)
  const values = open.map(({ value }) => value)
  const target = Math.max(0, total - fixed)
  const discount = values.reduce((sum, value) => sum + value, 0) - target
  const cuts = discount > 0 ? discounts(discount, values, open.map(({ room }) => room)) : []
  const shares = discount > 0 ? values.map((value, index) => value - (cuts[index] ?? 0)) : allocate(target, values)
  const prices = open.map(({ line }, index) => floorTo(Math.floor((shares[index] ?? 0) / line.quantity), grid))
  let left = target - open.reduce((sum, { line }, index) => sum + (prices[index] ?? 0) * line.quantity, 0)
  const order = open.map(({ line, own }, index) => ({ index, own, step: line.quantity * grid })).sort((a, b) => b.step - a.step)
  const lift = (index: number, own: number, step: number, most: number): void => {
    const price = prices[index] ?? 0
    const room = discount > 0 ? Math.floor((own - price) / grid) : most
    const steps = Math.max(0, Math.min(most, room, Math.floor(left / step)))
    prices[index] = price + steps * grid
    left -= steps * step
  }
  for (const { index, own, step } of order) lift(index, own, step, 1)
  // A line of few pieces takes what is too little for a step of the others.
  for (const { index, own, step } of order.reverse()) lift(index, own, step, Number.MAX_SAFE_INTEGER)
  let next = 0
  return parts.map(({ line, own }) => ({
    line_id: line.line_id,
    quantity: line.quantity,
    unit_price: line.excluded === null ? (prices[next++] ?? 0) : own,
  }))
}
