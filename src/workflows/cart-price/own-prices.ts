import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, groupBy, Modules } from "@medusajs/framework/utils"
import { readCandidates } from "./price-candidates"
import { resolveTiers, type PriceCandidate, type PriceContext } from "./resolve-prices"

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

/** Reads what the store said about tax in prices of this region and currency. */
export async function readTaxPreferences(
  container: MedusaContainer,
  where: { readonly region_id: string; readonly currency_code: string }
): Promise<TaxPreferences> {
  const rows = await container.resolve(Modules.PRICING).listPricePreferences({
    $or: [
      { attribute: "region_id", value: where.region_id },
      { attribute: "currency_code", value: where.currency_code },
    ],
  })
  const said = (attribute: string) => rows.find((row) => row.attribute === attribute)?.is_tax_inclusive ?? null
  return { region: said("region_id"), currency: said("currency_code") }
}

/** Which price set each variant is priced by. Variants without one are left out. */
export async function readPriceSets(container: MedusaContainer, variant_ids: readonly string[]): Promise<Map<string, string>> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "product_variant_price_set",
    fields: ["variant_id", "price_set_id"],
    filters: { variant_id: [...variant_ids] },
  })
  const links = data as unknown as { variant_id: string; price_set_id: string }[]
  return new Map(links.map((link) => [link.variant_id, link.price_set_id]))
}

/**
 * What this buyer would pay without the plugin's own price lists, at every quantity: the reference every negotiation starts
 * from and the price nobody with an agreement may end above. Three queries, however many variants.
 *
 * @returns by variant id; a variant without a price for this buyer is left out.
 */
export async function gatherOwnPrices(container: MedusaContainer, input: OwnPricesInput): Promise<Map<string, OwnPrices>> {
  if (input.variant_ids.length === 0) return new Map()
  const [priceSets, preferences] = await Promise.all([readPriceSets(container, input.variant_ids), readTaxPreferences(container, input)])
  const rows = await readCandidates(container, {
    price_set_ids: [...priceSets.values()],
    currency_code: input.currency_code,
    without_price_list_id: input.company_price_list_id,
  })
  const bySet = groupBy(rows, "price_set_id") as Map<string, PriceCandidate[]>
  const context = pricingContextOf(input)
  const now = new Date()
  const prices = new Map<string, OwnPrices>()
  for (const [variant_id, price_set_id] of priceSets) {
    const candidates = bySet.get(price_set_id) ?? []
    const own = ownPricesOf(candidates, context, preferences, now)
    if (own) prices.set(variant_id, { variant_id, price_set_id, ...own })
  }
  return prices
}

function ownPricesOf(
  candidates: readonly PriceCandidate[],
  context: PriceContext,
  preferences: TaxPreferences,
  now: Date
): Omit<OwnPrices, "variant_id" | "price_set_id"> | null {
  const tiers = resolveTiers(candidates, context, now)
  const first = tiers[0]
  if (!first) return null
  const base = resolveTiers(candidates.filter((row) => row.list === null), context, now)[0]
  const rules = candidates.find((row) => row.id === first.price_id)?.rules ?? []
  const hasRegionRule = rules.some((rule) => rule.attribute === "region_id" && rule.value === context["region_id"])
  return {
    list_unit_price: base?.unit_price ?? first.unit_price,
    is_tax_inclusive: includesTax(hasRegionRule, preferences),
    tiers: tiers.map(({ min_quantity, unit_price }) => ({ min_quantity, unit_price })),
  }
}
