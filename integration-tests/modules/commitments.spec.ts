import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { NEGOTIATION_MODULE } from "../../src/modules/negotiation"
import { promisedStatement } from "../../src/modules/negotiation/sql/settle-commitments"
import type { Service } from "./query-data"

moduleIntegrationTestRunner<Service>({
  moduleName: NEGOTIATION_MODULE,
  resolve: `${process.cwd()}/src/modules/negotiation`,
  testSuite: ({ MikroOrmWrapper }) => {
    it("an order counts towards promises by index alone, however many agreements there are", async () => {
      const manager = MikroOrmWrapper.forkManager()
      await manager.execute(
        `INSERT INTO negotiation_agreement (id, negotiation_id, company_id, customer_id, region_id, currency_code, valid_from, valid_until)
         VALUES ('nagr_many', 'neg_many', 'ncom_1', 'cus_1', 'reg_us', 'usd', now(), now() + interval '1 year')`
      )
      await manager.execute(
        `INSERT INTO negotiation_agreement_line (id, agreement_id, company_id, variant_id, title, min_quantity, unit_price, raw_unit_price, price_ids, committed_quantity)
         SELECT 'nagl_' || n, 'nagr_many', 'ncom_' || n % 40, 'variant_' || n % 200, 'Part', 10, 5, '{"value":"5"}', '[]', 100 FROM generate_series(1, 40000) n`
      )
      await manager.execute(
        `INSERT INTO negotiation_commitment_order (id, agreement_line_id, order_id, quantity)
         SELECT 'ncmo_' || n, 'nagl_' || n, 'order_' || n / 3, 7 FROM generate_series(1, 40000) n`
      )
      await manager.execute("ANALYZE negotiation_agreement_line, negotiation_commitment_order")
      const { statement, values } = promisedStatement({ order_id: "order_9", promised_line_ids: ["nagl_5", "nagl_6"] })
      const { rows } = await manager.getKnex().raw(`EXPLAIN ${statement}`, values as never)
      expect(JSON.stringify(rows)).not.toContain("Seq Scan on negotiation_")
      const found = await manager.execute<{ id: string; counted: number }[]>(statement, values)
      expect(found.map(({ id, counted }) => [id, counted])).toEqual([["nagl_27", 7], ["nagl_28", 7], ["nagl_29", 7], ["nagl_5", 0], ["nagl_6", 0]])
    })
  },
})
