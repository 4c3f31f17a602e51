import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const SEARCHED = [
  ["negotiation", "company_name"],
  ["negotiation", "customer_email"],
  ["negotiation_line", "title"],
  ["negotiation_line", "sku"],
] as const

const nameOf = (table: string, column: string): string => `IDX_${table}_${column}_trgm`

const CREATE = SEARCHED.map(
  ([table, column]) =>
    `CREATE INDEX IF NOT EXISTS "${nameOf(table, column)}" ON "${table}" USING gin ("${column}" gin_trgm_ops) WHERE deleted_at IS NULL;`
).join("\n    ")

/**
 * Trigram indexes for the queue's search, where the database has them to give. `pg_trgm` comes with Postgres and may be
 * installed by a database's owner, but some hosts don't allow it: the search then reads the tables, and all else is as
 * before. So no failure here may stop a migration.
 */
export class Migration20261123154500 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`DO $$
  BEGIN
    CREATE EXTENSION IF NOT EXISTS pg_trgm;
    ${CREATE}
  EXCEPTION WHEN OTHERS THEN
    RAISE NOTICE 'Negotiations are searched without trigram indexes: %', SQLERRM;
  END
$$;`)
  }

  override async down(): Promise<void> {
    for (const [table, column] of SEARCHED) this.addSql(`DROP INDEX IF EXISTS "${nameOf(table, column)}";`)
  }
}
