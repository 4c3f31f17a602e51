import type { CompiledLevers } from "../policy/levers"
import type { CaseFacts } from "../types"
import { freightLevers } from "./freight"
import type { Lever } from "./lever"
import { paymentLevers } from "./payment"

/**
 * The lever an option that stands rests on, as it is worth now; null where policy or facts no longer know it. Whether the
 * goods are needed sooner by now is the buyer's to judge: they have the offer.
 */
export function knownLever(terms: CompiledLevers, facts: CaseFacts, kind: Lever["kind"], id: string): Lever | null {
  const known = kind === "freight" ? freightLevers(terms, { ...facts, needed_in_days: null }, null) : paymentLevers(terms, facts, null)
  return known.find((lever) => lever.id === id) ?? null
}
