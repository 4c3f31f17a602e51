import { completeCartWorkflow } from "@medusajs/medusa/core-flows"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import endAgreementsJob from "../../../src/jobs/end-agreements"
import { endAgreementsWorkflow } from "../../../src/workflows/agreement/end-agreements"
import { reconcilePrices } from "../../../src/workflows/agreement/reconcile-prices"
import { projectAgreement } from "../../../src/workflows/agreement/steps/project-agreement"
import { agree, cartWith, openShop, pricesIn, readyToComplete, type Api, type Buyer, type Shop, type Terms } from "./shop"

jest.setTimeout(300_000)

medusaIntegrationTestRunner({
  dbName: `pricing_completion_${process.pid}`,
  testSuite: ({ api: runner, getContainer }) => {
    const api = runner as unknown as Api
    let shop: Shop
    let company: { id: string; group_id: string }
    let bo: Buyer
    let variant_id: string

    const sql = async <Row>(text: string, values: unknown[] = []): Promise<Row[]> => {
      const knex = getContainer().resolve<{ raw(text: string, values: unknown[]): Promise<{ rows: Row[] }> }>(ContainerRegistrationKeys.PG_CONNECTION)
      return (await knex.raw(text, values)).rows
    }
    const rowsOf = (agreement_id: string) => sql<{ id: string }>("SELECT id FROM price WHERE title = ? AND deleted_at IS NULL", [`negotiation:${agreement_id}`])
    const until = async (what: () => Promise<boolean>) => {
      const give_up = Date.now() + 30_000
      while (!(await what())) if (Date.now() > give_up) throw new Error("It never came true")
    }
    const agreed = async (terms: Partial<Terms> = {}) => {
      const agreement = await agree(shop.service, {
        company_id: company.id, customer_id: bo.id, region_id: shop.usd, lines: [{ variant_id, min_quantity: 100, unit_price: 110 }], ...terms,
      })
      await projectAgreement(getContainer(), agreement.id)
      return agreement
    }
    const readyCart = async (quantity = 100) => {
      const cart_id = await cartWith(api, shop, bo.config, variant_id, quantity)
      await readyToComplete(api, shop, bo.config, cart_id, bo.email)
      return cart_id
    }
    const complete = (cart_id: string) => api.post(`/store/carts/${cart_id}/complete`, {}, bo.config)
    const completeBehindTheMiddleware = async (cart_id: string) => {
      const { errors } = await completeCartWorkflow(getContainer()).run({ input: { id: cart_id }, throwOnError: false })
      return errors?.[0]?.error as { type: string; code: string; message: string } | undefined
    }

    beforeEach(async () => {
      shop = await openShop(api, getContainer())
      company = await shop.company("Acme")
      bo = await shop.buyer("bo@acme.test", company)
      variant_id = await shop.variant([{ currency_code: "usd", amount: 120 }])
    })

    it("counts an order at the agreed price, once, and marks agreement and negotiation", async () => {
      const agreement = await agreed({ max_orders: 2, lines: [{ variant_id, min_quantity: 100, unit_price: 110, remaining_quantity: 500 }] })
      const cart_id = await readyCart(200)
      const { status, data } = await complete(cart_id)
      expect([status, data.type]).toEqual([200, "order"])
      expect(data.order.items).toMatchObject([{ quantity: 200, unit_price: 110 }])

      const negotiation = () => shop.service.retrieveNegotiation(agreement.negotiation_id)
      await until(async () => (await negotiation()).status === "ordered")
      expect(await negotiation()).toMatchObject({ status: "ordered", order_id: data.order.id })
      expect(await shop.service.retrieveAgreement(agreement.id, { relations: ["lines", "uses"] })).toMatchObject({
        status: "active", orders: 1, lines: [{ remaining_quantity: 300 }], uses: [{ status: "confirmed", order_id: data.order.id, cart_id }],
      })

      // Completing an ordered cart again answers the same order and counts nothing.
      const again = await complete(cart_id)
      expect(again.data.order.id).toBe(data.order.id)
      await getContainer().resolve(Modules.EVENT_BUS).emit({ name: "order.placed", data: { id: data.order.id } })
      const second = await readyCart(300)
      expect((await complete(second)).status).toBe(200)
      await until(async () => (await shop.service.retrieveAgreement(agreement.id)).status === "used_up")
      expect(await shop.service.retrieveAgreement(agreement.id)).toMatchObject({ orders: 2, ended_reason: "used_up" })
      await until(async () => (await rowsOf(agreement.id)).length === 0)
      const kinds = await sql<{ kind: string }>("SELECT kind FROM negotiation_event WHERE agreement_id = ? ORDER BY sequence", [agreement.id])
      expect(kinds.map((row) => row.kind)).toEqual(["ordered", "ordered", "used_up"])
    })

    it("refuses an old cart whose agreement lapsed or was revoked: 409 with the reason, and behind it the hook", async () => {
      for (const status of ["expired", "revoked"] as const) {
        const agreement = await agreed()
        const cart_id = await readyCart()
        await endAgreementsWorkflow(getContainer()).run({
          input: { ids: [agreement.id], status, reason: `agreement_${status === "expired" ? "lapsed" : "revoked"}`, actor: { type: "seller", id: "user_1" } },
        })
        expect(await rowsOf(agreement.id)).toEqual([])
        expect(await pricesIn(api, bo.config, cart_id)).toEqual({ [variant_id]: 110 })

        const refused = await complete(cart_id)
        expect(refused.status).toBe(409)
        expect(refused.data).toMatchObject({
          type: "conflict", code: "agreement_not_applicable", message: expect.any(String),
          details: { lines: [{ variant_id, quantity: 100, unit_price: 110, why: "ended", agreement_id: agreement.id }] },
        })
        expect(await completeBehindTheMiddleware(cart_id)).toMatchObject({ type: "not_allowed", code: "agreement_not_applicable" })

        // Priced anew it goes through at the normal price.
        await api.post(`/store/carts/${cart_id}`, { region_id: shop.usd }, bo.config)
        expect(await pricesIn(api, bo.config, cart_id)).toEqual({ [variant_id]: 120 })
        const { data } = await api.post("/store/payment-collections", { cart_id }, bo.config)
        await api.post(`/store/payment-collections/${data.payment_collection.id}/payment-sessions`, { provider_id: "pp_system_default" }, bo.config)
        expect((await complete(cart_id)).data).toMatchObject({ type: "order", order: { items: [{ unit_price: 120 }] } })
        expect((await shop.service.retrieveNegotiation(agreement.negotiation_id)).status).toBe(status)
      }
    })

    it("lets one of two carts completing at once have the only order", async () => {
      const agreement = await agreed({ max_orders: 1 })
      const carts = [await readyCart(), await readyCart()]
      const answers = await Promise.all(carts.map(complete))
      expect(answers.map((answer) => answer.status).sort()).toEqual([200, expect.any(Number)].sort())
      const lost = answers.find((answer) => answer.status !== 200)!
      expect([400, 409]).toContain(lost.status)
      expect(lost.data.code).toBe("agreement_not_applicable")
      await until(async () => (await shop.service.retrieveAgreement(agreement.id)).status === "used_up")
      expect(await sql("SELECT id FROM \"order\"")).toHaveLength(1)
      expect((await shop.service.listAgreementUses({ agreement_id: agreement.id, status: "confirmed" })).length).toBe(1)
    })

    it("gives a claim back when the completion fails after it", async () => {
      const agreement = await agreed({ max_orders: 1 })
      const cart_id = await readyCart()
      // Medusa looks at the shipping method after the hook.
      await sql("UPDATE cart_shipping_method SET deleted_at = now() WHERE cart_id = ?", [cart_id])
      expect((await complete(cart_id)).status).toBe(400)
      expect(await shop.service.listAgreementUses({ agreement_id: agreement.id })).toMatchObject([{ status: "released" }])
      const fresh = await readyCart()
      expect((await complete(fresh)).data.type).toBe("order")
    })

    it("ends agreements on time, once, and tells it once however often the job runs", async () => {
      const told: unknown[] = []
      getContainer().resolve(Modules.EVENT_BUS).subscribe("agreement.expired", async (event) => void told.push(event.data))
      const lapsed = await agreed()
      const other = await agreed({ lines: [{ variant_id, min_quantity: 900, unit_price: 90 }] })
      await sql("UPDATE negotiation_agreement SET valid_until = now() - interval '1 second' WHERE id = ?", [lapsed.id])
      await Promise.all([endAgreementsJob(getContainer()), endAgreementsJob(getContainer())])
      await endAgreementsJob(getContainer())

      expect(await shop.service.retrieveAgreement(lapsed.id)).toMatchObject({ status: "expired", ended_reason: "agreement_lapsed" })
      expect(await shop.service.retrieveNegotiation(lapsed.negotiation_id)).toMatchObject({ status: "expired", reason_code: "agreement_lapsed" })
      expect((await shop.service.retrieveAgreement(other.id)).status).toBe("active")
      expect([(await rowsOf(lapsed.id)).length, (await rowsOf(other.id)).length]).toEqual([0, 1])
      await until(async () => told.length > 0)
      expect(told).toEqual([{ id: lapsed.id, negotiation_id: lapsed.negotiation_id, company_id: company.id, status: "expired" }])
      expect(await sql("SELECT id FROM negotiation_event WHERE agreement_id = ?", [lapsed.id])).toHaveLength(1)
    })

    it("mends price rows both ways and settles claims left behind", async () => {
      const kept = await agreed()
      const ended = await agreed({ lines: [{ variant_id, min_quantity: 900, unit_price: 90 }] })
      const [row] = await rowsOf(kept.id)
      await getContainer().resolve(Modules.PRICING).removePrices([row!.id])
      await sql("UPDATE negotiation_agreement SET status = 'revoked' WHERE id = ?", [ended.id])
      await shop.service.reserveUse({ agreement_id: kept.id, cart_id: "cart_dead", lines: [] })
      await sql("UPDATE negotiation_agreement_use SET updated_at = now() - interval '1 hour'")

      expect(await reconcilePrices(getContainer())).toEqual({ projected: [kept.id], removed_rows: 1, settled_claims: 1, failed: [] })
      expect([(await rowsOf(kept.id)).length, (await rowsOf(ended.id)).length]).toEqual([1, 0])
      expect(await shop.service.listAgreementUses({ agreement_id: kept.id })).toMatchObject([{ status: "released" }])
      expect(await reconcilePrices(getContainer())).toEqual({ projected: [], removed_rows: 0, settled_claims: 0, failed: [] })
    })

    it("gives a cancelled order's use back", async () => {
      const agreement = await agreed({ max_orders: 5, lines: [{ variant_id, min_quantity: 100, unit_price: 110, remaining_quantity: 500 }] })
      const { data } = await complete(await readyCart(200))
      const now = () => shop.service.retrieveAgreement(agreement.id, { relations: ["lines"] })
      await until(async () => (await now()).orders === 1)
      await getContainer().resolve(Modules.EVENT_BUS).emit({ name: "order.canceled", data: { id: data.order.id } })
      await until(async () => (await now()).orders === 0)
      expect(await now()).toMatchObject({ status: "active", lines: [{ remaining_quantity: 500 }] })
    })
  },
})
