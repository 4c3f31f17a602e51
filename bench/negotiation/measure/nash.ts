import { LIST, type Line } from "../world/line"

/** What both sides keep, in cents. */
export interface Kept {
  readonly seller: number
  readonly buyer: number
}

/**
 * How far an outcome lies from the Nash point, in shares of the largest joint surplus. The point splits evenly what is
 * left over what both have without talks: the list purchase where a piece is worth list, else nothing. 0 is the Nash
 * point itself, .71 a lost deal that could have been split in halves.
 * @param joint the largest joint surplus of the line, above 0
 */
export function nashDistance(line: Line, joint: number, kept: Kept): number {
  const buysAtList = line.value >= LIST && LIST >= line.cost
  const seller = buysAtList ? (LIST - line.cost) * line.quantity : 0
  const buyer = buysAtList ? (line.value - LIST) * line.quantity : 0
  const half = Math.max(0, joint - seller - buyer) / 2
  return Math.hypot(kept.seller - seller - half, kept.buyer - buyer - half) / joint
}
