/**
 * A price for a number of pieces with the cost of one: what a rep weighs. The price as the buyer sees it, its tax as a share
 * of the net price (0 where prices are net); the cost net, null where unknown. Major units.
 */
export interface PricedLine {
  unit_price: number
  quantity: number
  cost: number | null
  tax_rate: number
}

/**
 * What a set of lines comes to: the value as the buyer pays it, contribution and margin net of tax. Null where a cost is
 * missing: unknown, not zero.
 */
export interface Totals {
  value: number
  contribution: number | null
  margin: number | null
}

/**
 * True where prices carry tax and nobody knows how much: a cost is there, yet no floor could be worked out, and no rate was
 * found. A net cost must not be set against such prices.
 */
export function isTaxUnknown(
  negotiation: { is_tax_inclusive: boolean },
  line: { cost: number | null; tax_rate: number; floor_unit_price: number | null }
): boolean {
  return negotiation.is_tax_inclusive && line.tax_rate === 0 && line.floor_unit_price === null && line.cost !== null
}

/** A line as it can be weighed: without its cost where the tax in its prices is unknown. */
export function weighable<Line extends { cost: number | null; tax_rate: number; floor_unit_price: number | null }>(negotiation: { is_tax_inclusive: boolean }, line: Line): Line {
  return isTaxUnknown(negotiation, line) ? { ...line, cost: null } : line
}

/** A price without the tax it carries. */
export function netOf(price: number, taxRate: number): number {
  return price / (1 + taxRate)
}

/** A net cost as the prices beside it are: with their tax. For showing the two on one scale. */
export function withTax(cost: number, taxRate: number): number {
  return cents(cost * (1 + taxRate))
}

/** Contribution share of a price after its tax, `(p − c) / p`; null without a cost or a price. */
export function marginOf(unitPrice: number, line: Pick<PricedLine, "cost" | "tax_rate">): number | null {
  const net = netOf(unitPrice, line.tax_rate)
  return line.cost === null || net <= 0 ? null : (net - line.cost) / net
}

/** Contribution of a line, `(p − c) · q`, net; null without a cost. */
export function contributionOf(line: PricedLine): number | null {
  return line.cost === null ? null : cents((netOf(line.unit_price, line.tax_rate) - line.cost) * line.quantity)
}

/** A price after a share of it is taken off. */
export function afterShare(price: number, share: number): number {
  return cents(price * (1 - share))
}

/**
 * Value, contribution and margin of several lines, after a share is taken off their prices. One missing cost makes
 * contribution and margin unknown.
 */
export function totalsOf(lines: readonly PricedLine[], share = 0): Totals {
  const sum = (amountOf: (line: PricedLine) => number) => lines.reduce((total, line) => total + amountOf(line) * line.quantity, 0)
  const value = cents(sum((line) => line.unit_price) * (1 - share))
  if (lines.some(({ cost }) => cost === null)) return { value, contribution: null, margin: null }
  const net = cents(sum((line) => netOf(line.unit_price, line.tax_rate)) * (1 - share))
  const contribution = cents(net - sum((line) => line.cost ?? 0))
  return { value, contribution, margin: net > 0 ? contribution / net : null }
}

/**
 * Pieces in all at which `unitPrice` earns what `quantity` pieces earn at the current price: `⌈(R − c)·q / (p − c)⌉`, prices
 * net. Null where the price earns nothing per piece, or the cost is unknown.
 */
export function breakEvenQuantity(unitPrice: number, now: { unit_price: number; quantity: number }, line: Pick<PricedLine, "cost" | "tax_rate">): number | null {
  const { cost, tax_rate: rate } = line
  const net = netOf(unitPrice, rate)
  if (cost === null || net <= cost) return null
  return Math.ceil(((netOf(now.unit_price, rate) - cost) * now.quantity) / (net - cost) - 1e-9)
}

/** Sums of prices with up to four decimals, freed from binary dust before they are shown. Display only. */
function cents(amount: number): number {
  return Math.round(amount * 10_000) / 10_000
}
