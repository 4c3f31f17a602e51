import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What is saved once an order comes off no more pieces of it than it was reckoned on. */
export class Migration20261123235510 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table if exists "negotiation_concession" add column if not exists "max_quantity" integer null;`)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "negotiation_concession" drop column if exists "max_quantity";`)
  }
}
