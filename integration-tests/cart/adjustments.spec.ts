import { Modules } from "@medusajs/framework/utils"
import { completeCartWorkflow } from "@medusajs/medusa/core-flows"
import { paymentTermsAnswerSchema } from "../../src/contract"
import type { Client } from "../setup/client"
import { storeTest } from "../setup/store-test"
import { concededIn, type Conceded } from "./conceded"

storeTest((store) => {
  const { as, container, ground, people } = store
  const { cartNow, cartOf, concede, pay, place, setQuantity, ship, travel, variant } = concededIn(store)
  const anna = () => people().acme.buyers[0]
  let variant_id: string

  const slow = (percent = 3): Conceded => ({ kind: "freight", percent, shipping_option_id: ground().slow_option_id })
  /** 100 pieces at 110 with something conceded, in Anna's cart. */
  const agreedCart = async (...concessions: Conceded[]) => {
    await concede({ lines: [{ variant_id, min_quantity: 100, unit_price: 110 }], concessions })
    const cart_id = await cartOf(as.anna(), variant_id, 100)
    const { items } = await cartNow(as.anna(), cart_id)
    return { cart_id, line_id: items[0].id as string }
  }
  const totalsOf = ({ data }: { data: any }) => (data.cart ? [data.cart.item_subtotal, data.cart.discount_subtotal, data.cart.total] : data)
  const choose = (who: Client, cart_id: string, payment_term: string | null) => who.post("/store/payment-terms", { cart_id, payment_term })

  beforeEach(async () => {
    variant_id = await variant([{ currency_code: "usd", amount: 120 }, { currency_code: "eur", amount: 119 }])
  })

  describe("freight", () => {
    it("slower option chosen, faster one, slower one again → off the agreed goods, gone, back", async () => {
      const { cart_id } = await agreedCart(slow())
      const seen = []
      for (const option of [ground().slow_option_id, ground().shipping_option_id, ground().slow_option_id]) {
        seen.push(totalsOf(await travel(as.anna(), cart_id, option)))
      }
      expect(seen).toEqual([[11_000, 330, 10_690], [11_000, 0, 11_040], [11_000, 330, 10_690]])
    })

    it("conceded on the freight itself → off that option's price, and nothing off another option", async () => {
      const { cart_id } = await agreedCart({ ...slow(50), target: "freight" })
      expect(totalsOf(await travel(as.anna(), cart_id, ground().slow_option_id))).toEqual([11_000, 10, 11_010])
      expect(totalsOf(await travel(as.anna(), cart_id, ground().shipping_option_id))).toEqual([11_000, 0, 11_040])
    })

    it("under the agreed quantity, at it again, above it → gone with the price, back, grows with the goods", async () => {
      const { cart_id, line_id } = await agreedCart(slow())
      await travel(as.anna(), cart_id, ground().slow_option_id)
      const seen = []
      for (const quantity of [99, 100, 250]) seen.push(totalsOf(await setQuantity(as.anna(), cart_id, line_id, quantity)))
      expect(seen).toEqual([[11_880, 0, 11_900], [11_000, 330, 10_690], [27_500, 825, 26_695]])
    })

    it("other goods beside the agreed ones → theirs keep their price", async () => {
      const { cart_id } = await agreedCart(slow())
      const other = await variant([{ currency_code: "usd", amount: 10 }])
      await travel(as.anna(), cart_id, ground().slow_option_id)
      const added = await as.anna().post(`/store/carts/${cart_id}/line-items`, { variant_id: other, quantity: 100 })
      expect(totalsOf(added)).toEqual([12_000, 330, 11_690])
    })

    it("agreed line removed and added again → gone, back", async () => {
      const { cart_id, line_id } = await agreedCart(slow())
      const other = await variant([{ currency_code: "usd", amount: 10 }])
      await as.anna().post(`/store/carts/${cart_id}/line-items`, { variant_id: other, quantity: 1 })
      await travel(as.anna(), cart_id, ground().slow_option_id)
      const removed = await as.anna().delete(`/store/carts/${cart_id}/line-items/${line_id}`)
      expect([removed.status, removed.data.parent.discount_subtotal]).toEqual([200, 0])
      expect(totalsOf(await as.anna().post(`/store/carts/${cart_id}/line-items`, { variant_id, quantity: 100 }))).toEqual([11_010, 330, 10_700])
    })
  })

  describe("basket", () => {
    it("goods under the threshold, at it, under it, at it → nothing, off, gone, back; a share", async () => {
      const { cart_id } = await agreedCart({ kind: "basket", percent: 2, min_subtotal: 12_000 })
      const other = await variant([{ currency_code: "usd", amount: 10 }])
      const added = await as.anna().post(`/store/carts/${cart_id}/line-items`, { variant_id: other, quantity: 99 })
      const line = added.data.cart.items.find((item: { variant_id: string }) => item.variant_id === other).id
      const seen = [totalsOf(added)]
      for (const quantity of [100, 99, 200]) seen.push(totalsOf(await setQuantity(as.anna(), cart_id, line, quantity)))
      expect(seen).toEqual([[11_990, 0, 11_990], [12_000, 240, 11_760], [11_990, 0, 11_990], [13_000, 260, 12_740]])
    })

    it("a sum → off once, however large the cart, and only from the threshold on", async () => {
      const { cart_id, line_id } = await agreedCart({ kind: "basket", amount: 150, min_subtotal: 11_000 })
      const seen = []
      for (const quantity of [200, 50, 100]) seen.push(totalsOf(await setQuantity(as.anna(), cart_id, line_id, quantity)))
      expect(seen).toEqual([[22_000, 150, 21_850], [6_000, 0, 6_000], [11_000, 150, 10_850]])
    })
  })

  describe("payment term", () => {
    const prepay: Conceded = { kind: "payment_term", percent: 2, payment_term: "prepay" }
    const net30: Conceded = { kind: "payment_term", percent: 1, payment_term: "net30" }

    it("chosen, another chosen, none → off for it, off for the other, nothing; the choice is kept through changes", async () => {
      const { cart_id, line_id } = await agreedCart(prepay, net30)
      const asked = await as.anna().get(`/store/payment-terms?cart_id=${cart_id}`)
      expect([asked.status, paymentTermsAnswerSchema.parse(asked.data)]).toEqual([200, {
        cart_id,
        payment_terms: expect.arrayContaining([
          { id: "prepay", days: 0, provider_ids: ["pp_system_default"] },
          { id: "net30", days: 30, provider_ids: ["pp_invoice_invoice"] },
        ]),
        payment_term: null,
      }])
      expect((await cartNow(as.anna(), cart_id)).total).toBe(11_000)
      const totals = []
      for (const term of ["prepay", "net30", "prepay"]) {
        const chosen = await choose(as.anna(), cart_id, term)
        expect([chosen.status, paymentTermsAnswerSchema.parse(chosen.data).payment_term]).toEqual([200, term])
        totals.push((await cartNow(as.anna(), cart_id)).total)
      }
      // Kept while its condition fails, and back with it.
      totals.push((await setQuantity(as.anna(), cart_id, line_id, 50)).data.cart.total)
      totals.push((await setQuantity(as.anna(), cart_id, line_id, 100)).data.cart.total)
      await choose(as.anna(), cart_id, null)
      totals.push((await cartNow(as.anna(), cart_id)).total)
      totals.push((await setQuantity(as.anna(), cart_id, line_id, 101)).data.cart.total)
      expect(totals).toEqual([10_780, 10_890, 10_780, 6_000, 10_780, 11_000, 11_110])
    })

    it("paid through another provider → refused at completion with the reason, until term or provider is changed", async () => {
      const { cart_id } = await agreedCart(net30)
      await ship(as.anna(), cart_id, anna().email)
      await travel(as.anna(), cart_id, ground().shipping_option_id)
      await choose(as.anna(), cart_id, "net30")
      expect(await pay(as.anna(), cart_id, "pp_system_default")).toBe(10_930)

      const refused = await place(as.anna(), cart_id)
      expect([refused.status, refused.data]).toEqual([409, {
        type: "conflict", code: "agreement_not_applicable", message: expect.any(String),
        details: { why: "payment_term", payment_term: "net30", provider_ids: ["pp_invoice_invoice"] },
      }])
      const { errors } = await completeCartWorkflow(container()).run({ input: { id: cart_id }, throwOnError: false })
      expect(errors[0]?.error).toMatchObject({ type: "not_allowed", code: "agreement_not_applicable" })

      expect(await pay(as.anna(), cart_id, "pp_invoice_invoice")).toBe(10_930)
      const placed = await place(as.anna(), cart_id)
      expect(placed.data).toMatchObject({ type: "order", order: { total: 10_930, items: [{ unit_price: 110 }] } })
    })

    it("the term given up instead → the order goes through at the agreed price without it", async () => {
      const { cart_id } = await agreedCart(net30)
      await ship(as.anna(), cart_id, anna().email)
      await travel(as.anna(), cart_id, ground().shipping_option_id)
      await choose(as.anna(), cart_id, "net30")
      await pay(as.anna(), cart_id)
      expect((await place(as.anna(), cart_id)).status).toBe(409)
      await choose(as.anna(), cart_id, null)
      expect(await pay(as.anna(), cart_id)).toBe(11_040)
      expect((await place(as.anna(), cart_id)).data).toMatchObject({ type: "order", order: { total: 11_040 } })
    })

    it("a term nobody agreed on, a foreign cart, a guest → 400, 404, 401, and nothing changes", async () => {
      const { cart_id } = await agreedCart(net30)
      const answers = [
        await choose(as.anna(), cart_id, "prepay"),
        await choose(as.tom(), cart_id, "net30"),
        await choose(as.ingrid(), cart_id, "net30"),
        await choose(as.anna(), `${cart_id}x`, "net30"),
        await choose(as.guest(), cart_id, "net30"),
        await as.tom().get(`/store/payment-terms?cart_id=${cart_id}`),
      ]
      expect(answers.map(({ status, data }) => [status, data.code])).toEqual([
        [400, "invalid_data"], [404, "not_found"], [404, "not_found"], [404, "not_found"], [401, "unauthorized"], [404, "not_found"],
      ])
      expect((await cartNow(as.anna(), cart_id)).total).toBe(11_000)
    })
  })

  describe("tax", () => {
    beforeEach(async () => {
      const rate = (country_code: string, percent: number) => ({ country_code, provider_id: "tp_system", default_tax_rate: { rate: percent, code: country_code, name: "Tax" } })
      await container().resolve(Modules.TAX).createTaxRegions([rate("us", 10), rate("de", 19)])
      const pricing = container().resolve(Modules.PRICING)
      for (const [attribute, value] of [["region_id", ground().regions.eur], ["currency_code", "eur"]] as const) {
        const [preference] = await pricing.listPricePreferences({ attribute, value })
        await pricing.upsertPricePreferences([{ ...(preference ? { id: preference.id } : {}), attribute, value, is_tax_inclusive: true }])
      }
    })
    const taxed = (cart: any) => [cart.item_total, cart.shipping_total, cart.discount_total, cart.tax_total, cart.total].map((amount) => Math.round(amount * 100) / 100)

    it("prices without tax → the discount is net, tax falls on what is left; to the order", async () => {
      const { cart_id } = await agreedCart(slow(), { kind: "basket", amount: 670, min_subtotal: 11_000 })
      await ship(as.anna(), cart_id, anna().email)
      const { data } = await travel(as.anna(), cart_id, ground().slow_option_id)
      // 11,000 less 330.. in either order of the two: 670 first leaves 10,330 and 3% of it is 309.90.
      expect(taxed(data.cart)).toEqual([11_022.11, 22, 1_077.89, 1_004.01, 11_044.11])
      await pay(as.anna(), cart_id)
      const { order } = (await place(as.anna(), cart_id)).data
      expect(taxed(order)).toEqual([11_022.11, 22, 1_077.89, 1_004.01, 11_044.11])
    })

    it.each([[8_403, 9_500], [8_404, 10_000]])("prices with tax, a basket threshold of %d net → 10,000 with tax are 8,403.36: goods of %d, to the order", async (min_subtotal, goods) => {
      const terms = { lines: [{ variant_id, min_quantity: 100, unit_price: 100 }], currency: "eur" as const, is_tax_inclusive: true }
      await concede({ ...terms, concessions: [{ kind: "basket", amount: 500, min_subtotal }] })
      const cart_id = await cartOf(as.anna(), variant_id, 100, "eur")
      await ship(as.anna(), cart_id, anna().email, "eur")
      const { data } = await travel(as.anna(), cart_id, ground().slow_option_id)
      expect([data.cart.item_total, data.cart.total]).toEqual([goods, goods + 18])
      await pay(as.anna(), cart_id)
      const { order } = (await place(as.anna(), cart_id)).data
      expect([order.item_total, order.total]).toEqual([goods, goods + 18])
    })

    it("prices with tax → a share is the same share, a sum is a sum with tax; to the order", async () => {
      const terms = { lines: [{ variant_id, min_quantity: 100, unit_price: 100 }], currency: "eur" as const, is_tax_inclusive: true }
      await concede({ ...terms, concessions: [{ ...slow(5) }, { kind: "basket", amount: 500, min_subtotal: 8_000 }] })
      const cart_id = await cartOf(as.anna(), variant_id, 100, "eur")
      await ship(as.anna(), cart_id, anna().email, "eur")
      const { data } = await travel(as.anna(), cart_id, ground().slow_option_id)
      // 10,000 less 500 leaves 9,500; 5% of it is 475: 9,025, of which 19/119 is tax. The freight is 18.
      expect(taxed(data.cart)).toEqual([9_025, 18, 975, 1_443.84, 9_043])
      await pay(as.anna(), cart_id)
      const { order } = (await place(as.anna(), cart_id)).data
      expect(taxed(order)).toEqual([9_025, 18, 975, 1_443.84, 9_043])
    })
  })
})
