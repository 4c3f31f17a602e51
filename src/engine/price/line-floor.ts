import { unitPrice } from "../money/brands"
import { currencyGrid } from "../money/grid"
import type { CompiledPolicy } from "../policy/compiled"
import type { CaseFacts, LineFacts, UnitPrice } from "../types"
import { floorBasis, type FloorBasis } from "./floor"

function priceOf(policy: CompiledPolicy, facts: CaseFacts, line: LineFacts, of: (basis: FloorBasis) => number): UnitPrice | null {
  const basis = floorBasis(policy, line, currencyGrid(facts.currency.decimals))
  return typeof basis === "string" ? null : unitPrice(of(basis))
}

/**
 * The floor `f` of a line for the seller's own people: what a person's price is held to as well. Net, on the currency's
 * grid; null where the cost is missing or stale and the policy allows no floor without one.
 */
export function lineFloor(policy: CompiledPolicy, facts: CaseFacts, line: LineFacts): UnitPrice | null {
  return priceOf(policy, facts, line, ({ floor }) => floor)
}

/**
 * The next eighth of list at or above the floor of a line: where a discount ends that a buyer sees, so that its end tells no
 * floor (docs/adr/0015). Net, on the currency's grid; null as for {@link lineFloor}.
 */
export function coarseLineFloor(policy: CompiledPolicy, facts: CaseFacts, line: LineFacts): UnitPrice | null {
  return priceOf(policy, facts, line, ({ coarse }) => coarse)
}
