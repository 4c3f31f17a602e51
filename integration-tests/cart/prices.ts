import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createCustomerGroupsWorkflow, linkCustomersToCustomerGroupWorkflow } from "@medusajs/medusa/core-flows"
import { agreedIn } from "../http/agreements/agreed"
import type { Client } from "../setup/client"
import type { StoreTest } from "../setup/store-test"

/** A price list as a merchant makes one, for one variant or several. */
export interface ListTerms {
  type?: "sale" | "override"
  status?: "active" | "draft"
  starts_at?: Date
  ends_at?: Date
  /** Rules of the list: attribute → values. */
  rules?: Record<string, string[]>
  prices: { variant_id: string; amount: number; currency_code?: string; min_quantity?: number; max_quantity?: number; rules?: Record<string, string> }[]
}

/** What tests of prices do with a store. */
export function pricesIn(store: StoreTest) {
  const agreed = agreedIn(store)
  const pricing = () => store.container().resolve(Modules.PRICING)
  const knex = () =>
    store.container().resolve<{ raw(sql: string, values?: unknown[]): Promise<{ rows: Record<string, string>[] }> }>(ContainerRegistrationKeys.PG_CONNECTION)
  let groups = 0

  /** The price set of a variant. */
  async function setOf(variant_id: string): Promise<string> {
    const { rows } = await knex().raw("SELECT price_set_id FROM product_variant_price_set WHERE variant_id = ? AND deleted_at IS NULL", [variant_id])
    return rows[0]!.price_set_id!
  }

  /** A new customer group with some members. @returns its id. */
  async function group(...members: string[]): Promise<string> {
    groups += 1
    const { result } = await createCustomerGroupsWorkflow(store.container()).run({ input: { customersData: [{ name: `Group ${groups}` }] } })
    const id = result[0]!.id
    if (members.length > 0) await linkCustomersToCustomerGroupWorkflow(store.container()).run({ input: { id, add: members } })
    return id
  }

  /** A merchant's price list, made through the admin's route. @returns its id. */
  async function list(terms: ListTerms): Promise<string> {
    const { prices, rules, ...rest } = terms
    const body = { title: "Merchant's list", description: "Merchant's list", type: "sale", status: "active", ...rest, ...(rules ? { rules } : {}) }
    const answer = await store.as.admin().post("/admin/price-lists", { ...body, prices: prices.map((price) => ({ currency_code: "usd", ...price })) })
    if (answer.status !== 200) throw new Error(`No list: ${JSON.stringify(answer.data)}`)
    return answer.data.price_list.id
  }

  /** What a new cart in some region shows of a line: its unit price, and whether that includes tax. */
  async function shownIn(who: Client, region_id: string, variant_id: string, quantity: number): Promise<[number, boolean]> {
    const { data } = await who.post("/store/carts", { region_id, items: [{ variant_id, quantity }] })
    const [line] = data.cart.items
    return [line.unit_price, line.is_tax_inclusive]
  }

  /** A cart whose only line changes its quantity: what a piece costs at each, as its owner sees it. */
  async function priced(who: Client, variant_id: string, currency: "usd" | "eur" = "usd") {
    const cart_id = await agreed.cartOf(who, variant_id, 1, currency)
    const line = async () => (await agreed.linesOf(who, cart_id))[0]!
    const { id } = await line()
    return async (quantity: number) => {
      const answer = await who.post(`/store/carts/${cart_id}/line-items/${id}`, { quantity })
      if (answer.status !== 200) throw new Error(`No such quantity: ${JSON.stringify(answer.data)}`)
      return (await line()).unit_price
    }
  }

  /** What a piece costs somebody at some quantities, one after the other. */
  async function prices(who: Client, variant_id: string, quantities: number[], currency: "usd" | "eur" = "usd"): Promise<number[]> {
    const at = await priced(who, variant_id, currency)
    const found: number[] = []
    for (const quantity of quantities) found.push(await at(quantity))
    return found
  }

  /** The plugin's price rows of an agreement as they are: amount, from, to, number of rules. */
  async function rows(agreement_id: string): Promise<[number, number, number | null, number][]> {
    const found = await agreed.rowsOf(agreement_id)
    return found
      .map((row) => [Number(row.amount), Number(row.min_quantity), row.max_quantity === null ? null : Number(row.max_quantity), Number(row.rules_count)] as [number, number, number | null, number])
      .sort((a, b) => a[1] - b[1] || a[0] - b[0])
  }

  return { ...agreed, pricing, knex, setOf, group, list, shownIn, priced, prices, rows }
}
