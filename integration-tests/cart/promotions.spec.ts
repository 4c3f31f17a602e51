import { Modules } from "@medusajs/framework/utils"
import { completeCartWorkflow, refreshCartItemsWorkflow } from "@medusajs/medusa/core-flows"
import type { PromotionStacking } from "../../src/contract"
import { settlePromotions } from "../../src/workflows/concession/settle/settle-promotions"
import { storeTest } from "../setup/store-test"
import { createPolicy } from "../setup/terms"
import { concededIn, type ConcededTerms, type MerchantPromotion } from "./conceded"

storeTest((store) => {
  const { as, container, ground, people } = store
  const { agreedCodes, cartNow, cartOf, concede, pay, place, promotion, service, setQuantity, ship, travel, variant } = concededIn(store)
  const email = () => people().acme.buyers[0].email
  let variant_id: string
  let other_id: string

  const cents = (amount: number) => Math.round(amount * 100) / 100
  const add = (cart_id: string, variant: string, quantity: number) => as.anna().post(`/store/carts/${cart_id}/line-items`, { variant_id: variant, quantity })
  const enter = (cart_id: string, ...promo_codes: string[]) => as.anna().post(`/store/carts/${cart_id}/promotions`, { promo_codes })
  const left = (item: any) => item.adjustments.reduce((rest: number, { amount }: { amount: number }) => rest - amount, item.unit_price * item.quantity)
  /** What is left of the lines of the agreed article and of another one, tax apart. */
  const lines = (cart: any) => [variant_id, other_id].flatMap((id) => cart.items.filter((item: any) => item.variant_id === id).map((item: any) => cents(left(item))))
  /** 100 pieces at 110 instead of 120, 5% off with the slower freight; beside them 10 pieces at 50 that nobody talked about. */
  const stacked = async (stacking: PromotionStacking, more: Partial<ConcededTerms> = {}) => {
    await concede({
      lines: [{ variant_id, min_quantity: 100, unit_price: 110 }],
      concessions: [{ kind: "freight", percent: 5, shipping_option_id: ground().slow_option_id }],
      stacking,
      ...more,
    })
    const cart_id = await cartOf(as.anna(), variant_id, 100)
    await add(cart_id, other_id, 10)
    return cart_id
  }
  /** With the policy the golden story is told under; a piece costs 80, so its floor is 94.12 and the next eighth of 120 above it 105. */
  const withFloor = async () => {
    await service().createNegotiationCosts([{ variant_id, currency_code: "usd", unit_cost: 80, valid_from: new Date("2026-01-01") }])
    return { policy_id: (await createPolicy(container())).id }
  }
  const ready = async (cart_id: string, option = ground().shipping_option_id) => {
    await ship(as.anna(), cart_id, email())
    await travel(as.anna(), cart_id, option)
  }

  beforeEach(async () => {
    variant_id = await variant([{ currency_code: "usd", amount: 120 }])
    other_id = await variant([{ currency_code: "usd", amount: 50 }])
  })

  describe("none", () => {
    const promotions: [string, MerchantPromotion, number][] = [
      ["automatic, on every item", { code: "AUTO", value: 10, automatic: true }, 450],
      ["by code, on every item", { code: "TEN", value: 10 }, 450],
      ["by code, on the order", { code: "ORDER", value: 10, target: "order" }, 450],
      // 230 over 11,500: 2% of each line, 10 of it on what nobody talked about.
      ["a sum over the order", { code: "SUM", value: 230, type: "fixed", target: "order" }, 490],
      ["a sum across the items", { code: "ACROSS", value: 230, type: "fixed", allocation: "across" }, 490],
      ["a sum off each piece", { code: "EACH", value: 2, type: "fixed" }, 480],
      ["100%", { code: "FREE", value: 100 }, 0],
    ]
    it.each(promotions)("%s → nothing off the agreed line, the other line keeps its share; in every answer", async (_, given, rest) => {
      const cart_id = await stacked("none")
      await promotion(given)
      const entered = given.automatic ? await setQuantityOfOther(cart_id, 10) : await enter(cart_id, given.code)
      expect([entered.status, lines(entered.data.cart)]).toEqual([200, [11_000, rest]])
      expect(lines(await cartNow(as.anna(), cart_id))).toEqual([11_000, rest])
      const slower = await travel(as.anna(), cart_id, ground().slow_option_id)
      expect(lines(slower.data.cart)).toEqual([10_450, rest])
    })

    it("an answer with settled promotions → has every field Medusa's own has, also those asked for", async () => {
      const cart_id = await stacked("none")
      await promotion({ code: "TEN", value: 10 })
      const keysOf = (value: any): string[] =>
        Array.isArray(value) ? keysOf(value[0]) : typeof value === "object" && value !== null ? Object.keys(value).flatMap((key) => [key, ...keysOf(value[key]).map((each) => `${key}.${each}`)]).sort() : []
      for (const query of ["", "?fields=id,total,*items,*region.countries"]) {
        const before = await as.anna().post(`/store/carts/${cart_id}${query}`, { promo_codes: [] })
        const after = await as.anna().post(`/store/carts/${cart_id}${query}`, { promo_codes: ["TEN"] })
        const answered = keysOf(after.data).filter((key) => !/adjustments|promotions/.test(key))
        expect(answered).toEqual(keysOf(before.data).filter((key) => !/adjustments|promotions/.test(key)))
        expect(answered.length).toBeGreaterThan(20)
      }
    })

    it("under the agreed quantity, at it again → the promotion's, the agreement's", async () => {
      const cart_id = await stacked("none")
      await promotion({ code: "TEN", value: 10 })
      const { cart } = (await enter(cart_id, "TEN")).data
      const line = cart.items.find((item: any) => item.variant_id === variant_id).id
      const seen = []
      for (const quantity of [99, 100]) seen.push(lines((await setQuantity(as.anna(), cart_id, line, quantity)).data.cart))
      expect(seen).toEqual([[10_692, 450], [11_000, 450]])
    })

    it("a code without effect, then another code, the other taken off → both wait for their line, what is taken off is off", async () => {
      const cart_id = await cartOf(as.anna(), variant_id, 100)
      await concede({ lines: [{ variant_id, min_quantity: 100, unit_price: 110 }], concessions: [{ kind: "basket", percent: 5, min_subtotal: 100 }] })
      await promotion({ code: "TEN", value: 10 })
      await promotion({ code: "FREE", value: 100 })
      const repriced = await as.anna().post(`/store/carts/${cart_id}`, { region_id: ground().regions.usd })
      const line = repriced.data.cart.items[0].id
      await enter(cart_id, "TEN")
      expect((await enter(cart_id, "FREE")).data.cart.total).toBe(10_450)
      await setQuantity(as.anna(), cart_id, line, 10)
      expect((await cartNow(as.anna(), cart_id)).total).toBe(0)
      const taken = await as.anna().post(`/store/carts/${cart_id}`, { promo_codes: ["TEN"] })
      // 1,200 less 10%, and 5% of what is left.
      expect(taken.data.cart.total).toBeCloseTo(1_026, 6)
    })
  })

  describe("best", () => {
    it("the agreed price is the better one, with and without its concession → the promotion does nothing", async () => {
      const cart_id = await stacked("best")
      await promotion({ code: "FIVE", value: 5 })
      // 12,000 less 5% is 11,400.
      expect(lines((await enter(cart_id, "FIVE")).data.cart)).toEqual([11_000, 475])
      expect(lines((await travel(as.anna(), cart_id, ground().slow_option_id)).data.cart)).toEqual([10_450, 475])
    })

    it("the normal price with the promotion is the better one → exactly that, until the concession makes the agreed one better", async () => {
      const cart_id = await stacked("best")
      await promotion({ code: "TEN", value: 10 })
      // 12,000 less 10% is 10,800, dearer than 10,450 with the slower freight.
      expect(lines((await enter(cart_id, "TEN")).data.cart)).toEqual([10_800, 450])
      expect(lines((await travel(as.anna(), cart_id, ground().slow_option_id)).data.cart)).toEqual([10_450, 450])
      expect(lines((await travel(as.anna(), cart_id, ground().shipping_option_id)).data.cart)).toEqual([10_800, 450])
    })

    it("an automatic one, two at once, a sum across the order → as the normal price would have them", async () => {
      await promotion({ code: "AUTO", value: 10, automatic: true })
      const cart_id = await stacked("best")
      expect(lines(await cartNow(as.anna(), cart_id))).toEqual([10_800, 450])
      await promotion({ code: "MORE", value: 5 })
      // 12,000 × .9 × .95
      expect(lines((await enter(cart_id, "MORE")).data.cart)).toEqual([10_260, 427.5])
      expect(lines((await as.anna().post(`/store/carts/${cart_id}`, { promo_codes: [] })).data.cart)).toEqual([10_800, 450])
    })
  })

  describe("floor", () => {
    it("above the floor → both, the concession first", async () => {
      const cart_id = await stacked("floor", await withFloor())
      await promotion({ code: "TEN", value: 10 })
      // 11,000 × .9 = 9,900 would be under 100 × 105.
      expect(lines((await enter(cart_id, "TEN")).data.cart)).toEqual([10_500, 450])
      await as.anna().delete(`/store/carts/${cart_id}/promotions`, {}, { promo_codes: ["TEN"] })
      await promotion({ code: "THREE", value: 3 })
      expect(lines((await enter(cart_id, "THREE")).data.cart)).toEqual([10_670, 485])
      // The concession leaves 10,450, which is under it by itself.
      expect(lines((await travel(as.anna(), cart_id, ground().slow_option_id)).data.cart)).toEqual([10_450, 485])
    })

    it("a promotion that would go under it, by share, by sum and for all → cut at the next eighth of list above the floor, which nobody can read off", async () => {
      const cart_id = await stacked("floor", await withFloor())
      await promotion({ code: "HALF", value: 50 })
      await promotion({ code: "SUM", value: 3_000, type: "fixed", allocation: "across" })
      await promotion({ code: "FREE", value: 100 })
      expect(lines((await enter(cart_id, "HALF")).data.cart)).toEqual([10_500, 250])
      const [agreed] = lines((await as.anna().post(`/store/carts/${cart_id}`, { promo_codes: ["SUM"] })).data.cart)
      expect(agreed).toBe(10_500)
      expect(lines((await as.anna().post(`/store/carts/${cart_id}`, { promo_codes: ["FREE"] })).data.cart)).toEqual([10_500, 0])
    })

    it("a concession that goes under it by itself → stands, and nothing comes on top", async () => {
      const cart_id = await stacked("floor", { ...(await withFloor()), concessions: [{ kind: "freight", percent: 20, shipping_option_id: ground().slow_option_id }] })
      await promotion({ code: "TEN", value: 10 })
      await enter(cart_id, "TEN")
      expect(lines((await travel(as.anna(), cart_id, ground().slow_option_id)).data.cart)).toEqual([8_800, 450])
    })

    it("no cost, or no policy → as none", async () => {
      const cart_id = await stacked("floor", { policy_id: (await createPolicy(container())).id })
      await promotion({ code: "TEN", value: 10 })
      expect(lines((await enter(cart_id, "TEN")).data.cart)).toEqual([11_000, 450])
    })

    it("the cost rises after the agreement → today's floor: nothing comes off where its next eighth is above the agreed price", async () => {
      const cart_id = await stacked("floor", await withFloor())
      await promotion({ code: "TEN", value: 10 })
      await enter(cart_id, "TEN")
      await service().createNegotiationCosts([{ variant_id, currency_code: "usd", unit_cost: 90, valid_from: new Date(Date.now() - 1_000) }])
      // 90 / .85 = 105.89, and the next eighth of 120 is 120.
      expect(lines((await travel(as.anna(), cart_id, ground().shipping_option_id)).data.cart)).toEqual([11_000, 450])
    })
  })

  describe("never a negative total", () => {
    it.each(["none", "best", "floor"] as const)("%s: 100%% on everything on top of every concession → goods and freight end at nothing or above", async (stacking) => {
      const cart_id = await stacked(stacking, {
        ...(await withFloor()),
        concessions: [
          { kind: "freight", percent: 100, shipping_option_id: ground().slow_option_id, target: "freight" },
          { kind: "freight", percent: 50, shipping_option_id: ground().slow_option_id },
          { kind: "basket", amount: 11_500, min_subtotal: 11_500 },
        ],
      })
      await promotion({ code: "FREE", value: 100 })
      await promotion({ code: "SUM", value: 50_000, type: "fixed", target: "order" })
      const seen = [await enter(cart_id, "FREE"), await enter(cart_id, "SUM"), await travel(as.anna(), cart_id, ground().slow_option_id)]
      for (const { status, data } of seen) {
        expect(status).toBe(200)
        expect(data.cart.total).toBeGreaterThanOrEqual(0)
        expect(Math.min(...lines(data.cart), data.cart.shipping_total)).toBeGreaterThanOrEqual(0)
      }
    })

    it("a 100% coupon on goods the concession lies on, taken off again → nothing, and the concession is back at once", async () => {
      await concede({ lines: [{ variant_id, min_quantity: 100, unit_price: 110 }], concessions: [{ kind: "basket", percent: 5, min_subtotal: 100 }] })
      const cart_id = await cartOf(as.anna(), other_id, 10)
      await promotion({ code: "FREE", value: 100 })
      expect((await cartNow(as.anna(), cart_id)).total).toBe(475)
      expect((await enter(cart_id, "FREE")).data.cart.total).toBe(0)
      const taken = await as.anna().delete(`/store/carts/${cart_id}/promotions`, {}, { promo_codes: ["FREE"] })
      expect([taken.status, taken.data.cart.total]).toEqual([200, 475])
    })
  })

  describe("to the order", () => {
    it.each([["none", 11_490], ["best", 11_290], ["floor", 10_990]] as const)("%s → the order shows what the cart showed and the payment was asked for", async (stacking, total) => {
      const cart_id = await stacked(stacking, await withFloor())
      await promotion({ code: "TEN", value: 10 })
      await enter(cart_id, "TEN")
      await ready(cart_id)
      expect(await pay(as.anna(), cart_id)).toBe(total)
      const { status, data } = await place(as.anna(), cart_id)
      expect([status, data.type, data.order?.total]).toEqual([200, "order", total])
      expect(lines(data.order)).toEqual([total - 40 - 450, 450])
    })

    it.each([["none", 11_490], ["best", 11_290], ["floor", 10_990]] as const)("%s: an automatic one → on the order as on the cart", async (stacking, total) => {
      await promotion({ code: "AUTO", value: 10, automatic: true })
      const cart_id = await stacked(stacking, await withFloor())
      await ready(cart_id)
      expect(await pay(as.anna(), cart_id)).toBe(total)
      const { data } = await place(as.anna(), cart_id)
      expect([data.type, data.order?.total, lines(data.order)]).toEqual(["order", total, [total - 40 - 450, 450]])
    })

    it("refreshed behind the plugin's back → refused with the reason, the right total is there, then it goes through", async () => {
      const cart_id = await stacked("none")
      await promotion({ code: "TEN", value: 10 })
      await enter(cart_id, "TEN")
      await ready(cart_id)
      const behind = () => refreshCartItemsWorkflow(container()).run({ input: { cart_id, force_refresh: true } })
      await behind()
      expect((await cartNow(as.anna(), cart_id)).total).toBe(10_390)
      await pay(as.anna(), cart_id)
      const { errors } = await completeCartWorkflow(container()).run({ input: { id: cart_id }, throwOnError: false })
      expect(errors[0]?.error).toMatchObject({ type: "not_allowed", code: "agreement_not_applicable" })
      const refused = await place(as.anna(), cart_id)
      expect([refused.status, refused.data.code, refused.data.details]).toEqual([409, "agreement_not_applicable", { why: "promotions" }])
      expect((await cartNow(as.anna(), cart_id)).total).toBe(11_490)
      expect(await pay(as.anna(), cart_id)).toBe(11_490)
      expect((await place(as.anna(), cart_id)).data).toMatchObject({ type: "order", order: { total: 11_490 } })
    })

    it("a merchant's own refresh followed by settlePromotions → completes; settling again changes nothing", async () => {
      const cart_id = await stacked("best")
      await promotion({ code: "TEN", value: 10 })
      await enter(cart_id, "TEN")
      await ready(cart_id)
      await refreshCartItemsWorkflow(container()).run({ input: { cart_id, force_refresh: true } })
      expect([await settlePromotions(container(), cart_id), await settlePromotions(container(), cart_id)]).toEqual([true, false])
      expect(await pay(as.anna(), cart_id)).toBe(11_290)
      expect((await place(as.anna(), cart_id)).data.type).toBe("order")
    })
  })

  describe("others", () => {
    it("people without agreements, and a buyer's cart without agreed goods → promotions do what they always do", async () => {
      await stacked("none")
      await promotion({ code: "TEN", value: 10 })
      const totals = []
      for (const who of [as.ingrid(), as.solo(), as.guest()]) {
        const theirs = await cartOf(who, variant_id, 100)
        totals.push((await who.post(`/store/carts/${theirs}/promotions`, { promo_codes: ["TEN"] })).data.cart.total)
      }
      const own = await cartOf(as.anna(), other_id, 100)
      totals.push((await enter(own, "TEN")).data.cart.total)
      expect(totals).toEqual([10_800, 10_800, 10_800, 4_500])
    })

    it("free freight by code → the freight is the merchant's, whatever was agreed about the goods", async () => {
      const cart_id = await stacked("none")
      await container().resolve(Modules.PROMOTION).createPromotions({
        code: "SHIP", type: "standard", status: "active",
        application_method: { type: "percentage", target_type: "shipping_methods", allocation: "each", max_quantity: 10, value: 100, currency_code: "usd" },
      })
      await travel(as.anna(), cart_id, ground().slow_option_id)
      const { cart } = (await enter(cart_id, "SHIP")).data
      expect([cart.shipping_total, ...lines(cart)]).toEqual([0, 10_450, 500])
      expect(agreedCodes(await cartNow(as.anna(), cart_id))).toHaveLength(1)
    })
  })

  async function setQuantityOfOther(cart_id: string, quantity: number) {
    const { items } = await cartNow(as.anna(), cart_id)
    return setQuantity(as.anna(), cart_id, items.find((item: any) => item.variant_id === other_id).id, quantity)
  }
})
