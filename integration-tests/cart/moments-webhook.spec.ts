import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { updateRegionsWorkflow } from "@medusajs/medusa/core-flows"
import { endAgreementsWorkflow } from "../../src/workflows/agreement/end-agreements"
import { until } from "../http/agreements/agreed"
import { complete } from "../setup/checkout"
import { storeTest } from "../setup/store-test"
import { until as waitUntil } from "../setup/until"
import { WebhookPaymentProvider, type PaymentNotice } from "../setup/webhook-provider/service"
import { concededIn } from "./conceded"
import { orderingIn } from "./ordering"

const PROVIDER = "pp_webhook_webhook"

// A payment service that tells the store by webhook, as the merchant's medusa-config.ts would list it.
process.env["NEGOTIATION_TEST_PROVIDERS"] = "webhook=integration-tests/setup/webhook-provider"

interface PaymentRow {
  readonly amount: number
  readonly captured_at: string | null
  readonly canceled_at: string | null
  readonly refunds: readonly { readonly amount: number }[]
}

storeTest(
  (store) => {
    const { as, container, ground, people, truth } = store
    const { agreeOn, agreement, asked, cartOf, line, reprice, uses, variant } = orderingIn(store)
    const { concede, ship, travel } = concededIn(store)
    const service = WebhookPaymentProvider.asked
    let variant_id: string

    const agreed = (more: object = {}) => agreeOn({ lines: [{ variant_id, min_quantity: 100, unit_price: 110 }], ...more })
    const revoke = (id: string) =>
      endAgreementsWorkflow(container()).run({ input: { ids: [id], status: "revoked", reason: "agreement_revoked", actor: { type: "seller", id: null } } })

    /** The buyer's cart at the counter, its payment begun with the payment service. @returns what the service knows. */
    async function begin(cart_id: string): Promise<{ session_id: string; amount: number }> {
      await asked(ship(as.anna(), cart_id, people().acme.buyers[0].email))
      await asked(travel(as.anna(), cart_id, ground().shipping_option_id))
      const { payment_collection: { id } } = await asked(as.anna().post("/store/payment-collections", { cart_id }))
      const { payment_collection } = await asked(as.anna().post(`/store/payment-collections/${id}/payment-sessions`, { provider_id: PROVIDER }))
      return { session_id: payment_collection.payment_sessions[0].id, amount: payment_collection.amount }
    }

    /** The payment service tells the store, over HTTP and without a login, and the store is done with it. */
    async function tell(what: PaymentNotice["what"], payment: { session_id: string; amount: number }): Promise<void> {
      const before = service.heard.length
      expect((await as.guest().post("/hooks/payment/webhook_webhook", { what, ...payment })).status).toBe(200)
      await waitUntil("the store looks at the webhook", () => service.heard.length > before)
      await store.quiet()
    }

    async function paymentsOf(session_id: string): Promise<PaymentRow[]> {
      const { data } = await container().resolve(ContainerRegistrationKeys.QUERY).graph({
        entity: "payment", fields: ["amount", "captured_at", "canceled_at", "refunds.amount"], filters: { payment_session_id: session_id },
      })
      return data as unknown as PaymentRow[]
    }
    const orders = async () => (await truth().rows("order")).map((row) => row.id)

    beforeEach(async () => {
      variant_id = await variant([{ currency_code: "usd", amount: 120 }])
    })

    it.each([["authorized", null], ["captured", expect.anything()]] as const)(
      "the payment service says %s → ordered at the agreed price and counted; told again, or completed by the buyer, the same order", async (what, captured_at) => {
        const { id } = await agreed()
        const cart_id = await cartOf(as.anna(), variant_id, 100)
        const payment = await begin(cart_id)
        expect(payment.amount).toBe(11_040)
        await tell(what, payment)
        const [order_id] = await orders()
        const { order } = await asked(as.admin().get(`/admin/orders/${order_id}?fields=id,total,*items`))
        expect(order).toMatchObject({ total: 11_040, items: [{ quantity: 100, unit_price: 110 }] })
        await until(async () => (await agreement(id)).orders === 1)
        expect(await uses(id)).toMatchObject([{ status: "confirmed", checked: true, order_id }])
        expect(await paymentsOf(payment.session_id)).toMatchObject([{ amount: 11_040, captured_at, canceled_at: null, refunds: [] }])
        await tell(what, payment)
        expect((await complete(as.anna(), cart_id)).data).toMatchObject({ type: "order", order: { id: order_id } })
        expect([await orders(), (await agreement(id)).orders]).toEqual([[order_id], 1])
      }
    )

    it("authorised after the agreement was revoked → no order, and the payment is not taken; then the normal price and an order", async () => {
      const { id } = await agreed()
      const cart_id = await cartOf(as.anna(), variant_id, 100)
      const payment = await begin(cart_id)
      await revoke(id)
      const authorized = service.authorized.length
      await tell("authorized", payment)
      expect([await orders(), await uses(id), await paymentsOf(payment.session_id), service.authorized.length]).toEqual([[], [], [], authorized])
      expect((await complete(as.anna(), cart_id)).data).toMatchObject({ code: "agreement_not_applicable", details: { lines: [{ why: "ended" }] } })
      await reprice(as.anna(), cart_id)
      const dearer = await begin(cart_id)
      expect(dearer.amount).toBe(12_040)
      await tell("authorized", dearer)
      const { order } = await asked(as.admin().get(`/admin/orders/${(await orders())[0]}?fields=id,total,*items`))
      expect(order).toMatchObject({ total: 12_040, items: [{ unit_price: 120 }] })
    })

    it("captured by the service after the agreement was revoked → no order at that price, and Medusa pays the money back, once", async () => {
      const { id } = await agreed()
      const cart_id = await cartOf(as.anna(), variant_id, 100)
      const payment = await begin(cart_id)
      await revoke(id)
      await tell("captured", payment)
      expect([await orders(), await uses(id)]).toEqual([[], []])
      const paidBack = [{ amount: 11_040, captured_at: expect.anything(), refunds: [{ amount: 11_040 }] }]
      expect(await paymentsOf(payment.session_id)).toMatchObject(paidBack)
      // The service sends it again, as they do where a store seems not to have heard: nothing comes of it.
      await tell("captured", payment)
      expect([await orders(), await paymentsOf(payment.session_id)]).toMatchObject([[], paidBack])
    })

    it("two webhooks at once on a one-order agreement → one order, the other's payment not taken", async () => {
      const { id } = await agreed({ max_orders: 1 })
      const payments = []
      for (const quantity of [100, 200]) payments.push(await begin(await cartOf(as.anna(), variant_id, quantity)))
      const authorized = service.authorized.length
      await Promise.all(payments.map((payment) => tell("authorized", payment)))
      await store.quiet()
      expect([(await orders()).length, service.authorized.length - authorized]).toEqual([1, 1])
      await until(async () => (await agreement(id)).status === "used_up")
      expect((await uses(id)).filter((use) => use.status === "confirmed")).toHaveLength(1)
    })

    it("fewer pieces than agreed by the time of the webhook → what was begun pays for nothing; paid for anew, an order at the normal price", async () => {
      const { id } = await agreed()
      const cart_id = await cartOf(as.anna(), variant_id, 100)
      const payment = await begin(cart_id)
      const { cart } = await asked(as.anna().get(`/store/carts/${cart_id}`))
      await asked(as.anna().post(`/store/carts/${cart_id}/line-items/${cart.items[0].id}`, { quantity: 99 }))
      // Medusa ends a session whose amount is no longer the cart's.
      await tell("authorized", payment)
      expect(await orders()).toEqual([])
      const dearer = await begin(cart_id)
      expect(dearer.amount).toBe(11_920)
      await tell("authorized", dearer)
      const { order } = await asked(as.admin().get(`/admin/orders/${(await orders())[0]}?fields=id,total,*items`))
      expect(order).toMatchObject({ total: 11_920, items: [{ quantity: 99, unit_price: 120 }] })
      expect([await uses(id), (await line(id)).bought_quantity]).toEqual([[], 0])
    })

    it("a discount for payment in advance, paid by another way → refused over HTTP and by webhook; by the right one, an order", async () => {
      const { id } = await concede({ lines: [{ variant_id, min_quantity: 100, unit_price: 110 }], concessions: [{ kind: "payment_term", percent: 2, payment_term: "prepay" }] })
      const cart_id = await cartOf(as.anna(), variant_id, 100)
      await asked(as.anna().post("/store/payment-terms", { cart_id, payment_term: "prepay" }))
      const payment = await begin(cart_id)
      expect(payment.amount).toBe(10_820)
      const refused = await complete(as.anna(), cart_id)
      expect([refused.status, refused.data]).toMatchObject([409, { code: "agreement_not_applicable", details: { why: "payment_term", payment_term: "prepay" } }])
      const authorized = service.authorized.length
      await tell("authorized", payment)
      expect([await orders(), await paymentsOf(payment.session_id), service.authorized.length]).toEqual([[], [], authorized])
      const { payment_collection } = await asked(as.anna().post("/store/payment-collections", { cart_id }))
      await asked(as.anna().post(`/store/payment-collections/${payment_collection.id}/payment-sessions`, { provider_id: "pp_system_default" }))
      expect((await complete(as.anna(), cart_id)).data).toMatchObject({ type: "order", order: { total: 10_820 } })
      await until(async () => (await agreement(id)).orders === 1)
    })
  },
  {
    prepare: async ({ container, ground }) => {
      await updateRegionsWorkflow(container).run({
        input: { selector: { id: ground.regions.usd }, update: { payment_providers: ["pp_system_default", "pp_invoice_invoice", PROVIDER] } },
      })
      // Medusa waits five seconds before it looks at a webhook; the option that says otherwise is read from here.
      Object.assign(container.resolve(Modules.PAYMENT), { options: { webhook_delay: 1 } })
    },
  }
)
