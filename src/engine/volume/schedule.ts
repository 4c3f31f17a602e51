import { MAX_QUANTITY, WHOLE } from "../money/brands"
import { ceilTo } from "../money/grid"
import { mulDivCeil, mulDivFloor } from "../money/muldiv"

/** The offered schedule `T(q) = p_t·Q + m·(q − Q)` for `q ≥ Q`. Prices in units. */
export interface Schedule {
  /** `p_t` */
  readonly price: number
  /** `m` */
  readonly marginal: number
  /** `Q` */
  readonly quantity: number
}

/**
 * Pieces in all at which an ask between `m` and `p_t` is paid for by volume: `Q' = Q·(p_t − m)/(o − m)`, the extra
 * rounded up to the step (ENGINE.md, Formulas, Volume for price). Needs `m < ask < p_t`.
 */
export function requiredQuantity({ price, marginal, quantity }: Schedule, ask: number, step: number): number {
  return quantity + ceilTo(mulDivCeil(quantity, price - ask, ask - marginal), step)
}

/** `T(q)/q`, up on the currency's grid: the best unit price of the schedule at `q` pieces. */
export function schedulePrice({ price, marginal, quantity }: Schedule, pieces: number, grid: number): number {
  return ceilTo(marginal + mulDivCeil(price - marginal, quantity, pieces), grid)
}

/** The most pieces that may be proposed, whatever the step: `κQ`, no more than there is in stock, and no more than may be asked for at all. */
export function largestQuantity(quantity: number, capFactor: number, stock: number | null): number {
  const cap = Math.min(MAX_QUANTITY, mulDivFloor(quantity, capFactor, WHOLE))
  return stock === null ? cap : Math.min(cap, stock)
}

/** The largest quantity reachable in whole steps from `quantity` that is not above `largest`. */
export function steppedCap(quantity: number, largest: number, step: number): number {
  return largest <= quantity ? quantity : quantity + Math.floor((largest - quantity) / step) * step
}

/** Pieces in all with which a purchase reaches the smallest quantity that is sold, in whole steps; the asked quantity where it does. */
export function soldFrom(quantity: number, minimum: number, step: number): number {
  return quantity + ceilTo(Math.max(0, minimum - quantity), step)
}
