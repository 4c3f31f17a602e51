import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules, ProductStatus } from "@medusajs/framework/utils"
import {
  createProductsWorkflow,
  createRegionsWorkflow,
  createSalesChannelsWorkflow,
  createShippingOptionsWorkflow,
  createShippingProfilesWorkflow,
  createStockLocationsWorkflow,
  linkSalesChannelsToStockLocationWorkflow,
} from "@medusajs/medusa/core-flows"
import { NEGOTIATION_MODULE, type NegotiationModuleService } from "../../../src/modules/negotiation"

/** What axios and the runner's `api` have in common, as far as these tests need it. */
export interface Api {
  get(path: string, config?: object): Promise<{ status: number; data: any; headers: any }>
  post(path: string, body: object, config?: object): Promise<{ status: number; data: any; headers: any }>
  delete(path: string, config?: object): Promise<{ status: number; data: any; headers: any }>
}

/** A person with their request headers. */
export interface Buyer {
  id: string
  email: string
  config: { headers: Record<string, string>; validateStatus: () => boolean }
}

/** A shop with two regions, a shipping option, and a product whose variants are made as tests need them. */
export interface Shop {
  usd: string
  eur: string
  sales_channel_id: string
  shipping_option_id: string
  guest: Buyer["config"]
  variant(prices: object[]): Promise<string>
  buyer(email: string, company?: { group_id: string }): Promise<Buyer>
  company(name: string): Promise<{ id: string; group_id: string }>
  alone(buyer: Buyer): Promise<{ id: string }>
  service: NegotiationModuleService
}

/** Makes the shop of these tests. */
export async function openShop(api: Api, container: MedusaContainer): Promise<Shop> {
  const service = container.resolve<NegotiationModuleService>(NEGOTIATION_MODULE)
  const link = container.resolve(ContainerRegistrationKeys.LINK)
  const { result: [channel] } = await createSalesChannelsWorkflow(container).run({ input: { salesChannelsData: [{ name: "B2B" }] } })
  const { result: regions } = await createRegionsWorkflow(container).run({
    input: {
      regions: [
        { name: "US", currency_code: "usd", countries: ["us"], payment_providers: ["pp_system_default"] },
        { name: "EU", currency_code: "eur", countries: ["de"], payment_providers: ["pp_system_default"] },
      ],
    },
  })
  const [usd, eur] = regions
  const { result: [location] } = await createStockLocationsWorkflow(container).run({
    input: { locations: [{ name: "Main", address: { address_1: "1 Way", country_code: "us" } }] },
  })
  await linkSalesChannelsToStockLocationWorkflow(container).run({ input: { id: location!.id, add: [channel!.id] } })
  await link.create({ [Modules.STOCK_LOCATION]: { stock_location_id: location!.id }, [Modules.FULFILLMENT]: { fulfillment_provider_id: "manual_manual" } })
  const { result: [profile] } = await createShippingProfilesWorkflow(container).run({ input: { data: [{ name: "Default", type: "default" }] } })
  const fulfillment = container.resolve(Modules.FULFILLMENT)
  const set = await fulfillment.createFulfillmentSets({
    name: "Main",
    type: "shipping",
    service_zones: [{ name: "World", geo_zones: [{ type: "country", country_code: "us" }, { type: "country", country_code: "de" }] }],
  })
  await link.create({ [Modules.STOCK_LOCATION]: { stock_location_id: location!.id }, [Modules.FULFILLMENT]: { fulfillment_set_id: set.id } })
  const { result: [option] } = await createShippingOptionsWorkflow(container).run({
    input: [
      {
        name: "Ground",
        price_type: "flat",
        provider_id: "manual_manual",
        service_zone_id: set.service_zones[0]!.id,
        shipping_profile_id: profile!.id,
        type: { label: "Ground", description: "Ground", code: "ground" },
        prices: [{ currency_code: "usd", amount: 10 }, { currency_code: "eur", amount: 10 }],
        rules: [],
      },
    ],
  })
  const apiKeys = container.resolve(Modules.API_KEY)
  const key = await apiKeys.createApiKeys({ title: "Shop", type: "publishable", created_by: "test" })
  await link.create({ [Modules.API_KEY]: { publishable_key_id: key.id }, [Modules.SALES_CHANNEL]: { sales_channel_id: channel!.id } })
  const headers = { "x-publishable-api-key": key.token }
  const guest = { headers, validateStatus: () => true }
  let made = 0

  return {
    usd: usd!.id,
    eur: eur!.id,
    sales_channel_id: channel!.id,
    shipping_option_id: option!.id,
    guest,
    service,
    async variant(prices) {
      made += 1
      const { result: [product] } = await createProductsWorkflow(container).run({
        input: {
          products: [
            {
              title: `Part ${made}`,
              status: ProductStatus.PUBLISHED,
              shipping_profile_id: profile!.id,
              sales_channels: [{ id: channel!.id }],
              options: [{ title: "Kind", values: ["one"] }],
              variants: [{ title: "One", sku: `PART-${made}-${process.pid}`, manage_inventory: false, options: { Kind: "one" }, prices: prices as never }],
            },
          ],
        },
      })
      return product!.variants[0]!.id
    },
    async buyer(email, company) {
      const password = "supersecret"
      const { data: registered } = await api.post("/auth/customer/emailpass/register", { email, password }, guest)
      const asNew = { headers: { ...headers, authorization: `Bearer ${registered.token}` } }
      const { data: created } = await api.post("/store/customers", { email, first_name: "Bo", last_name: email.split("@")[0] }, asNew)
      const { data: login } = await api.post("/auth/customer/emailpass", { email, password }, guest)
      const id: string = created.customer.id
      if (company) await container.resolve(Modules.CUSTOMER).addCustomerToGroup({ customer_id: id, customer_group_id: company.group_id })
      return { id, email, config: { headers: { ...headers, authorization: `Bearer ${login.token}` }, validateStatus: () => true } }
    },
    async company(name) {
      const group = await container.resolve(Modules.CUSTOMER).createCustomerGroups({ name })
      const row = await service.createCompanies({ key: group.id, customer_group_id: group.id, name })
      return { id: row.id, group_id: group.id }
    },
    async alone(buyer) {
      const row = await service.createCompanies({ key: buyer.id, customer_id: buyer.id, name: buyer.email })
      return { id: row.id }
    },
  }
}

/** Terms to be agreed in a test. */
export interface Terms {
  company_id: string
  customer_id: string
  region_id: string
  currency_code?: string
  lines: { variant_id: string; min_quantity: number; unit_price: number; remaining_quantity?: number | null }[]
  max_orders?: number | null
  valid_until?: Date
}

/** Records an agreed negotiation with its agreement, as accepting an offer does; prices are not projected. */
export async function agree(service: NegotiationModuleService, terms: Terms): Promise<{ id: string; negotiation_id: string }> {
  const { company_id, customer_id, region_id } = terms
  const currency_code = terms.currency_code ?? "usd"
  const negotiation = await service.createNegotiations({
    status: "agreed",
    company_id,
    company_name: "Company",
    customer_id,
    customer_email: "buyer@example.com",
    region_id,
    currency_code,
    rounds_allowed: 4,
    value: 1,
    asked_value: 1,
    context: {},
  })
  const agreement = await service.createAgreements({
    negotiation_id: negotiation.id,
    company_id,
    customer_id,
    region_id,
    currency_code,
    status: "active",
    valid_from: new Date(Date.now() - 1000),
    valid_until: terms.valid_until ?? new Date(Date.now() + 86_400_000),
    max_orders: terms.max_orders ?? null,
  })
  await service.createAgreementLines(
    terms.lines.map((line) => ({
      agreement_id: agreement.id,
      company_id,
      title: "Part",
      price_ids: [] as never,
      remaining_quantity: null,
      ...line,
    }))
  )
  return { id: agreement.id, negotiation_id: negotiation.id }
}

/** A cart of this person with one line; answers the cart's id. */
export async function cartWith(api: Api, shop: Shop, who: Buyer["config"], variant_id: string, quantity: number, region = shop.usd) {
  const { data } = await api.post("/store/carts", { region_id: region }, who)
  await api.post(`/store/carts/${data.cart.id}/line-items`, { variant_id, quantity }, who)
  return data.cart.id as string
}

/** Unit prices of a cart by variant, as the store's own route tells them. */
export async function pricesIn(api: Api, who: Buyer["config"], cart_id: string): Promise<Record<string, number>> {
  const { data } = await api.get(`/store/carts/${cart_id}`, who)
  return Object.fromEntries(data.cart.items.map((item: { variant_id: string; unit_price: number }) => [item.variant_id, item.unit_price]))
}

/** Everything a checkout needs but its last request. */
export async function readyToComplete(api: Api, shop: Shop, who: Buyer["config"], cart_id: string, email: string): Promise<void> {
  const address = { first_name: "Bo", last_name: "Buyer", address_1: "1 Way", city: "Town", country_code: "us", postal_code: "10001" }
  await api.post(`/store/carts/${cart_id}`, { email, shipping_address: address, billing_address: address }, who)
  await api.post(`/store/carts/${cart_id}/shipping-methods`, { option_id: shop.shipping_option_id }, who)
  const { data } = await api.post("/store/payment-collections", { cart_id }, who)
  await api.post(`/store/payment-collections/${data.payment_collection.id}/payment-sessions`, { provider_id: "pp_system_default" }, who)
}
