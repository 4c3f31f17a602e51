import { ceilTo, coarseGrid } from "../money/grid"
import { mulDivCeil } from "../money/muldiv"
import type { CompiledPolicy } from "../policy/compiled"
import { talkBand } from "../price/band"
import { COARSE_STEPS } from "../price/coarse"
import type { FloorBasis } from "../price/floor"
import { jitterOf } from "../price/jitter"
import type { LineFacts } from "../types"
import { marginalPrice } from "../volume/marginal"

/** Where the end of talk comes before the end of an eighth, it stands in for that in steps of at most 1/50 of list. */
const BAND_PARTS = 50

/**
 * The least a lever leaves of a line's price, in units: the floor's next eighth of list. Trades show the marginal price, and that
 * the floor is no higher. Where it lies in the floor's own eighth or in the next one, its eighth ends what a lever takes off, or
 * the end of talk does where that comes first: two eighths stay possible for the floor, and no more of either is told (ENGINE.md,
 * invariant 8; docs/adr/0015). The lowest the marginal price can be counts, at the lowest of the buyer's own prices and the end of
 * talk: it rests on facts alone, so that no ask and no quantity moves it.
 * @param grid smallest unit of the currency
 */
export function leverFloor(policy: CompiledPolicy, line: LineFacts, basis: FloorBasis, grid: number): number {
  const list = line.list_unit_price
  const prices = line.own_prices.map((tier) => tier.unit_price).filter((price) => price > basis.floor)
  if (prices.length === 0) return basis.coarse
  const reference = Math.min(...prices)
  const band = talkBand(reference, basis, policy.talkLimit, grid)
  const marginal = marginalPrice({ policy, basis, reference, band, price: band, kept: null, jitter: jitterOf(line), list, grid })
  const step = mulDivCeil(marginal, COARSE_STEPS, list)
  const endOf = (eighth: number): number => ceilTo(mulDivCeil(eighth, list, COARSE_STEPS), grid)
  if (endOf(step - 1) > basis.coarse) return basis.coarse
  return Math.max(basis.floor, Math.min(endOf(step), ceilTo(band, coarseGrid(list, BAND_PARTS, grid))))
}
