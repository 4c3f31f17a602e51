import { currencyGrid, mulDivFloor, withTax } from "../../../engine"

/** Parts per million: the whole of a net price. */
const WHOLE_PPM = 1_000_000

/**
 * The net price in a price that includes tax, rounded down: an ask is never counted as more than it was, and of two prices
 * as shown the higher one is never the lower one net.
 *
 * @param gross in units of 1/10,000.
 * @param tax_ppm tax in parts per million of the net price, 0 for prices that are net already.
 */
export function netOf(gross: number, tax_ppm: number): number {
  return tax_ppm === 0 ? gross : mulDivFloor(gross, WHOLE_PPM, WHOLE_PPM + tax_ppm)
}

/**
 * The least amount on the currency's grid, tax included, whose net is no less than `net`: a seller's price rounds up, so
 * that nothing is ever under its floor as it is shown.
 *
 * @param net in units of 1/10,000.
 */
export function grossOf(net: number, tax_ppm: number, decimals: number): number {
  return withTax(net, tax_ppm, currencyGrid(decimals))
}

/**
 * How a net price is shown: the least amount on the currency's grid, or among those already said, whose net is no less.
 * So an ask finer than the currency comes back as exactly what was asked, and never as more.
 *
 * @param said amounts with tax, in units, that stand on this line: its ask, its offered prices, what the buyer pays now.
 */
export function shownUnits(net: number, tax_ppm: number, decimals: number, said: readonly number[]): number {
  return Math.min(grossOf(net, tax_ppm, decimals), ...said.filter((gross) => netOf(gross, tax_ppm) >= net))
}

/** Rates in percent, added up as Medusa does where prices include tax, in parts per million of the net price; up, for the seller. */
export function ppmOf(rates: readonly number[]): number {
  const percent = rates.reduce((sum, rate) => sum + rate, 0)
  // The binary dust of the sum must not count as tax.
  return Math.ceil(Math.round(percent * 10_000 * 1_000) / 1_000)
}
