import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import {
  createApiKeysWorkflow,
  createRegionsWorkflow,
  createShippingOptionsWorkflow,
  createShippingProfilesWorkflow,
  createStockLocationsWorkflow,
  createTaxRegionsWorkflow,
  linkSalesChannelsToApiKeyWorkflow,
  linkSalesChannelsToStockLocationWorkflow,
  updateStoresWorkflow,
} from "@medusajs/medusa/core-flows"

import { GERMAN_VAT, withVat } from "./catalogue"

/** What the rest of the seed needs of the shop. */
export interface Shop {
  readonly sales_channel_id: string
  readonly publishable_key: string
  readonly location_id: string
  readonly shipping_profile_id: string
  /** The slow way to ship, worth something to the merchant. */
  readonly slow_option_id: string
  /** The regions with net prices, by currency. */
  readonly regions: Readonly<Record<"usd" | "eur", string>>
  /** Germany: prices in euro that include VAT. */
  readonly german_region_id: string
}

const EUROPE = ["at", "be", "dk", "es", "fr", "ie", "it", "nl", "pl", "se"]

/** Names the store and gives it its currencies. @returns its sales channel, the one Medusa makes at first start. */
async function openStore(container: MedusaContainer): Promise<string> {
  const [store] = await container.resolve(Modules.STORE).listStores()
  const [channel] = await container.resolve(Modules.SALES_CHANNEL).listSalesChannels({}, { take: 1, order: { created_at: "ASC" } })
  if (!store || !channel) throw new Error("Medusa made no default store")
  const supported_currencies = [{ currency_code: "usd", is_default: true }, { currency_code: "eur" }]
  await updateStoresWorkflow(container).run({
    input: { selector: { id: store.id }, update: { name: "Northline Industrial Supply", supported_currencies, default_sales_channel_id: channel.id } },
  })
  return channel.id
}

async function createRegions(container: MedusaContainer): Promise<Pick<Shop, "regions" | "german_region_id">> {
  const payment_providers = ["pp_system_default"]
  const { result } = await createRegionsWorkflow(container).run({
    input: {
      regions: [
        { name: "United States", currency_code: "usd", countries: ["us"], payment_providers },
        { name: "Europe", currency_code: "eur", countries: EUROPE, payment_providers },
        // Its own prices take this region's word on tax; those of the rest of Europe stay net.
        { name: "Germany", currency_code: "eur", countries: ["de"], payment_providers, is_tax_inclusive: true },
      ],
    },
  })
  const [us, europe, germany] = result
  if (!us || !europe || !germany) throw new Error("The regions were not made")
  await createTaxRegionsWorkflow(container).run({
    input: [{ country_code: "de", provider_id: "tp_system", default_tax_rate: { name: "Umsatzsteuer", code: "DE19", rate: GERMAN_VAT } }],
  })
  return { regions: { usd: us.id, eur: europe.id }, german_region_id: germany.id }
}

async function createKey(container: MedusaContainer, salesChannelId: string): Promise<string> {
  const { result } = await createApiKeysWorkflow(container).run({
    input: { api_keys: [{ title: "Northline web shop", type: "publishable", created_by: "" }] },
  })
  const key = result[0]
  if (!key) throw new Error("The publishable key was not made")
  await linkSalesChannelsToApiKeyWorkflow(container).run({ input: { id: key.id, add: [salesChannelId] } })
  return key.token
}

const SLOW = "Consolidated freight"

/** A warehouse that ships to both regions, by road, express, or slowly together with other orders. */
async function createShipping(container: MedusaContainer, salesChannelId: string, germanRegionId: string): Promise<Pick<Shop, "location_id" | "shipping_profile_id" | "slow_option_id">> {
  const link = container.resolve(ContainerRegistrationKeys.LINK)
  const { result: locations } = await createStockLocationsWorkflow(container).run({
    input: { locations: [{ name: "Central warehouse", address: { address_1: "1200 Dock Road", city: "Toledo", country_code: "US", postal_code: "43604" } }] },
  })
  const location = locations[0]
  const { result: profiles } = await createShippingProfilesWorkflow(container).run({ input: { data: [{ name: "Goods", type: "default" }] } })
  const profile = profiles[0]
  if (!location || !profile) throw new Error("The warehouse was not made")

  await link.create({ [Modules.STOCK_LOCATION]: { stock_location_id: location.id }, [Modules.FULFILLMENT]: { fulfillment_provider_id: "manual_manual" } })
  const geo = (codes: readonly string[]) => codes.map((country_code) => ({ country_code, type: "country" as const }))
  const set = await container.resolve(Modules.FULFILLMENT).createFulfillmentSets({
    name: "Deliveries",
    type: "shipping",
    service_zones: [{ name: "United States and Europe", geo_zones: geo(["us", "de", ...EUROPE]) }],
  })
  await link.create({ [Modules.STOCK_LOCATION]: { stock_location_id: location.id }, [Modules.FULFILLMENT]: { fulfillment_set_id: set.id } })
  await linkSalesChannelsToStockLocationWorkflow(container).run({ input: { id: location.id, add: [salesChannelId] } })

  const zone = set.service_zones[0]
  if (!zone) throw new Error("The delivery zone was not made")
  const option = (name: string, code: string, description: string, usd: number, eur: number) => ({
    name,
    price_type: "flat" as const,
    provider_id: "manual_manual",
    service_zone_id: zone.id,
    shipping_profile_id: profile.id,
    type: { label: name, description, code },
    // In Germany with VAT, as the goods.
    prices: [{ currency_code: "usd", amount: usd }, { currency_code: "eur", amount: eur }, { region_id: germanRegionId, amount: withVat(eur) }],
    rules: [
      { attribute: "enabled_in_store", value: "true", operator: "eq" as const },
      { attribute: "is_return", value: "false", operator: "eq" as const },
    ],
  })
  const create = async (...of: Parameters<typeof option>) => (await createShippingOptionsWorkflow(container).run({ input: [option(...of)] })).result[0]
  // One after the other: Medusa lists them by id, and the ids of one moment are in any order. Shops propose the first.
  await create("Road freight", "road", "Four to six working days.", 48, 44)
  await create("Express", "express", "Next working day.", 145, 135)
  const slow = await create(SLOW, "consolidated", "Ten working days, together with other orders.", 30, 28)
  if (!slow) throw new Error("The slow way to ship was not made")
  return { location_id: location.id, shipping_profile_id: profile.id, slow_option_id: slow.id }
}

/**
 * Opens the shop: store, two regions with prices net of tax and one whose prices include it, a publishable key, a warehouse and its deliveries.
 *
 * @returns the ids the rest of the seed needs.
 */
export async function openShop(container: MedusaContainer): Promise<Shop> {
  const sales_channel_id = await openStore(container)
  const regions = await createRegions(container)
  const publishable_key = await createKey(container, sales_channel_id)
  return { sales_channel_id, publishable_key, ...regions, ...(await createShipping(container, sales_channel_id, regions.german_region_id)) }
}
