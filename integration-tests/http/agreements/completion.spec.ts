import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { completeCartWorkflow } from "@medusajs/medusa/core-flows"
import endAgreementsJob from "../../../src/jobs/end-agreements"
import { endAgreementsWorkflow } from "../../../src/workflows/agreement/end-agreements"
import { reconcilePrices } from "../../../src/workflows/agreement/reconcile-prices"
import { complete, prepareCheckout } from "../../setup/checkout"
import { storeTest } from "../../setup/store-test"
import { agreedIn, until, type Terms } from "./agreed"

storeTest((store) => {
  const { as, container, ground, people, truth } = store
  const { agree, cartOf, linesOf, rowsOf, service, variant } = agreedIn(store)
  let variant_id: string

  const change = async (statement: string, values: unknown[]) => {
    await container().resolve<{ raw(text: string, values: unknown[]): Promise<unknown> }>(ContainerRegistrationKeys.PG_CONNECTION).raw(statement, values)
  }
  const agreed = (terms: Partial<Terms> = {}) => agree({ lines: [{ variant_id, min_quantity: 100, unit_price: 110 }], ...terms })
  const ready = async (quantity = 100) => {
    const cart_id = await cartOf(as.anna(), variant_id, quantity)
    await prepareCheckout(as.anna(), ground(), cart_id, people().acme.buyers[0].email)
    return cart_id
  }
  const agreementRow = (id: string) => truth().row("negotiation_agreement", { id })
  const uses = (agreement_id: string) => truth().rows("negotiation_agreement_use", { agreement_id })

  beforeEach(async () => {
    variant_id = await variant([{ currency_code: "usd", amount: 120 }])
  })

  it("counts orders at the agreed price, each once, until nothing is left", async () => {
    const { id, negotiation_id } = await agreed({ max_orders: 2, lines: [{ variant_id, min_quantity: 100, unit_price: 110, remaining_quantity: 500 }] })
    const cart_id = await ready(200)
    const first = await complete(as.anna(), cart_id)
    expect([first.status, first.data.type]).toEqual([200, "order"])
    const order_id = first.data.order.id
    expect(first.data.order.items).toMatchObject([{ quantity: 200, unit_price: 110 }])

    await until(async () => (await truth().row("negotiation", { id: negotiation_id })).status === "ordered")
    expect(await truth().row("negotiation", { id: negotiation_id })).toMatchObject({ status: "ordered", order_id })
    expect(await agreementRow(id)).toMatchObject({ status: "active", orders: 1 })
    expect(await truth().row("negotiation_agreement_line", { agreement_id: id })).toMatchObject({ remaining_quantity: 300 })
    expect(await uses(id)).toMatchObject([{ status: "confirmed", order_id, cart_id, lines: [{ variant_id, quantity: 200, unit_price: 110 }] }])

    // Completing an ordered cart again answers the same order; an event delivered twice counts once.
    expect((await complete(as.anna(), cart_id)).data.order.id).toBe(order_id)
    await container().resolve(Modules.EVENT_BUS).emit({ name: "order.placed", data: { id: order_id } })

    expect((await complete(as.anna(), await ready(300))).data.type).toBe("order")
    await until(async () => (await agreementRow(id)).status === "used_up")
    expect(await agreementRow(id)).toMatchObject({ orders: 2, ended_reason: "used_up" })
    await until(async () => (await rowsOf(id)).length === 0)
    const trail = (await truth().rows("negotiation_event", { agreement_id: id })).sort((a, b) => Number(a.sequence) - Number(b.sequence))
    expect(trail.map((entry) => [entry.kind, entry.status_before, entry.status_after])).toEqual([
      ["ordered", "agreed", "ordered"], ["ordered", null, null], ["used_up", null, null],
    ])
  })

  it.each(["expired", "revoked"] as const)("refuses an old cart whose agreement %s: 409 with the reason, and behind it the hook", async (status) => {
    const { id, negotiation_id } = await agreed()
    const cart_id = await ready()
    await endAgreementsWorkflow(container()).run({ input: { ids: [id], status, reason: "agreement_revoked", actor: { type: "seller", id: "user_1" }, note: "why" } })
    expect(await rowsOf(id)).toEqual([])
    expect(await truth().row("negotiation", { id: negotiation_id })).toMatchObject({ status })
    expect(await truth().row("negotiation_event", { agreement_id: id })).toMatchObject({ kind: status, actor_type: "seller", actor_id: "user_1", status_before: "agreed", status_after: status, note: "why" })
    expect(await linesOf(as.anna(), cart_id)).toMatchObject([{ unit_price: 110 }])

    const refused = await complete(as.anna(), cart_id)
    expect(refused.status).toBe(409)
    expect(refused.data).toEqual({
      type: "conflict",
      code: "agreement_not_applicable",
      message: expect.stringContaining("has ended"),
      details: { lines: [{ line_item_id: expect.any(String), variant_id, quantity: 100, unit_price: 110, why: "ended", agreement_id: id, min_quantity: 100 }] },
    })
    const { errors } = await completeCartWorkflow(container()).run({ input: { id: cart_id }, throwOnError: false })
    expect(errors[0]?.error).toMatchObject({ type: "not_allowed", code: "agreement_not_applicable" })
    expect(await truth().rows("order")).toEqual([])

    // Priced anew it goes through at the normal price.
    await as.anna().post(`/store/carts/${cart_id}`, { region_id: ground().regions.usd })
    await prepareCheckout(as.anna(), ground(), cart_id, people().acme.buyers[0].email)
    expect((await complete(as.anna(), cart_id)).data).toMatchObject({ type: "order", order: { items: [{ unit_price: 120 }] } })
    expect(await uses(id)).toEqual([])
  })

  it("gives a claim back when the completion fails after it", async () => {
    const { id } = await agreed({ max_orders: 1 })
    const cart_id = await ready()
    // Medusa looks at the shipping method after the hook.
    await change("UPDATE cart_shipping_method SET deleted_at = now() WHERE cart_id = ?", [cart_id])
    expect((await complete(as.anna(), cart_id)).status).toBe(400)
    expect(await uses(id)).toMatchObject([{ status: "released" }])
    expect((await complete(as.anna(), await ready())).data.type).toBe("order")
  })

  it("ends agreements on time, once, and tells it once however often the job runs", async () => {
    const told: unknown[] = []
    const lapsed = await agreed()
    const other = await agreed({ lines: [{ variant_id, min_quantity: 900, unit_price: 90 }] })
    container().resolve(Modules.EVENT_BUS).subscribe("agreement.expired", async ({ data }) => {
      if ((data as { id: string }).id === lapsed.id) told.push(data)
    })
    await change("UPDATE negotiation_agreement SET valid_until = now() - interval '1 second' WHERE id = ?", [lapsed.id])
    await Promise.all([endAgreementsJob(container()), endAgreementsJob(container())])
    await endAgreementsJob(container())

    expect(await agreementRow(lapsed.id)).toMatchObject({ status: "expired", ended_reason: "agreement_lapsed" })
    expect(await truth().row("negotiation", { id: lapsed.negotiation_id })).toMatchObject({ status: "expired", reason_code: "agreement_lapsed" })
    expect(await agreementRow(other.id)).toMatchObject({ status: "active" })
    expect([(await rowsOf(lapsed.id)).length, (await rowsOf(other.id)).length]).toEqual([0, 1])
    await until(async () => told.length > 0)
    expect(told).toEqual([{ id: lapsed.id, negotiation_id: lapsed.negotiation_id, company_id: people().acme.id, status: "expired" }])
    expect(await truth().rows("negotiation_event", { agreement_id: lapsed.id })).toHaveLength(1)
  })

  it("mends price rows both ways and settles claims left behind", async () => {
    const kept = await agreed()
    const ended = await agreed({ lines: [{ variant_id, min_quantity: 900, unit_price: 90 }] })
    await container().resolve(Modules.PRICING).removePrices((await rowsOf(kept.id)).map((row) => row.id))
    await change("UPDATE negotiation_agreement SET status = 'revoked' WHERE id = ?", [ended.id])
    await service().reserveUse({ agreement_id: kept.id, cart_id: "cart_dead", lines: [] })
    await change("UPDATE negotiation_agreement_use SET updated_at = now() - interval '1 hour' WHERE agreement_id = ?", [kept.id])

    expect(await reconcilePrices(container())).toEqual({ projected: [kept.id], removed_rows: 1, settled_claims: 1, failed: [] })
    expect([(await rowsOf(kept.id)).length, (await rowsOf(ended.id)).length]).toEqual([1, 0])
    expect(await uses(kept.id)).toMatchObject([{ status: "released" }])
    expect(await reconcilePrices(container())).toEqual({ projected: [], removed_rows: 0, settled_claims: 0, failed: [] })
  })

  it("gives a cancelled order's use back", async () => {
    const { id } = await agreed({ max_orders: 5, lines: [{ variant_id, min_quantity: 100, unit_price: 110, remaining_quantity: 500 }] })
    const { data } = await complete(as.anna(), await ready(200))
    await until(async () => (await agreementRow(id)).orders === 1)
    expect((await as.admin().post(`/admin/orders/${data.order.id}/cancel`)).status).toBe(200)
    await until(async () => (await agreementRow(id)).orders === 0)
    expect(await truth().row("negotiation_agreement_line", { agreement_id: id })).toMatchObject({ remaining_quantity: 500 })
  })
})
