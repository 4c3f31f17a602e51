import { Modules, ProductStatus } from "@medusajs/framework/utils"
import { createProductsWorkflow } from "@medusajs/medusa/core-flows"
import { NEGOTIATION_MODULE, type NegotiationModuleService } from "../../../src/modules/negotiation"
import { projectAgreement } from "../../../src/workflows/agreement/steps/project-agreement"
import type { Client } from "../../setup/client"
import type { StoreTest } from "../../setup/store-test"
import { until as waitUntil } from "../../setup/until"

/** Terms to be agreed in a test: by default with Anna of Acme, in the United States, for as long as the test runs. */
export interface Terms {
  lines: { variant_id: string; min_quantity: number; unit_price: number; remaining_quantity?: number | null; valid_until?: Date }[]
  company_id?: string
  customer_id?: string
  currency?: "usd" | "eur" | "gbp"
  /** A region of that currency other than the usual one. */
  region_id?: string
  max_orders?: number | null
  /** False: for the buyer who agreed alone. */
  shared?: boolean
}

/** What these tests do with a store, over and over. */
export function agreedIn(store: StoreTest) {
  const service = () => store.container().resolve<NegotiationModuleService>(NEGOTIATION_MODULE)
  let made = 0

  /** A new article that is always in stock, with its price rows. @returns its variant. */
  async function variant(prices: object[]): Promise<string> {
    made += 1
    const [profile] = await store.container().resolve(Modules.FULFILLMENT).listShippingProfiles({}, { take: 1 })
    const { result } = await createProductsWorkflow(store.container()).run({
      input: {
        products: [
          {
            title: `Part ${made}`,
            status: ProductStatus.PUBLISHED,
            ...(profile ? { shipping_profile_id: profile.id } : {}),
            sales_channels: [{ id: store.ground().sales_channel_id }],
            options: [{ title: "Unit", values: ["Piece"] }],
            variants: [{ title: "Piece", manage_inventory: false, options: { Unit: "Piece" }, prices: prices as never }],
          },
        ],
      },
    })
    return result[0]!.variants[0]!.id
  }

  /** Records an agreed negotiation with its agreement, as accepting an offer does, and brings its prices to the store. */
  async function agree(terms: Terms): Promise<{ id: string; negotiation_id: string }> {
    const { acme } = store.people()
    const currency_code = terms.currency ?? "usd"
    const whose = {
      company_id: terms.company_id ?? acme.id,
      customer_id: terms.customer_id ?? acme.buyers[0].id,
      region_id: terms.region_id ?? store.ground().regions[currency_code],
      currency_code,
    }
    const negotiation = await service().createNegotiations({
      ...whose, status: "agreed", company_name: "Company", customer_email: "", rounds_allowed: 4, value: 1, asked_value: 1, context: {},
    })
    const { id } = await service().createNegotiationAgreements({
      ...whose,
      negotiation_id: negotiation.id,
      status: "active",
      valid_from: new Date(Date.now() - 1_000),
      valid_until: new Date(Date.now() + 86_400_000),
      max_orders: terms.max_orders ?? null,
      shared: terms.shared ?? true,
    })
    await service().createNegotiationAgreementLines(
      terms.lines.map((line) => ({
        agreement_id: id, company_id: whose.company_id, title: "Part", price_ids: [] as never, remaining_quantity: null, ...line,
      }))
    )
    await projectAgreement(store.container(), id)
    return { id, negotiation_id: negotiation.id }
  }

  /** A cart with one line. @returns its id. */
  async function cartOf(who: Client, variant_id: string, quantity: number, currency: "usd" | "eur" = "usd"): Promise<string> {
    const { data } = await who.post("/store/carts", { region_id: store.ground().regions[currency] })
    const added = await who.post(`/store/carts/${data.cart.id}/line-items`, { variant_id, quantity })
    if (added.status !== 200) throw new Error(`No cart: ${JSON.stringify(added.data)}`)
    return data.cart.id
  }

  /** The lines of a cart as its buyer sees them, by variant. */
  async function linesOf(who: Client, cart_id: string): Promise<{ id: string; variant_id: string; quantity: number; unit_price: number; is_tax_inclusive: boolean }[]> {
    const { data } = await who.get(`/store/carts/${cart_id}`)
    return [...data.cart.items].sort((a, b) => a.variant_id.localeCompare(b.variant_id))
  }

  /** What somebody pays for a piece of a variant in a new cart. */
  async function pays(who: Client, variant_id: string, quantity: number, currency: "usd" | "eur" = "usd"): Promise<number | undefined> {
    return (await linesOf(who, await cartOf(who, variant_id, quantity, currency)))[0]?.unit_price
  }

  /** The price rows of an agreement. */
  const rowsOf = (agreement_id: string) => store.truth().rows("price", { title: `negotiation:${agreement_id}` })

  return { service, variant, agree, cartOf, linesOf, pays, rowsOf }
}

/** Waits until something is true: what a subscriber does is done soon, not at once. */
export function until(what: () => Promise<boolean>): Promise<void> {
  return waitUntil(what.toString(), what)
}
