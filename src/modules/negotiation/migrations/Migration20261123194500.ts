import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What jobs look for among agreement lines: the few that end before their agreement, and the few with promised volume. */
export class Migration20261123194500 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_negotiation_agreement_line_ends" ON "negotiation_agreement_line" ("valid_until") WHERE valid_until IS NOT NULL AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_negotiation_agreement_line_committed" ON "negotiation_agreement_line" ("agreement_id") WHERE committed_quantity IS NOT NULL AND deleted_at IS NULL;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`DROP INDEX IF EXISTS "IDX_negotiation_agreement_line_ends";`)
    this.addSql(`DROP INDEX IF EXISTS "IDX_negotiation_agreement_line_committed";`)
  }
}
