import { z } from "zod"
import { MAX_FILES_A_MESSAGE } from "./attachments"
import { concessionTermsSchema } from "./concessions"
import { currencyCodeSchema, quantitySchema, textSchema, unitPriceSchema } from "./amounts"
import { creditSchema, growthSchema, profitabilitySchema, reviewLevelSchema } from "./policy-rules"
import { sellerReasonCodeSchema } from "./reason-codes"

const noteSchema = textSchema(4_000)
const messageSchema = textSchema(2_000)
const versionSchema = z.number().int().min(1)

/** What every decision of a rep carries: the version it was made on, why, and a note for the next reader. */
const decisionFields = { version: versionSchema, reason_code: sellerReasonCodeSchema, note: noteSchema, message: messageSchema.optional() }

/** Limits of the agreement that comes of a decision: orders that may be placed under it, days it holds. Left out: as the policy says. */
const agreementFields = { max_orders: z.number().int().min(1).max(10_000).optional(), agreement_days: z.number().int().min(1).max(730).optional() }

/** Body of `POST /admin/negotiations/:id/approve`: the buyer's ask is agreed as it stands. */
export const approveSchema = z.strictObject({ ...decisionFields, ...agreementFields })
/** Body of `POST /admin/negotiations/:id/approve`. */
export type ApproveBody = z.infer<typeof approveSchema>

/** A price (and quantity) for a line; pieces that may be bought at it in all; pieces the buyer commits to over the agreement's life. */
const counterLineSchema = z.strictObject({
  line_id: z.string().min(1),
  unit_price: unitPriceSchema,
  quantity: quantitySchema.optional(),
  max_quantity: quantitySchema.optional(),
  committed_quantity: quantitySchema.optional(),
})

/** Body of `POST /admin/negotiations/:id/counter`: a price (and quantity) for every line, and concessions beside them, offered to the buyer. */
export const sellerCounterSchema = z.strictObject({
  ...decisionFields,
  ...agreementFields,
  lines: z.array(counterLineSchema).min(1).max(50),
  concessions: z.array(concessionTermsSchema).max(5).optional(),
})
/** Body of `POST /admin/negotiations/:id/counter`. */
export type SellerCounterBody = z.infer<typeof sellerCounterSchema>

/** Body of `POST /admin/negotiations/:id/decline`. */
export const declineSchema = z.strictObject(decisionFields)
/** Body of `POST /admin/negotiations/:id/decline`. */
export type DeclineBody = z.infer<typeof declineSchema>

/** Body of `POST /admin/negotiations/:id/assign`; null puts the case back among the unassigned. */
export const assignSchema = z.strictObject({ version: versionSchema, assigned_to: z.string().min(1).nullable() })
/** Body of `POST /admin/negotiations/:id/assign`. */
export type AssignBody = z.infer<typeof assignSchema>

/** Body of `POST /admin/negotiations/:id/notes`: seen by the seller's people only. */
export const noteBodySchema = z.strictObject({ note: noteSchema })
/** Body of `POST /admin/negotiations/:id/notes`. */
export type NoteBody = z.infer<typeof noteBodySchema>

/** Body of `POST /admin/negotiations/:id/messages`: the buyer reads it. Words need no turn, so they carry no version. */
export const sellerMessageSchema = z.strictObject({
  message: messageSchema,
  line_id: z.string().min(1).optional(),
  file_ids: z.array(z.string().min(1)).min(1).max(MAX_FILES_A_MESSAGE).optional(),
})
/** Body of `POST /admin/negotiations/:id/messages`. */
export type SellerMessageBody = z.infer<typeof sellerMessageSchema>

/** Why a merchant ended something, for the audit trail. */
const whyFields = { note: noteSchema, reason_code: sellerReasonCodeSchema.optional() }

/** Body of `POST /admin/negotiation-agreements/:id/revoke`: at once, or after a notice during which the price goes on holding. */
export const revokeSchema = z.strictObject({ ...whyFields, notice_days: z.number().int().min(0).max(365).default(0) })
/** Body of `POST /admin/negotiation-agreements/:id/revoke`. */
export type RevokeBody = z.infer<typeof revokeSchema>

/** Body of `POST /admin/negotiation-companies/:id/start-afresh`. */
export const startAfreshSchema = z.strictObject({ ...whyFields, revoke_agreements: z.boolean().default(false) })
/** Body of `POST /admin/negotiation-companies/:id/start-afresh`. */
export type StartAfreshBody = z.infer<typeof startAfreshSchema>

/** Body of `POST /admin/negotiation-companies`: makes a customer group a company, or changes its settings. */
export const companyBodySchema = z.strictObject({
  customer_group_id: z.string().min(1),
  name: textSchema(200).optional(),
  segment: textSchema(60).optional(),
  /** Null: nobody has said. */
  profitability: profitabilitySchema.nullable().optional(),
  growth: growthSchema.nullable().optional(),
  credit: creditSchema.nullable().optional(),
  opted_out: z.boolean().optional(),
  strategic: z.boolean().optional(),
  /** True: what one buyer agrees on holds for every buyer of the company; false: for that buyer alone. */
  shares_agreements: z.boolean().optional(),
  /** The user who looks after the company: cases of it that come to a person are given to them. Null: nobody does. */
  owner_id: z.string().min(1).nullable().optional(),
})
/** Body of `POST /admin/negotiation-companies`. */
export type CompanyBody = z.infer<typeof companyBodySchema>

/** Body of `POST /admin/negotiation-costs`: unit costs, net, in major units, from `valid_from` (default: now) on. */
export const costsBodySchema = z.strictObject({
  costs: z
    .array(
      z.strictObject({
        variant_id: z.string().min(1),
        currency_code: currencyCodeSchema,
        unit_cost: z.number().min(0).max(10_000_000),
        valid_from: z.iso.datetime().optional(),
      })
    )
    .min(1)
    .max(1_000),
})
/** Body of `POST /admin/negotiation-costs`. */
export type CostsBody = z.infer<typeof costsBodySchema>

/** What a list is searched for; nothing is as good as no search. */
const searchSchema = z.union([z.literal(""), textSchema(200)])

/** Orders of the queue. A leading minus: largest or latest first. */
export const QUEUE_ORDERS = ["created_at", "-created_at", "sla_due_at", "-sla_due_at", "value", "-value", "updated_at", "-updated_at"] as const
/** One of {@link QUEUE_ORDERS}. */
export type QueueOrder = (typeof QUEUE_ORDERS)[number]

/** Query of `GET /admin/negotiations`: filters, order and page. */
export const adminListQuerySchema = z.strictObject({
  status: z.string().max(200).optional(),
  assigned_to: z.string().max(120).optional(),
  overdue: z.enum(["true", "false"]).optional(),
  segment: z.string().max(60).optional(),
  /** Who decides them. */
  level: reviewLevelSchema.optional(),
  policy_id: z.string().max(120).optional(),
  company_id: z.string().max(120).optional(),
  q: searchSchema.optional(),
  value_min: z.coerce.number().min(0).optional(),
  value_max: z.coerce.number().min(0).optional(),
  order: z.enum(QUEUE_ORDERS).default("-created_at"),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  offset: z.coerce.number().int().min(0).default(0),
})
/** Query of `GET /admin/negotiations`. */
export type AdminListQuery = z.infer<typeof adminListQuerySchema>

/** Query of the plain admin lists: page by page. */
export const adminPageQuerySchema = z.strictObject({
  status: z.string().max(60).optional(),
  company_id: z.string().max(120).optional(),
  q: searchSchema.optional(),
  variant_id: z.string().max(120).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  offset: z.coerce.number().int().min(0).default(0),
})
/** Query of the plain admin lists. */
export type AdminPageQuery = z.infer<typeof adminPageQuerySchema>

/** Query of `GET /admin/negotiation-metrics`. Amounts of different currencies are never added up: one currency at a time. */
export const metricsQuerySchema = z.strictObject({
  currency_code: currencyCodeSchema.optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  segment: z.string().max(60).optional(),
})
/** Query of `GET /admin/negotiation-metrics`. */
export type MetricsQuery = z.infer<typeof metricsQuerySchema>
