import { ceilTo } from "./grid"
import { mulDivCeil } from "./muldiv"

/** Parts per million: the whole of a net price. */
const WHOLE_PPM = 1_000_000

/**
 * A net price with tax, up to the grid: a seller's price rounds up, so that nothing is ever under its floor as it is shown.
 *
 * @param net in units of 1/10,000.
 * @param tax_ppm tax in parts per million of the net price; 0 for none.
 * @param grid the currency's smallest unit, in units.
 */
export function withTax(net: number, tax_ppm: number, grid: number): number {
  return ceilTo(mulDivCeil(net, WHOLE_PPM + tax_ppm, WHOLE_PPM), grid)
}
