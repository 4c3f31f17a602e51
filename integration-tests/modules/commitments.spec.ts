import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { NEGOTIATION_MODULE } from "../../src/modules/negotiation"
import { Migration20261129213000 } from "../../src/modules/negotiation/migrations/Migration20261129213000"
import { promisedStatement } from "../../src/modules/negotiation/sql/settle-commitments"
import type { Service } from "./query-data"

/** An agreement as its row stands; its lines are each test's own. */
const agree = (manager: SqlEntityManager, id: string) =>
  manager.execute(
    `INSERT INTO negotiation_agreement (id, negotiation_id, company_id, customer_id, region_id, currency_code, valid_from, valid_until)
     VALUES (?, ?, 'ncom_1', 'cus_1', 'reg_us', 'usd', now(), now() + interval '1 year')`,
    [id, `neg_of_${id}`]
  )

moduleIntegrationTestRunner<Service>({
  moduleName: NEGOTIATION_MODULE,
  resolve: `${process.cwd()}/src/modules/negotiation`,
  testSuite: ({ MikroOrmWrapper }) => {
    it("a store that counted promises by the agreed price alone → what was counted so far goes on counting, order by order", async () => {
      const manager = MikroOrmWrapper.forkManager()
      await agree(manager, "nagr_old")
      await manager.execute(
        `INSERT INTO negotiation_agreement_line (id, agreement_id, company_id, variant_id, title, min_quantity, unit_price, raw_unit_price, price_ids, committed_quantity, bought_quantity)
         SELECT id, 'nagr_old', 'ncom_1', variant, 'Part', 10, 5, '{"value":"5"}', '[]', promised, bought
         FROM (VALUES ('nagl_a', 'v1', 100, 50), ('nagl_b', 'v2', NULL, 30)) AS given (id, variant, promised, bought)`
      )
      const use = (id: string, status: string, lines: string) =>
        manager.execute(`INSERT INTO negotiation_agreement_use (id, agreement_id, cart_id, order_id, status, lines) VALUES (?, 'nagr_old', ?, ?, ?, ?::jsonb)`, [id, `cart_${id}`, `order_${id}`, status, lines])
      await use("1", "confirmed", '[{"agreement_line_id":"nagl_a","variant_id":"v1","quantity":20},{"agreement_line_id":"nagl_b","variant_id":"v2","quantity":30}]')
      await use("2", "confirmed", '[{"variant_id":"v1","quantity":30}]')
      await use("3", "released", '[{"agreement_line_id":"nagl_a","variant_id":"v1","quantity":70}]')
      await use("4", "confirmed", '"broken"')

      const migration = new Migration20261129213000(manager.getDriver() as never, MikroOrmWrapper.getOrm().config)
      await migration.up()
      for (const query of migration.getQueries()) await manager.execute(String(query))
      const lines = await manager.execute<{ id: string; fulfilled_quantity: number }[]>("SELECT id, fulfilled_quantity FROM negotiation_agreement_line ORDER BY id")
      const counts = await manager.execute<{ order_id: string; agreement_line_id: string; quantity: number }[]>(
        "SELECT order_id, agreement_line_id, quantity FROM negotiation_commitment_order ORDER BY order_id"
      )
      expect(lines).toEqual([{ id: "nagl_a", fulfilled_quantity: 50 }, { id: "nagl_b", fulfilled_quantity: 0 }])
      expect(counts).toEqual([{ order_id: "order_1", agreement_line_id: "nagl_a", quantity: 20 }, { order_id: "order_2", agreement_line_id: "nagl_a", quantity: 30 }])
    })

    it("an order counts towards promises by index alone, however many agreements there are", async () => {
      const manager = MikroOrmWrapper.forkManager()
      await agree(manager, "nagr_many")
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
