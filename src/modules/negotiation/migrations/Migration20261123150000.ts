import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261123150000 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "negotiation_policy_version" drop constraint if exists "negotiation_policy_version_policy_id_version_unique";`);
    this.addSql(`alter table if exists "negotiation_memory" drop constraint if exists "negotiation_memory_company_id_variant_id_region_id_currency_code_unique";`);
    this.addSql(`alter table if exists "negotiation_idempotency_key" drop constraint if exists "negotiation_idempotency_key_scope_key_unique";`);
    this.addSql(`alter table if exists "negotiation_cost" drop constraint if exists "negotiation_cost_variant_id_currency_code_valid_from_unique";`);
    this.addSql(`alter table if exists "negotiation_company" drop constraint if exists "negotiation_company_key_unique";`);
    this.addSql(`alter table if exists "negotiation_agreement" drop constraint if exists "negotiation_agreement_negotiation_id_unique";`);
    this.addSql(`alter table if exists "negotiation" drop constraint if exists "negotiation_display_id_unique";`);
    this.addSql(`create table if not exists "negotiation" ("id" text not null, "display_id" serial, "previous_id" text null, "status" text check ("status" in ('draft', 'in_review', 'awaiting_buyer', 'agreed', 'ordered', 'declined', 'withdrawn', 'expired', 'revoked')) not null, "version" integer not null default 1, "origin" text check ("origin" in ('buyer', 'seller')) not null default 'buyer', "company_id" text not null, "company_name" text not null, "customer_id" text not null, "customer_email" text not null, "region_id" text not null, "currency_code" text not null, "sales_channel_id" text null, "is_tax_inclusive" boolean not null default false, "cart_id" text null, "segment" text null, "policy_id" text null, "policy_version" integer null, "round" integer not null default 0, "rounds_allowed" integer not null, "value" numeric not null, "asked_value" numeric not null, "context" jsonb not null, "reason_code" text null, "assigned_to" text null, "sla_due_at" timestamptz null, "expires_at" timestamptz null, "touched_by_person" boolean not null default false, "closed_at" timestamptz null, "order_id" text null, "decision" jsonb null, "raw_value" jsonb not null, "raw_asked_value" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "negotiation_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_deleted_at" ON "negotiation" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_customer_id_created_at" ON "negotiation" ("customer_id", "created_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_company_id_status" ON "negotiation" ("company_id", "status") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_status_sla_due_at" ON "negotiation" ("status", "sla_due_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_status_created_at" ON "negotiation" ("status", "created_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_status_expires_at" ON "negotiation" ("status", "expires_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_assigned_to_status" ON "negotiation" ("assigned_to", "status") WHERE assigned_to IS NOT NULL AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_cart_id" ON "negotiation" ("cart_id") WHERE cart_id IS NOT NULL AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_currency_code_created_at" ON "negotiation" ("currency_code", "created_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_currency_code_closed_at" ON "negotiation" ("currency_code", "closed_at") WHERE closed_at IS NOT NULL AND deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_negotiation_display_id_unique" ON "negotiation" ("display_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_created_at_id" ON "negotiation" ("created_at", "id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_updated_at_id" ON "negotiation" ("updated_at", "id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_value_id" ON "negotiation" ("value", "id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_sla_due_at_id" ON "negotiation" ("sla_due_at", "id") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "negotiation_agreement" ("id" text not null, "negotiation_id" text not null, "offer_id" text null, "option_id" text null, "company_id" text not null, "customer_id" text not null, "region_id" text not null, "currency_code" text not null, "status" text check ("status" in ('active', 'used_up', 'expired', 'revoked', 'superseded')) not null default 'active', "version" integer not null default 1, "valid_from" timestamptz not null, "valid_until" timestamptz not null, "max_orders" integer null, "orders" integer not null default 0, "ended_at" timestamptz null, "ended_reason" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "negotiation_agreement_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_agreement_deleted_at" ON "negotiation_agreement" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_agreement_company_id_status" ON "negotiation_agreement" ("company_id", "status") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_agreement_customer_id_created_at" ON "negotiation_agreement" ("customer_id", "created_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_negotiation_agreement_negotiation_id_unique" ON "negotiation_agreement" ("negotiation_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_agreement_status_valid_until" ON "negotiation_agreement" ("status", "valid_until") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_agreement_created_at_id" ON "negotiation_agreement" ("created_at", "id") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "negotiation_agreement_line" ("id" text not null, "agreement_id" text not null, "company_id" text not null, "line_id" text null, "variant_id" text not null, "title" text not null, "min_quantity" integer not null, "unit_price" numeric not null, "remaining_quantity" integer null, "price_ids" jsonb not null, "raw_unit_price" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "negotiation_agreement_line_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_agreement_line_agreement_id" ON "negotiation_agreement_line" ("agreement_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_agreement_line_deleted_at" ON "negotiation_agreement_line" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_agreement_line_company_id_variant_id" ON "negotiation_agreement_line" ("company_id", "variant_id") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "negotiation_agreement_use" ("id" text not null, "agreement_id" text not null, "cart_id" text not null, "order_id" text null, "status" text check ("status" in ('reserved', 'confirmed', 'released')) not null default 'reserved', "lines" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "negotiation_agreement_use_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_agreement_use_agreement_id" ON "negotiation_agreement_use" ("agreement_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_agreement_use_deleted_at" ON "negotiation_agreement_use" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "UQ_negotiation_agreement_use_cart" ON "negotiation_agreement_use" ("agreement_id", "cart_id") WHERE status <> 'released' AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_agreement_use_cart_id" ON "negotiation_agreement_use" ("cart_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_agreement_use_order_id" ON "negotiation_agreement_use" ("order_id") WHERE order_id IS NOT NULL AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_agreement_use_status_created_at" ON "negotiation_agreement_use" ("status", "created_at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "negotiation_company" ("id" text not null, "key" text not null, "customer_group_id" text null, "customer_id" text null, "name" text not null, "segment" text null, "opted_out" boolean not null default false, "strategic" boolean not null default false, "owner_id" text null, "price_list_id" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "negotiation_company_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_company_deleted_at" ON "negotiation_company" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_negotiation_company_key_unique" ON "negotiation_company" ("key") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_company_customer_group_id" ON "negotiation_company" ("customer_group_id") WHERE customer_group_id IS NOT NULL AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_company_segment" ON "negotiation_company" ("segment") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "negotiation_cost" ("id" text not null, "variant_id" text not null, "currency_code" text not null, "unit_cost" numeric not null, "valid_from" timestamptz not null, "raw_unit_cost" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "negotiation_cost_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_cost_deleted_at" ON "negotiation_cost" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_negotiation_cost_variant_id_currency_code_valid_from_unique" ON "negotiation_cost" ("variant_id", "currency_code", "valid_from") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_cost_valid_from_id" ON "negotiation_cost" ("valid_from", "id") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "negotiation_event" ("id" text not null, "sequence" serial, "negotiation_id" text null, "agreement_id" text null, "company_id" text null, "actor_type" text check ("actor_type" in ('buyer', 'seller', 'system')) not null, "actor_id" text null, "kind" text not null, "status_before" text null, "status_after" text null, "round" integer not null default 0, "lines" jsonb not null, "message" text null, "reason_code" text null, "note" text null, "policy_version" integer null, "trace" jsonb null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "negotiation_event_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_event_deleted_at" ON "negotiation_event" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_event_negotiation_id_sequence" ON "negotiation_event" ("negotiation_id", "sequence") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_event_company_id_sequence" ON "negotiation_event" ("company_id", "sequence") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_event_agreement_id" ON "negotiation_event" ("agreement_id") WHERE agreement_id IS NOT NULL AND deleted_at IS NULL;`);

    this.addSql(`create table if not exists "negotiation_idempotency_key" ("id" text not null, "scope" text not null, "key" text not null, "body_hash" text not null, "negotiation_id" text null, "status_code" integer not null, "answer" jsonb null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "negotiation_idempotency_key_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_idempotency_key_deleted_at" ON "negotiation_idempotency_key" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_negotiation_idempotency_key_scope_key_unique" ON "negotiation_idempotency_key" ("scope", "key") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_idempotency_key_created_at" ON "negotiation_idempotency_key" ("created_at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "negotiation_line" ("id" text not null, "negotiation_id" text not null, "position" integer not null default 0, "variant_id" text not null, "product_id" text null, "line_item_id" text null, "title" text not null, "sku" text null, "quantity" integer not null, "list_unit_price" numeric not null, "current_unit_price" numeric not null, "target_unit_price" numeric not null, "last_paid_unit_price" numeric null, "last_paid_quantity" integer null, "last_paid_at" timestamptz null, "competing_offer" jsonb null, "counter_unit_price" numeric null, "unit_cost" numeric null, "floor_unit_price" numeric null, "break_even_quantity" integer null, "raw_list_unit_price" jsonb not null, "raw_current_unit_price" jsonb not null, "raw_target_unit_price" jsonb not null, "raw_last_paid_unit_price" jsonb null, "raw_counter_unit_price" jsonb null, "raw_unit_cost" jsonb null, "raw_floor_unit_price" jsonb null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "negotiation_line_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_line_negotiation_id" ON "negotiation_line" ("negotiation_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_line_deleted_at" ON "negotiation_line" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_line_variant_id" ON "negotiation_line" ("variant_id") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "negotiation_memory" ("id" text not null, "company_id" text not null, "variant_id" text not null, "region_id" text not null, "currency_code" text not null, "version" integer not null default 1, "negotiation_id" text not null, "state" jsonb not null, "window_ends_at" timestamptz not null, "cool_down_until" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "negotiation_memory_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_memory_deleted_at" ON "negotiation_memory" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_negotiation_memory_company_id_variant_id_region_id_currency_code_unique" ON "negotiation_memory" ("company_id", "variant_id", "region_id", "currency_code") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "negotiation_message" ("id" text not null, "negotiation_id" text not null, "line_id" text null, "author_type" text check ("author_type" in ('buyer', 'seller')) not null, "author_id" text null, "internal" boolean not null default false, "text" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "negotiation_message_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_message_deleted_at" ON "negotiation_message" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_message_negotiation_id_created_at" ON "negotiation_message" ("negotiation_id", "created_at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "negotiation_offer" ("id" text not null, "negotiation_id" text not null, "round" integer not null, "origin" text check ("origin" in ('automatic', 'person')) not null, "status" text check ("status" in ('standing', 'superseded', 'accepted', 'refused', 'lapsed', 'taken_back')) not null default 'standing', "expires_at" timestamptz not null, "agreement_days" integer not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "negotiation_offer_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_offer_negotiation_id" ON "negotiation_offer" ("negotiation_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_offer_deleted_at" ON "negotiation_offer" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_offer_status_expires_at" ON "negotiation_offer" ("status", "expires_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "UQ_negotiation_offer_one_standing" ON "negotiation_offer" ("negotiation_id") WHERE status = 'standing' AND deleted_at IS NULL;`);

    this.addSql(`create table if not exists "negotiation_option" ("id" text not null, "offer_id" text not null, "position" integer not null, "kind" text check ("kind" in ('counter', 'volume', 'freight', 'payment_term', 'substitute', 'as_asked')) not null, "lines" jsonb not null, "saving_total" numeric not null, "contribution" numeric null, "margin_bps" integer null, "raw_saving_total" jsonb not null, "raw_contribution" jsonb null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "negotiation_option_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_option_offer_id" ON "negotiation_option" ("offer_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_option_deleted_at" ON "negotiation_option" ("deleted_at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "negotiation_policy" ("id" text not null, "name" text not null, "status" text check ("status" in ('active', 'archived')) not null default 'active', "priority" integer not null default 0, "scope" jsonb not null, "version" integer not null default 1, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "negotiation_policy_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_policy_deleted_at" ON "negotiation_policy" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_policy_status_priority" ON "negotiation_policy" ("status", "priority") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "negotiation_policy_version" ("id" text not null, "policy_id" text not null, "version" integer not null, "terms" jsonb not null, "note" text null, "created_by" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "negotiation_policy_version_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_policy_version_policy_id" ON "negotiation_policy_version" ("policy_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_policy_version_deleted_at" ON "negotiation_policy_version" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_negotiation_policy_version_policy_id_version_unique" ON "negotiation_policy_version" ("policy_id", "version") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "negotiation_request_count" ("id" text not null, "count" integer not null default 1, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "negotiation_request_count_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_request_count_deleted_at" ON "negotiation_request_count" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_request_count_created_at" ON "negotiation_request_count" ("created_at") WHERE deleted_at IS NULL;`);

    this.addSql(`alter table if exists "negotiation_agreement_line" add constraint "negotiation_agreement_line_agreement_id_foreign" foreign key ("agreement_id") references "negotiation_agreement" ("id") on update cascade on delete cascade;`);

    this.addSql(`alter table if exists "negotiation_agreement_use" add constraint "negotiation_agreement_use_agreement_id_foreign" foreign key ("agreement_id") references "negotiation_agreement" ("id") on update cascade on delete cascade;`);

    this.addSql(`alter table if exists "negotiation_line" add constraint "negotiation_line_negotiation_id_foreign" foreign key ("negotiation_id") references "negotiation" ("id") on update cascade on delete cascade;`);

    this.addSql(`alter table if exists "negotiation_offer" add constraint "negotiation_offer_negotiation_id_foreign" foreign key ("negotiation_id") references "negotiation" ("id") on update cascade on delete cascade;`);

    this.addSql(`alter table if exists "negotiation_option" add constraint "negotiation_option_offer_id_foreign" foreign key ("offer_id") references "negotiation_offer" ("id") on update cascade on delete cascade;`);

    this.addSql(`alter table if exists "negotiation_policy_version" add constraint "negotiation_policy_version_policy_id_foreign" foreign key ("policy_id") references "negotiation_policy" ("id") on update cascade on delete cascade;`);
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "negotiation_line" drop constraint if exists "negotiation_line_negotiation_id_foreign";`);

    this.addSql(`alter table if exists "negotiation_offer" drop constraint if exists "negotiation_offer_negotiation_id_foreign";`);

    this.addSql(`alter table if exists "negotiation_agreement_line" drop constraint if exists "negotiation_agreement_line_agreement_id_foreign";`);

    this.addSql(`alter table if exists "negotiation_agreement_use" drop constraint if exists "negotiation_agreement_use_agreement_id_foreign";`);

    this.addSql(`alter table if exists "negotiation_option" drop constraint if exists "negotiation_option_offer_id_foreign";`);

    this.addSql(`alter table if exists "negotiation_policy_version" drop constraint if exists "negotiation_policy_version_policy_id_foreign";`);

    this.addSql(`drop table if exists "negotiation" cascade;`);

    this.addSql(`drop table if exists "negotiation_agreement" cascade;`);

    this.addSql(`drop table if exists "negotiation_agreement_line" cascade;`);

    this.addSql(`drop table if exists "negotiation_agreement_use" cascade;`);

    this.addSql(`drop table if exists "negotiation_company" cascade;`);

    this.addSql(`drop table if exists "negotiation_cost" cascade;`);

    this.addSql(`drop table if exists "negotiation_event" cascade;`);

    this.addSql(`drop table if exists "negotiation_idempotency_key" cascade;`);

    this.addSql(`drop table if exists "negotiation_line" cascade;`);

    this.addSql(`drop table if exists "negotiation_memory" cascade;`);

    this.addSql(`drop table if exists "negotiation_message" cascade;`);

    this.addSql(`drop table if exists "negotiation_offer" cascade;`);

    this.addSql(`drop table if exists "negotiation_option" cascade;`);

    this.addSql(`drop table if exists "negotiation_policy" cascade;`);

    this.addSql(`drop table if exists "negotiation_policy_version" cascade;`);

    this.addSql(`drop table if exists "negotiation_request_count" cascade;`);
  }

}
