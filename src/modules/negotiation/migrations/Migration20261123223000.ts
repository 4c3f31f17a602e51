import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What a buyer is shown of an option beside its prices: what it costs all in all, and the article that would stand in. */
export class Migration20261123223000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`ALTER TABLE IF EXISTS "negotiation_option" ADD COLUMN IF NOT EXISTS "detail" jsonb NULL;`)
  }

  override async down(): Promise<void> {
    this.addSql(`ALTER TABLE IF EXISTS "negotiation_option" DROP COLUMN IF EXISTS "detail";`)
  }
}
