import { Modules, ProductStatus } from "@medusajs/framework/utils"
import { createProductsWorkflow } from "@medusajs/medusa/core-flows"
import { NEGOTIATION_MODULE, type NegotiationModuleService } from "../../../src/modules/negotiation"
import type { StoreTest } from "../../setup/store-test"
import { CURRENCIES } from "./catalogue"
import { BUYERS, type Buyer, type Party } from "./model"

/** People, companies and a product that nobody else in the store has to do with. */
export interface Corner {
  readonly name: string
  readonly customers: Readonly<Record<Buyer, { readonly id: string; readonly email: string }>>
  readonly companies: Readonly<Record<Party, string>>
  readonly groups: { readonly acme: string; readonly borealis: string }
  readonly product: string
  readonly variants: readonly string[]
}

/** Two variants of one product: what is agreed on the first must not reach the second. */
export const PRICES = [
  { usd: 120.07, eur: 110.07, gbp: 144.07 },
  { usd: 80.17, eur: 74.17, gbp: 96.17 },
]
/** Far under every price the walk asks for: the floor is for the engine's tests. */
const COST_SHARE = 0.3
/** Corners made at once, which takes little longer than making one. */
const AT_ONCE = 20

let made = 0

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("The store did not make what the walk needs")
  return value
}

async function createProducts(store: StoreTest, names: readonly string[]): Promise<{ product: string; variants: string[] }[]> {
  const [profile] = await store.container().resolve(Modules.FULFILLMENT).listShippingProfiles({}, { take: 1 })
  const { result } = await createProductsWorkflow(store.container()).run({
    input: {
      products: names.map((title) => ({
        title,
        status: ProductStatus.PUBLISHED,
        ...(profile ? { shipping_profile_id: profile.id } : {}),
        sales_channels: [{ id: store.ground().sales_channel_id }],
        options: [{ title: "Size", values: PRICES.map((_, index) => String(index)) }],
        variants: PRICES.map((prices, index) => ({
          title: String(index),
          manage_inventory: false,
          options: { Size: String(index) },
          prices: CURRENCIES.map((currency_code) => ({ currency_code, amount: prices[currency_code] })),
        })),
      })),
    },
  })
  return names.map((name) => {
    const product = found(result.find((each) => each.title === name))
    const variants = [...product.variants].sort((a, b) => String(a.title).localeCompare(String(b.title)))
    return { product: product.id, variants: variants.map((variant) => variant.id) }
  })
}

async function createPeople(store: StoreTest, name: string): Promise<Pick<Corner, "customers" | "companies" | "groups">> {
  const container = store.container()
  const service = container.resolve<NegotiationModuleService>(NEGOTIATION_MODULE)
  const module = container.resolve(Modules.CUSTOMER)
  const domain = `${name.toLowerCase().replaceAll(" ", "-")}.example.com`
  const rows = await module.createCustomers(BUYERS.map((buyer) => ({ email: `${buyer}@${domain}`, first_name: buyer, has_account: true })))
  const customer = (buyer: Buyer) => ({ id: found(rows.find((row) => row.first_name === buyer)).id, email: `${buyer}@${domain}` })
  const customers = { anna: customer("anna"), tom: customer("tom"), ingrid: customer("ingrid"), solo: customer("solo") }
  const [first, second] = await module.createCustomerGroups([{ name: `${name} Acme` }, { name: `${name} Borealis` }])
  const groups = { acme: found(first).id, borealis: found(second).id }
  await module.addCustomerToGroup([
    { customer_id: customers.anna.id, customer_group_id: groups.acme },
    { customer_id: customers.tom.id, customer_group_id: groups.acme },
    { customer_id: customers.ingrid.id, customer_group_id: groups.borealis },
  ])
  const companies = await service.createNegotiationCompanies([
    { key: groups.acme, customer_group_id: groups.acme, name: `${name} Acme` },
    { key: groups.borealis, customer_group_id: groups.borealis, name: `${name} Borealis` },
    { key: customers.solo.id, customer_id: customers.solo.id, name: `${name} Solo` },
  ])
  const company = (key: string) => found(companies.find((row) => row.key === key)).id
  return { customers, groups, companies: { acme: company(groups.acme), borealis: company(groups.borealis), solo: company(customers.solo.id) } }
}

async function createCorners(store: StoreTest): Promise<Corner[]> {
  const names = Array.from({ length: AT_ONCE }, () => `Walk ${process.pid} ${(made += 1)}`)
  const products = await createProducts(store, names)
  await store.container().resolve<NegotiationModuleService>(NEGOTIATION_MODULE).createNegotiationCosts(
    products.flatMap(({ variants }) =>
      variants.flatMap((variant_id, index) =>
        CURRENCIES.map((currency_code) => ({
          variant_id,
          currency_code,
          unit_cost: Math.round((PRICES[index]?.[currency_code] ?? 1) * COST_SHARE),
          valid_from: new Date("2026-01-01T00:00:00Z"),
        }))
      )
    )
  )
  const corners: Corner[] = []
  for (const [index, name] of names.entries()) corners.push({ name, ...found(products[index]), ...(await createPeople(store, name)) })
  return corners
}

const waiting: Corner[] = []

/** A corner of the store for one sequence: nothing has to be put back between two. */
export async function nextCorner(store: StoreTest): Promise<Corner> {
  if (waiting.length === 0) waiting.push(...(await createCorners(store)))
  return found(waiting.shift())
}
