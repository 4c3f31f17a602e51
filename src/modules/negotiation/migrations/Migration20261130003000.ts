import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Entries of the audit trail name the offer they put on the table. Those so far are found by their transaction, whose time they share. */
export class Migration20261130003000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table if exists "negotiation_event" add column if not exists "offer_id" text null;`)
    this.addSql(`UPDATE "negotiation_event" e SET offer_id = o.id FROM negotiation_offer o
      WHERE o.negotiation_id = e.negotiation_id AND o.created_at = e.created_at AND e.actor_type <> 'buyer' AND e.offer_id IS NULL;`)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "negotiation_event" drop column if exists "offer_id";`)
  }
}
