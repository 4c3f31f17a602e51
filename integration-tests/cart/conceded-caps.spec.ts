import settleUnheardOrdersJob from "../../src/jobs/settle-unheard-orders"
import { reconcileConcessions } from "../../src/workflows/concession/reconcile-concessions"
import { until } from "../http/agreements/agreed"
import { complete } from "../setup/checkout"
import { storeTest } from "../setup/store-test"
import { concededIn } from "./conceded"
import { orderingIn } from "./ordering"

/** What an agreement allows of orders and pieces binds what it concedes as it binds its price. */
storeTest((store) => {
  const { as, container, ground, people } = store
  const { cartNow, cartOf, concede, pay, place, setQuantity, ship, travel, variant, service } = concededIn(store)
  const { agreement, change, flags, line, cancel, uses } = orderingIn(store)
  const anna = () => people().acme.buyers[0]
  let variant_id: string
  let other: string

  const off = async (cart_id: string): Promise<number> => (await cartNow(as.anna(), cart_id)).discount_subtotal
  const toTheCounter = async (cart_id: string, option: string = ground().shipping_option_id) => {
    await ship(as.anna(), cart_id, anna().email)
    await travel(as.anna(), cart_id, option)
    await pay(as.anna(), cart_id)
    return cart_id
  }
  /** Anna's cart at the counter. */
  const ready = async (variant: string, quantity: number, option?: string) => toTheCounter(await cartOf(as.anna(), variant, quantity), option)
  const limit = (agreement_id: string, max_quantity: number) =>
    change("UPDATE negotiation_agreement_line SET max_quantity = ?, remaining_quantity = ? WHERE agreement_id = ?", [max_quantity, max_quantity, agreement_id])

  beforeEach(async () => {
    variant_id = await variant([{ currency_code: "usd", amount: 120 }])
    other = await variant([{ currency_code: "usd", amount: 60 }])
  })

  it("a discount on any basket, one order allowed: baskets without the agreed article count; two at once → one is ordered", async () => {
    const { id } = await concede({ lines: [{ variant_id, min_quantity: 100, unit_price: 110 }], max_orders: 1, concessions: [{ kind: "basket", percent: 2, min_subtotal: 1_000 }] })
    const carts = [await ready(other, 20), await ready(other, 30)]
    expect(await Promise.all(carts.map(off))).toEqual([24, 36])
    const answers = await Promise.all(carts.map((cart_id) => complete(as.anna(), cart_id)))
    expect(answers.filter(({ data }) => data.type === "order")).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 400 || status === 409)).toHaveLength(1)
    await until(async () => (await agreement(id)).status === "used_up")
    expect(await agreement(id)).toMatchObject({ orders: 1 })
    expect(await off(await cartOf(as.anna(), other, 20))).toBe(0)
    const placed = answers.find(({ data }) => data.type === "order")?.data.order
    await cancel(placed)
    await until(async () => (await agreement(id)).status === "active")
    expect([(await agreement(id)).orders, (await uses(id)).map((use) => use.status)]).toEqual([0, ["released"]])
  })

  it("a discount on freight alone, at the buyer's own price → an order of the agreement, and cancelled none", async () => {
    const { id } = await concede({
      lines: [{ variant_id, min_quantity: 100, unit_price: 110 }],
      max_orders: 1,
      concessions: [{ kind: "freight", target: "freight", percent: 50, shipping_option_id: ground().slow_option_id }],
    })
    const cart_id = await ready(other, 20, ground().slow_option_id)
    expect(await off(cart_id)).toBe(10)
    const { order } = (await place(as.anna(), cart_id)).data
    await until(async () => (await agreement(id)).status === "used_up")
    expect([await flags(id), (await uses(id))[0]]).toEqual([[], expect.objectContaining({ checked: true, lines: [] })])
    await cancel(order)
    await until(async () => (await agreement(id)).status === "active")
  })

  it("so many pieces at a discount: for more there is none, in one line or two; ordered, so many fewer are left", async () => {
    const { id } = await concede({ lines: [{ variant_id, min_quantity: 100, unit_price: 110 }], concessions: [{ kind: "freight", percent: 3, shipping_option_id: ground().slow_option_id }] })
    await limit(id, 500)
    // Accepting knows the limit before it makes the promotion.
    await reconcileConcessions(container())

    const cart_id = await ready(variant_id, 300, ground().slow_option_id)
    const [{ id: line_id }] = (await cartNow(as.anna(), cart_id)).items
    expect(await off(cart_id)).toBe(990)
    await setQuantity(as.anna(), cart_id, line_id, 501)
    expect(await off(cart_id)).toBe(0)
    await setQuantity(as.anna(), cart_id, line_id, 300)
    expect(await off(cart_id)).toBe(990)
    await as.anna().post(`/store/carts/${cart_id}/line-items`, { variant_id, quantity: 250, metadata: { side: "left" } })
    await toTheCounter(cart_id, ground().slow_option_id)
    const refused = await complete(as.anna(), cart_id)
    expect([refused.status, refused.data.code]).toEqual([409, "agreement_not_applicable"])

    const ordered = await ready(variant_id, 300, ground().slow_option_id)
    expect((await place(as.anna(), ordered)).data.type).toBe("order")
    await until(async () => (await line(id)).remaining_quantity === 200)
    await until(async () => (await off(await ready(variant_id, 200, ground().slow_option_id))) === 660)
    expect(await off(await ready(variant_id, 201, ground().slow_option_id))).toBe(0)
  })

  it("a discount off a sale price under the agreed one uses the agreement's pieces", async () => {
    const { id } = await concede({ lines: [{ variant_id, min_quantity: 100, unit_price: 110 }], concessions: [{ kind: "freight", percent: 3, shipping_option_id: ground().slow_option_id }] })
    await limit(id, 500)
    await change("UPDATE price SET amount = 100, raw_amount = '{\"value\":\"100\",\"precision\":20}' WHERE currency_code = 'usd' AND price_list_id IS NULL AND price_set_id = (SELECT price_set_id FROM product_variant_price_set WHERE variant_id = ?)", [variant_id])
    const cart_id = await ready(variant_id, 150, ground().slow_option_id)
    expect((await cartNow(as.anna(), cart_id)).items[0]).toMatchObject({ unit_price: 100 })
    expect((await place(as.anna(), cart_id)).data.type).toBe("order")
    await until(async () => (await line(id)).remaining_quantity === 350)
    expect(await agreement(id)).toMatchObject({ orders: 1 })
  })

  it("ordered at the buyer's own price for slower freight with nobody checking and nobody told → counted by morning, and flagged", async () => {
    const { id } = await concede({ lines: [{ variant_id, min_quantity: 100, unit_price: 120 }], max_orders: 1, concessions: [{ kind: "freight", percent: 3, shipping_option_id: ground().slow_option_id }] })
    const cart_id = await ready(variant_id, 100, ground().slow_option_id)
    const [concession] = await service().concessionsOfAgreements([id])
    const { order } = (await place(as.anna(), cart_id)).data
    await until(async () => (await agreement(id)).status === "used_up")
    // As if no hook and no event had come: nothing is known of the order, and the agreement stands with its promotion.
    await change("DELETE FROM negotiation_agreement_use WHERE agreement_id = ?", [id])
    await change("DELETE FROM negotiation_heard_order WHERE order_id = ?", [order.id])
    await change("UPDATE negotiation_agreement SET orders = 0, status = 'active', ended_at = NULL, ended_reason = NULL WHERE id = ?", [id])
    await change("UPDATE negotiation_concession SET promotion_id = ? WHERE id = ?", [concession?.promotion_id, concession?.id])
    await settleUnheardOrdersJob(container())
    expect(await agreement(id)).toMatchObject({ orders: 1 })
    expect(await flags(id)).toContain("unchecked_order")
  })
})
