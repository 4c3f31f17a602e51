import { concededIn } from "../../cart/conceded"
import type { Client } from "../../setup/client"
import { storeTest } from "../../setup/store-test"
import { acceptOption, askFirst, negotiationOf, optionOf } from "./ask"
import { freightLever, leverPolicy, PAYMENT_LEVER } from "./lever-shop"

storeTest((store) => {
  const { as, cart, container, ground, people, truth } = store
  const { agreedCodes, cartNow, pay, place, setQuantity, ship, travel } = concededIn(store)
  const cylinders = (quantity = 2_000) => cart(as.anna(), [{ article: ground().articles.cylinder, quantity }])
  const goods = (shown: { item_subtotal: number; discount_subtotal: number }) => shown.item_subtotal - shown.discount_subtotal

  describe("freight", () => {
    it("offered where nothing is given for talk alone, accepted at today's price: off with the slow way, gone with the fast one, back, to the order", async () => {
      await leverPolicy(container(), freightLever(ground()))
      const basket = await cylinders()
      const asked = await askFirst(as.anna(), basket, 110)
      const option = optionOf(asked, "freight")
      const { concession } = option
      expect(concession).toEqual({ kind: "freight", percent: expect.any(Number), shipping_option_id: ground().slow_option_id, payment_term: null })
      const percent = concession?.percent ?? 0
      // 70% of 6,000 on 240,000: 1.75%.
      expect(percent).toBeCloseTo(1.75, 2)
      expect(option.lines).toMatchObject([{ quantity: 2_000, unit_price: 120, effective_unit_price: 120 * (1 - percent / 100) }])
      const total = 240_000 * (1 - percent / 100)
      // No way to ship is chosen yet: of the other options nobody could tell what shipping adds, so it is in none.
      expect(option.overall_cost).toEqual({ goods: total, freight: null, terms: 0, total })
      expect(option.saving_total).toBeCloseTo(240_000 - total, 4)
      expect(option).toMatchObject({ shipping_option_id: ground().slow_option_id, shipping_option_name: "Consolidated freight", headline: expect.stringContaining("Consolidated freight") })
      expect(option.conditions.join(" ")).toContain("while your cart travels by Consolidated freight")
      expect(asked.offer?.explanation).toContain("A slower delivery makes things easier for us, and part of that is yours.")

      const agreed = await acceptOption(as.anna(), asked, "freight")
      expect(agreed.agreement).toMatchObject({ lines: [{ min_quantity: 2_000, unit_price: 120 }], concessions: [{ kind: "freight", on: "goods", percent }] })
      await ship(as.anna(), basket.id, people().acme.buyers[0].email)
      const seen = []
      for (const way of [ground().shipping_option_id, ground().slow_option_id, ground().shipping_option_id, ground().slow_option_id]) {
        await travel(as.anna(), basket.id, way)
        seen.push(goods(await cartNow(as.anna(), basket.id)))
      }
      expect(seen).toEqual([240_000, total, 240_000, total])
      await setQuantity(as.anna(), basket.id, basket.items[0].id, 1_999)
      expect(agreedCodes(await cartNow(as.anna(), basket.id))).toEqual([])
      await setQuantity(as.anna(), basket.id, basket.items[0].id, 2_000)
      expect(await pay(as.anna(), basket.id)).toBe(total + 20)
      const { data } = await place(as.anna(), basket.id)
      expect(data).toMatchObject({ type: "order", order: { items: [{ unit_price: 120, quantity: 2_000 }], total: total + 20 } })
      expect(await truth().row("negotiation", { id: asked.id })).toMatchObject({ status: "ordered" })
    })

    it("accepted for few pieces: off no more than these of a larger order, on one line or on several; the rest pays the unit price", async () => {
      await leverPolicy(container(), freightLever(ground()))
      const { cylinder } = ground().articles
      const few = 2
      const basket = await cylinders(few)
      const asked = await askFirst(as.anna(), basket, 110)
      const option = optionOf(asked, "freight")
      const percent = option.concession?.percent ?? 0
      // What a whole order's gain is on so few pieces stops at the marginal price of extra volume: 102 of 120.
      expect(percent).toBeCloseTo(15, 1)
      expect(option.conditions).toContain(`${percent}% off with Consolidated freight, for up to ${few} pieces an order.`)
      const agreed = await acceptOption(as.anna(), asked, "freight")
      expect(agreed.agreement?.concessions).toEqual([expect.objectContaining({ kind: "freight", on: "goods", percent, max_quantity: few })])
      await ship(as.anna(), basket.id, people().acme.buyers[0].email)
      await travel(as.anna(), basket.id, ground().slow_option_id)
      const most = few * 120 * (percent / 100)
      const now = () => cartNow(as.anna(), basket.id)
      const off = async () => (await now()).discount_subtotal
      expect(await off()).toBeCloseTo(most, 4)

      await setQuantity(as.anna(), basket.id, basket.items[0].id, 10_000)
      expect(await off()).toBeCloseTo(most, 4)
      const added = await as.anna().post(`/store/carts/${basket.id}/line-items`, { variant_id: cylinder.variant_id, quantity: 50, metadata: { for: "the other works" } })
      expect(added.data.cart.items).toHaveLength(2)
      expect(await off()).toBeCloseTo(most, 4)
      const total = 10_050 * 120 - most + 20
      expect(await pay(as.anna(), basket.id)).toBeCloseTo(total, 2)
      const { data } = await place(as.anna(), basket.id)
      expect(data).toMatchObject({ type: "order", order: { total: expect.closeTo(total, 2) } })
      expect(await truth().row("negotiation", { id: asked.id })).toMatchObject({ status: "ordered" })
    })

    it("is left out, with the reason, for goods that are needed sooner, in later rounds too", async () => {
      await leverPolicy(container(), { ...freightLever(ground()), ...PAYMENT_LEVER })
      const needed = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
      const request = async (who: Client, days: number) => {
        const basket = await cart(who, [{ article: ground().articles.cylinder, quantity: 2_000 }])
        const lines = [{ line_item_id: basket.items[0].id, target_unit_price: 110 }]
        return negotiationOf(await who.post("/store/price-requests", { cart_id: basket.id, lines, context: { needed_by: needed(days) } }), 201)
      }
      const early = await request(as.anna(), 5)
      expect(early.offer?.options.map(({ kind }) => kind)).not.toContain("freight")
      expect(early.offer?.explanation.at(-1)).toMatch(/^You need the goods by .*: deliveries that may take longer are left out\.$/)
      const { data } = await as.admin().get(`/admin/negotiations/${early.id}`)
      expect(data.negotiation.offer.explanation).toEqual(early.offer?.explanation)
      const lines = [{ line_id: early.lines[0]?.id, target_unit_price: 111 }]
      const later = negotiationOf(await as.anna().post(`/store/negotiations/${early.id}/counter`, { version: early.version, lines }), 200)
      expect(later.offer?.options.map(({ kind }) => kind)).not.toContain("freight")
      const relaxed = await request(as.ingrid(), 30)
      expect(optionOf(relaxed, "freight").concession?.percent).toBeGreaterThan(1)
      expect(relaxed.offer?.explanation.join(" ")).not.toContain("left out")
    })
  })

  describe("payment terms", () => {
    it("accepted: chosen for the cart, off while it is chosen, gone with another, back, and on the order", async () => {
      await leverPolicy(container(), PAYMENT_LEVER)
      const basket = await cylinders()
      const asked = await askFirst(as.anna(), basket, 110)
      const option = optionOf(asked, "payment_term")
      expect(option.concession).toMatchObject({ kind: "payment_term", payment_term: "prepay", shipping_option_id: null })
      const percent = option.concession?.percent ?? 0
      const total = 240_000 * (1 - percent / 100)
      expect(option.overall_cost).toMatchObject({ goods: total, freight: null })
      expect(option.overall_cost.terms).toBeGreaterThan(0)
      expect(option.overall_cost.total).toBeCloseTo(option.overall_cost.goods + option.overall_cost.terms, 4)
      expect(option.headline).toMatch(/when paid before delivery$/)

      await acceptOption(as.anna(), asked, "payment_term")
      const terms = (await as.anna().get(`/store/payment-terms?cart_id=${basket.id}`)).data
      expect(terms).toMatchObject({ payment_term: "prepay" })
      const seen = [goods(await cartNow(as.anna(), basket.id))]
      for (const payment_term of [null, "prepay"]) {
        await as.anna().post("/store/payment-terms", { cart_id: basket.id, payment_term })
        seen.push(goods(await cartNow(as.anna(), basket.id)))
      }
      expect(seen).toEqual([total, 240_000, total])
      await ship(as.anna(), basket.id, people().acme.buyers[0].email)
      await travel(as.anna(), basket.id, ground().shipping_option_id)
      expect(await pay(as.anna(), basket.id)).toBe(total + 40)
      expect((await place(as.anna(), basket.id)).data).toMatchObject({ type: "order", order: { total: total + 40 } })
      expect(await truth().row("negotiation", { id: asked.id })).toMatchObject({ status: "ordered" })
    })
  })
})
