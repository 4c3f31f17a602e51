import { WHOLE } from "../money/brands"
import { ceilTo, coarseGrid, floorTo } from "../money/grid"
import { mulDivFloor } from "../money/muldiv"
import type { FloorBasis } from "../price/floor"
import type { CompiledPolicy } from "../policy/compiled"

/** `m` is published on a grid of at most 1/1000 of list. */
const GRID_PARTS = 1_000
/** The end of talk bounds `m` in steps of at most 1/50 of list. */
const CEILING_PARTS = 50

/** What the marginal price of extra volume rests on. Prices in units. */
export interface MarginalTerms {
  readonly policy: CompiledPolicy
  readonly basis: FloorBasis
  /** `R` */
  readonly reference: number
  /** `L` */
  readonly list: number
  /** `E` */
  readonly band: number
  /** `p_t` */
  readonly price: number
  /** `m` as the window keeps it, or null before the first one. */
  readonly kept: number | null
  readonly jitter: number
  /** Smallest unit of the currency. */
  readonly grid: number
}

/** `c̃ + γ(p_t − c̃)` with `c̃ = c + (1 − φ)(R − c)` and the jitter, before the floor and any rounding. */
function sharedGain({ policy, basis, reference, price, jitter }: MarginalTerms): number {
  const lift = mulDivFloor(reference - basis.cost, WHOLE - policy.incrementalShare, WHOLE)
  const base = basis.cost + lift
  const shared = price >= base ? mulDivFloor(price - base, policy.gainShare, WHOLE) : -mulDivFloor(base - price, policy.gainShare, WHOLE)
  return base + shared + jitter
}

/**
 * Marginal price of extra volume `m = max(f, c̃ + γ(p_t − c̃))`, up on a coarse grid, kept for the window, always
 * `f now ≤ m ≤ min(E, p_t)` (ENGINE.md, Formulas, Volume for price). Where the floor binds, the next 2% of list stands
 * in for it. Where `E` binds it is cut down to 2% of list as well: to the cent, and at two quantities with different `R`, it
 * would tell the cost (invariant 8).
 */
export function marginalPrice(terms: MarginalTerms): number {
  const { basis, kept, list, grid, band, price } = terms
  const ceiling = Math.min(price, Math.max(basis.veiled, floorTo(band, coarseGrid(list, CEILING_PARTS, grid))))
  if (kept !== null) return Math.min(ceiling, kept >= basis.floor ? kept : basis.veiled)
  const coarse = coarseGrid(list, GRID_PARTS, grid)
  return Math.min(ceiling, Math.max(coarse, ceilTo(Math.max(basis.veiled, sharedGain(terms)), coarse)))
}
