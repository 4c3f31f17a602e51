import type { PriceTier } from "../types"
import { isWhole, MAX_QUANTITY, MAX_UNIT_PRICE } from "../money/brands"

/** True where a price schedule can be reckoned with: from one piece on, ascending, at prices in range. Stored JSON may hold anything. */
export function validTiers(tiers: readonly PriceTier[]): boolean {
  if (!Array.isArray(tiers) || tiers[0]?.min_quantity !== 1) return false
  let last = 0
  for (const tier of tiers as readonly (PriceTier | null)[]) {
    if (typeof tier !== "object" || tier === null) return false
    if (!isWhole(tier.min_quantity, 1, MAX_QUANTITY) || tier.min_quantity <= last || !isWhole(tier.unit_price, 0, MAX_UNIT_PRICE)) return false
    last = tier.min_quantity
  }
  return true
}
