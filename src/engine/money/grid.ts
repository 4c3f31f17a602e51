import { UNITS_PER_MAJOR } from "./brands"
import { mulDivCeil } from "./muldiv"

/** Most decimals a currency may have: the unit is 1/10,000 of a major unit. */
export const MAX_DECIMALS = 4

const GRIDS = [UNITS_PER_MAJOR, 1_000, 100, 10, 1] as const

/** The currency's smallest unit, in units of 1/10,000: 10,000 for JPY, 100 for USD, 10 for KWD. Takes 0 to 4 decimals. */
export function currencyGrid(decimals: number): number {
  return GRIDS[decimals] ?? 1
}

/** The next multiple of `grid` at or above `value`. Prices of the seller round up (ENGINE.md, Money). */
export function ceilTo(value: number, grid: number): number {
  return mulDivCeil(value, 1, grid) * grid
}

/** The last multiple of `grid` at or under `value`. */
export function floorTo(value: number, grid: number): number {
  return Math.floor(value / grid) * grid
}

/**
 * A coarse price grid: the largest 1, 2 or 5 · 10^k not above `list / parts`, but never finer than the currency.
 * Coarse figures tell less about the cost behind them (ENGINE.md, invariant 8).
 */
export function coarseGrid(list: number, parts: number, finest: number): number {
  let grid = finest
  let next = finest
  for (let step = 0; next * parts <= list; step++) {
    grid = next
    next = step % 3 === 1 ? (next / 2) * 5 : next * 2
  }
  return grid
}
