import { unitPriceAt } from "../cart-price/resolve-prices"

/** A row of the company's price list: from `min_quantity` to `max_quantity` pieces (null: and more), `unit_price` each. */
export interface PlannedRow {
  readonly min_quantity: number
  readonly max_quantity: number | null
  readonly unit_price: number
}

/**
 * The rows that carry one agreed price: from the agreed quantity on the lower of the agreed price and the buyer's own, tier
 * by tier. Under it there is no row, so the buyer's normal price is the condition's other side; over it nobody is ever worse
 * off for having an agreement. Exactly one row holds at any quantity from `min_quantity` on.
 */
export function planRows(
  agreed: { readonly min_quantity: number; readonly unit_price: number },
  tiers: readonly { readonly min_quantity: number; readonly unit_price: number }[]
): PlannedRow[] {
  const starts = [agreed.min_quantity, ...tiers.map((tier) => tier.min_quantity).filter((start) => start > agreed.min_quantity)]
  const steps: { min_quantity: number; unit_price: number }[] = []
  for (const min_quantity of starts) {
    const unit_price = Math.min(agreed.unit_price, unitPriceAt(tiers, min_quantity) ?? agreed.unit_price)
    if (steps.at(-1)?.unit_price !== unit_price) steps.push({ min_quantity, unit_price })
  }
  return steps.map((step, index) => {
    const next = steps[index + 1]
    return { ...step, max_quantity: next ? next.min_quantity - 1 : null }
  })
}
