/** A price for a number of pieces with the cost of one: what a rep weighs. Net, major units; cost null where unknown. */
export interface PricedLine {
  unit_price: number
  quantity: number
  cost: number | null
}

/** What a set of lines comes to. Contribution and margin are null where a cost is missing: unknown, not zero. */
export interface Totals {
  value: number
  contribution: number | null
  margin: number | null
}

/**
 * A line's cost as far as it can be set against its prices: costs are net, so beside prices that include tax nothing
 * honest can be said. Null: unknown.
 */
export function comparableCost(negotiation: { is_tax_inclusive: boolean }, line: { cost: number | null }): number | null {
  return negotiation.is_tax_inclusive ? null : line.cost
}

/** Contribution share of a price, `(p − c) / p`; null without a cost or a price. */
export function marginOf(unitPrice: number, cost: number | null): number | null {
  return cost === null || unitPrice <= 0 ? null : (unitPrice - cost) / unitPrice
}

/** Contribution of a line, `(p − c) · q`; null without a cost. */
export function contributionOf(line: PricedLine): number | null {
  return line.cost === null ? null : cents((line.unit_price - line.cost) * line.quantity)
}

/** Value, contribution and margin of several lines. One missing cost makes contribution and margin unknown. */
export function totalsOf(lines: readonly PricedLine[]): Totals {
  const value = cents(lines.reduce((sum, line) => sum + line.unit_price * line.quantity, 0))
  const parts = lines.map(contributionOf)
  if (parts.some((part) => part === null)) return { value, contribution: null, margin: null }
  const contribution = cents(parts.reduce<number>((sum, part) => sum + (part ?? 0), 0))
  return { value, contribution, margin: value > 0 ? contribution / value : null }
}

/**
 * Pieces in all at which `unitPrice` earns what `quantity` pieces earn at the current price: `⌈(R − c)·q / (p − c)⌉`.
 * Null where the price earns nothing per piece, or the cost is unknown.
 */
export function breakEvenQuantity(unitPrice: number, current: number, quantity: number, cost: number | null): number | null {
  if (cost === null || unitPrice <= cost) return null
  return Math.ceil(((current - cost) * quantity) / (unitPrice - cost) - 1e-9)
}

/** Sums of prices with up to four decimals, freed from binary dust before they are shown. Display only. */
function cents(amount: number): number {
  return Math.round(amount * 10_000) / 10_000
}
