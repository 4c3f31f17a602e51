import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What counts towards promised volume, apart from what was bought at the agreed price. What was counted so far is taken over. */
export class Migration20261129213000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "negotiation_commitment_order" ("id" text not null, "agreement_line_id" text not null, "order_id" text not null, "quantity" integer not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "negotiation_commitment_order_pkey" primary key ("id"));`)
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_commitment_order_deleted_at" ON "negotiation_commitment_order" ("deleted_at") WHERE deleted_at IS NULL;`)
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_negotiation_commitment_order_order_id_agreement_line_id_unique" ON "negotiation_commitment_order" ("order_id", "agreement_line_id") WHERE deleted_at IS NULL;`)
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_commitment_order_agreement_line_id" ON "negotiation_commitment_order" ("agreement_line_id") WHERE deleted_at IS NULL;`)
    this.addSql(`alter table if exists "negotiation_agreement_line" add column if not exists "fulfilled_quantity" integer not null default 0;`)
    this.addSql(`UPDATE "negotiation_agreement_line" SET fulfilled_quantity = bought_quantity WHERE committed_quantity IS NOT NULL AND fulfilled_quantity = 0;`)
    // Uses written before lines were named go by variant, as they do where orders are settled.
    this.addSql(`INSERT INTO "negotiation_commitment_order" (id, agreement_line_id, order_id, quantity)
      SELECT 'ncmo_' || md5(l.id || u.order_id), l.id, u.order_id, sum((part->>'quantity')::int)
      FROM negotiation_agreement_line l JOIN negotiation_agreement_use u ON u.agreement_id = l.agreement_id AND u.status = 'confirmed' AND u.order_id IS NOT NULL AND u.deleted_at IS NULL
      CROSS JOIN LATERAL jsonb_array_elements(CASE WHEN jsonb_typeof(u.lines) = 'array' THEN u.lines ELSE '[]'::jsonb END) part
      WHERE l.committed_quantity IS NOT NULL AND l.deleted_at IS NULL AND COALESCE(part->>'agreement_line_id', l.id) = l.id AND part->>'variant_id' = l.variant_id
      GROUP BY l.id, u.order_id ON CONFLICT DO NOTHING;`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "negotiation_commitment_order" cascade;`)
    this.addSql(`alter table if exists "negotiation_agreement_line" drop column if exists "fulfilled_quantity";`)
  }
}
