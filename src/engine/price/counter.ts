import { WHOLE } from "../money/brands"
import { ceilTo, coarseGrid } from "../money/grid"
import { mulDivFloor } from "../money/muldiv"

/** What the counter of a round rests on. Prices in units. */
export interface CounterTerms {
  /** `R` */
  readonly reference: number
  /** `c` */
  readonly cost: number
  /** The deepest counter: `E`, or with ρ_c where counters go less deep than talk may. */
  readonly band: number
  /** `p_{t−1}`: the lowest counter of the window at this quantity or less, else `R`. */
  readonly previous: number
  /** Bracket of `C_t` in basis points. */
  readonly concession: number
  /** `r` in basis points. */
  readonly reciprocity: number
  /** `o_t` */
  readonly ask: number
  /** `max(o_1 … o_{t−1})`, 0 before the first. */
  readonly bestAsk: number
  /** `L` */
  readonly list: number
  /** `o_min` in basis points of `L`. */
  readonly minimumAsk: number
  /** Jitter in basis points of `L`, either sign. */
  readonly jitter: number
  /** Smallest unit of the currency. */
  readonly grid: number
}

/**
 * Counters move in steps of at most 1/200 of list. To the cent, two of them at quantities with different prices `R`, and
 * any other product beside them, would tell the cost (ENGINE.md, invariant 8; Attacks, measured: coarse grid).
 */
const GRID_PARTS = 200

/**
 * `C_t = R − bracket · (R − c)`, with the jitter (ENGINE.md, Formulas, Curve). Rounded up once, to the unit, so that
 * rounding it to the currency later rounds the exact value: prices scale.
 * @param concession the bracket, in basis points
 */
export function curvePrice({ reference, cost, list, jitter }: CounterTerms, concession: number): number {
  return reference - Math.floor(((reference - cost) * concession - list * jitter) / WHOLE)
}

/**
 * `A_t = max(E, R − a_t · (R − c))`: asks from here on are taken as they are in round t. As coarse as counters, up, so that
 * what is taken and what is not tells no more than they do.
 * @param band `E`, the deepest price of talk
 * @param acceptance `a_t` in basis points
 */
export function acceptancePrice(terms: CounterTerms, band: number, acceptance: number): number {
  const price = Math.max(band, curvePrice(terms, acceptance))
  return ceilTo(price, coarseGrid(terms.list, GRID_PARTS, terms.grid))
}

/** `p_{t−1} − r · max(0, o_t − max(o_1 … o_{t−1}, o_min))`: a raise is answered by at most its own worth. */
export function reciprocalPrice(terms: CounterTerms): number {
  const best = Math.max(terms.bestAsk * WHOLE, terms.list * terms.minimumAsk)
  const raise = Math.max(0, terms.ask * WHOLE - best)
  return terms.previous - mulDivFloor(raise, terms.reciprocity, WHOLE * WHOLE)
}

/**
 * `p_t = min(p_{t−1}, max(E, C_t, p_{t−1} − r · raise))`, with a held last price inside the maximum; rounded up to the
 * counters' grid before the outer minimum, so that counters never rise (ENGINE.md, Formulas, Counter; Last price paid).
 * @param held price held because it was paid last, in units; 0 holds nothing
 */
export function counterPrice(terms: CounterTerms, held: number): number {
  const price = Math.max(terms.band, curvePrice(terms, terms.concession), reciprocalPrice(terms), held)
  return Math.min(terms.previous, ceilTo(price, coarseGrid(terms.list, GRID_PARTS, terms.grid)))
}
