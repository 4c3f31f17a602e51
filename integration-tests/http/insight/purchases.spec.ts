import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, createWorkflow } from "@medusajs/framework/workflows-sdk"
import { cancelOrderWorkflow, createCustomerGroupsWorkflow, createCustomersWorkflow, linkCustomersToCustomerGroupWorkflow } from "@medusajs/medusa/core-flows"
import catchUp from "../../../src/jobs/rebuild-purchases"
import { INSIGHT_MODULE, purchaseScope, type InsightModuleService, type LastPaid } from "../../../src/modules/insight"
import { NEGOTIATION_MODULE, type NegotiationModuleService } from "../../../src/modules/negotiation"
import { ensureCompany, resolveCompany } from "../../../src/workflows/company/resolve-company"
import { COMPANY_CHANGED_EVENT, rebuildPurchasesWorkflow, recordOrderPurchasesWorkflow, type RebuildPurchasesInput } from "../../../src/workflows/insight"
import { gatherOrderPurchasesStep, storeOrderPurchasesStep } from "../../../src/workflows/insight/record-order-purchases"
import { complete, prepareCheckout } from "../../setup/checkout"
import type { Client } from "../../setup/client"
import type { Person } from "../../setup/people"
import { storeTest } from "../../setup/store-test"

const failStep = createStep("insight-test-fail", async () => {
  throw new Error("a later step fails")
})

const recordThenFail = createWorkflow("insight-test-record-then-fail", (input: { order_id: string }) => {
  storeOrderPurchasesStep(gatherOrderPurchasesStep(input))
  failStep()
})

interface OrderLine {
  readonly unit_price?: number
  readonly quantity?: number
  readonly is_tax_inclusive?: boolean
  readonly tax_lines?: { code: string; rate: number }[]
}

/** Waits until a background handler has done its work, or fails with what it saw last. */
async function until<Value>(read: () => Promise<Value>, done: (value: Value) => boolean): Promise<Value> {
  const deadline = Date.now() + 60_000
  for (;;) {
    const value = await read()
    if (done(value)) return value
    if (Date.now() > deadline) throw new Error(`Waited in vain; last seen: ${JSON.stringify(value)}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

storeTest(({ container: running, ground, people, as, cart }) => {
  let container: MedusaContainer
  let insight: InsightModuleService
  let negotiations: NegotiationModuleService

  beforeEach(() => {
    container = running()
    insight = container.resolve<InsightModuleService>(INSIGHT_MODULE)
    negotiations = container.resolve<NegotiationModuleService>(NEGOTIATION_MODULE)
  })

  async function customer(name: string): Promise<string> {
    const { result } = await createCustomersWorkflow(container).run({
      input: { customersData: [{ email: `${name}@buyers.test`, first_name: name, has_account: true }] },
    })
    return result[0]?.id as string
  }

  async function group(name: string, members: string[]): Promise<string> {
    const { result } = await createCustomerGroupsWorkflow(container).run({ input: { customersData: [{ name }] } })
    const id = result[0]?.id as string
    await linkCustomersToCustomerGroupWorkflow(container).run({ input: { id, add: members } })
    return id
  }

  async function company(customer_group_id: string, name = "Northwind"): Promise<string> {
    return (await negotiations.createNegotiationCompanies({ key: customer_group_id, customer_group_id, name })).id
  }

  async function order(customer_id: string, line: OrderLine = {}, over: object = {}): Promise<string> {
    const [created] = await container.resolve(Modules.ORDER).createOrders([
      {
        customer_id,
        email: "buyer@buyers.test",
        currency_code: "usd",
        region_id: "reg_us",
        items: [{ title: "Pump", variant_id: "variant_pump", product_id: "prod_pump", unit_price: 100, quantity: 10, ...line }],
        ...over,
      } as never,
    ])
    return created?.id as string
  }

  /** The last price paid for the pump by whom this customer negotiates for. */
  async function lastPaid(customer_id: string, variant_id = "variant_pump"): Promise<LastPaid | undefined> {
    const scope = purchaseScope(await resolveCompany(container, customer_id))
    return (await insight.lastPaid({ ...scope, variant_ids: [variant_id], currency_code: "usd" }))[0]
  }

  const record = (order_id: string) => recordOrderPurchasesWorkflow(container).run({ input: { order_id } })
  const rebuild = (input: RebuildPurchasesInput) => rebuildPurchasesWorkflow(container).run({ input })
  const everyPurchase = () => insight.listPurchases({}, { take: null, order: { order_line_item_id: "ASC" }, select: ["id", "unit_price", "company_id"] })

  describe("an order placed in the shop", () => {
    async function checkout(who: Client, person: Person, quantity: number): Promise<string> {
      const { id } = await cart(who, [{ article: ground().articles.cylinder, quantity }])
      await prepareCheckout(who, ground(), id, person.email)
      const { status, data } = await complete(who, id)
      expect([status, data.type]).toEqual([200, "order"])
      return data.order.id
    }

    it("is the last price the buyer paid, until it is cancelled", async () => {
      const { solo } = people()
      const { variant_id } = ground().articles.cylinder
      const order_id = await checkout(as.solo(), solo, 7)
      expect(await until(() => lastPaid(solo.id, variant_id), (seen) => seen !== undefined)).toMatchObject({ unit_price: 120, quantity: 7 })
      expect(await insight.purchasesOf([order_id])).toMatchObject([{ customer_id: solo.id, company_id: null, region_id: ground().regions.usd, cancelled: false }])

      await cancelOrderWorkflow(container).run({ input: { order_id } })
      expect(await until(() => lastPaid(solo.id, variant_id), (seen) => seen === undefined)).toBeUndefined()
      expect(await insight.purchasesOf([order_id])).toMatchObject([{ cancelled: true }])
    })

    it("is the last price for a colleague, and none for another company", async () => {
      const { acme, borealis } = people()
      const { variant_id } = ground().articles.cylinder
      await checkout(as.anna(), acme.buyers[0], 3)
      expect(await until(() => lastPaid(acme.buyers[1].id, variant_id), (seen) => seen !== undefined)).toMatchObject({ unit_price: 120, quantity: 3 })
      expect(await lastPaid(borealis.buyers[0].id, variant_id)).toBeUndefined()
    })
  })

  describe("recording an order", () => {
    it("counts for every buyer of the company, and for nobody else", async () => {
      const [anna, bob, carl] = [await customer("anna"), await customer("bob"), await customer("carl")]
      const company_id = await company(await group("Northwind", [anna, bob]))
      const { result } = await record(await order(anna, { unit_price: 104.5, quantity: 30 }))
      expect(result).toEqual({ recorded: 1 })
      expect(await lastPaid(bob)).toMatchObject({ unit_price: 104.5, quantity: 30 })
      expect(await lastPaid(carl)).toBeUndefined()
      const stored = await insight.listPurchases({ company_id })
      expect(stored).toMatchObject([{ customer_id: anna, variant_id: "variant_pump", product_id: "prod_pump", currency_code: "usd", region_id: "reg_us" }])
    })

    it("finds what a customer alone bought before they had a row", async () => {
      const anna = await customer("anna")
      await record(await order(anna, { unit_price: 99 }))
      expect(await lastPaid(anna)).toMatchObject({ unit_price: 99 })
      const resolved = await ensureCompany(container, await resolveCompany(container, anna))
      expect(resolved.id).toMatch(/^ncom_/)
      expect(await lastPaid(anna)).toMatchObject({ unit_price: 99 })
    })

    it("counts net of tax", async () => {
      const anna = await customer("anna")
      await record(await order(anna, { unit_price: 119, is_tax_inclusive: true, tax_lines: [{ code: "vat", rate: 19 }] }))
      expect(await lastPaid(anna)).toMatchObject({ unit_price: 100 })
    })

    it("passes over drafts, lines without a variant and orders of nobody", async () => {
      const anna = await customer("anna")
      const ids = [
        await order(anna, {}, { status: "draft", is_draft_order: true }),
        await order(anna, {}, { items: [{ title: "Engraving", unit_price: 5, quantity: 1 }] }),
        await order(anna, {}, { customer_id: null }),
        await order("cus_gone"),
      ]
      for (const id of ids) expect((await record(id)).result).toEqual({ recorded: 0 })
      expect(await insight.listPurchases()).toEqual([])
    })

    it("counts the price and quantity an order edit left", async () => {
      const anna = await customer("anna")
      const id = await order(anna)
      await record(id)
      const orders = container.resolve(Modules.ORDER)
      const [line] = await orders.listOrderLineItems({}, { take: 1 })
      const change = await orders.createOrderChange({
        order_id: id,
        actions: [{ action: "ITEM_UPDATE", reference: "order_line_item", details: { reference_id: line?.id, quantity: 4, unit_price: 91 } }],
      })
      await orders.confirmOrderChange(change.id)
      await record(id)
      expect(await lastPaid(anna)).toMatchObject({ unit_price: 91, quantity: 4 })
    })

    it("is undone when a later step of the same workflow fails", async () => {
      const anna = await customer("anna")
      const id = await order(anna)
      const { errors } = await recordThenFail(container).run({ input: { order_id: id }, throwOnError: false })
      expect(errors).toHaveLength(1)
      expect(await insight.purchasesOf([id])).toEqual([])
      await record(id)
      const before = await insight.purchasesOf([id])
      await company(await group("Northwind", [anna]))
      await recordThenFail(container).run({ input: { order_id: id }, throwOnError: false })
      expect(await insight.purchasesOf([id])).toEqual(before)
    })

    it("refuses an order that does not exist", async () => {
      await expect(record("order_none")).rejects.toMatchObject({ type: "not_found" })
    })
  })

  describe("rebuilding", () => {
    it("reads the whole store, page by page, and changes nothing the second time", async () => {
      const [anna, bob] = [await customer("anna"), await customer("bob")]
      const company_id = await company(await group("Northwind", [anna]))
      for (let n = 0; n < 105; n += 1) await order(n % 2 === 0 ? anna : bob, { unit_price: 100 + n }, { created_at: new Date(2026, 0, 1 + n) })
      expect((await rebuild({})).result).toEqual({ orders: 105, purchases: 105 })
      const first = await everyPurchase()
      expect(first).toHaveLength(105)
      expect(await lastPaid(anna)).toMatchObject({ unit_price: 204, at: new Date(2026, 0, 105) })
      expect(await lastPaid(bob)).toMatchObject({ unit_price: 203 })
      expect(first.filter((row) => row.company_id === company_id)).toHaveLength(53)
      await rebuild({})
      expect(await everyPurchase()).toEqual(first)
    })

    it("goes on where it was interrupted", async () => {
      const anna = await customer("anna")
      const ids = [await order(anna), await order(anna), await order(anna)].sort()
      await insight.keepBookmark("purchases:all", {
        position: { since: null, after: ids[0] as string, customers_after: null },
        started_at: new Date(),
        completed_at: null,
      })
      expect((await rebuild({ resume: true })).result).toEqual({ orders: 2, purchases: 2 })
      expect((await insight.bookmark("purchases:all"))?.completed_at).toBeInstanceOf(Date)
      expect((await rebuild({ resume: true })).result).toEqual({ orders: 3, purchases: 3 })
    })

    it("reads past orders when a group becomes a company", async () => {
      const [anna, carl] = [await customer("anna"), await customer("carl")]
      const group_id = await group("Northwind", [anna])
      await record(await order(anna, { unit_price: 77 }))
      await order(carl)
      const company_id = await company(group_id)
      expect(await lastPaid(anna)).toBeUndefined()
      await container.resolve(Modules.EVENT_BUS).emit({ name: COMPANY_CHANGED_EVENT, data: { id: company_id } })
      expect(await until(() => lastPaid(anna), (seen) => seen !== undefined)).toMatchObject({ unit_price: 77 })
      expect(await lastPaid(carl)).toBeUndefined()
      await expect(rebuild({ company_id: "ncom_none" })).rejects.toMatchObject({ type: "not_found" })
    })

    it("reads only what changed since a moment, and refuses a moment that is none", async () => {
      const anna = await customer("anna")
      const old = await order(anna)
      await order(anna)
      const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
      await knex.raw(`UPDATE "order" SET updated_at = '2026-01-01' WHERE id = ?`, [old])
      expect((await rebuild({ since: "2026-06-01T00:00:00Z" })).result).toEqual({ orders: 1, purchases: 1 })
      await expect(rebuild({ since: "yesterday" })).rejects.toMatchObject({ type: "invalid_data" })
    })

    it("heals at night what an event missed: everything first, then what is new", async () => {
      const anna = await customer("anna")
      const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
      const early = await order(anna, { unit_price: 90 }, { created_at: new Date("2026-01-01T00:00:00Z") })
      await knex.raw(`UPDATE "order" SET updated_at = now() - interval '3 days' WHERE id = ?`, [early])
      await catchUp(container)
      expect(await lastPaid(anna)).toMatchObject({ unit_price: 90 })
      await insight.forgetOrder(early)
      await order(anna, { unit_price: 80 })
      await catchUp(container)
      expect(await lastPaid(anna)).toMatchObject({ unit_price: 80 })
      expect(await insight.purchasesOf([early])).toEqual([])
    })
  })
})
