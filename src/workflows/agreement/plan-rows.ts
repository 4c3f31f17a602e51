import { unitPriceAt } from "../cart-price/resolve-prices"

/** A row of the company's price list: from `min_quantity` to `max_quantity` pieces (null: and more), `unit_price` each. */
export interface PlannedRow {
  readonly min_quantity: number
  readonly max_quantity: number | null
  readonly unit_price: number
}

/** A quantity from which on a unit price holds. */
export interface Tier {
  readonly min_quantity: number
  readonly unit_price: number
}

/**
 * The rows that carry one agreed price: from the agreed quantity on the lowest of the agreed price and the buyer's own, tier
 * by tier. Under it there is no row, so the buyer's normal price is the condition's other side; over it nobody is ever worse
 * off for having an agreement. Exactly one row holds at any quantity from `min_quantity` on.
 *
 * @param own what the buyer pays without the agreement; several where more than one price could reach them.
 */
export function planRows(agreed: Tier, ...own: readonly (readonly Tier[])[]): PlannedRow[] {
  const above = own.flatMap((tiers) => tiers.map((tier) => tier.min_quantity)).filter((start) => start > agreed.min_quantity)
  const starts = [agreed.min_quantity, ...[...new Set(above)].sort((a, b) => a - b)]
  const steps: Tier[] = []
  for (const min_quantity of starts) {
    const unit_price = Math.min(agreed.unit_price, ...own.map((tiers) => unitPriceAt(tiers, min_quantity) ?? Infinity))
    if (steps.at(-1)?.unit_price !== unit_price) steps.push({ min_quantity, unit_price })
  }
  return steps.map((step, index) => {
    const next = steps[index + 1]
    return { ...step, max_quantity: next ? next.min_quantity - 1 : null }
  })
}

/**
 * Rows that hold for no more pieces than are left of what was agreed: a cart with more shows the normal price, not one that its
 * completion would refuse. Null leaves the rows as they are.
 */
export function upTo<Row extends PlannedRow>(rows: readonly Row[], remaining: number | null): Row[] {
  if (remaining === null) return [...rows]
  return rows
    .filter((row) => row.min_quantity <= remaining)
    .map((row) => (row.max_quantity === null || row.max_quantity > remaining ? { ...row, max_quantity: remaining } : row))
}

/** Those of some rows that are cheaper than other rows at some of their quantities: what the others don't give already. */
export function cheaperThan(rows: readonly PlannedRow[], others: readonly PlannedRow[]): PlannedRow[] {
  return rows.filter((row) => {
    const inside = others.map((other) => other.min_quantity).filter((start) => start > row.min_quantity && start <= (row.max_quantity ?? Infinity))
    return [row.min_quantity, ...inside].some((quantity) => row.unit_price < (unitPriceAt(others, quantity) ?? Infinity))
  })
}
