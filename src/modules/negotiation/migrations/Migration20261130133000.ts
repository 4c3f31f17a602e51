import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Which orders have been heard of, and what they held then. */
export class Migration20261130133000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "negotiation_heard_order" ("id" text not null, "order_id" text not null, "items" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "negotiation_heard_order_pkey" primary key ("id"));`)
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_heard_order_deleted_at" ON "negotiation_heard_order" ("deleted_at") WHERE deleted_at IS NULL;`)
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_negotiation_heard_order_order_id_unique" ON "negotiation_heard_order" ("order_id") WHERE deleted_at IS NULL;`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "negotiation_heard_order" cascade;`)
  }
}
