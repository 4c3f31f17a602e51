import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { completeCartWorkflow } from "@medusajs/medusa/core-flows"
import { endAgreementsWorkflow } from "../../src/workflows/agreement/end-agreements"
import { reconcileConcessions } from "../../src/workflows/concession/reconcile-concessions"
import { until } from "../http/agreements/agreed"
import type { Client } from "../setup/client"
import { storeTest } from "../setup/store-test"
import { concededIn, type Conceded } from "./conceded"

storeTest((store) => {
  const { as, container, ground, people } = store
  const { agreedCodes, cartNow, cartOf, concede, pay, place, service, setQuantity, ship, travel, variant } = concededIn(store)
  const anna = () => people().acme.buyers[0]
  let variant_id: string

  const raw = async <Row>(statement: string, values: unknown[] = []): Promise<Row[]> =>
    (await container().resolve<{ raw(text: string, values: unknown[]): Promise<{ rows: Row[] }> }>(ContainerRegistrationKeys.PG_CONNECTION).raw(statement, values)).rows
  /** Promotions of the plugin that are there, with their rules. */
  const promotionsLeft = async () => {
    const [left] = await raw<{ promotions: string; rules: string }>(
      `SELECT (SELECT count(*) FROM promotion WHERE code LIKE 'AGREED-%') AS promotions, (SELECT count(*) FROM promotion_rule) AS rules`
    )
    return { promotions: Number(left?.promotions), rules: Number(left?.rules) }
  }
  const slow = (percent = 3): Conceded => ({ kind: "freight", percent, shipping_option_id: ground().slow_option_id })
  /** 100 pieces at 110 with something conceded, in Anna's cart. */
  const agreedCart = async (...concessions: Conceded[]) => {
    const agreement = await concede({ lines: [{ variant_id, min_quantity: 100, unit_price: 110 }], concessions })
    const cart_id = await cartOf(as.anna(), variant_id, 100)
    const { items } = await cartNow(as.anna(), cart_id)
    return { agreement_id: agreement.id, cart_id, line_id: items[0].id as string }
  }
  const totalsOf = ({ data }: { data: any }) => (data.cart ? [data.cart.item_subtotal, data.cart.discount_subtotal, data.cart.total] : data)
  const choose = (who: Client, cart_id: string, payment_term: string | null) => who.post("/store/payment-terms", { cart_id, payment_term })
  const end = (id: string, status: "revoked" | "expired" = "revoked") =>
    endAgreementsWorkflow(container()).run({ input: { ids: [id], status, reason: "agreement_revoked", actor: { type: "seller", id: null } } })

  beforeEach(async () => {
    variant_id = await variant([{ currency_code: "usd", amount: 120 }, { currency_code: "eur", amount: 119 }])
  })

  describe("other people", () => {
    it("a colleague, another company, a customer alone, a guest, all with the same cart → the colleague alone has it too", async () => {
      await agreedCart(slow())
      const off = []
      for (const who of [as.anna(), as.tom(), as.ingrid(), as.solo(), as.guest()]) {
        const cart_id = await cartOf(who, variant_id, 100)
        off.push((await travel(who, cart_id, ground().slow_option_id)).data.cart.discount_subtotal)
      }
      expect(off).toEqual([330, 330, 0, 0, 0])
    })

    it("not shared → for the buyer who agreed alone; no longer for one who left the company", async () => {
      await concede({ lines: [{ variant_id, min_quantity: 100, unit_price: 110 }], shared: false, concessions: [slow()] })
      const off = async (who: Client) => (await travel(who, await cartOf(who, variant_id, 100), ground().slow_option_id)).data.cart.discount_subtotal
      expect([await off(as.anna()), await off(as.tom())]).toEqual([330, 0])
      const before = await cartOf(as.anna(), variant_id, 100)
      await travel(as.anna(), before, ground().slow_option_id)
      await container().resolve(Modules.CUSTOMER).removeCustomerFromGroup({ customer_id: anna().id, customer_group_id: people().acme.customer_group_id })
      expect(await off(as.anna())).toBe(0)
      expect((await travel(as.anna(), before, ground().slow_option_id)).data.cart.discount_subtotal).toBe(0)
    })

    it("the code entered by hand by others, and by the buyer for a term not chosen → nothing", async () => {
      const { cart_id } = await agreedCart({ kind: "payment_term", percent: 2, payment_term: "prepay" }, slow())
      await choose(as.anna(), cart_id, "prepay")
      await travel(as.anna(), cart_id, ground().slow_option_id)
      const codes = agreedCodes(await cartNow(as.anna(), cart_id))
      expect(codes).toHaveLength(2)
      const entered = []
      for (const who of [as.ingrid(), as.solo(), as.guest()]) {
        const theirs = await cartOf(who, variant_id, 100)
        await travel(who, theirs, ground().slow_option_id)
        const answer = await who.post(`/store/carts/${theirs}/promotions`, { promo_codes: codes })
        const unknown = await who.post(`/store/carts/${theirs}/promotions`, { promo_codes: ["NOBODYS"] })
        expect([answer.status, answer.data.type, answer.data.message]).toEqual([unknown.status, unknown.data.type, String(unknown.data.message).replace("NOBODYS", codes[0] ?? "")])
        const created = await who.post("/store/carts", { region_id: ground().regions.usd, items: [{ variant_id, quantity: 100 }], promo_codes: codes })
        entered.push((await cartNow(who, theirs)).discount_subtotal, created.status)
      }
      expect(entered).toEqual([0, 400, 0, 400, 0, 400])
      await choose(as.anna(), cart_id, null)
      const again = await as.anna().post(`/store/carts/${cart_id}/promotions`, { promo_codes: codes })
      expect([again.status, again.data.cart.discount_subtotal]).toEqual([200, 330])
    })

    it("a guest's cart transferred to the buyer, and back in a stranger's hands → comes with the buyer, not for the stranger", async () => {
      await agreedCart(slow())
      const cart_id = await cartOf(as.guest(), variant_id, 100)
      await travel(as.guest(), cart_id, ground().slow_option_id)
      expect((await cartNow(as.guest(), cart_id)).discount_subtotal).toBe(0)
      expect((await as.anna().post(`/store/carts/${cart_id}/customer`)).data.cart.discount_subtotal).toBe(330)
      expect((await travel(as.ingrid(), cart_id, ground().slow_option_id)).status).toBe(404)
    })
  })

  describe("kept", () => {
    it("every code taken off, one by one or all at once → the concession stays, it is no code to take off", async () => {
      const { cart_id } = await agreedCart(slow())
      await travel(as.anna(), cart_id, ground().slow_option_id)
      const codes = agreedCodes(await cartNow(as.anna(), cart_id))
      const seen = [
        await as.anna().delete(`/store/carts/${cart_id}/promotions`, {}, { promo_codes: codes }),
        await as.anna().post(`/store/carts/${cart_id}/promotions`, { promo_codes: [] }),
        await as.anna().post(`/store/carts/${cart_id}`, { promo_codes: [] }),
        await as.anna().post(`/store/carts/${cart_id}`, { promo_codes: codes }),
      ]
      expect(seen.map(totalsOf)).toEqual(Array(4).fill([11_000, 330, 10_690]))
      expect((await cartNow(as.anna(), cart_id)).discount_subtotal).toBe(330)
    })

    it("a cart made with its goods in one request, region changed and back → there at once, gone, back", async () => {
      await concede({ lines: [{ variant_id, min_quantity: 100, unit_price: 110 }], concessions: [{ kind: "basket", percent: 2, min_subtotal: 5_000 }] })
      const made = await as.anna().post("/store/carts", { region_id: ground().regions.usd, items: [{ variant_id, quantity: 100 }] })
      expect(totalsOf(made)).toEqual([11_000, 220, 10_780])
      const { id } = made.data.cart
      expect(totalsOf(await as.anna().post(`/store/carts/${id}`, { region_id: ground().regions.eur }))).toEqual([11_900, 0, 11_900])
      expect(totalsOf(await as.anna().post(`/store/carts/${id}`, { region_id: ground().regions.usd }))).toEqual([11_000, 220, 10_780])
    })

    it("a buyer in the groups of two companies, the second agrees on something later → the way to pay stays as chosen, until another is", async () => {
      const { cart_id, line_id } = await agreedCart({ kind: "payment_term", percent: 2, payment_term: "prepay" })
      expect((await choose(as.anna(), cart_id, "prepay")).data.payment_term).toBe("prepay")
      await container().resolve(Modules.CUSTOMER).addCustomerToGroup({ customer_id: anna().id, customer_group_id: people().borealis.customer_group_id })
      await concede({ lines: [{ variant_id, min_quantity: 900, unit_price: 105 }], company_id: people().borealis.id, customer_id: people().borealis.buyers[0].id })
      // The first change notes the second company, the next one goes by it.
      for (const quantity of [200, 100]) await setQuantity(as.anna(), cart_id, line_id, quantity)
      expect((await cartNow(as.anna(), cart_id)).discount_subtotal).toBe(220)
      expect((await choose(as.anna(), cart_id, null)).data.payment_term).toBeNull()
      expect((await cartNow(as.anna(), cart_id)).discount_subtotal).toBe(0)
    })

    it("several concessions at once → each off what the others leave; to the order", async () => {
      const { cart_id } = await agreedCart(slow(3), { ...slow(50), target: "freight" }, { kind: "payment_term", percent: 2, payment_term: "prepay" }, { kind: "basket", percent: 1, min_subtotal: 1_000 })
      await ship(as.anna(), cart_id, anna().email)
      await travel(as.anna(), cart_id, ground().slow_option_id)
      await choose(as.anna(), cart_id, "prepay")
      // 11,000 × .97 × .98 × .99 = 10,352.034; freight 20 less half.
      expect(await pay(as.anna(), cart_id)).toBeCloseTo(10_362.034, 3)
      const { order } = (await place(as.anna(), cart_id)).data
      expect(order.total).toBeCloseTo(10_362.034, 3)
      expect(order.items[0]).toMatchObject({ unit_price: 110, quantity: 100 })
    })
  })

  describe("the agreement's end", () => {
    it.each(["revoked", "expired"] as const)("%s → refused at completion, gone from carts at their next change, no promotion and no rule left behind", async (status) => {
      const { agreement_id, cart_id, line_id } = await agreedCart({ kind: "basket", percent: 2, min_subtotal: 1_000 }, slow())
      const other = await variant([{ currency_code: "usd", amount: 60 }])
      // Without the agreed price in it the cart rests on the concession alone.
      await setQuantity(as.anna(), cart_id, line_id, 10)
      await as.anna().post(`/store/carts/${cart_id}/line-items`, { variant_id: other, quantity: 10 })
      await ship(as.anna(), cart_id, anna().email)
      await travel(as.anna(), cart_id, ground().shipping_option_id)
      expect(await pay(as.anna(), cart_id)).toBe(1_804)
      expect((await promotionsLeft()).promotions).toBe(2)

      await end(agreement_id, status)
      expect(await promotionsLeft()).toEqual({ promotions: 0, rules: 0 })
      const refused = await place(as.anna(), cart_id)
      expect([refused.status, refused.data.code, refused.data.details]).toEqual([409, "agreement_not_applicable", { why: "concession" }])
      const { errors } = await completeCartWorkflow(container()).run({ input: { id: cart_id }, throwOnError: false })
      expect(errors[0]?.error).toMatchObject({ type: "not_allowed", code: "agreement_not_applicable" })

      expect(totalsOf(await as.anna().post(`/store/carts/${cart_id}`, { region_id: ground().regions.usd }))).toEqual([1_800, 0, 1_840])
      expect(await pay(as.anna(), cart_id)).toBe(1_840)
      expect((await place(as.anna(), cart_id)).data).toMatchObject({ type: "order", order: { total: 1_840 } })
    })

    it("used up by an order, which is then cancelled → gone with its last order, back with it", async () => {
      const { id } = await concede({ lines: [{ variant_id, min_quantity: 100, unit_price: 110 }], max_orders: 1, concessions: [slow(), { kind: "basket", percent: 2, min_subtotal: 1_000 }] })
      const off = async (who: Client) => (await travel(who, await cartOf(who, variant_id, 100), ground().slow_option_id)).data.cart.discount_subtotal
      const cart_id = await cartOf(as.anna(), variant_id, 100)
      await ship(as.anna(), cart_id, anna().email)
      await travel(as.anna(), cart_id, ground().slow_option_id)
      await pay(as.anna(), cart_id)
      const { data } = await place(as.anna(), cart_id)
      // 11,000 × .97 × .98, and 20 of freight.
      expect([data.type, data.order?.total]).toEqual(["order", 10_476.6])
      // Its rules go last, so that it never is everybody's.
      await until(async () => (await store.truth().row("negotiation_agreement", { id })).status === "used_up" && (await promotionsLeft()).rules === 0)
      expect([await promotionsLeft(), await off(as.tom())]).toEqual([{ promotions: 0, rules: 0 }, 0])

      expect((await as.admin().post(`/admin/orders/${data.order.id}/cancel`)).status).toBe(200)
      await until(async () => (await store.truth().row("negotiation_agreement", { id })).status === "active" && (await promotionsLeft()).promotions === 2)
      expect(await off(as.tom())).toBeCloseTo(11_000 * (1 - 0.97 * 0.98), 6)
      expect(await off(as.solo())).toBe(0)
    })

    it("lapsed between two looks of the job → not at the next change any more, refused at completion", async () => {
      const { agreement_id, cart_id, line_id } = await agreedCart({ kind: "basket", percent: 2, min_subtotal: 1_000 })
      await ship(as.anna(), cart_id, anna().email)
      await travel(as.anna(), cart_id, ground().shipping_option_id)
      await pay(as.anna(), cart_id)
      await raw("UPDATE negotiation_agreement SET valid_until = now() - interval '1 second' WHERE id = ?", [agreement_id])
      expect((await place(as.anna(), cart_id)).status).toBe(409)
      const changed = await setQuantity(as.anna(), cart_id, line_id, 99)
      expect(changed.data.cart.discount_subtotal).toBe(0)
    })
  })

  describe("reconciliation", () => {
    it("promotions deleted, edited, opened to everybody, orphaned, left behind → as agreed again, and quiet the second time", async () => {
      const { agreement_id } = await agreedCart(slow(), { kind: "basket", percent: 2, min_subtotal: 1_000 }, { kind: "payment_term", percent: 2, payment_term: "prepay" })
      const gone = await concede({ lines: [{ variant_id, min_quantity: 500, unit_price: 90 }], concessions: [slow(9)] })
      expect(await reconcileConcessions(container())).toEqual({ carried: 0, removed: 0, failed: [] })
      const promotions = container().resolve(Modules.PROMOTION)
      const carried = await service().concessionsOfAgreements([agreement_id])
      const [deleted, edited, opened] = carried.map((concession) => concession.promotion_id ?? "")
      await promotions.deletePromotions([deleted!])
      await promotions.updatePromotions([{ id: edited!, application_method: { id: "", value: 90 } as never }])
      const [open] = await promotions.listPromotions({ id: [opened!] }, { relations: ["rules"] })
      await promotions.removePromotionRules(opened!, (open?.rules ?? []).map((rule) => rule.id))
      await raw("UPDATE negotiation_agreement SET status = 'revoked' WHERE id = ?", [gone.id])
      await promotions.createPromotions({ code: "AGREED-NOBODYS", type: "standard", status: "active", application_method: { type: "percentage", target_type: "order", value: 50, currency_code: "usd" } })
      await raw("UPDATE promotion SET created_at = now() - interval '1 hour' WHERE code = 'AGREED-NOBODYS'")

      expect(await reconcileConcessions(container())).toEqual({ carried: 3, removed: 2, failed: [] })
      expect(await reconcileConcessions(container())).toEqual({ carried: 0, removed: 0, failed: [] })
      expect((await promotionsLeft()).promotions).toBe(3)
      const cart_id = await cartOf(as.anna(), variant_id, 100)
      const { data } = await travel(as.anna(), cart_id, ground().slow_option_id)
      expect(data.cart.total).toBeCloseTo(11_000 * 0.97 * 0.98 + 20, 6)
      const theirs = await cartOf(as.solo(), variant_id, 100)
      expect((await travel(as.solo(), theirs, ground().slow_option_id)).data.cart.discount_subtotal).toBe(0)
    })
  })
})
