import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261123181624 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "negotiation_concession" drop constraint if exists "negotiation_concession_promotion_id_unique";`);
    this.addSql(`alter table if exists "negotiation_cart" drop constraint if exists "negotiation_cart_cart_id_company_id_unique";`);
    this.addSql(`create table if not exists "negotiation_cart" ("id" text not null, "cart_id" text not null, "company_id" text not null, "customer_id" text not null, "payment_term" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "negotiation_cart_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_cart_deleted_at" ON "negotiation_cart" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_negotiation_cart_cart_id_company_id_unique" ON "negotiation_cart" ("cart_id", "company_id") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "negotiation_concession" ("id" text not null, "agreement_id" text not null, "company_id" text not null, "kind" text check ("kind" in ('freight', 'payment_term', 'basket')) not null, "target" text check ("target" in ('goods', 'freight')) not null, "percent" numeric null, "amount" numeric null, "shipping_option_id" text null, "payment_term" text null, "min_subtotal" numeric null, "agreement_line_id" text null, "variant_id" text null, "min_quantity" integer null, "promotion_id" text null, "promotion_code" text null, "raw_percent" jsonb null, "raw_amount" jsonb null, "raw_min_subtotal" jsonb null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "negotiation_concession_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_concession_agreement_id" ON "negotiation_concession" ("agreement_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_concession_deleted_at" ON "negotiation_concession" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_concession_company_id" ON "negotiation_concession" ("company_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_negotiation_concession_promotion_id_unique" ON "negotiation_concession" ("promotion_id") WHERE promotion_id IS NOT NULL AND deleted_at IS NULL;`);

    this.addSql(`alter table if exists "negotiation_concession" add constraint "negotiation_concession_agreement_id_foreign" foreign key ("agreement_id") references "negotiation_agreement" ("id") on update cascade on delete cascade;`);

    this.addSql(`alter table if exists "negotiation_agreement" add column if not exists "promotion_stacking" text check ("promotion_stacking" in ('none', 'best', 'floor')) not null default 'none', add column if not exists "is_tax_inclusive" boolean not null default false, add column if not exists "shared" boolean not null default true, add column if not exists "revoke_at" timestamptz null, add column if not exists "revocation" jsonb null, add column if not exists "commitment_reminded_at" timestamptz null, add column if not exists "flags" jsonb null;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_agreement_revoke_at" ON "negotiation_agreement" ("revoke_at") WHERE revoke_at IS NOT NULL AND status = 'active' AND deleted_at IS NULL;`);

    this.addSql(`alter table if exists "negotiation_agreement_line" add column if not exists "max_quantity" integer null, add column if not exists "committed_quantity" integer null, add column if not exists "bought_quantity" integer not null default 0, add column if not exists "valid_until" timestamptz null;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_agreement_line_variant_id" ON "negotiation_agreement_line" ("variant_id") WHERE deleted_at IS NULL;`);

    this.addSql(`alter table if exists "negotiation_agreement_use" add column if not exists "checked" boolean not null default true;`);

    this.addSql(`alter table if exists "negotiation_company" add column if not exists "shares_agreements" boolean not null default true, add column if not exists "missed_commitment_at" timestamptz null;`);

    this.addSql(`alter table if exists "negotiation_line" add column if not exists "tax_ppm" integer not null default 0;`);

    this.addSql(`alter table if exists "negotiation_option" add column if not exists "terms" jsonb null;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "negotiation_cart" cascade;`);

    this.addSql(`drop table if exists "negotiation_concession" cascade;`);

    this.addSql(`drop index if exists "IDX_negotiation_agreement_revoke_at";`);
    this.addSql(`alter table if exists "negotiation_agreement" drop column if exists "promotion_stacking", drop column if exists "is_tax_inclusive", drop column if exists "shared", drop column if exists "revoke_at", drop column if exists "revocation", drop column if exists "commitment_reminded_at", drop column if exists "flags";`);

    this.addSql(`drop index if exists "IDX_negotiation_agreement_line_variant_id";`);
    this.addSql(`alter table if exists "negotiation_agreement_line" drop column if exists "max_quantity", drop column if exists "committed_quantity", drop column if exists "bought_quantity", drop column if exists "valid_until";`);

    this.addSql(`alter table if exists "negotiation_agreement_use" drop column if exists "checked";`);

    this.addSql(`alter table if exists "negotiation_company" drop column if exists "shares_agreements", drop column if exists "missed_commitment_at";`);

    this.addSql(`alter table if exists "negotiation_line" drop column if exists "tax_ppm";`);

    this.addSql(`alter table if exists "negotiation_option" drop column if exists "terms";`);
  }

}
