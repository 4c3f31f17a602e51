import { z } from "zod"
import { policyTermsSchema } from "./policy"
import { storeAgreementSchema } from "./store-answers"

const dateTimeSchema = z.iso.datetime()

/** Body of `POST /admin/negotiation-policies/:id/activate` and `/archive`. Activating may name an older version to answer from now on. */
export const policyMoveSchema = z.strictObject({
  version: z.number().int().min(1).optional(),
  note: z.string().trim().max(1_000).optional(),
})
/** Body of `POST /admin/negotiation-policies/:id/activate` and `/archive`. */
export type PolicyMoveBody = z.infer<typeof policyMoveSchema>

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

/** An agreement with whose it is and what became of it. */
export const adminAgreementSchema = storeAgreementSchema.extend({
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
  created_at: dateTimeSchema,
})
/** An agreement with whose it is and what became of it. */
export type AdminAgreement = z.infer<typeof adminAgreementSchema>
