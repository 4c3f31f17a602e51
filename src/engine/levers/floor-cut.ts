import { WHOLE } from "../money/brands"
import { mulDivFloor } from "../money/muldiv"
import type { FloorBasis } from "../price/floor"

/** A line with what it costs in an option. Price in units. */
export interface PricedLine {
  readonly basis: FloorBasis | null
  readonly quantity: number
  readonly price: number
  /** Price held because it was paid last, at this quantity; left out or 0: none. */
  readonly held?: number
}

/**
 * The largest cut in whole basis points that keeps the cash price of every line at its floor: the floor is tested on what
 * is paid alone, the lever's gain doesn't count (ENGINE.md, Formulas, Levers). The floor's next eighth of
 * list stands in for it: a share that is the same for any quantity shows what bound it. A price held because it was paid last is kept
 * as well (ENGINE.md, Formulas, Last price paid: every option obeys it). A promotion may round a line by one smallest unit in the buyer's favour: the line has that much
 * to spare.
 * @param grid smallest unit of the currency
 */
export function floorCut(lines: readonly PricedLine[], grid: number): number {
  let cut = WHOLE
  for (const { basis, quantity, price, held } of lines) {
    const room = basis === null ? 0 : (price - Math.max(basis.coarse, held ?? 0)) * quantity - grid
    cut = room <= 0 ? 0 : Math.min(cut, mulDivFloor(room, WHOLE, price * quantity))
  }
  return cut
}
