import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Files left as evidence, and the messages they came with. */
export class Migration20261123225102 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "negotiation_attachment" ("id" text not null, "owner_key" text not null, "customer_id" text not null, "file_id" text not null, "name" text not null, "mime_type" text not null, "size" integer not null, "attached_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "negotiation_attachment_pkey" primary key ("id"));`)
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_attachment_deleted_at" ON "negotiation_attachment" ("deleted_at") WHERE deleted_at IS NULL;`)
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_attachment_customer_id_created_at" ON "negotiation_attachment" ("customer_id", "created_at") WHERE attached_at IS NULL AND deleted_at IS NULL;`)
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_attachment_created_at" ON "negotiation_attachment" ("created_at") WHERE attached_at IS NULL AND deleted_at IS NULL;`)
    this.addSql(`alter table if exists "negotiation_message" add column if not exists "file_ids" jsonb null;`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "negotiation_attachment" cascade;`)
    this.addSql(`alter table if exists "negotiation_message" drop column if exists "file_ids";`)
  }
}
