import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Who decides a case where a person has to, and what rules of eligibility and routing ask about a company. */
export class Migration20261123224522 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table if exists "negotiation" add column if not exists "level" text check ("level" in ('rep', 'manager', 'director')) not null default 'rep', add column if not exists "sla_hours" integer null;`)
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_status_level" ON "negotiation" ("status", "level") WHERE deleted_at IS NULL;`)
    this.addSql(`alter table if exists "negotiation_company" add column if not exists "profitability" text check ("profitability" in ('a', 'b', 'c')) null, add column if not exists "growth" text check ("growth" in ('growing', 'steady', 'shrinking')) null, add column if not exists "credit" text check ("credit" in ('good', 'watch', 'blocked')) null;`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_negotiation_status_level";`)
    this.addSql(`alter table if exists "negotiation" drop column if exists "level", drop column if exists "sla_hours";`)
    this.addSql(`alter table if exists "negotiation_company" drop column if exists "profitability", drop column if exists "growth", drop column if exists "credit";`)
  }
}
