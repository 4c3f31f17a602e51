import { z } from "zod"
import { promotionStackingSchema, policyTermsSchema } from "./policy"
import { storeAgreementSchema } from "./store-answers"

const dateTimeSchema = z.iso.datetime()

/** Body of `POST /admin/negotiation-policies/:id/activate` and `/archive`. Activating may name an older version to answer from now on. */
export const policyMoveSchema = z.strictObject({
  version: z.number().int().min(1).optional(),
  note: z.string().trim().max(1_000).optional(),
})

/** One version of a policy, as it was written. `GET /admin/negotiation-policies/:id` answers `{ policy, versions }`. */
export const adminPolicyVersionSchema = z.strictObject({
  version: z.number().int(),
  terms: policyTermsSchema,
  note: z.string().nullable(),
  created_by: z.string().nullable(),
  created_at: dateTimeSchema,
})
/** One version of a policy. */
export type AdminPolicyVersion = z.infer<typeof adminPolicyVersionSchema>

/** A unit cost: net, major units, from `valid_from` until the next one of the same variant and currency. */
export const adminCostSchema = z.strictObject({
  id: z.string(),
  variant_id: z.string(),
  currency_code: z.string(),
  unit_cost: z.number(),
  valid_from: dateTimeSchema,
  created_at: dateTimeSchema,
})
/** A unit cost. */
export type AdminCost = z.infer<typeof adminCostSchema>

/**
 * What a person should look at on an agreement: an order that was never checked (hook off), one above what was left, one
 * under the agreed quantity or after its end (a rep's draft or edit), volume that came back, a missed commitment.
 */
export const AGREEMENT_FLAGS = ["unchecked_order", "over_limit", "under_quantity", "after_end", "volume_returned", "commitment_missed"] as const
/** One of {@link AGREEMENT_FLAGS}. */
export type AgreementFlag = (typeof AGREEMENT_FLAGS)[number]

/** One agreed price with what the seller keeps count of. */
export const adminAgreementLineSchema = storeAgreementSchema.shape.lines.element.extend({
  /** Pieces bought at its price so far, returns and cancelled orders taken off. */
  bought_quantity: z.number().int(),
  /** Pieces that could be bought at the price in all; null for any number. */
  max_quantity: z.number().int().nullable(),
})

/** An agreement with whose it is and what became of it. */
export const adminAgreementSchema = storeAgreementSchema.extend({
  lines: z.array(adminAgreementLineSchema),
  /** Number of the negotiation it came from; null where that one is gone. */
  display_id: z.number().int().nullable(),
  company_id: z.string(),
  company_name: z.string(),
  customer_id: z.string(),
  customer_email: z.string().nullable(),
  valid_from: dateTimeSchema,
  /** Orders that may be placed under it; null for any number. */
  max_orders: z.number().int().nullable(),
  orders: z.number().int(),
  ended_at: dateTimeSchema.nullable(),
  ended_reason: z.string().nullable(),
  /** False: for the buyer who agreed alone, not for the colleagues. */
  shared: z.boolean(),
  promotion_stacking: promotionStackingSchema,
  /** What a person should look at: orders nobody checked, orders under the agreed quantity, volume given back or missed. */
  flags: z.array(z.strictObject({ kind: z.enum(AGREEMENT_FLAGS), at: dateTimeSchema, order_id: z.string().nullable(), detail: z.string().nullable() })),
  created_at: dateTimeSchema,
})
/** An agreement with whose it is and what became of it. */
export type AdminAgreement = z.infer<typeof adminAgreementSchema>
