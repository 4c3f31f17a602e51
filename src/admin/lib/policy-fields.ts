import { type PolicyTerms } from "../../contract"

/** How a term is typed: a share as a percentage, a number, a whole number, a choice, or amounts by currency. */
export type FieldKind = "share" | "number" | "whole" | "choice" | "amounts"

/** One term of a policy as a field of the form. */
export interface PolicyField {
  name: Exclude<keyof PolicyTerms, "eligibility" | "strategies" | "levers" | "routing">
  kind: FieldKind
  /** True where an empty field means "off" (null in the terms). */
  nullable?: true
  /** Values of a choice; their words are in the translations under `policies.choice`. */
  choices?: readonly string[]
}

/** The fields by subject, in the order a merchant thinks of them. Their words are in the translations under `policies.field`. */
export const POLICY_GROUPS: readonly { name: "floor" | "bargaining" | "volume" | "agreement" | "time" | "routing"; fields: readonly PolicyField[] }[] = [
  {
    name: "floor",
    fields: [
      { name: "minimum_margin", kind: "share" },
      { name: "without_cost_max_discount", kind: "share", nullable: true },
      { name: "cost_max_age_days", kind: "whole", nullable: true },
      { name: "last_paid", kind: "choice", choices: ["ignore", "hold", "honour"] },
      { name: "last_paid_max_months", kind: "whole" },
    ],
  },
  {
    name: "bargaining",
    fields: [
      { name: "opening_concession", kind: "share" },
      { name: "talk_concession_limit", kind: "share" },
      { name: "curve_shape", kind: "number" },
      { name: "reciprocity", kind: "number" },
      { name: "counter_concession_limit", kind: "share", nullable: true },
      { name: "acceptance_tolerance", kind: "share" },
      { name: "acceptance_opening", kind: "share", nullable: true },
      { name: "acceptance_shape", kind: "number" },
      { name: "minimum_plausible_ask", kind: "share" },
      { name: "rounds", kind: "whole" },
    ],
  },
  {
    name: "volume",
    fields: [
      { name: "volume_gain_share", kind: "share" },
      { name: "incremental_share", kind: "share" },
      { name: "volume_cap_factor", kind: "number" },
      { name: "volume_step", kind: "whole" },
    ],
  },
  {
    name: "agreement",
    fields: [
      { name: "promotion_stacking", kind: "choice", choices: ["none", "best", "floor"] },
      { name: "commitment_reminder_days", kind: "whole" },
      { name: "on_missed_commitment", kind: "choice", choices: ["note", "person"] },
    ],
  },
  {
    name: "time",
    fields: [
      { name: "offer_days", kind: "whole" },
      { name: "agreement_days", kind: "whole" },
      { name: "window_days", kind: "whole" },
      { name: "cool_down_hours", kind: "whole" },
      { name: "sla_hours", kind: "whole" },
    ],
  },
  {
    name: "routing",
    fields: [
      { name: "automatic_limit", kind: "amounts" },
      { name: "outlier_quantity_factor", kind: "number", nullable: true },
      { name: "thin_data_max_lines", kind: "whole", nullable: true },
      { name: "initiation", kind: "choice", choices: ["buyer", "threshold", "seller"] },
      { name: "on_refusal", kind: "choice", choices: ["person", "decline"] },
      { name: "on_lapse", kind: "choice", choices: ["person", "expire"] },
      { name: "on_last_round", kind: "choice", choices: ["person", "stand"] },
    ],
  },
]

/** Every field, whatever its subject. */
export const POLICY_FIELDS: readonly PolicyField[] = POLICY_GROUPS.flatMap((group) => group.fields)
