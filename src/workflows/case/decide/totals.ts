import { fromUnits } from "../../../engine"
import type { PricedLine } from "../../../modules/negotiation/case-types"
import type { GatheredFacts } from "../facts/gather"
import { netUnits } from "../tax/shown-prices"
import { currentPrices, priceAt } from "../facts/price-schedule"

const WHOLE_BPS = 10_000

/** Sum of price times pieces, exact to a ten-thousandth, in major units. */
export function totalOf(lines: readonly { readonly unit_price: number; readonly quantity: number }[]): number {
  const units = lines.reduce((sum, line) => sum + BigInt(Math.round(line.unit_price * 10_000)) * BigInt(line.quantity), 0n)
  return Number(units) / 10_000
}

/** What the buyer would pay now for the same pieces, as the cart shows it; a line without a price counts as it is offered. */
export function currentTotal(gathered: GatheredFacts, lines: readonly PricedLine[]): number {
  return totalOf(
    lines.map((line) => ({ ...line, unit_price: priceAt(currentPrices(gathered, line.variant_id), line.quantity) ?? line.unit_price }))
  )
}

/** What prices leave the seller, net of tax: in major units, and as a share in basis points. */
export interface Left {
  readonly contribution: number | null
  readonly margin_bps: number | null
}

/**
 * What some prices (as they are shown) leave the seller. Null where a cost is missing, or tax is in a price and nobody can
 * say how much.
 */
export function leftToSeller(gathered: GatheredFacts, lines: readonly PricedLine[]): Left {
  const net = lines.map((line) => ({ quantity: line.quantity, unit_price: fromUnits(netUnits(gathered, line.variant_id, line.unit_price)) }))
  const costs = lines.flatMap(({ variant_id, quantity }) => {
    const cost = gathered.stored.costs.find((each) => each.variant_id === variant_id)
    return cost ? [{ quantity, unit_price: Number(cost.unit_cost) }] : []
  })
  if (costs.length < lines.length || net.some((line) => Number.isNaN(line.unit_price))) return { contribution: null, margin_bps: null }
  const price = totalOf(net)
  const contribution = Math.round((price - totalOf(costs)) * 10_000) / 10_000
  return { contribution, margin_bps: price === 0 ? null : Math.floor((contribution / price) * WHOLE_BPS) }
}
