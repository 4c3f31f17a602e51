import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** The newest asks for a variant are an index's end, however many there were: what peers asked is read from it. */
export class Migration20261129170000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_line_variant_id_created_at" ON "negotiation_line" ("variant_id", "created_at") WHERE deleted_at IS NULL;`)
    this.addSql(`drop index if exists "IDX_negotiation_line_variant_id";`)
  }

  override async down(): Promise<void> {
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_line_variant_id" ON "negotiation_line" ("variant_id") WHERE deleted_at IS NULL;`)
    this.addSql(`drop index if exists "IDX_negotiation_line_variant_id_created_at";`)
  }
}
