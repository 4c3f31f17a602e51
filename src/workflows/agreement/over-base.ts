import { unitPriceAt, type PriceCandidate } from "../cart-price/resolve-prices"
import type { PlannedRow, Tier } from "./plan-rows"

/** The base prices an agreed price stands beside. */
export interface BasePrices {
  /** What everybody it is for would pay by base prices alone. */
  readonly tiers: readonly Tier[]
  /** Base prices that only some of them get. */
  readonly special: readonly PriceCandidate[]
}

/**
 * Which rows, at which quantities, lie above the base price. Medusa takes a `sale` only where it is not above the base price; an
 * `override` is taken as it is. So where a merchant's `override` list asks more than the base price, a row of a `sale` list would
 * hand out a price that nobody was to pay. A row is cut where that changes.
 *
 * Where some buyers have a cheaper base price of their own the row stays a `sale`: too little for the merchant there, but nobody
 * is worse off.
 */
export function markOverBase<Row extends PlannedRow>(rows: readonly Row[], base: BasePrices): (Row & { over_base: boolean })[] {
  return rows.flatMap((row) => {
    const isOver = (quantity: number) =>
      (unitPriceAt(base.tiers, quantity) ?? Infinity) < row.unit_price && base.special.every((each) => each.amount >= row.unit_price)
    const inside = base.tiers.map((tier) => tier.min_quantity).filter((start) => start > row.min_quantity && start <= (row.max_quantity ?? Infinity))
    const starts = [row.min_quantity, ...inside].filter((start, index, all) => index === 0 || isOver(start) !== isOver(all[index - 1] ?? start))
    return starts.map((start, index) => {
      const next = starts[index + 1]
      return { ...row, min_quantity: start, max_quantity: next === undefined ? row.max_quantity : next - 1, over_base: isOver(start) }
    })
  })
}
