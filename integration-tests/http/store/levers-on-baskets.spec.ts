import { concededIn } from "../../cart/conceded"
import { storeTest } from "../../setup/store-test"
import { acceptOption, negotiationOf, optionOf } from "./ask"
import { freightLever, leverPolicy, PAYMENT_LEVER } from "./lever-shop"

storeTest((store) => {
  const { as, cart, container, ground, people, truth } = store
  const { agreedCodes, cartNow, pay, place, setQuantity, ship, travel } = concededIn(store)
  const email = () => people().acme.buyers[0].email
  const cents = (amount: number) => Math.round(amount * 100) / 100
  /** What is left of an article in a cart, tax apart. */
  const left = (shown: any, article: "cylinder" | "valve" | "gearbox") => {
    const item = shown.items.find((each: any) => each.variant_id === ground().articles[article].variant_id)
    return cents(item.adjustments.reduce((rest: number, { amount }: { amount: number }) => rest - amount, item.unit_price * item.quantity))
  }
  /** Cylinders and valves are asked about; the gearboxes are in the cart and nobody talks about them. */
  const askedBasket = async () => {
    const { cylinder, valve, gearbox } = ground().articles
    const basket = await cart(as.anna(), [{ article: cylinder, quantity: 1_000 }, { article: valve, quantity: 800 }, { article: gearbox, quantity: 10 }])
    const targets = new Map([[cylinder.variant_id, 110], [valve.variant_id, 68]])
    const lines = basket.items.flatMap((item: { id: string; variant_id: string }) =>
      targets.has(item.variant_id) ? [{ line_item_id: item.id, target_unit_price: targets.get(item.variant_id) }] : [])
    const asked = negotiationOf(await as.anna().post("/store/price-requests", { cart_id: basket.id, lines }), 201)
    return { basket, asked, lineOf: (article: "cylinder" | "valve") => basket.items.find((item: any) => item.variant_id === ground().articles[article].variant_id).id }
  }
  const GOODS = 1_000 * 120 + 800 * 75
  const GEARBOXES = 1_420

  it("freight on several lines: what was shown is off the agreed lines alone, each while it holds, to the order", async () => {
    await leverPolicy(container(), freightLever(ground()))
    const { basket, asked, lineOf } = await askedBasket()
    const option = optionOf(asked, "freight")
    const percent = option.concession?.percent ?? 0
    expect(percent).toBeGreaterThan(1)
    expect(option.lines).toHaveLength(2)
    const kept = 1 - percent / 100
    expect(option.overall_cost.goods).toBeCloseTo(GOODS * kept, 2)
    expect(option.saving_total).toBeCloseTo(GOODS * (1 - kept), 2)

    const agreed = await acceptOption(as.anna(), asked, "freight")
    expect(agreed.agreement?.lines.map((line) => [line.min_quantity, line.unit_price]).sort()).toEqual([[800, 75], [1_000, 120]].sort())
    await ship(as.anna(), basket.id, email())
    await travel(as.anna(), basket.id, ground().shipping_option_id)
    expect(agreedCodes(await cartNow(as.anna(), basket.id))).toEqual([])
    await travel(as.anna(), basket.id, ground().slow_option_id)
    const shown = async () => {
      const now = await cartNow(as.anna(), basket.id)
      return [left(now, "cylinder"), left(now, "valve"), left(now, "gearbox")]
    }
    const all = [cents(120_000 * kept), cents(60_000 * kept), GEARBOXES]
    expect(await shown()).toEqual(all)
    expect((all[0] ?? 0) + (all[1] ?? 0)).toBeCloseTo(option.overall_cost.goods, 1)

    await setQuantity(as.anna(), basket.id, lineOf("valve"), 799)
    expect(await shown()).toEqual([all[0], 799 * 75, GEARBOXES])
    await setQuantity(as.anna(), basket.id, lineOf("valve"), 800)
    const paid = await pay(as.anna(), basket.id)
    expect(paid).toBeCloseTo(option.overall_cost.goods + GEARBOXES + 20, 1)
    expect((await place(as.anna(), basket.id)).data).toMatchObject({ type: "order", order: { total: paid } })
    expect(await truth().row("negotiation", { id: asked.id })).toMatchObject({ status: "ordered" })
  })

  it("a way to pay on several lines: off the agreed lines alone while it is chosen, to the order", async () => {
    await leverPolicy(container(), PAYMENT_LEVER)
    const { basket, asked } = await askedBasket()
    const option = optionOf(asked, "payment_term")
    const kept = 1 - (option.concession?.percent ?? 0) / 100
    await acceptOption(as.anna(), asked, "payment_term")
    const now = await cartNow(as.anna(), basket.id)
    expect([left(now, "cylinder"), left(now, "valve"), left(now, "gearbox")]).toEqual([cents(120_000 * kept), cents(60_000 * kept), GEARBOXES])
    await as.anna().post("/store/payment-terms", { cart_id: basket.id, payment_term: null })
    expect(agreedCodes(await cartNow(as.anna(), basket.id))).toEqual([])
    await as.anna().post("/store/payment-terms", { cart_id: basket.id, payment_term: "prepay" })
    await ship(as.anna(), basket.id, email())
    await travel(as.anna(), basket.id, ground().shipping_option_id)
    const paid = await pay(as.anna(), basket.id)
    expect(paid).toBeCloseTo(option.overall_cost.goods + GEARBOXES + 40, 1)
    expect((await place(as.anna(), basket.id)).data).toMatchObject({ type: "order", order: { total: paid } })
  })

  it("a freight cut shown for 2,000 pieces: however many small orders, none of them earns it, and none counts under the agreement", async () => {
    await leverPolicy(container(), freightLever(ground()))
    const { cylinder } = ground().articles
    const basket = await cart(as.anna(), [{ article: cylinder, quantity: 2_000 }])
    const asked = negotiationOf(await as.anna().post("/store/price-requests", { cart_id: basket.id, lines: [{ line_item_id: basket.items[0].id, target_unit_price: 110 }] }), 201)
    await acceptOption(as.anna(), asked, "freight")

    for (const quantity of [10, 1_999]) {
      const small = await cart(as.anna(), [{ article: cylinder, quantity }])
      await ship(as.anna(), small.id, email())
      await travel(as.anna(), small.id, ground().slow_option_id)
      expect(agreedCodes(await cartNow(as.anna(), small.id))).toEqual([])
      expect(await pay(as.anna(), small.id)).toBe(120 * quantity + 20)
      expect((await place(as.anna(), small.id)).data).toMatchObject({ type: "order", order: { total: 120 * quantity + 20 } })
    }
    expect(await truth().rows("negotiation_agreement")).toMatchObject([{ status: "active", orders: 0 }])

    // 1,000 and 1,000 on two lines of one cart are no 2,000 on one.
    const split = await cart(as.anna(), [{ article: cylinder, quantity: 1_000 }])
    await as.anna().post(`/store/carts/${split.id}/line-items`, { variant_id: cylinder.variant_id, quantity: 1_000, metadata: { for: "the other works" } })
    await ship(as.anna(), split.id, email())
    await travel(as.anna(), split.id, ground().slow_option_id)
    const shown = await cartNow(as.anna(), split.id)
    expect([shown.items.length, agreedCodes(shown)]).toEqual([2, []])
  })
})
