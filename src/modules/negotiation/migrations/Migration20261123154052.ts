import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261123154052 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_created_at_id" ON "negotiation" ("created_at", "id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_updated_at_id" ON "negotiation" ("updated_at", "id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_value_id" ON "negotiation" ("value", "id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_sla_due_at_id" ON "negotiation" ("sla_due_at", "id") WHERE deleted_at IS NULL;`);

    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_agreement_created_at_id" ON "negotiation_agreement" ("created_at", "id") WHERE deleted_at IS NULL;`);

    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_negotiation_cost_valid_from_id" ON "negotiation_cost" ("valid_from", "id") WHERE deleted_at IS NULL;`);

    this.addSql(`alter table if exists "negotiation_memory" add column if not exists "negotiation_id" text not null default '';`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_negotiation_created_at_id";`);
    this.addSql(`drop index if exists "IDX_negotiation_updated_at_id";`);
    this.addSql(`drop index if exists "IDX_negotiation_value_id";`);
    this.addSql(`drop index if exists "IDX_negotiation_sla_due_at_id";`);

    this.addSql(`drop index if exists "IDX_negotiation_agreement_created_at_id";`);

    this.addSql(`drop index if exists "IDX_negotiation_cost_valid_from_id";`);

    this.addSql(`alter table if exists "negotiation_memory" drop column if exists "negotiation_id";`);
  }

}
