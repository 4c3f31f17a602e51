import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Which segment's case a buyer spoke of: what the merchant's figures are told apart by. */
export class Migration20261124021500 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table if exists "negotiation_behaviour_event" add column if not exists "segment" text null;`)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "negotiation_behaviour_event" drop column if exists "segment";`)
  }
}
