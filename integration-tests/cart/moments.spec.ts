import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { completeCartWorkflow, processPaymentWorkflow } from "@medusajs/medusa/core-flows"
import { endAgreementsWorkflow } from "../../src/workflows/agreement/end-agreements"
import { until } from "../http/agreements/agreed"
import { askFirst, optionOf } from "../http/store/ask"
import { complete, prepareCheckout } from "../setup/checkout"
import type { Client } from "../setup/client"
import { storeTest } from "../setup/store-test"
import { orderingIn } from "./ordering"

const DECISION = { reason_code: "strategic_customer", note: "They open the north for us" }

storeTest((store) => {
  const { as, cart, container, ground, people, truth } = store
  const { addTo, agreeOn, agreement, asked, change, draft, flags, line, linesOf, linesOfOrder, order, ready, reprice, uses, variant } = orderingIn(store)
  let variant_id: string

  const agreed = (more: object = {}) => agreeOn({ lines: [{ variant_id, min_quantity: 100, unit_price: 110 }], ...more })
  const pricesIn = async (who: Client, cart_id: string) => (await linesOf(who, cart_id)).map((each) => each.unit_price)
  const anna = () => people().acme.buyers[0]

  /** What a payment provider's webhook starts, once it has said that a cart's payment is authorised. */
  async function payByWebhook(cart_id: string) {
    const { data } = await container().resolve(ContainerRegistrationKeys.QUERY).graph({
      entity: "cart", fields: ["payment_collection.payment_sessions.id", "payment_collection.amount"], filters: { id: cart_id },
    })
    const collection = (data[0] as unknown as { payment_collection: { amount: number; payment_sessions: { id: string }[] } }).payment_collection
    return processPaymentWorkflow(container()).run({
      input: { action: "authorized", data: { session_id: collection.payment_sessions[0]!.id, amount: collection.amount } }, throwOnError: false,
    })
  }
  const orderOf = async (cart_id: string) => {
    const { data } = await container().resolve(ContainerRegistrationKeys.QUERY).graph({ entity: "order_cart", fields: ["order_id"], filters: { cart_id } })
    return (data as unknown as { order_id: string }[])[0]?.order_id ?? null
  }

  beforeEach(async () => {
    variant_id = await variant([{ currency_code: "usd", amount: 120 }, { currency_code: "eur", amount: 100 }])
  })

  it("the region changed and changed back → the other region's price, then the agreed one again", async () => {
    const { id } = await agreed()
    const cart_id = await ready(as.anna(), variant_id, 100)
    await asked(as.anna().post(`/store/carts/${cart_id}`, { region_id: ground().regions.eur }))
    expect(await pricesIn(as.anna(), cart_id)).toEqual([100])
    await reprice(as.anna(), cart_id)
    expect((await complete(as.anna(), cart_id)).data).toMatchObject({ type: "order", order: { items: [{ unit_price: 110 }] } })
    await until(async () => (await agreement(id)).orders === 1)
  })

  it("an agreed price carried into another region behind the cart's back → refused", async () => {
    await agreed()
    const cart_id = await ready(as.anna(), variant_id, 100)
    const other = await container().resolve(Modules.REGION).createRegions({ name: "Elsewhere", currency_code: "usd" })
    await change("UPDATE cart SET region_id = ? WHERE id = ?", [other.id, cart_id])
    expect((await complete(as.anna(), cart_id)).data).toMatchObject({ code: "agreement_not_applicable", details: { lines: [{ why: "region" }] } })
  })

  it("fewer pieces than agreed, behind the cart's back → refused with the reason, over HTTP and past it; then the normal price and an order", async () => {
    const { id } = await agreed()
    const cart_id = await ready(as.anna(), variant_id, 100)
    await change("UPDATE cart_line_item SET quantity = 99 WHERE cart_id = ?", [cart_id])
    const refused = await complete(as.anna(), cart_id)
    expect([refused.status, refused.data.code, refused.data.details.lines]).toMatchObject([
      409, "agreement_not_applicable", [{ why: "quantity", agreement_id: id, quantity: 99, min_quantity: 100 }],
    ])
    const { errors } = await completeCartWorkflow(container()).run({ input: { id: cart_id }, throwOnError: false })
    expect(errors[0]?.error).toMatchObject({ code: "agreement_not_applicable" })
    await reprice(as.anna(), cart_id)
    expect((await complete(as.anna(), cart_id)).data).toMatchObject({ type: "order", order: { items: [{ quantity: 99, unit_price: 120 }] } })
    expect(await uses(id)).toEqual([])
  })

  it("the address or the language changed → the agreed price stays, through to the order", async () => {
    await agreed()
    const cart_id = await ready(as.anna(), variant_id, 100)
    const address = { first_name: "A", last_name: "B", address_1: "2 Mill Lane", city: "Portland", province: "us-or", postal_code: "97201", country_code: "us" }
    await asked(as.anna().post(`/store/carts/${cart_id}`, { shipping_address: address }))
    expect(await pricesIn(as.anna(), cart_id)).toEqual([110])
    const { cart: translated } = await asked(as.anna().post(`/store/carts/${cart_id}?fields=id,locale`, { locale: "de-DE" }))
    expect(translated.locale).toBe("de-DE")
    expect(await pricesIn(as.anna(), cart_id)).toEqual([110])
    await prepareCheckout(as.anna(), ground(), cart_id, anna().email)
    expect((await complete(as.anna(), cart_id)).data).toMatchObject({ type: "order", order: { items: [{ unit_price: 110 }] } })
  })

  it.each([
    ["expired, and no job has run yet", "ended"],
    ["revoked", "ended"],
    ["used up by a colleague's order", "ended"],
    ["left with fewer pieces than the cart has", "used_up"],
  ] as const)("%s between add and checkout → 409 with the reason, then the normal price and an order", async (what, why) => {
    const capped = why === "used_up"
    const { id } = await agreed({ max_orders: capped ? null : 1, lines: [{ variant_id, min_quantity: 100, unit_price: 110, ...(capped ? { max_quantity: 350 } : {}) }] })
    const cart_id = await ready(as.anna(), variant_id, 200)
    if (what.startsWith("expired")) await change("UPDATE negotiation_agreement SET valid_until = now() - interval '1 second' WHERE id = ?", [id])
    if (what === "revoked") {
      await endAgreementsWorkflow(container()).run({ input: { ids: [id], status: "revoked", reason: "agreement_revoked", actor: { type: "seller", id: null } } })
    }
    if (what.startsWith("used") || capped) {
      await order(as.tom(), variant_id, 200)
      await until(async () => (await agreement(id)).orders === 1)
    }
    const refused = await complete(as.anna(), cart_id)
    expect([refused.status, refused.data.code, refused.data.details.lines]).toMatchObject([409, "agreement_not_applicable", [{ why, agreement_id: id }]])
    const { errors } = await completeCartWorkflow(container()).run({ input: { id: cart_id }, throwOnError: false })
    expect(errors[0]?.error).toMatchObject({ code: "agreement_not_applicable" })
    await reprice(as.anna(), cart_id)
    expect((await complete(as.anna(), cart_id)).data).toMatchObject({ type: "order", order: { items: [{ quantity: 200, unit_price: 120 }] } })
  })

  it.each([
    ["together more pieces than are left", { max_quantity: 300 }, null, "active"],
    ["on a one-order agreement", {}, 1, "used_up"],
  ] as const)("two carts complete at once, %s → one order, the other refused", async (_, limit, max_orders, status) => {
    const { id } = await agreed({ max_orders, lines: [{ variant_id, min_quantity: 100, unit_price: 110, ...limit }] })
    const carts = [await ready(as.anna(), variant_id, 200), await ready(as.tom(), variant_id, 200)]
    const answers = await Promise.all([complete(as.anna(), carts[0]!), complete(as.tom(), carts[1]!)])
    expect(answers.filter((answer) => answer.data.type === "order")).toHaveLength(1)
    const lost = answers.find((answer) => answer.data.type !== "order")
    expect([400, 409]).toContain(lost?.status)
    expect(lost?.data).toMatchObject({ code: "agreement_not_applicable" })
    await until(async () => (await line(id)).bought_quantity === 200 && (await agreement(id)).status === status)
    expect([await truth().rows("order"), (await uses(id)).map((use) => use.status)]).toMatchObject([[{}], ["confirmed"]])
  })

  it("completed by a payment webhook → ordered at the agreed price and counted, once with the buyer's own completion", async () => {
    const { id } = await agreed()
    const cart_id = await ready(as.anna(), variant_id, 100)
    expect((await payByWebhook(cart_id)).errors).toEqual([])
    const order_id = await orderOf(cart_id)
    expect((await complete(as.anna(), cart_id)).data).toMatchObject({ type: "order", order: { id: order_id, items: [{ unit_price: 110 }] } })
    await until(async () => (await agreement(id)).orders === 1)
    expect(await uses(id)).toMatchObject([{ status: "confirmed", checked: true, order_id }])
    // The webhook comes again.
    await payByWebhook(cart_id)
    expect([await orderOf(cart_id), (await uses(id)).length]).toEqual([order_id, 1])
  })

  it("a payment webhook after the agreement has ended → no order at that price", async () => {
    const { id } = await agreed()
    const cart_id = await ready(as.anna(), variant_id, 100)
    await endAgreementsWorkflow(container()).run({ input: { ids: [id], status: "revoked", reason: "agreement_revoked", actor: { type: "seller", id: null } } })
    await payByWebhook(cart_id)
    expect([await orderOf(cart_id), await truth().rows("order"), await uses(id)]).toEqual([null, [], []])
    await reprice(as.anna(), cart_id)
    expect((await complete(as.anna(), cart_id)).data).toMatchObject({ type: "order", order: { items: [{ unit_price: 120 }] } })
  })

  it("an ordered cart completed again, its agreement used up or revoked meanwhile → the same order", async () => {
    const { id } = await agreed({ max_orders: 1 })
    const cart_id = await ready(as.anna(), variant_id, 100)
    const { data } = await complete(as.anna(), cart_id)
    await until(async () => (await agreement(id)).status === "used_up")
    expect((await complete(as.anna(), cart_id)).data.order.id).toBe(data.order.id)
    expect((await completeCartWorkflow(container()).run({ input: { id: cart_id }, throwOnError: false })).errors).toEqual([])
    expect((await agreement(id)).orders).toBe(1)
  })

  it("approved while the buyer is paying → the paid cart changes in nothing, the next one has the price", async () => {
    const wanted = await cart(as.anna(), [{ article: ground().articles.cylinder, quantity: 2_000 }])
    const opened = await askFirst(as.anna(), wanted, 110)
    expect(optionOf(opened, "volume")).toBeDefined()
    await as.anna().post(`/store/negotiations/${opened.id}/ask-person`, { version: opened.version })
    await prepareCheckout(as.anna(), ground(), wanted.id, anna().email)
    const before = (await asked(as.anna().get(`/store/carts/${wanted.id}`))).cart
    const { negotiation } = await asked(as.admin().get(`/admin/negotiations/${opened.id}`))
    await asked(as.admin().post(`/admin/negotiations/${opened.id}/approve`, { version: negotiation.version, ...DECISION }))
    const after = (await asked(as.anna().get(`/store/carts/${wanted.id}`))).cart
    expect([after.total, after.items[0].unit_price, after.payment_collection.amount]).toEqual([before.total, 120, before.total])
    expect((await complete(as.anna(), wanted.id)).data).toMatchObject({ type: "order", order: { total: before.total, items: [{ unit_price: 120 }] } })
    const next = await ready(as.anna(), ground().articles.cylinder.variant_id, 2_000)
    expect(await pricesIn(as.anna(), next)).toEqual([110])
    expect((await complete(as.anna(), next)).data.type).toBe("order")
  })

  it("a rep's draft order at the agreed price → no order refused: counted as unchecked, flagged, written down", async () => {
    const { id } = await agreed({ lines: [{ variant_id, min_quantity: 100, unit_price: 110, max_quantity: 500 }] })
    const placed = await draft(anna(), variant_id, 200, 110)
    await until(async () => (await agreement(id)).orders === 1)
    expect(await uses(id)).toMatchObject([{ status: "confirmed", checked: false, order_id: placed.id, lines: [{ quantity: 200, unit_price: 110 }] }])
    expect([await flags(id), (await line(id)).remaining_quantity]).toEqual([["unchecked_order"], 300])
    expect(await truth().row("negotiation_event", { agreement_id: id })).toMatchObject({ kind: "ordered", trace: { order_id: placed.id, checked: false } })
  })

  it("a rep's draft at an ended agreement's price, under its quantity, above what is left → each said", async () => {
    const { id } = await agreed({ lines: [{ variant_id, min_quantity: 100, unit_price: 110, max_quantity: 150 }] })
    await draft(anna(), variant_id, 50, 110)
    await until(async () => (await agreement(id)).orders === 1)
    expect(await flags(id)).toEqual(["unchecked_order", "under_quantity"])
    await endAgreementsWorkflow(container()).run({ input: { ids: [id], status: "revoked", reason: "agreement_revoked", actor: { type: "seller", id: null } } })
    await draft(people().acme.buyers[1], variant_id, 200, 110)
    await until(async () => (await agreement(id)).orders === 2)
    expect(await flags(id)).toEqual(["unchecked_order", "under_quantity", "unchecked_order", "over_limit", "after_end"])
    expect((await agreement(id)).status).toBe("revoked")
  })

  it("a rep's draft at the normal price, or for somebody else at that number → counted on nothing", async () => {
    const { id } = await agreed()
    const normal = await draft(anna(), variant_id, 200, 120)
    const others = await draft(people().borealis.buyers[0], variant_id, 200, 110)
    // What is counted after them proves that they were looked at.
    await order(as.tom(), variant_id, 100)
    await until(async () => (await agreement(id)).orders === 1)
    expect((await uses(id)).map((use) => use.order_id)).not.toEqual(expect.arrayContaining([normal.id]))
    expect((await uses(id)).map((use) => use.order_id)).not.toEqual(expect.arrayContaining([others.id]))
    expect(await flags(id)).toEqual([])
  })

  it("a rep's draft that Medusa prices → the agreed price at its quantity, and counted; fewer, or another company's, the normal one", async () => {
    const { id } = await agreed({ lines: [{ variant_id, min_quantity: 100, unit_price: 110, max_quantity: 500 }] })
    const priceOf = async (customer: { id: string; email: string }, quantity: number, edited?: number) => {
      const placed = await draft(customer, variant_id, quantity, undefined, edited)
      return (await linesOfOrder(placed.id)).map((each) => [each.quantity, each.unit_price])
    }
    expect(await priceOf(anna(), 99)).toEqual([[99, 120]])
    expect(await priceOf(people().borealis.buyers[0], 200)).toEqual([[200, 120]])
    expect(await priceOf(anna(), 200)).toEqual([[200, 110]])
    await until(async () => (await agreement(id)).orders === 1)
    expect([(await uses(id)).map((use) => use.lines), (await line(id)).remaining_quantity, await flags(id)]).toMatchObject([[[{ quantity: 200 }]], 300, ["unchecked_order"]])
  })

  it("a draft edited to more pieces, to fewer → counted as it became; its line keeps its price, and too few are said", async () => {
    const { id } = await agreed({ lines: [{ variant_id, min_quantity: 100, unit_price: 110, max_quantity: 500 }] })
    const more = await draft(anna(), variant_id, 100, undefined, 150)
    await until(async () => (await line(id)).bought_quantity === 150)
    const fewer = await draft(anna(), variant_id, 100, undefined, 40)
    await until(async () => (await line(id)).bought_quantity === 190)
    const lines = [...(await linesOfOrder(more.id)), ...(await linesOfOrder(fewer.id))]
    expect(lines.map((each) => [each.quantity, each.unit_price])).toEqual([[150, 110], [40, 110]])
    expect(await flags(id)).toEqual(["unchecked_order", "unchecked_order", "under_quantity"])
  })

  it("a rep adds agreed goods to an order, enough of them, too few → the agreed price and counted, the normal one and not", async () => {
    const { id } = await agreed({ lines: [{ variant_id, min_quantity: 100, unit_price: 110, max_quantity: 500 }] })
    const other = await variant([{ currency_code: "usd", amount: 50 }])
    const placed = await order(as.anna(), other, 1)
    await addTo(placed, variant_id, 99)
    await addTo(placed, variant_id, 100)
    await until(async () => (await line(id)).bought_quantity === 100)
    const added = (await linesOfOrder(placed.id)).filter((each) => each.variant_id === variant_id).map((each) => [each.quantity, each.unit_price])
    expect(added.sort((a, b) => a[0]! - b[0]!)).toEqual([[99, 120], [100, 110]])
    expect(await uses(id)).toMatchObject([{ order_id: placed.id, checked: false, lines: [{ quantity: 100, unit_price: 110 }] }])
  })
})
