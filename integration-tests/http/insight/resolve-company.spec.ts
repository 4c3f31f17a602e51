import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { deleteCustomerGroupsWorkflow } from "@medusajs/medusa/core-flows"
import { NEGOTIATION_MODULE, type NegotiationModuleService } from "../../../src/modules/negotiation"
import type { NegotiationPluginOptions } from "../../../src/modules/negotiation/options"
import { ensureCompany, resolveCompanies, resolveCompany } from "../../../src/workflows/company/resolve-company"
import { recordOrderPurchasesWorkflow } from "../../../src/workflows/insight"
import { INSIGHT_MODULE, type InsightModuleService } from "../../../src/modules/insight"
import { stopTheClock } from "../../setup/stopped-clock"

medusaIntegrationTestRunner({
  inApp: true,
  hooks: { beforeServerStart: async () => stopTheClock() },
  testSuite: ({ getContainer }) => {
    let container: MedusaContainer
    let service: NegotiationModuleService
    let unsetOptions: () => void

    beforeEach(() => {
      container = getContainer()
      service = container.resolve<NegotiationModuleService>(NEGOTIATION_MODULE)
      const before = service.options
      unsetOptions = () => void Object.assign(service, { options: before })
    })
    afterEach(() => unsetOptions())

    function withOption(ask: NonNullable<NegotiationPluginOptions["resolveCompany"]>): void {
      Object.assign(service, { options: { ...service.options, resolveCompany: ask } })
    }

    async function customer(over: object = {}): Promise<string> {
      const data = { email: `anna@acme.test`, first_name: "Anna", last_name: "Ash", has_account: true, ...over }
      return (await container.resolve(Modules.CUSTOMER).createCustomers(data)).id
    }

    async function group(name: string, ...members: string[]): Promise<string> {
      const customers = container.resolve(Modules.CUSTOMER)
      const { id } = await customers.createCustomerGroups({ name })
      await customers.addCustomerToGroup(members.map((customer_id) => ({ customer_id, customer_group_id: id })))
      return id
    }

    it("names the customer alone while no group of theirs is a company", async () => {
      const anna = await customer()
      const gold = await group("Gold customers", anna)
      expect(await resolveCompany(container, anna)).toEqual({
        id: null,
        key: anna,
        kind: "customer",
        name: "Anna Ash",
        customer_group_id: null,
        customer_id: anna,
        segment: null,
        profitability: null,
        growth: null,
        credit: null,
        opted_out: false,
        strategic: false,
        shares_agreements: true,
        missed_commitment_at: null,
        price_list_id: null,
        outdated: false,
        buyer: { may_request: true, may_accept: true, spending_limit: null },
        customer: { id: anna, email: "anna@acme.test", first_name: "Anna", last_name: "Ash", company_name: null, has_account: true, group_ids: [gold] },
      })
    })

    it("names the group that is a company, with its settings; of several, the oldest", async () => {
      const anna = await customer({ company_name: "Anna Ltd" })
      const [younger, older] = [await group("Globex", anna), await group("Acme", anna)]
      await group("Gold customers", anna)
      const row = await service.createNegotiationCompanies({
        key: older, customer_group_id: older, name: "Acme", segment: "key", opted_out: true, strategic: true, price_list_id: "plist_1",
      })
      await service.createNegotiationCompanies({ key: younger, customer_group_id: younger, name: "Globex" })
      await service.createNegotiationCompanies({ key: anna, customer_id: anna, name: "Anna Ltd" })
      expect(await resolveCompany(container, anna)).toMatchObject({
        id: row.id, key: older, kind: "group", name: "Acme", customer_group_id: older, customer_id: anna,
        segment: "key", opted_out: true, strategic: true, price_list_id: "plist_1", outdated: false,
      })
    })

    it("resolves many at once as it does one by one, and leaves out who is gone", async () => {
      const [anna, bob, carl] = [await customer(), await customer({ email: "bob@acme.test" }), await customer({ email: "carl@solo.test" })]
      const acme = await group("Acme", anna, bob)
      await service.createNegotiationCompanies({ key: acme, customer_group_id: acme, name: "Acme" })
      const many = await resolveCompanies(container, [anna, bob, carl, anna, "cus_gone"])
      expect(many).toHaveLength(3)
      for (const one of many) expect(await resolveCompany(container, one.customer_id)).toEqual(one)
      expect(await resolveCompanies(container, [])).toEqual([])
      await expect(resolveCompany(container, "cus_gone")).rejects.toMatchObject({ type: "not_found" })
    })

    it("forgets a group the moment it is deleted, or the customer leaves it", async () => {
      const [anna, bob] = [await customer(), await customer({ email: "bob@acme.test" })]
      const acme = await group("Acme", anna, bob)
      await service.createNegotiationCompanies({ key: acme, customer_group_id: acme, name: "Acme" })
      await container.resolve(Modules.CUSTOMER).removeCustomerFromGroup({ customer_id: bob, customer_group_id: acme })
      expect((await resolveCompany(container, bob)).kind).toBe("customer")
      expect((await resolveCompany(container, anna)).kind).toBe("group")
      await deleteCustomerGroupsWorkflow(container).run({ input: { ids: [acme] } })
      expect(await resolveCompany(container, anna)).toMatchObject({ kind: "customer", customer: { group_ids: [] } })
    })

    it("gives a customer alone one row, however many first requests come at once", async () => {
      const resolved = await resolveCompany(container, await customer())
      const all = await Promise.all(Array.from({ length: 8 }, () => ensureCompany(container, resolved)))
      const rows = await service.listNegotiationCompanies()
      expect(rows).toMatchObject([{ key: resolved.key, customer_id: resolved.customer_id, customer_group_id: null, name: "Anna Ash" }])
      expect(new Set(all.map((each) => each.id))).toEqual(new Set([rows[0]?.id]))
      expect(await resolveCompany(container, resolved.customer_id)).toEqual({ ...resolved, id: rows[0]?.id })
    })

    describe("with a company module of the store's own", () => {
      it("takes its word: key, name and group, whatever the customer's groups are", async () => {
        const anna = await customer()
        const acme = await group("Acme", anna)
        await service.createNegotiationCompanies({ key: acme, customer_group_id: acme, name: "Acme" })
        withOption(async (id) => (id === anna ? { id: "comp_1", name: "Own Acme", customer_group_id: acme } : null))
        const resolved = await resolveCompany(container, anna)
        expect(resolved).toMatchObject({ id: null, key: "comp_1", kind: "custom", name: "Own Acme", customer_group_id: acme })
        const { id } = await ensureCompany(container, resolved)
        expect(await service.retrieveNegotiationCompany(id)).toMatchObject({ key: "comp_1", customer_id: null, customer_group_id: acme })
        expect((await resolveCompany(container, anna)).id).toBe(id)
        expect(await resolveCompany(container, await customer({ email: "bob@solo.test" }))).toMatchObject({ kind: "customer", id: null })
      })

      it("mends the row when the company got another group", async () => {
        const anna = await customer()
        withOption(async () => ({ id: "comp_1", name: "Own Acme" }))
        const { id } = await ensureCompany(container, await resolveCompany(container, anna))
        withOption(async () => ({ id: "comp_1", name: "Own Acme", customer_group_id: "cusgroup_new" }))
        const resolved = await resolveCompany(container, anna)
        expect(resolved).toMatchObject({ id, outdated: true, customer_group_id: "cusgroup_new" })
        expect(await ensureCompany(container, resolved)).toMatchObject({ id, outdated: false })
        expect((await service.retrieveNegotiationCompany(id)).customer_group_id).toBe("cusgroup_new")
      })

      it("records a first order for the company, so that colleagues find it", async () => {
        const anna = await customer()
        withOption(async () => ({ id: "comp_1", name: "Own Acme" }))
        const [order] = await container.resolve(Modules.ORDER).createOrders([
          { customer_id: anna, email: "anna@acme.test", currency_code: "usd", items: [{ title: "Pump", variant_id: "variant_1", unit_price: 9, quantity: 2 }] },
        ])
        await recordOrderPurchasesWorkflow(container).run({ input: { order_id: order?.id as string } })
        const { id } = await resolveCompany(container, await customer({ email: "bob@acme.test" }))
        const paid = await container
          .resolve<InsightModuleService>(INSIGHT_MODULE)
          .lastPaid({ company_id: id as string, variant_ids: ["variant_1"], currency_code: "usd" })
        expect(paid).toMatchObject([{ unit_price: 9, quantity: 2 }])
      })
    })
  },
})
