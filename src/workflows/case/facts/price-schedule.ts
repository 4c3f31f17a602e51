import type { AgreedPriceFact } from "../../../modules/negotiation/operations/read-facts"
import type { GatheredFacts } from "./gather"

/** A step of what a buyer pays: from `min_quantity` pieces on, `unit_price` each, in major units. */
export interface ScheduleStep {
  readonly min_quantity: number
  readonly unit_price: number
}

/** The unit price of a schedule at a quantity; the first step is taken for anything below it. */
export function priceAt(schedule: readonly ScheduleStep[], quantity: number): number | null {
  let price = schedule[0]?.unit_price ?? null
  for (const step of schedule) if (step.min_quantity <= quantity) price = step.unit_price
  return price
}

/**
 * What the buyer would pay now at each quantity (`R(q)`): their own prices, or an agreed price where one holds and is
 * lower. Ascending, the first step at 1.
 */
export function currentSchedule(own: readonly ScheduleStep[], agreed: readonly Pick<AgreedPriceFact, "min_quantity" | "unit_price">[]): ScheduleStep[] {
  const quantities = [...new Set([1, ...own.map((step) => step.min_quantity), ...agreed.map((price) => price.min_quantity)])]
  return quantities
    .sort((a, b) => a - b)
    .flatMap((quantity) => {
      const mine = priceAt(own, quantity)
      if (mine === null) return []
      const given = agreed.filter((price) => price.min_quantity <= quantity).map((price) => Number(price.unit_price))
      return [{ min_quantity: quantity, unit_price: Math.min(mine, ...given) }]
    })
}

/**
 * The live agreed prices of a variant, smallest quantity first. One agreed while prices were shown the other way (with tax
 * or without) is another price now, and left out.
 */
export function agreedPrices(gathered: GatheredFacts, variant_id: string): AgreedPriceFact[] {
  const inclusive = gathered.own.get(variant_id)?.is_tax_inclusive ?? false
  return gathered.stored.agreed.filter((price) => price.variant_id === variant_id && price.is_tax_inclusive === inclusive)
}

/** What the buyer would pay now for a variant at each quantity, as the cart shows it: {@link currentSchedule} of a case's facts. */
export function currentPrices(gathered: GatheredFacts, variant_id: string): ScheduleStep[] {
  return currentSchedule(gathered.own.get(variant_id)?.tiers ?? [], agreedPrices(gathered, variant_id))
}
