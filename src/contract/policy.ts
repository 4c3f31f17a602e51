import { z } from "zod"
import { amountByCurrencySchema, shareSchema } from "./amounts"
import { eligibilitySchema, leversSchema, NO_ELIGIBILITY_RULES, NO_LEVERS, routingRuleSchema, strategySchema } from "./policy-rules"
import { initiationSchema } from "./statuses"


/** How promotions and agreed prices go together. */
export const promotionStackingSchema = z.enum(["none", "best", "floor"])
/** How promotions and agreed prices go together. */
export type PromotionStacking = z.infer<typeof promotionStackingSchema>

/**
 * The terms of a policy: everything the engine needs to answer for one kind of buyer. Shares are fractions of 1.
 * Symbols in brackets are those of the engine's formulas (docs/guides/policies.md explains each with figures).
 */
export const policyTermsSchema = z.strictObject({
  /** Minimum margin (μ): the floor is `cost / (1 − μ)`. */
  minimum_margin: shareSchema.max(0.95),
  /** Deepest price by talk alone (ρ), as a share of the margin `R − c`. */
  talk_concession_limit: shareSchema,
  /** Concession of the first counter (α), as a share of `R − c`; 0 with ρ = 0 gives trades only. */
  opening_concession: shareSchema,
  /** Shape of the concession curve (β): under 1 holds long, 1 is linear, over 1 gives early. */
  curve_shape: z.number().min(0.05).max(20),
  /** Reciprocity (r): how much of a raised ask the counter gives back at most. */
  reciprocity: z.number().min(0).max(10),
  /** How close an ask must come to the counter to be accepted (δ), as a share of the current price. */
  acceptance_tolerance: shareSchema.max(0.2),
  /** How deep counters go at most (ρ_c), as a share of `R − c`; null: as deep as talk may (ρ). */
  counter_concession_limit: shareSchema.nullable().default(null),
  /** In round 1 asks up to this share of `R − c` off the price are taken as they are, in the last up to ρ; null: only near the counter. */
  acceptance_opening: shareSchema.nullable().default(null),
  /** How fast that grows over the rounds, as `curve_shape` says of counters. */
  acceptance_shape: z.number().min(0.05).max(20).default(1),
  /** Asks under this share of list (o_min) earn nothing. */
  minimum_plausible_ask: shareSchema,
  /** Share of the counter's margin the seller keeps on extra volume (γ). 0 gives the whole contribution away. */
  volume_gain_share: shareSchema,
  /** Share of the extra volume that is truly incremental (φ). */
  incremental_share: shareSchema,
  /** Largest volume proposed, as a multiple of the asked quantity (κ). */
  volume_cap_factor: z.number().min(1).max(100),
  /** Volume proposals are multiples of this many extra pieces, unless the line has a lot or pallet size of its own. */
  volume_step: z.number().int().min(1).max(1_000_000),
  /** Rounds (T) a company has per variant, region and currency within the window. */
  rounds: z.number().int().min(1).max(20),
  /** Days counters, rounds and asks are remembered. */
  window_days: z.number().int().min(1).max(365),
  /** Days an offer stands. */
  offer_days: z.number().int().min(1).max(90),
  /** Days an agreement holds. */
  agreement_days: z.number().int().min(1).max(730),
  /** Hours after a declined, withdrawn or expired case before a better ask is heard. */
  cool_down_hours: z.number().int().min(0).max(720),
  /** Deals whose value at current prices is above this go to a person; in a currency that is not named, every deal does. */
  automatic_limit: amountByCurrencySchema,
  /** Where the cost is unknown: the deepest discount off list the policy allows, or null for a person. */
  without_cost_max_discount: shareSchema.nullable(),
  /** Costs older than this many days are stale: a person decides. Null trusts every cost. */
  cost_max_age_days: z.number().int().min(1).nullable(),
  /** A quantity above this multiple of the company's largest past order of the variant is an outlier; null ignores it. */
  outlier_quantity_factor: z.number().min(1).nullable(),
  /** A case with more articles than this that the company never bought goes to a person; null ignores it. */
  thin_data_max_lines: z.number().int().min(0).max(1_000).nullable().default(10),
  /** What the last price paid does: nothing, holds counters at or above it, or is honoured at its quantity. */
  last_paid: z.enum(["ignore", "hold", "honour"]),
  /** How old a last price paid may be to be honoured. */
  last_paid_max_months: z.number().int().min(1).max(120),
  /** Who speaks first. */
  initiation: initiationSchema,
  /** A refused offer goes to a rep, or ends the case. */
  on_refusal: z.enum(["person", "decline"]),
  /** A lapsed offer goes to a rep, or ends the case. */
  on_lapse: z.enum(["person", "expire"]),
  /** In the last round a plausible ask goes to a person as well, or the standing offer stays the answer. */
  on_last_round: z.enum(["person", "stand"]),
  /** What other promotions may do on lines at an agreed price: nothing; whichever is better for the buyer; add up, down to the floor. */
  promotion_stacking: promotionStackingSchema.default("none"),
  /** Days before an agreement ends that a buyer is reminded of volume still owed. */
  commitment_reminder_days: z.number().int().min(1).max(365).default(14),
  /** What a missed volume commitment means: it is noted, or a person decides the company's cases until somebody clears it. */
  on_missed_commitment: z.enum(["note", "person"]).default("note"),
  /** Hours a rep has to answer before the case counts as overdue. */
  sla_hours: z.number().int().min(1).max(720),
  /** What may be negotiated at all, and for whom. */
  eligibility: eligibilitySchema.default(NO_ELIGIBILITY_RULES),
  /** Aims per segment: the first strategy that names the company's segment changes the terms above. */
  strategies: z.array(strategySchema).max(20).default([]),
  /** Freight, payment terms and substitutes the engine may trade for a lower price. */
  levers: leversSchema.default(NO_LEVERS),
  /** Ordered: the first rule that fits says who decides. Where none fits, the engine does. */
  routing: z.array(routingRuleSchema).max(50).default([]),
})
/** The terms of a policy. */
export type PolicyTerms = z.infer<typeof policyTermsSchema>

/** Which cases a policy is for. An empty list means every one. */
export const policyScopeSchema = z.strictObject({
  segments: z.array(z.string().min(1).max(60)).max(50),
})
/** Which cases a policy is for. */
export type PolicyScope = z.infer<typeof policyScopeSchema>

/** Body of `POST /admin/negotiation-policies`. Among the active policies that fit, the highest `priority` answers. */
export const policyBodySchema = z.strictObject({
  name: z.string().trim().min(1).max(120),
  priority: z.number().int().min(0).max(10_000).default(0),
  scope: policyScopeSchema,
  terms: policyTermsSchema,
  note: z.string().trim().max(1_000).optional(),
})
/** Body of `POST /admin/negotiation-policies`. */
export type PolicyBody = z.infer<typeof policyBodySchema>

/** Body of `POST /admin/negotiation-policies/:id/versions`: new terms, kept as an immutable version. */
export const policyVersionBodySchema = z.strictObject({
  terms: policyTermsSchema,
  note: z.string().trim().max(1_000).optional(),
})
/** Body of `POST /admin/negotiation-policies/:id/versions`. */
export type PolicyVersionBody = z.infer<typeof policyVersionBodySchema>

/**
 * The policy a fresh installation answers with: cautious by intent. It counters and trades volume, never takes a deal
 * above 5,000 by itself, and hands every refusal to a rep.
 */
export const DEFAULT_POLICY_TERMS: PolicyTerms = {
  minimum_margin: 0.15,
  talk_concession_limit: 0.2,
  opening_concession: 0.05,
  curve_shape: 0.5,
  reciprocity: 1,
  acceptance_tolerance: 0.004,
  counter_concession_limit: null,
  acceptance_opening: null,
  acceptance_shape: 1,
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
  automatic_limit: { usd: 5_000, eur: 5_000, gbp: 5_000 },
  without_cost_max_discount: null,
  cost_max_age_days: null,
  outlier_quantity_factor: 20,
  thin_data_max_lines: 10,
  last_paid: "ignore",
  last_paid_max_months: 12,
  initiation: "buyer",
  on_refusal: "person",
  on_lapse: "expire",
  on_last_round: "stand",
  promotion_stacking: "none",
  commitment_reminder_days: 14,
  on_missed_commitment: "note",
  sla_hours: 24,
  eligibility: NO_ELIGIBILITY_RULES,
  strategies: [],
  levers: NO_LEVERS,
  routing: [],
}
