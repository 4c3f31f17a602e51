import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * What the admin's list of agreements reads by: the few that are flagged, and companies by a part of their name. The second is
 * a trigram index, made where the database has them to give (see Migration20261123154500): without it the search reads
 * the table, and no failure here may stop a migration.
 */
export class Migration20261123190000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_negotiation_agreement_flagged" ON "negotiation_agreement" ("created_at", "id") WHERE flags IS NOT NULL AND deleted_at IS NULL;`
    )
    this.addSql(`DO $$
  BEGIN
    CREATE INDEX IF NOT EXISTS "IDX_negotiation_company_name_trgm" ON "negotiation_company" USING gin ("name" gin_trgm_ops) WHERE deleted_at IS NULL;
  EXCEPTION WHEN OTHERS THEN
    RAISE NOTICE 'Companies are searched without a trigram index: %', SQLERRM;
  END
$$;`)
  }

  override async down(): Promise<void> {
    this.addSql(`DROP INDEX IF EXISTS "IDX_negotiation_agreement_flagged";`)
    this.addSql(`DROP INDEX IF EXISTS "IDX_negotiation_company_name_trgm";`)
  }
}
