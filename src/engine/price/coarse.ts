import { ceilTo } from "../money/grid"
import { mulDivCeil, mulDivFloor } from "../money/muldiv"

/**
 * Steps of list a secret figure counts in wherever an answer tells on which side of it something else lies: an eighth each.
 * Such a border can be looked for, by asking again and again, until its step is known. A step of exactly a tenth would leave
 * what invariant 8 asks for and nothing to spare for whatever else a buyer sees. One grid for all uses: two would tell where
 * both their steps overlap (docs/adr/0015).
 */
export const COARSE_STEPS = 8

/**
 * The next step of list at or above `part/whole` of it, on the currency's grid, in units.
 * @param list `L` in units
 * @param steps parts that list is cut into
 */
export function stepAbove(list: number, part: number, whole: number, steps: number, grid: number): number {
  return ceilTo(mulDivCeil(mulDivCeil(part, steps, whole), list, steps), grid)
}

/** The step of list that a price lies in, counted from 0: of {@link COARSE_STEPS}, more for a price above list. */
export function coarseStepOf(price: number, list: number): number {
  return mulDivFloor(price, COARSE_STEPS, list)
}
