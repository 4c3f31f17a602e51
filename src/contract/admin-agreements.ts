import { z } from "zod"
import { adminAgreementSchema } from "./admin-settings"
import { adminHistoryEntrySchema } from "./admin-answers"
import { adminPageQuerySchema } from "./admin-requests"
import { storePaymentTermSchema } from "./concessions"
import { textSchema } from "./amounts"

const dateTimeSchema = z.iso.datetime()

/**
 * Query of `GET /admin/negotiation-agreements`. `q` is part of a company's name, or the number of the case. `ending_in_days`
 * finds active ones that end within so many days, by their date or as announced, the first to end on top.
 */
export const agreementListQuerySchema = adminPageQuerySchema.pick({ status: true, company_id: true, variant_id: true, q: true, limit: true, offset: true }).extend({
  flagged: z.enum(["true", "false"]).optional(),
  ending_in_days: z.coerce.number().int().min(1).max(365).optional(),
})
/** Query of `GET /admin/negotiation-agreements`. */
export type AgreementListQuery = z.infer<typeof agreementListQuerySchema>

/** An order's claim on an agreement: held while a cart completes, confirmed by its order, released where it came to nothing. */
export const adminAgreementUseSchema = z.strictObject({
  id: z.string(),
  status: z.enum(["reserved", "confirmed", "released"]),
  /** False: nobody checked the order before it was placed. */
  checked: z.boolean(),
  order_id: z.string().nullable(),
  /** Number of the order; null before there is one. */
  order_display_id: z.number().int().nullable(),
  lines: z.array(z.strictObject({ variant_id: z.string(), title: z.string().nullable(), quantity: z.number().int(), unit_price: z.number().nullable() })),
  at: dateTimeSchema,
})
/** An order's claim on an agreement. */
export type AdminAgreementUse = z.infer<typeof adminAgreementUseSchema>

/** Answer of `GET /admin/negotiation-agreements/:id`: the agreement, its newest claims and the newest entries of its audit trail. */
export const adminAgreementDetailSchema = adminAgreementSchema.extend({
  uses: z.array(adminAgreementUseSchema),
  /** Claims in all: `uses` carries the newest of them. */
  uses_count: z.number().int(),
  history: z.array(adminHistoryEntrySchema),
})
/** Answer of `GET /admin/negotiation-agreements/:id`. */
export type AdminAgreementDetail = z.infer<typeof adminAgreementDetailSchema>

const lookedAtSchema = z.strictObject({ note: textSchema(4_000) })

/**
 * Body of `POST /admin/negotiation-agreements/:id/clear-flags`: somebody looked at what was flagged up to `until` (default:
 * now); what was flagged later stays.
 */
export const clearFlagsSchema = lookedAtSchema.extend({ until: dateTimeSchema.optional() })
/** Body of `POST /admin/negotiation-agreements/:id/clear-flags`. */
export type ClearFlagsBody = z.infer<typeof clearFlagsSchema>

/** Body of `POST /admin/negotiation-companies/:id/clear-missed-commitment`: the company's cases may be answered automatically again. */
export const clearMissedCommitmentSchema = lookedAtSchema
/** Body of `POST /admin/negotiation-companies/:id/clear-missed-commitment`. */
export type ClearMissedCommitmentBody = z.infer<typeof clearMissedCommitmentSchema>

/** Answer of `GET /admin/negotiations/:id/grantable`: what concessions of this case can hang on. */
export const grantableSchema = z.strictObject({
  payment_terms: z.array(storePaymentTermSchema),
  /** Deliveries into the case's region that buyers can choose. */
  shipping_options: z.array(z.strictObject({ id: z.string(), name: z.string() })),
})
/** Answer of `GET /admin/negotiations/:id/grantable`. */
export type Grantable = z.infer<typeof grantableSchema>
