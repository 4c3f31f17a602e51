import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What buyers did with what they were shown. */
export class Migration20261123225103 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "negotiation_behaviour_event" ("id" text not null, "name" text not null, "company_id" text null, "negotiation_id" text null, "variant_id" text null, "option_kind" text null, "stage" text null, "rating" integer null, "comment" text null, "once" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "negotiation_behaviour_event_pkey" primary key ("id"));`)
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_behaviour_event_deleted_at" ON "negotiation_behaviour_event" ("deleted_at") WHERE deleted_at IS NULL;`)
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_behaviour_event_name_created_at" ON "negotiation_behaviour_event" ("name", "created_at") WHERE deleted_at IS NULL;`)
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_behaviour_event_negotiation_id" ON "negotiation_behaviour_event" ("negotiation_id") WHERE negotiation_id IS NOT NULL AND deleted_at IS NULL;`)
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_behaviour_event_company_id_created_at" ON "negotiation_behaviour_event" ("company_id", "created_at") WHERE company_id IS NOT NULL AND deleted_at IS NULL;`)
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_negotiation_behaviour_event_once_unique" ON "negotiation_behaviour_event" ("once") WHERE once IS NOT NULL AND deleted_at IS NULL;`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "negotiation_behaviour_event" cascade;`)
  }
}
