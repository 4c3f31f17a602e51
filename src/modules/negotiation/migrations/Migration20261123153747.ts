import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261123153747 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`create table if not exists "negotiation_request_count" ("id" text not null, "count" integer not null default 1, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "negotiation_request_count_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_request_count_deleted_at" ON "negotiation_request_count" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_request_count_created_at" ON "negotiation_request_count" ("created_at") WHERE deleted_at IS NULL;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "negotiation_request_count" cascade;`);
  }

}
