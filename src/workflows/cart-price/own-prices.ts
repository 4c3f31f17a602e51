import type { MedusaContainer } from "@medusajs/framework/types"
import { groupBy } from "@medusajs/framework/utils"
import { readCandidates, type CandidateRow } from "./price-candidates"
import { resolveTiers, type PriceContext } from "./resolve-prices"

/** Whose prices are asked for, and where. */
export interface OwnPricesInput {
  readonly variant_ids: readonly string[]
  readonly region_id: string
  readonly currency_code: string
  readonly customer_id: string
  readonly customer_group_ids: readonly string[]
  readonly sales_channel_id?: string | null
  /** The plugin's own price list of this company: its rows are left out whatever they are called. */
  readonly company_price_list_id: string | null
}

/** What a buyer pays for a variant without any agreement. Prices per piece in major units. */
export interface OwnPrices {
  readonly variant_id: string
  readonly price_set_id: string
  /** The catalogue's price for one piece: base prices only, no price list. */
  readonly list_unit_price: number
  /** Whether the prices include tax, as Medusa decides it for the row that gives the price of one piece. */
  readonly is_tax_inclusive: boolean
  /** Ascending, one entry per quantity at which the price changes, the first at 1. */
  readonly tiers: readonly { readonly min_quantity: number; readonly unit_price: number }[]
}

/** Whether a region's and a currency's prices include tax; null where the store has not said. */
export interface TaxPreferences {
  readonly region: boolean | null
  readonly currency: boolean | null
}

/** The pricing context of a cart as far as the plugin knows it: what Medusa flattens a cart to. */
export function pricingContextOf(input: OwnPricesInput): PriceContext {
  return {
    region_id: input.region_id,
    customer_id: input.customer_id,
    "customer.id": input.customer_id,
    "customer.groups.id": input.customer_group_ids,
    ...(input.sales_channel_id ? { sales_channel_id: input.sales_channel_id } : {}),
  }
}

/**
 * Whether a price row's amount includes tax (pricing module 2.21.2, `isTaxInclusive`): the region's word for a row with that
 * region as a rule, else the currency's.
 */
export function includesTax(hasRegionRule: boolean, preferences: TaxPreferences): boolean {
  if (hasRegionRule && preferences.region !== null) return preferences.region
  return preferences.currency ?? false
}

/**
 * What this buyer would pay without the plugin's own price lists, at every quantity: the reference every negotiation starts
 * from and the price nobody with an agreement may end above. One query, however many variants.
 *
 * @returns by variant id; a variant without a price for this buyer is left out.
 */
export async function gatherOwnPrices(container: MedusaContainer, input: OwnPricesInput): Promise<Map<string, OwnPrices>> {
  const rows = await readCandidates(container, { ...input, without_price_list_id: input.company_price_list_id })
  const context = pricingContextOf(input)
  const now = new Date()
  const prices = new Map<string, OwnPrices>()
  for (const [variant_id, candidates] of groupBy(rows, "variant_id") as Map<string, CandidateRow[]>) {
    const own = ownPricesOf(candidates, context, now)
    if (own) prices.set(variant_id, own)
  }
  return prices
}

function ownPricesOf(candidates: readonly CandidateRow[], context: PriceContext, now: Date): OwnPrices | null {
  const tiers = resolveTiers(candidates, context, now)
  const first = tiers[0]
  const row = candidates.find((each) => each.id === first?.price_id)
  if (!first || !row) return null
  const base = resolveTiers(candidates.filter((each) => each.list === null), context, now)[0]
  const hasRegionRule = row.rules.some((rule) => rule.attribute === "region_id" && rule.value === context["region_id"])
  return {
    variant_id: row.variant_id,
    price_set_id: row.price_set_id,
    list_unit_price: base?.unit_price ?? first.unit_price,
    is_tax_inclusive: includesTax(hasRegionRule, { region: row.region_includes_tax, currency: row.currency_includes_tax }),
    tiers: tiers.map(({ min_quantity, unit_price }) => ({ min_quantity, unit_price })),
  }
}
