import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261123151441 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "negotiation_purchase" drop constraint if exists "negotiation_purchase_order_line_item_id_unique";`);
    this.addSql(`alter table if exists "negotiation_bookmark" drop constraint if exists "negotiation_bookmark_name_unique";`);
    this.addSql(`create table if not exists "negotiation_bookmark" ("id" text not null, "name" text not null, "position" jsonb not null, "started_at" timestamptz not null, "completed_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "negotiation_bookmark_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_bookmark_deleted_at" ON "negotiation_bookmark" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_negotiation_bookmark_name_unique" ON "negotiation_bookmark" ("name") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "negotiation_purchase" ("id" text not null, "order_id" text not null, "order_line_item_id" text not null, "company_id" text null, "customer_id" text not null, "variant_id" text not null, "product_id" text null, "currency_code" text not null, "region_id" text null, "unit_price" numeric not null, "quantity" integer not null, "ordered_at" timestamptz not null, "cancelled" boolean not null default false, "raw_unit_price" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "negotiation_purchase_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_purchase_deleted_at" ON "negotiation_purchase" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_negotiation_purchase_order_line_item_id_unique" ON "negotiation_purchase" ("order_line_item_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_purchase_order_id" ON "negotiation_purchase" ("order_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_purchase_company_last" ON "negotiation_purchase" ("company_id", "variant_id", "currency_code", "ordered_at") WHERE company_id IS NOT NULL AND NOT cancelled AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_purchase_company_largest" ON "negotiation_purchase" ("company_id", "variant_id", "quantity") WHERE company_id IS NOT NULL AND NOT cancelled AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_purchase_customer_last" ON "negotiation_purchase" ("customer_id", "variant_id", "currency_code", "ordered_at") WHERE company_id IS NULL AND NOT cancelled AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_purchase_customer_largest" ON "negotiation_purchase" ("customer_id", "variant_id", "quantity") WHERE company_id IS NULL AND NOT cancelled AND deleted_at IS NULL;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "negotiation_bookmark" cascade;`);

    this.addSql(`drop table if exists "negotiation_purchase" cascade;`);
  }

}
