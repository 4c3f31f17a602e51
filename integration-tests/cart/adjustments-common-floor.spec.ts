import { refreshCartItemsWorkflow } from "@medusajs/medusa/core-flows"
import { settlePromotions } from "../../src/workflows/concession/settle/settle-promotions"
import { storeTest } from "../setup/store-test"
import { createPolicy } from "../setup/terms"
import { concededIn, type Conceded } from "./conceded"

storeTest((store) => {
  const { as, container, ground, people } = store
  const { agreedCodes, cartNow, cartOf, concede, left, pay, place, promotion, service, setQuantity, ship, travel, variant } = concededIn(store)
  let variant_id: string
  let other_id: string
  let policy_id: string

  /** A piece of the one article costs 80: by the golden policy its floor is 94.12. Of the other one nobody knows what it costs. */
  beforeEach(async () => {
    variant_id = await variant([{ currency_code: "usd", amount: 120 }])
    other_id = await variant([{ currency_code: "usd", amount: 50 }])
    policy_id = (await createPolicy(container())).id
    await costs(80, new Date("2026-01-01"))
  })
  const costs = (unit_cost: number, valid_from: Date) => service().createNegotiationCosts([{ variant_id, currency_code: "usd", unit_cost, valid_from }])

  /** 100 pieces at 110 with these concessions; and, agreed on at another time, 10 of the other article at 48 with those for the whole cart. */
  const agreedTwice = async (concessions: Conceded[], basket: Conceded, pieces = 100) => {
    await concede({ lines: [{ variant_id, min_quantity: 100, unit_price: 110 }], concessions, policy_id })
    await concede({ lines: [{ variant_id: other_id, min_quantity: 10, unit_price: 48 }], concessions: [basket], policy_id })
    const cart_id = await cartOf(as.anna(), variant_id, pieces)
    await as.anna().post(`/store/carts/${cart_id}/line-items`, { variant_id: other_id, quantity: 10 })
    return cart_id
  }
  const slow = (percent: number): Conceded => ({ kind: "freight", percent, shipping_option_id: ground().slow_option_id })
  const prepay = (percent: number): Conceded => ({ kind: "payment_term", percent, payment_term: "prepay" })
  const basket = (percent: number): Conceded => ({ kind: "basket", percent, min_subtotal: 100 })
  const choose = (cart_id: string, payment_term: string | null) => as.anna().post("/store/payment-terms", { cart_id, payment_term })
  /** What is left of the article with a floor, and of the other one. */
  const lines = async (cart_id: string) => {
    const cart = await cartNow(as.anna(), cart_id)
    return [left(cart, variant_id), left(cart, other_id)]
  }

  it("two that together go under the floor → the larger one; the smaller one where the larger one is not there", async () => {
    const cart_id = await agreedTwice([prepay(8)], basket(10))
    expect(await lines(cart_id)).toEqual([9_900, 432])
    // 110 × .92 × .9 = 91.08 is under 94.12.
    const chosen = await choose(cart_id, "prepay")
    expect([chosen.status, ...(await lines(cart_id))]).toEqual([200, 9_900, 432])
    const { items } = await cartNow(as.anna(), cart_id)
    const other = items.find((item: any) => item.variant_id === other_id).id
    await as.anna().delete(`/store/carts/${cart_id}/line-items/${other}`)
    expect((await lines(cart_id))[0]).toBe(9_900)
    expect(agreedCodes(await cartNow(as.anna(), cart_id))).toHaveLength(1)
  })

  it("two that together stay over it → both", async () => {
    const cart_id = await agreedTwice([prepay(5)], basket(5))
    await choose(cart_id, "prepay")
    // 110 × .95 × .95 = 99.275
    expect(await lines(cart_id)).toEqual([9_927.5, 456])
    expect(agreedCodes(await cartNow(as.anna(), cart_id))).toHaveLength(3)
  })

  it("three → the choice that takes most off and stays at or over it, as conditions come and go", async () => {
    const cart_id = await agreedTwice([slow(6), prepay(4)], basket(9))
    const seen = [await lines(cart_id)]
    await travel(as.anna(), cart_id, ground().slow_option_id)
    seen.push(await lines(cart_id))
    await choose(cart_id, "prepay")
    seen.push(await lines(cart_id))
    await travel(as.anna(), cart_id, ground().shipping_option_id)
    seen.push(await lines(cart_id))
    expect(seen).toEqual([
      [10_010, 436.8],
      // 94.09 with both would be under 94.12: the basket's alone.
      [10_010, 436.8],
      // 96.096 with the basket's and the sooner payment; 99.264 with what was agreed with the price itself.
      [9_609.6, 436.8],
      [9_609.6, 436.8],
    ])
  })

  it("under the agreed quantity → the own price has room for what it did not have before", async () => {
    const cart_id = await agreedTwice([prepay(8)], basket(10))
    await choose(cart_id, "prepay")
    const { items } = await cartNow(as.anna(), cart_id)
    const line = items.find((item: any) => item.variant_id === variant_id).id
    await setQuantity(as.anna(), cart_id, line, 99)
    // 99 × 120 less 10%
    expect(await lines(cart_id)).toEqual([10_692, 432])
  })

  it("the cost rises after it was agreed on → what one agreement promised with its own price is kept, another's does not come on top", async () => {
    const cart_id = await agreedTwice([prepay(8)], basket(5))
    await choose(cart_id, "prepay")
    // 110 × .92 × .95 = 96.14
    expect(await lines(cart_id)).toEqual([9_614, 456])
    await costs(100, new Date(Date.now() - 1_000))
    await travel(as.anna(), cart_id, ground().shipping_option_id)
    expect(await lines(cart_id)).toEqual([10_120, 456])
    await choose(cart_id, null)
    expect(await lines(cart_id)).toEqual([11_000, 456])
  })

  it.each([
    // 110 × .92 × .9 = 91.08 is under 94.12, 110 × .9 under the next eighth of 120 above it, 105: nothing is left for the promotion.
    { theirs: 8, beside: 10, expected: 9_900 },
    // 110 × .99 × .98 = 106.722 leaves it what is above 105.
    { theirs: 1, beside: 2, expected: 10_500 },
  ])("beside a merchant's promotion that may go down to the floor, $theirs% and $beside% → agreements first, together at or over it, then the promotion", async ({ theirs, beside, expected }) => {
    await concede({ lines: [{ variant_id, min_quantity: 100, unit_price: 110 }], concessions: [prepay(theirs)], policy_id, stacking: "floor" })
    await concede({ lines: [{ variant_id: other_id, min_quantity: 10, unit_price: 48 }], concessions: [basket(beside)], policy_id })
    const cart_id = await cartOf(as.anna(), variant_id, 100)
    await promotion({ code: "TEN", value: 10 })
    await as.anna().post(`/store/carts/${cart_id}/promotions`, { promo_codes: ["TEN"] })
    await choose(cart_id, "prepay")
    expect((await lines(cart_id))[0]).toBe(expected)
  })

  it("nobody knows what it costs → nothing is held back, as no floor is known", async () => {
    await concede({ lines: [{ variant_id: other_id, min_quantity: 10, unit_price: 48 }], concessions: [prepay(30)], policy_id })
    await concede({ lines: [{ variant_id, min_quantity: 100, unit_price: 110 }], concessions: [basket(30)], policy_id })
    const cart_id = await cartOf(as.anna(), other_id, 10)
    await choose(cart_id, "prepay")
    expect((await lines(cart_id))[1]).toBe(235.2)
  })

  it("something more conceded while the buyer pays → ordered as it stands; they may have it, and need not", async () => {
    await concede({ lines: [{ variant_id, min_quantity: 100, unit_price: 112 }], concessions: [slow(3)], policy_id })
    await concede({ lines: [{ variant_id, min_quantity: 100, unit_price: 110 }], policy_id })
    const cart_id = await cartOf(as.anna(), variant_id, 100)
    await ship(as.anna(), cart_id, people().acme.buyers[0].email)
    await travel(as.anna(), cart_id, ground().slow_option_id)
    const total = await pay(as.anna(), cart_id)
    await concede({ lines: [{ variant_id: other_id, min_quantity: 10, unit_price: 48 }], concessions: [basket(2)], policy_id })
    expect((await place(as.anna(), cart_id)).data).toMatchObject({ type: "order", order: { total } })
  })

  it("to the order: refreshed behind the plugin's back it is refused, then it goes through at the total shown", async () => {
    const cart_id = await agreedTwice([prepay(8)], basket(10))
    await choose(cart_id, "prepay")
    await ship(as.anna(), cart_id, people().acme.buyers[0].email)
    await travel(as.anna(), cart_id, ground().shipping_option_id)
    await refreshCartItemsWorkflow(container()).run({ input: { cart_id, force_refresh: true } })
    expect(await lines(cart_id)).toEqual([9_108, 432])
    await pay(as.anna(), cart_id)
    const refused = await place(as.anna(), cart_id)
    expect([refused.status, refused.data.code, refused.data.details]).toEqual([409, "agreement_not_applicable", { why: "promotions" }])
    expect(await lines(cart_id)).toEqual([9_900, 432])
    expect(await settlePromotions(container(), cart_id)).toBe(false)
    expect(await pay(as.anna(), cart_id)).toBe(10_372)
    expect((await place(as.anna(), cart_id)).data).toMatchObject({ type: "order", order: { total: 10_372 } })
  })

  describe("a concession for the whole cart, on goods its agreement never spoke of", () => {
    /** 10 of the other article at 48 are agreed on, with something off the whole cart; 100 of the article with a floor are in it at 120. */
    const agreedBeside = async (concession: Conceded, by: { policy_id?: string } = { policy_id }) => {
      await concede({ lines: [{ variant_id: other_id, min_quantity: 10, unit_price: 48 }], concessions: [concession], ...by })
      const cart_id = await cartOf(as.anna(), other_id, 10)
      await as.anna().post(`/store/carts/${cart_id}/line-items`, { variant_id, quantity: 100 })
      return cart_id
    }
    const bring = (cart_id: string, code: string) => as.anna().post(`/store/carts/${cart_id}/promotions`, { promo_codes: [code] })

    it.each([
      // 120 × .79 = 94.8 is over 94.12, 120 × .78 = 93.6 is under it.
      { percent: 21, expected: [9_480, 379.2] },
      { percent: 22, expected: [12_000, 374.4] },
    ])("$percent% → off what stays at or over its floor, the agreed goods always", async ({ percent, expected }) => {
      expect(await lines(await agreedBeside(basket(percent)))).toEqual(expected)
    })

    it("a sum → each line's own share of it stands or falls; none is moved to another line", async () => {
      await costs(100, new Date(Date.now() - 1_000))
      const cart_id = await agreedBeside({ kind: "basket", amount: 624, min_subtotal: 1_000 })
      // 5% of 12,480 in all; 114 would be under 117.65.
      expect(await lines(cart_id)).toEqual([12_000, 456])
    })

    it("each line by its own floor: the one can carry it, the next can't, of the third nobody knows what it costs", async () => {
      const [dear, unknown] = [await variant([{ currency_code: "usd", amount: 100 }]), await variant([{ currency_code: "usd", amount: 100 }])]
      await service().createNegotiationCosts([{ variant_id: dear, currency_code: "usd", unit_cost: 80, valid_from: new Date("2026-01-01") }])
      const cart_id = await agreedBeside(basket(10))
      for (const id of [dear, unknown]) await as.anna().post(`/store/carts/${cart_id}/line-items`, { variant_id: id, quantity: 1 })
      const cart = await cartNow(as.anna(), cart_id)
      expect([variant_id, other_id, dear, unknown].map((id) => left(cart, id))).toEqual([10_800, 432, 100, 90])
    })

    it("decided without a policy → no floor is known, nothing is held back", async () => {
      expect(await lines(await agreedBeside(basket(30), {}))).toEqual([8_400, 336])
    })

    it("the cost rises, and falls again → it goes and comes back with the next change; on the agreed goods it stays", async () => {
      await service().createNegotiationCosts([{ variant_id: other_id, currency_code: "usd", unit_cost: 30, valid_from: new Date("2026-01-01") }])
      const cart_id = await agreedBeside(basket(10))
      const seen = [await lines(cart_id)]
      for (const unit_cost of [200, 80]) {
        await costs(unit_cost, new Date(Date.now() - 1_000))
        await service().createNegotiationCosts([{ variant_id: other_id, currency_code: "usd", unit_cost, valid_from: new Date() }])
        await travel(as.anna(), cart_id, ground().shipping_option_id)
        seen.push(await lines(cart_id))
      }
      expect(seen).toEqual([[10_800, 432], [12_000, 432], [10_800, 432]])
    })

    it("beside a merchant's promotion → together at or over the floor; where not, the promotion alone, off the whole price", async () => {
      const cart_id = await agreedBeside(basket(15))
      await promotion({ code: "TEN", value: 10 })
      await promotion({ code: "FIVE", value: 5 })
      // 120 × .85 × .95 = 96.9
      await bring(cart_id, "FIVE")
      expect((await lines(cart_id))[0]).toBe(9_690)
      await as.anna().delete(`/store/carts/${cart_id}/promotions`, {}, { promo_codes: ["FIVE"] })
      // 120 × .85 × .9 = 91.8
      await bring(cart_id, "TEN")
      expect((await lines(cart_id))[0]).toBe(10_800)
      expect(await settlePromotions(container(), cart_id)).toBe(false)
    })

    it("to the order: refreshed behind the plugin's back it is refused, then it goes through at the total shown", async () => {
      const cart_id = await agreedBeside(basket(25))
      await ship(as.anna(), cart_id, people().acme.buyers[0].email)
      await travel(as.anna(), cart_id, ground().shipping_option_id)
      await refreshCartItemsWorkflow(container()).run({ input: { cart_id, force_refresh: true } })
      expect(await lines(cart_id)).toEqual([9_000, 360])
      await pay(as.anna(), cart_id)
      const refused = await place(as.anna(), cart_id)
      expect([refused.status, refused.data.code, refused.data.details]).toEqual([409, "agreement_not_applicable", { why: "promotions" }])
      expect(await lines(cart_id)).toEqual([12_000, 360])
      expect(await settlePromotions(container(), cart_id)).toBe(false)
      // With 40 for the delivery.
      expect(await pay(as.anna(), cart_id)).toBe(12_400)
      expect((await place(as.anna(), cart_id)).data).toMatchObject({ type: "order", order: { total: 12_400 } })
    })
  })
})
