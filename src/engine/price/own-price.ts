import type { PriceTier } from "../types"

/** `R(q)`: what this buyer would pay now per piece for `quantity` pieces, in units. The tiers ascend from 1. */
export function ownPriceAt(tiers: readonly PriceTier[], quantity: number): number {
  let price = tiers[0]?.unit_price ?? 0
  for (let index = 1; index < tiers.length; index++) {
    const tier = tiers[index]
    if (tier === undefined || tier.min_quantity > quantity) break
    price = tier.unit_price
  }
  return price
}
