import { unitPrice } from "../money/brands"
import { currencyGrid } from "../money/grid"
import type { CompiledPolicy } from "../policy/compiled"
import type { CaseFacts, LineFacts, UnitPrice } from "../types"
import { floorBasis } from "./floor"

/**
 * The floor `f` of a line for the seller's own people: what a person's price is held to as well. Net, on the currency's
 * grid; null where the cost is missing or stale and the policy allows no floor without one.
 */
export function lineFloor(policy: CompiledPolicy, facts: CaseFacts, line: LineFacts): UnitPrice | null {
  const basis = floorBasis(policy, line, currencyGrid(facts.currency.decimals))
  return typeof basis === "string" ? null : unitPrice(basis.floor)
}
