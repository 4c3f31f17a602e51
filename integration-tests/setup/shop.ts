import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import {
  createApiKeysWorkflow,
  createInventoryLevelsWorkflow,
  createProductsWorkflow,
  createRegionsWorkflow,
  createShippingOptionsWorkflow,
  createShippingProfilesWorkflow,
  createStockLocationsWorkflow,
  createTaxRegionsWorkflow,
  linkSalesChannelsToApiKeyWorkflow,
  linkSalesChannelsToStockLocationWorkflow,
} from "@medusajs/medusa/core-flows"

/** An article of the shop under test. Prices and costs net, per piece, but for prices in pounds. */
export interface Article {
  readonly product_id: string
  readonly variant_id: string
  readonly title: string
  readonly usd: number
  readonly eur: number
  /** With 20% tax: the dollar price net. */
  readonly gbp: number
  /** Cost in US dollars, or null where none is entered. */
  readonly cost: number | null
}

/** The ground a negotiation stands on, without people. */
export interface Ground {
  readonly publishable_key: string
  readonly sales_channel_id: string
  readonly location_id: string
  /**
   * Region by currency: `usd` is the United States, `eur` is Germany and France, both with net prices; `gbp` is the United
   * Kingdom, where prices include 20% tax.
   */
  readonly regions: { readonly usd: string; readonly eur: string; readonly gbp: string }
  readonly shipping_option_id: string
  /** Slower and cheaper than `shipping_option_id`. */
  readonly slow_option_id: string
  /** `cylinder` is the golden story's article (120, cost 80), `gearbox` has no cost. */
  readonly articles: { readonly cylinder: Article; readonly valve: Article; readonly gearbox: Article }
}

const ARTICLES = {
  cylinder: { title: "Hydraulic cylinder", sku: "CYLINDER", usd: 120, eur: 110, gbp: 144, cost: 80, stock: 100_000 },
  valve: { title: "Directional valve", sku: "VALVE", usd: 75, eur: 69, gbp: 90, cost: 46, stock: 20_000 },
  gearbox: { title: "Worm gearbox", sku: "GEARBOX", usd: 142, eur: 131, gbp: 170.4, cost: null, stock: 20_000 },
} as const

function first<T>(list: readonly T[], what: string): T {
  const [found] = list
  if (found === undefined) throw new Error(`The shop under test has no ${what}`)
  return found
}

async function createChannel(container: MedusaContainer): Promise<{ sales_channel_id: string; publishable_key: string }> {
  const channel = await container.resolve(Modules.SALES_CHANNEL).createSalesChannels({ name: "Shop under test" })
  const { result } = await createApiKeysWorkflow(container).run({ input: { api_keys: [{ title: "Shop under test", type: "publishable", created_by: "" }] } })
  const key = first(result, "publishable key")
  await linkSalesChannelsToApiKeyWorkflow(container).run({ input: { id: key.id, add: [channel.id] } })
  return { sales_channel_id: channel.id, publishable_key: key.token }
}

async function createRegions(container: MedusaContainer): Promise<Ground["regions"]> {
  const payment_providers = ["pp_system_default", "pp_invoice_invoice"]
  const { result } = await createRegionsWorkflow(container).run({
    input: {
      regions: [
        { name: "United States", currency_code: "usd", countries: ["us"], payment_providers },
        { name: "Europe", currency_code: "eur", countries: ["de", "fr"], payment_providers },
        { name: "United Kingdom", currency_code: "gbp", countries: ["gb"], payment_providers, is_tax_inclusive: true },
      ],
    },
  })
  const byCurrency = (code: string) => first(result.filter((region) => region.currency_code === code), `region in ${code}`).id
  await container.resolve(Modules.PRICING).createPricePreferences([{ attribute: "currency_code", value: "gbp", is_tax_inclusive: true }])
  await createTaxRegionsWorkflow(container).run({
    input: [{ country_code: "gb", provider_id: "tp_system", default_tax_rate: { name: "VAT", code: "VAT", rate: 20 } }],
  })
  return { usd: byCurrency("usd"), eur: byCurrency("eur"), gbp: byCurrency("gbp") }
}

async function createDeliveries(container: MedusaContainer, salesChannelId: string) {
  const link = container.resolve(ContainerRegistrationKeys.LINK)
  const { result: locations } = await createStockLocationsWorkflow(container).run({ input: { locations: [{ name: "Warehouse" }] } })
  const location_id = first(locations, "warehouse").id
  const { result: profiles } = await createShippingProfilesWorkflow(container).run({ input: { data: [{ name: "Goods under test", type: "default" }] } })
  const shipping_profile_id = first(profiles, "shipping profile").id
  await link.create({ [Modules.STOCK_LOCATION]: { stock_location_id: location_id }, [Modules.FULFILLMENT]: { fulfillment_provider_id: "manual_manual" } })
  const set = await container.resolve(Modules.FULFILLMENT).createFulfillmentSets({
    name: "Deliveries",
    type: "shipping",
    service_zones: [{ name: "Everywhere", geo_zones: ["us", "de", "fr", "gb"].map((country_code) => ({ country_code, type: "country" as const })) }],
  })
  await link.create({ [Modules.STOCK_LOCATION]: { stock_location_id: location_id }, [Modules.FULFILLMENT]: { fulfillment_set_id: set.id } })
  await linkSalesChannelsToStockLocationWorkflow(container).run({ input: { id: location_id, add: [salesChannelId] } })
  const option = (name: string, code: string, usd: number, eur: number, gbp: number) => ({
    name,
    price_type: "flat" as const,
    provider_id: "manual_manual",
    service_zone_id: first(set.service_zones, "delivery zone").id,
    shipping_profile_id,
    type: { label: name, description: name, code },
    prices: [{ currency_code: "usd", amount: usd }, { currency_code: "eur", amount: eur }, { currency_code: "gbp", amount: gbp }],
    rules: [
      { attribute: "enabled_in_store", value: "true", operator: "eq" as const },
      { attribute: "is_return", value: "false", operator: "eq" as const },
    ],
  })
  const { result: options } = await createShippingOptionsWorkflow(container).run({
    input: [option("Road freight", "road", 40, 35, 48), option("Consolidated freight", "slow", 20, 18, 24)],
  })
  const optionId = (name: string) => first(options.filter((each) => each.name === name), name).id
  return { location_id, shipping_profile_id, shipping_option_id: optionId("Road freight"), slow_option_id: optionId("Consolidated freight") }
}

async function createArticles(container: MedusaContainer, ground: { sales_channel_id: string; shipping_profile_id: string; location_id: string }): Promise<Ground["articles"]> {
  const { result: products } = await createProductsWorkflow(container).run({
    input: {
      products: Object.values(ARTICLES).map(({ title, sku, usd, eur, gbp }) => ({
        title,
        status: "published" as const,
        shipping_profile_id: ground.shipping_profile_id,
        sales_channels: [{ id: ground.sales_channel_id }],
        options: [{ title: "Unit", values: ["Piece"] }],
        variants: [{ title: "Piece", sku, options: { Unit: "Piece" }, prices: Object.entries({ usd, eur, gbp }).map(([currency_code, amount]) => ({ currency_code, amount })) }],
      })),
    },
  })
  const items = await container.resolve(Modules.INVENTORY).listInventoryItems({})
  const stockOf = (sku: string | null | undefined) => Object.values(ARTICLES).find((article) => article.sku === sku)?.stock ?? 0
  await createInventoryLevelsWorkflow(container).run({
    input: { inventory_levels: items.map((item) => ({ location_id: ground.location_id, inventory_item_id: item.id, stocked_quantity: stockOf(item.sku) })) },
  })
  const article = (name: keyof typeof ARTICLES): Article => {
    const { title, usd, eur, gbp, cost } = ARTICLES[name]
    const product = first(products.filter((each) => each.title === title), title)
    return { product_id: product.id, variant_id: first(product.variants, "variant").id, title, usd, eur, gbp, cost }
  }
  return { cylinder: article("cylinder"), valve: article("valve"), gearbox: article("gearbox") }
}

/** Opens a small shop: three regions, a publishable key, a warehouse with a delivery, three articles in stock. */
export async function createGround(container: MedusaContainer): Promise<Ground> {
  const channel = await createChannel(container)
  const regions = await createRegions(container)
  const { shipping_profile_id, ...deliveries } = await createDeliveries(container, channel.sales_channel_id)
  const articles = await createArticles(container, { ...channel, ...deliveries, shipping_profile_id })
  return { ...channel, regions, ...deliveries, articles }
}
