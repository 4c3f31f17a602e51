import { WHOLE } from "../money/brands"
import { mulDivFloor } from "../money/muldiv"

/** A line with what it costs in an option. Price in units. */
export interface PricedLine {
  /** The least cash price in units: `m`, never under the floor; null where it can't be told, and nothing is taken off. */
  readonly least: number | null
  readonly quantity: number
  readonly price: number
  /** Price held because it was paid last, at this quantity; left out or 0: none. */
  readonly held?: number
}

/**
 * The largest cut in whole basis points that keeps the cash price of every line above its floor: the floor is tested on what
 * is paid alone, the lever's gain doesn't count (ENGINE.md, Formulas, Levers). The marginal price of extra volume stands in for the
 * floor: a share that is the same for any quantity shows what bound it, and trades show that price anyway (docs/adr/0015). A price
 * held because it was paid last is kept as well (ENGINE.md, Formulas, Last price paid: every option obeys it). A promotion may
 * round a line by one smallest unit in the buyer's favour: the line has that much to spare.
 * @param grid smallest unit of the currency
 */
export function floorCut(lines: readonly PricedLine[], grid: number): number {
  let cut = WHOLE
  for (const { least, quantity, price, held } of lines) {
    const room = least === null ? 0 : (price - Math.max(least, held ?? 0)) * quantity - grid
    cut = room <= 0 ? 0 : Math.min(cut, mulDivFloor(room, WHOLE, price * quantity))
  }
  return cut
}
