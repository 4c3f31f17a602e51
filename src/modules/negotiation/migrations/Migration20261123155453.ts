import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261123155453 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "negotiation_offer" add column if not exists "agreement_days" integer not null default 90;`);
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "negotiation_offer" drop column if exists "agreement_days";`);
  }

}
