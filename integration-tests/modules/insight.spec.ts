import path from "node:path"
import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { INSIGHT_MODULE, purchaseScope, type InsightModuleService, type PurchaseRow, type PurchaseScope } from "../../src/modules/insight"
import { factsStatement } from "../../src/modules/insight/purchase-queries"

jest.setTimeout(60_000)

let lines = 0

function purchase(over: Partial<PurchaseRow> = {}): PurchaseRow {
  lines += 1
  return {
    order_id: "order_1",
    // Read back in the order of their ids.
    order_line_item_id: `ordli_${String(lines).padStart(4, "0")}`,
    company_id: "ncom_acme",
    customer_id: "cus_anna",
    variant_id: "variant_1",
    product_id: "prod_1",
    currency_code: "usd",
    region_id: "reg_us",
    unit_price: 100,
    quantity: 10,
    ordered_at: new Date("2026-03-01T10:00:00Z"),
    cancelled: false,
    ...over,
  }
}

const ACME = { company_id: "ncom_acme" }

moduleIntegrationTestRunner<InsightModuleService>({
  moduleName: INSIGHT_MODULE,
  resolve: path.resolve(__dirname, "../../src/modules/insight"),
  dbName: "insight_module",
  // The real migration, not a schema derived from the models: its partial indexes are what is under test.
  pathToMigrations: path.resolve(__dirname, "../../src/modules/insight/migrations"),
  testSuite: ({ service, MikroOrmWrapper }) => {
    describe("facts about past purchases", () => {
      it("gives the latest price in the currency and the largest quantity, for every variant asked about", async () => {
        await service.recordPurchases([
          purchase({ unit_price: 110.1234, quantity: 500, ordered_at: new Date("2026-01-01T00:00:00Z") }),
          purchase({ unit_price: 104.5, quantity: 20, ordered_at: new Date("2026-05-01T00:00:00Z") }),
          purchase({ unit_price: 90, quantity: 900, currency_code: "eur", ordered_at: new Date("2026-06-01T00:00:00Z") }),
          purchase({ variant_id: "variant_2", unit_price: 7.25, quantity: 3 }),
        ])
        const facts = await service.purchaseFacts({ ...ACME, variant_ids: ["variant_1", "variant_2", "variant_3"], currency_code: "usd" })
        expect(facts).toHaveLength(3)
        expect(facts).toEqual(
          expect.arrayContaining([
            { variant_id: "variant_1", last_paid: { unit_price: 104.5, quantity: 20, at: new Date("2026-05-01T00:00:00Z") }, largest_quantity: 900 },
            { variant_id: "variant_2", last_paid: { unit_price: 7.25, quantity: 3, at: new Date("2026-03-01T10:00:00Z") }, largest_quantity: 3 },
            { variant_id: "variant_3", last_paid: null, largest_quantity: null },
          ])
        )
        expect(await service.lastPaid({ ...ACME, variant_ids: ["variant_1", "variant_3"], currency_code: "eur" })).toEqual([
          { variant_id: "variant_1", unit_price: 90, quantity: 900, at: new Date("2026-06-01T00:00:00Z") },
        ])
        expect(await service.largestPastQuantity({ ...ACME, variant_ids: ["variant_2", "variant_3"], currency_code: "eur" })).toEqual([
          { variant_id: "variant_2", quantity: 3 },
        ])
      })

      it("answers each variant once and nothing for no variants", async () => {
        await service.recordPurchases([purchase()])
        expect(await service.purchaseFacts({ ...ACME, variant_ids: ["variant_1", "variant_1"], currency_code: "usd" })).toHaveLength(1)
        expect(await service.purchaseFacts({ ...ACME, variant_ids: [], currency_code: "usd" })).toEqual([])
      })

      it("keeps companies and lone customers apart", async () => {
        await service.recordPurchases([
          purchase({ unit_price: 80 }),
          purchase({ unit_price: 81, company_id: "ncom_bolt", customer_id: "cus_bob" }),
          purchase({ unit_price: 82, company_id: null, customer_id: "cus_anna" }),
          purchase({ unit_price: 83, company_id: null, customer_id: "cus_carl" }),
        ])
        const price = async (scope: PurchaseScope): Promise<number | undefined> =>
          (await service.lastPaid({ ...scope, variant_ids: ["variant_1"], currency_code: "usd" }))[0]?.unit_price
        expect(await price({ company_id: "ncom_acme" })).toBe(80)
        expect(await price({ company_id: "ncom_bolt" })).toBe(81)
        expect(await price({ customer_id: "cus_anna" })).toBe(82)
        expect(await price({ customer_id: "cus_carl" })).toBe(83)
        expect(await price({ customer_id: "cus_bob" })).toBeUndefined()
      })

      it("counts no cancelled purchase", async () => {
        await service.recordPurchases([
          purchase({ unit_price: 100, quantity: 5, ordered_at: new Date("2026-01-01T00:00:00Z") }),
          purchase({ unit_price: 60, quantity: 9_000, ordered_at: new Date("2026-02-01T00:00:00Z"), cancelled: true }),
        ])
        expect(await service.purchaseFacts({ ...ACME, variant_ids: ["variant_1"], currency_code: "usd" })).toEqual([
          { variant_id: "variant_1", last_paid: { unit_price: 100, quantity: 5, at: new Date("2026-01-01T00:00:00Z") }, largest_quantity: 5 },
        ])
      })

      it("reads both facts through the indexes made for them", async () => {
        const manager = MikroOrmWrapper.forkManager()
        await manager.execute(
          `INSERT INTO negotiation_purchase (id, order_id, order_line_item_id, company_id, customer_id, variant_id, currency_code, unit_price, raw_unit_price, quantity, ordered_at)
           SELECT 'npur_' || n, 'order_' || n / 2, 'ordli_many_' || n, CASE WHEN n % 3 = 0 THEN NULL ELSE 'ncom_' || n % 40 END, 'cus_' || n % 90,
             'variant_' || n % 200, 'usd', 10 + n % 7, '{"value":"10"}', 1 + n % 50, now() - n * interval '1 minute' FROM generate_series(1, 60000) n`
        )
        await manager.execute("ANALYZE negotiation_purchase")
        const plan = async (scope: PurchaseScope): Promise<string> => {
          const { statement, values } = factsStatement({ ...scope, variant_ids: ["variant_6", "variant_7"], currency_code: "usd" })
          const { rows } = await manager.getKnex().raw(`EXPLAIN ${statement}`, values as never)
          return JSON.stringify(rows)
        }
        const byCompany = await plan({ company_id: "ncom_7" })
        expect(byCompany).toContain("IDX_negotiation_purchase_company_last")
        expect(byCompany).toContain("IDX_negotiation_purchase_company_largest")
        const byCustomer = await plan({ customer_id: "cus_6" })
        expect(byCustomer).toContain("IDX_negotiation_purchase_customer_last")
        expect(byCustomer).toContain("IDX_negotiation_purchase_customer_largest")
        for (const seen of [byCompany, byCustomer]) expect(seen).not.toContain("Seq Scan")
      })
    })

    describe("recording", () => {
      const stored = async (): Promise<PurchaseRow[]> => service.purchasesOf(["order_1", "order_2"])

      it("brings a known line up to date instead of doubling it", async () => {
        const row = purchase()
        await service.recordPurchases([row])
        await service.recordPurchases([{ ...row, unit_price: 95.5, quantity: 12 }, { ...row, unit_price: 95.25, quantity: 12 }])
        expect(await stored()).toEqual([{ ...row, unit_price: 95.25, quantity: 12 }])
      })

      it("leaves a purchase with its company when the buyer moves to another one, and gives it one it had not", async () => {
        const moved = purchase()
        const adopted = purchase({ company_id: null })
        await service.recordPurchases([moved, adopted])
        await service.recordPurchases([{ ...moved, company_id: "ncom_bolt" }, { ...adopted, company_id: "ncom_bolt" }])
        expect((await stored()).map((row) => row.company_id)).toEqual(["ncom_acme", "ncom_bolt"])
        await service.recordPurchases([{ ...moved, company_id: null }])
        expect((await stored())[0]?.company_id).toBe("ncom_acme")
      })

      it("follows an order that was given to another customer", async () => {
        const row = purchase()
        await service.recordPurchases([row])
        await service.recordPurchases([{ ...row, customer_id: "cus_bob", company_id: "ncom_bolt" }])
        expect((await stored())[0]).toMatchObject({ customer_id: "cus_bob", company_id: "ncom_bolt" })
      })

      it("keeps a cancelled line cancelled when an older state arrives late", async () => {
        const row = purchase({ cancelled: true })
        await service.recordPurchases([row])
        await service.recordPurchases([{ ...row, cancelled: false }])
        expect((await stored())[0]?.cancelled).toBe(true)
      })

      it("forgets lines an order no longer has, and only that order's", async () => {
        const [kept, dropped, other] = [purchase(), purchase(), purchase({ order_id: "order_2" })]
        await service.recordPurchases([kept, dropped, other])
        await service.recordOrders(["order_1"], [kept])
        expect(await stored()).toEqual([kept, other])
        await service.forgetOrder("order_1")
        expect(await stored()).toEqual([other])
      })

      it("puts orders back to what they were", async () => {
        const before = purchase({ company_id: null })
        await service.recordPurchases([before])
        await service.recordOrders(["order_1", "order_2"], [{ ...before, company_id: "ncom_acme", cancelled: true }, purchase({ order_id: "order_2" })])
        await service.restoreOrders(["order_1", "order_2"], [before])
        expect(await stored()).toEqual([before])
      })

      it("stores nothing of a batch with a bad row", async () => {
        await service.recordPurchases([purchase()])
        const bad = { ...purchase({ order_id: "order_2" }), variant_id: null as unknown as string }
        await expect(service.recordOrders(["order_1", "order_2"], [bad])).rejects.toThrow()
        expect(await stored()).toHaveLength(1)
      })
    })

    describe("bookmarks", () => {
      it("keeps one position a name", async () => {
        const started_at = new Date("2026-04-01T00:00:00Z")
        expect(await service.bookmark("purchases:all")).toBeNull()
        await service.keepBookmark("purchases:all", { position: { after: "order_1" }, started_at, completed_at: null })
        await service.keepBookmark("purchases:all", { position: { after: "order_2" }, started_at, completed_at: new Date("2026-04-02T00:00:00Z") })
        await service.keepBookmark("purchases:other", { position: {}, started_at, completed_at: null })
        expect(await service.bookmark("purchases:all")).toEqual({
          position: { after: "order_2" },
          started_at,
          completed_at: new Date("2026-04-02T00:00:00Z"),
        })
      })
    })

    describe("whose purchases count", () => {
      it("asks by company for a company, by customer for a customer alone, with a row or without", () => {
        expect(purchaseScope({ id: "ncom_1", key: "cusgroup_1", customer_id: "cus_1" })).toEqual({ company_id: "ncom_1" })
        expect(purchaseScope({ id: "ncom_1", key: "cusgroup_1", customer_id: null })).toEqual({ company_id: "ncom_1" })
        expect(purchaseScope({ id: "ncom_2", key: "cus_1", customer_id: "cus_1" })).toEqual({ customer_id: "cus_1" })
        expect(purchaseScope({ id: null, key: "cus_1", customer_id: "cus_1" })).toEqual({ customer_id: "cus_1" })
      })
    })
  },
})
