import type { Money } from "../types"
import { asMoney } from "./brands"
import { product } from "./muldiv"

/**
 * What `quantity` pieces cost at `unitPrice`, in units. Exact: a line total has nothing left to round.
 * @returns null where the total leaves the safe integers
 */
export function lineTotal(unitPrice: number, quantity: number): Money | null {
  const total = product(unitPrice, quantity)
  return total === null ? null : asMoney(total)
}
