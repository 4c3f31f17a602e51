import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { completeCartWorkflow } from "@medusajs/medusa/core-flows"
import { agreedIn, type Terms } from "../http/agreements/agreed"
import { complete, prepareCheckout } from "../setup/checkout"
import type { Answered, Client } from "../setup/client"
import type { StoreTest } from "../setup/store-test"

/** Terms with limits, promises and an end of their own. */
export interface LimitedTerms extends Omit<Terms, "lines"> {
  lines: (Terms["lines"][number] & { max_quantity?: number; committed_quantity?: number; fulfilled_quantity?: number })[]
  valid_until?: Date
}

/** An order as a test needs it. */
export interface Placed {
  readonly id: string
  readonly items: readonly { readonly id: string; readonly variant_id: string; readonly quantity: number; readonly unit_price: number }[]
}

const DAY = 86_400_000

/** So many days from now. */
export const inDays = (days: number) => new Date(Date.now() + days * DAY)

/** Ordering, and what a merchant does with orders afterwards, each over HTTP. */
export function orderingIn(store: StoreTest) {
  const agreed = agreedIn(store)
  const { container, ground, people, truth } = store
  const admin = () => store.as.admin()

  /** Changes the database behind everybody's back: how a test makes time pass. */
  async function change(statement: string, values: unknown[] = []): Promise<void> {
    await container().resolve<{ raw(text: string, values: unknown[]): Promise<unknown> }>(ContainerRegistrationKeys.PG_CONNECTION).raw(statement, values)
  }

  async function asked(answer: Promise<Answered>) {
    const { status, data } = await answer
    if (status >= 300) throw new Error(`Refused: ${status} ${JSON.stringify(data)}`)
    return data
  }

  /** Records an agreement, as accepting does; see {@link LimitedTerms}. */
  async function agreeOn({ valid_until, ...terms }: LimitedTerms) {
    const lines = terms.lines.map((line) => ({ remaining_quantity: line.max_quantity ?? null, ...line }))
    const made = await agreed.agree({ ...terms, lines })
    if (valid_until) await change("UPDATE negotiation_agreement SET valid_until = ? WHERE id = ?", [valid_until, made.id])
    return made
  }

  const emailOf = (who: Client) => (who === store.as.tom() ? people().acme.buyers[1] : who === store.as.ingrid() ? people().borealis.buyers[0] : people().acme.buyers[0]).email

  /** A cart of one line that wants nothing but completing. */
  async function ready(who: Client, variant_id: string, quantity: number, currency: "usd" | "eur" = "usd"): Promise<string> {
    const cart_id = await agreed.cartOf(who, variant_id, quantity, currency)
    await prepareCheckout(who, ground(), cart_id, emailOf(who), currency)
    return cart_id
  }

  /** Prices a cart anew, as a storefront does after a refusal, and brings it to the counter again. */
  async function reprice(who: Client, cart_id: string, currency: "usd" | "eur" = "usd"): Promise<void> {
    await asked(who.post(`/store/carts/${cart_id}`, { region_id: ground().regions[currency] }))
    await prepareCheckout(who, ground(), cart_id, emailOf(who), currency)
  }

  /** Orders so many pieces. */
  async function order(who: Client, variant_id: string, quantity: number): Promise<Placed> {
    const { status, data } = await complete(who, await ready(who, variant_id, quantity))
    if (data.type !== "order") throw new Error(`No order: ${status} ${JSON.stringify(data)}`)
    return data.order
  }

  /** Everybody's way to the counter: over HTTP, and past it as a payment webhook goes. */
  async function refusals(who: Client, cart_id: string) {
    const http = await complete(who, cart_id)
    const { errors } = await completeCartWorkflow(container()).run({ input: { id: cart_id }, throwOnError: false })
    return { http, hook: errors[0]?.error as { code?: string } | undefined }
  }

  const agreement = (id: string) => truth().row("negotiation_agreement", { id })
  const line = (agreement_id: string) => truth().row("negotiation_agreement_line", { agreement_id })
  const uses = (agreement_id: string) => truth().rows("negotiation_agreement_use", { agreement_id })
  const flags = async (id: string): Promise<string[]> => (((await agreement(id)).flags ?? []) as { kind: string }[]).map((flag) => flag.kind)
  const trail = async (agreement_id: string) =>
    (await truth().rows("negotiation_event", { agreement_id })).sort((a, b) => Number(a.sequence) - Number(b.sequence)).map((entry) => entry.kind)

  /** A rep changes how many pieces an order has. */
  async function edit(placed: Placed, quantity: number): Promise<void> {
    const { order_change } = await asked(admin().post("/admin/order-edits", { order_id: placed.id }))
    await asked(admin().post(`/admin/order-edits/${order_change.order_id}/items/item/${placed.items[0]?.id}`, { quantity }))
    await asked(admin().post(`/admin/order-edits/${order_change.order_id}/confirm`))
  }

  /** A rep adds pieces of an article to an order, at the price Medusa finds. */
  async function addTo(placed: Placed, variant_id: string, quantity: number): Promise<void> {
    await asked(admin().post("/admin/order-edits", { order_id: placed.id }))
    await asked(admin().post(`/admin/order-edits/${placed.id}/items`, { items: [{ variant_id, quantity }] }))
    await asked(admin().post(`/admin/order-edits/${placed.id}/confirm`))
  }

  /** The lines of an order as the merchant sees them. */
  async function linesOfOrder(id: string): Promise<{ id: string; variant_id: string; quantity: number; unit_price: number }[]> {
    const { order: found } = await asked(admin().get(`/admin/orders/${id}?fields=id,*items`))
    return found.items
  }

  /** What was ordered is sent. */
  async function send(placed: Placed): Promise<void> {
    const items = [{ id: placed.items[0]?.id, quantity: placed.items[0]?.quantity }]
    await asked(admin().post(`/admin/orders/${placed.id}/fulfillments`, { items, location_id: ground().location_id }))
    const { order: sent } = await asked(admin().get(`/admin/orders/${placed.id}?fields=id,*fulfillments`))
    await asked(admin().post(`/admin/orders/${placed.id}/fulfillments/${sent.fulfillments[0].id}/shipments`, { items }))
  }

  /** Pieces are replaced by others: some are to come back, others go out. */
  async function replace(kind: "exchanges" | "claims", placed: Placed, { back, sent }: { back: number; sent: { variant_id: string; quantity: number; unit_price: number } }): Promise<void> {
    const begun = await asked(admin().post(`/admin/${kind}`, { order_id: placed.id, ...(kind === "claims" ? { type: "replace" } : {}) }))
    const path = `/admin/${kind}/${(begun.exchange ?? begun.claim).id}`
    const items = [{ id: placed.items[0]?.id, quantity: back }]
    if (kind === "claims") await asked(admin().post(`${path}/claim-items`, { items }))
    await asked(admin().post(`${path}/inbound/items`, { items, location_id: ground().location_id }))
    await asked(admin().post(`${path}/outbound/items`, { items: [sent] }))
    await asked(admin().post(`${path}/request`, {}))
  }

  /** Pieces are sent, sent back and received. */
  async function sendBack(placed: Placed, quantity: number): Promise<void> {
    await send(placed)
    const { return: begun } = await asked(admin().post("/admin/returns", { order_id: placed.id, location_id: ground().location_id }))
    const back = [{ id: placed.items[0]?.id, quantity }]
    await asked(admin().post(`/admin/returns/${begun.id}/request-items`, { items: back }))
    await asked(admin().post(`/admin/returns/${begun.id}/request`, {}))
    await asked(admin().post(`/admin/returns/${begun.id}/receive`, {}))
    await asked(admin().post(`/admin/returns/${begun.id}/receive-items`, { items: back }))
    await asked(admin().post(`/admin/returns/${begun.id}/receive/confirm`, {}))
  }

  /** A rep cancels an order. */
  const cancel = (placed: Placed) => asked(admin().post(`/admin/orders/${placed.id}/cancel`))

  /**
   * A rep makes a draft for a customer and turns it into an order. Without a price Medusa finds one.
   * @param edited what the rep makes of its quantity before that.
   */
  async function draft(customer: { id: string; email: string }, variant_id: string, quantity: number, unit_price?: number, edited?: number): Promise<Placed> {
    const address = { first_name: "A", last_name: "B", address_1: "1 Works Street", city: "Toledo", postal_code: "43604", country_code: "us" }
    const { draft_order } = await asked(
      admin().post("/admin/draft-orders", {
        customer_id: customer.id,
        email: customer.email,
        region_id: ground().regions.usd,
        sales_channel_id: ground().sales_channel_id,
        shipping_address: address,
        billing_address: address,
        items: [{ variant_id, quantity, ...(unit_price === undefined ? {} : { unit_price }) }],
        shipping_methods: [{ name: "Road", shipping_option_id: ground().shipping_option_id, amount: 40 }],
      })
    )
    const path = `/admin/draft-orders/${draft_order.id}`
    if (edited !== undefined) {
      await asked(admin().post(`${path}/edit`))
      await asked(admin().post(`${path}/edit/items/item/${draft_order.items[0].id}`, { quantity: edited }))
      await asked(admin().post(`${path}/edit/confirm`))
    }
    const { order: placed } = await asked(admin().post(`${path}/convert-to-order`))
    return placed
  }

  return { ...agreed, change, asked, agreeOn, ready, reprice, refusals, order, agreement, line, uses, flags, trail, edit, addTo, linesOfOrder, send, replace, sendBack, cancel, draft }
}
