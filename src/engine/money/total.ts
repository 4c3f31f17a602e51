import type { Money } from "../types"
import { money } from "./brands"

/**
 * What `quantity` pieces cost at `unitPrice`, in units. Exact: a line total has nothing left to round.
 * @returns null where the total leaves the safe integers
 */
export function lineTotal(unitPrice: number, quantity: number): Money | null {
  return money(unitPrice * quantity)
}
