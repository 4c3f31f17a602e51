import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** The terms as they were when this migration was written: a migration never changes with the code. */
const TERMS = {
  minimum_margin: 0.15,
  talk_concession_limit: 0.2,
  opening_concession: 0.05,
  curve_shape: 0.5,
  reciprocity: 1,
  acceptance_tolerance: 0.004,
  minimum_plausible_ask: 0.7,
  volume_gain_share: 0.55,
  incremental_share: 1,
  volume_cap_factor: 3,
  volume_step: 10,
  rounds: 4,
  window_days: 30,
  offer_days: 7,
  agreement_days: 90,
  cool_down_hours: 24,
  automatic_limit: { usd: 5000, eur: 5000, gbp: 5000 },
  without_cost_max_discount: null,
  cost_max_age_days: null,
  outlier_quantity_factor: 20,
  last_paid: "ignore",
  last_paid_max_months: 12,
  initiation: "buyer",
  on_refusal: "person",
  on_lapse: "expire",
  on_last_round: "stand",
  sla_hours: 24,
}

/** A fresh installation answers from its first day, cautiously: the default policy, for every segment, below all others. */
export class Migration20261123153000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `insert into "negotiation_policy" ("id", "name", "status", "priority", "scope", "version")
       values ('npol_default', 'Default policy', 'active', 0, '{"segments": []}', 1) on conflict do nothing;`
    )
    this.addSql(
      `insert into "negotiation_policy_version" ("id", "policy_id", "version", "terms", "note")
       values ('npve_default_1', 'npol_default', 1, '${JSON.stringify(TERMS)}', 'Installed with the plugin') on conflict do nothing;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`delete from "negotiation_policy_version" where "policy_id" = 'npol_default';`)
    this.addSql(`delete from "negotiation_policy" where "id" = 'npol_default';`)
  }
}
