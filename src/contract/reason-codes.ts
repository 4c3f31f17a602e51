import { z } from "zod"

/** Why a rep approved, countered or declined. Required with every decision of a person. */
export const SELLER_REASON_CODES = [
  "competitive_match",
  "strategic_customer",
  "volume_commitment",
  "relationship",
  "clearance",
  "margin_too_low",
  "price_not_justified",
  "out_of_policy",
  "other",
] as const
/** One of {@link SELLER_REASON_CODES}. */
export const sellerReasonCodeSchema = z.enum(SELLER_REASON_CODES)
/** Why a rep decided as they did. */
export type SellerReasonCode = z.infer<typeof sellerReasonCodeSchema>

/** Why a buyer refused or withdrew. */
export const BUYER_REASON_CODES = [
  "price_too_high",
  "quantity_too_large",
  "bought_elsewhere",
  "no_longer_needed",
  "changed_mind",
  "other",
] as const
/** One of {@link BUYER_REASON_CODES}, or a word of the storefront's own: it is kept and counted, and has no words of ours. */
export const buyerReasonCodeSchema = z.string().regex(/^[a-z][a-z0-9_]{0,59}$/, "A reason code is a word in lower case")
/** A reason that has words of ours. */
export type BuyerReasonCode = (typeof BUYER_REASON_CODES)[number]

/** Why the system moved a case. Those a buyer may see say nothing of cost, floor or policy: see `publicReasonCode`. */
export const SYSTEM_REASON_CODES = [
  "accepted_ask",
  "countered",
  "standing_answer",
  "no_policy",
  "cost_missing",
  "cost_stale",
  "over_automatic_limit",
  "no_automatic_limit",
  "strategic_customer",
  "commitment_missed",
  "tax_unknown",
  "outlier_quantity",
  "thin_data",
  "competitor_under_cost",
  "no_room",
  "floor_rose",
  "last_paid_under_band",
  "last_round",
  "routing_rule",
  "stock_unknown",
  "opted_out",
  "not_eligible",
  "deal_too_small",
  "class_missing",
  "credit_watch",
  "credit_blocked",
  "invalid_facts",
  "asked_for_person",
  "buyer_refused",
  "offer_lapsed",
  "negotiation_lapsed",
  "apply_failed",
  "basis_gone",
  "basis_changed",
  "bought_otherwise",
  "superseded",
  "agreement_lapsed",
  "agreement_revoked",
  "approved",
  "started_afresh",
] as const
/** One of {@link SYSTEM_REASON_CODES}. */
export const systemReasonCodeSchema = z.enum(SYSTEM_REASON_CODES)
/** Why the system moved a case. */
export type SystemReasonCode = z.infer<typeof systemReasonCodeSchema>

/** The reason codes a buyer may read as they are; every other becomes `under_review` or is left out. */
const PUBLIC_REASON_CODES: ReadonlySet<string> = new Set([
  ...BUYER_REASON_CODES,
  "asked_for_person",
  "buyer_refused",
  "offer_lapsed",
  "negotiation_lapsed",
  "apply_failed",
  "basis_gone",
  "basis_changed",
  "bought_otherwise",
  "superseded",
  "agreement_lapsed",
  "agreement_revoked",
])

/**
 * What a buyer is told of a reason. Costs, floors, limits and rule names stay inside: one word, `under_review`, stands
 * for all of them, so that the reason is no oracle.
 */
export function publicReasonCode(code: string | null, status: string): string | null {
  if (code === null) return null
  if (PUBLIC_REASON_CODES.has(code)) return code
  return status === "in_review" ? "under_review" : null
}
