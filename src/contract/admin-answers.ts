import { z } from "zod"
import { adminFileSchema } from "./attachments"
import { policyScopeSchema, policyTermsSchema } from "./policy"
import { creditSchema, growthSchema, profitabilitySchema, reviewLevelSchema } from "./policy-rules"
import { SELLER_REASON_CODES } from "./reason-codes"
import { negotiationStatusSchema, POLICY_STATUSES } from "./statuses"
import { storeHistoryEntrySchema, storeLineSchema, storeNegotiationSchema, storeOfferSchema, storeOptionSchema } from "./store-answers"

const dateTimeSchema = z.iso.datetime()
const amount = z.number()

/** One row of the approval queue. */
export const adminNegotiationRowSchema = z.strictObject({
  id: z.string(),
  display_id: z.number().int(),
  status: negotiationStatusSchema,
  turn: z.enum(["buyer", "seller"]).nullable(),
  version: z.number().int(),
  company_id: z.string(),
  company_name: z.string(),
  customer_id: z.string(),
  customer_email: z.string(),
  segment: z.string().nullable(),
  currency_code: z.string(),
  /** What the lines cost at current prices and the asked quantities: the size of the deal. */
  value: amount,
  /** What the buyer offers to pay for them. */
  asked_value: amount,
  /** Contribution share of the ask, `(ask − cost) / ask`; null where a cost is missing. */
  ask_margin: amount.nullable(),
  /** First line's title, and how many lines there are. */
  title: z.string(),
  line_count: z.number().int(),
  round: z.number().int(),
  policy_id: z.string().nullable(),
  policy_version: z.number().int().nullable(),
  assigned_to: z.string().nullable(),
  /** Who decides it where a person has to. */
  level: reviewLevelSchema,
  reason_code: z.string().nullable(),
  sla_due_at: dateTimeSchema.nullable(),
  overdue: z.boolean(),
  created_at: dateTimeSchema,
  updated_at: dateTimeSchema,
})
/** One row of the approval queue. */
export type AdminNegotiationRow = z.infer<typeof adminNegotiationRowSchema>

/** Something a rep should notice about a line's ask. It moved no answer. */
export const lineFlagSchema = z.enum(["deep_against_peers"])
/** Something a rep should notice about a line's ask. */
export type LineFlag = z.infer<typeof lineFlagSchema>

/** One line of a case with what only the seller may see. Prices net, per piece, major units. */
export const adminLineSchema = storeLineSchema.extend({
  sku: z.string().nullable(),
  last_paid_quantity: z.number().int().nullable(),
  last_paid_at: dateTimeSchema.nullable(),
  competing_offer: z.record(z.string(), z.unknown()).nullable(),
  counter_unit_price: amount.nullable(),
  cost: amount.nullable(),
  floor_unit_price: amount.nullable(),
  /** Share of tax in prices that include it (0.19 for 19%); 0 where prices are net. Cost is always net, the floor is as the prices are. */
  tax_rate: amount,
  /** Contribution share of the ask. */
  margin: amount.nullable(),
  /** Contribution share of the current price. */
  current_margin: amount.nullable(),
  /** Pieces in all at which the ask earns what the asked quantity earns at the current price; null where it never does. */
  break_even_quantity: z.number().int().nullable(),
  /** What to notice about the last ask; empty where there is nothing. */
  flags: z.array(lineFlagSchema),
})
/** One line of a case with what only the seller may see. */
export type AdminLine = z.infer<typeof adminLineSchema>

/** An option with what it leaves the seller. */
export const adminOptionSchema = storeOptionSchema.extend({ contribution: amount.nullable(), margin: amount.nullable() })

/** An entry of the history with what only the seller may see. */
export const adminHistoryEntrySchema = storeHistoryEntrySchema.extend({
  id: z.string(),
  by: z.enum(["buyer", "seller", "system"]),
  actor_id: z.string().nullable(),
  status_before: z.string().nullable(),
  status_after: z.string().nullable(),
  reason_code: z.string().nullable(),
  note: z.string().nullable(),
  policy_version: z.number().int().nullable(),
})

/** Answer of `GET /admin/negotiations/:id` and of every decision: everything needed to decide. */
export const adminNegotiationSchema = storeNegotiationSchema.extend({
  lines: z.array(adminLineSchema),
  offer: storeOfferSchema.extend({ options: z.array(adminOptionSchema) }).nullable(),
  history: z.array(adminHistoryEntrySchema),
  company: z.strictObject({
    id: z.string(),
    name: z.string(),
    segment: z.string().nullable(),
    profitability: profitabilitySchema.nullable(),
    growth: growthSchema.nullable(),
    credit: creditSchema.nullable(),
    strategic: z.boolean(),
    opted_out: z.boolean(),
    customer_group_id: z.string().nullable(),
  }),
  customer: z.strictObject({ id: z.string(), email: z.string(), name: z.string().nullable() }),
  /** What this company did so far, from its negotiations and orders. */
  profile: z.strictObject({
    negotiations: z.number().int(),
    agreed: z.number().int(),
    average_concession: amount.nullable(),
  }),
  /** What the engine would offer now: a proposal for the rep, null where a fact is missing. */
  suggestion: z
    .strictObject({
      lines: z.array(z.strictObject({ line_id: z.string(), unit_price: amount, quantity: z.number().int() })),
      contribution: amount.nullable(),
      margin: amount.nullable(),
    })
    .nullable(),
  /** The engine's last decision with every term of its trace. */
  decision: z
    .strictObject({
      answer: z.string(),
      reason_code: z.string(),
      trace: z.unknown(),
      /** The routing rule that sent it to a person; null where none did. */
      rule: z.string().nullable(),
    })
    .nullable(),
  notes: z.array(z.strictObject({ id: z.string(), at: dateTimeSchema, author_id: z.string().nullable(), note: z.string() })),
  /** Evidence that lines and messages name. */
  files: z.array(adminFileSchema),
  reason_codes: z.array(z.enum(SELLER_REASON_CODES)),
  policy: z.strictObject({ id: z.string(), name: z.string(), version: z.number().int() }).nullable(),
  context: z.record(z.string(), z.unknown()),
  assigned_to: z.string().nullable(),
  /** Who decides it where a person has to. */
  level: reviewLevelSchema,
  sla_due_at: dateTimeSchema.nullable(),
  overdue: z.boolean(),
  value: amount,
  asked_value: amount,
  updated_at: dateTimeSchema,
})
/** Answer of `GET /admin/negotiations/:id`. */
export type AdminNegotiation = z.infer<typeof adminNegotiationSchema>

/** Figures of one week (Monday, UTC) or of the whole period, in one currency. Null where nothing was there to measure. */
export const metricsFiguresSchema = z.strictObject({
  /** Cases opened. */
  requests: z.number().int(),
  /** Share of the cases opened that no person had to touch. */
  automatic_share: amount.nullable(),
  /** Share of the closed cases that ended in an agreement. */
  win_rate: amount.nullable(),
  /** Closed cases: agreed, ordered, declined, withdrawn, expired or revoked. */
  closed: z.number().int(),
  agreed: z.number().int(),
  /** Hours from request to close, the median of the cases closed. */
  median_hours_to_close: amount.nullable(),
  /** Mean discount of agreed deals against the current price, weighted by value. */
  concession: amount.nullable(),
  /**
   * Contribution of the agreed prices and quantities less what the last asks would have left at theirs, in major units;
   * deals with a known cost only. Extra volume counts as additional: no proven benefit.
   */
  margin_kept: amount.nullable(),
  /** Agreed deals left out of `margin_kept` because a cost was missing. */
  without_cost: z.number().int(),
})
/** Figures of one week or of the whole period. */
export type MetricsFigures = z.infer<typeof metricsFiguresSchema>

/**
 * How it went by what buyers said, 1 (badly) to 5 (well), a buyer's last word on a case. A rating is no amount: those of every
 * currency are counted together. Null where nobody said anything.
 */
export const ratingFiguresSchema = z.strictObject({
  count: z.number().int(),
  average: amount.nullable(),
  /** Share of the ratings that are 4 or 5. */
  good_share: amount.nullable(),
  /** Share of the ratings that are 1 or 2. */
  bad_share: amount.nullable(),
  /** How many said 1, 2, 3, 4 and 5. */
  counts: z.array(z.number().int()).length(5),
  /** The newest remarks, at most five. */
  remarks: z.array(z.strictObject({ at: dateTimeSchema, rating: z.number().int(), comment: z.string(), negotiation_id: z.string() })),
})
/** How it went by what buyers said. */
export type RatingFigures = z.infer<typeof ratingFiguresSchema>

/** Answer of `GET /admin/negotiation-metrics`. */
export const metricsAnswerSchema = z.strictObject({
  currency_code: z.string(),
  currencies: z.array(z.string()),
  from: z.iso.date(),
  to: z.iso.date(),
  as_of: dateTimeSchema,
  total: metricsFiguresSchema,
  weeks: z.array(metricsFiguresSchema.extend({ week: z.iso.date() })),
  ratings: ratingFiguresSchema,
})
/** Answer of `GET /admin/negotiation-metrics`. */
export type MetricsAnswer = z.infer<typeof metricsAnswerSchema>

/** A policy with the version that answers now. */
export const adminPolicySchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  status: z.enum(POLICY_STATUSES),
  priority: z.number().int(),
  scope: policyScopeSchema,
  version: z.number().int(),
  terms: policyTermsSchema,
  created_at: dateTimeSchema,
  updated_at: dateTimeSchema,
})
/** A policy with the version that answers now. */
export type AdminPolicy = z.infer<typeof adminPolicySchema>

/** A company's settings for negotiations. */
export const adminCompanySchema = z.strictObject({
  id: z.string(),
  customer_group_id: z.string().nullable(),
  customer_id: z.string().nullable(),
  name: z.string(),
  segment: z.string().nullable(),
  profitability: profitabilitySchema.nullable(),
  growth: growthSchema.nullable(),
  credit: creditSchema.nullable(),
  opted_out: z.boolean(),
  strategic: z.boolean(),
  shares_agreements: z.boolean(),
  /** When it last missed a volume commitment that nobody has cleared since. */
  missed_commitment_at: dateTimeSchema.nullable(),
  owner_id: z.string().nullable(),
  created_at: dateTimeSchema,
})
/** A company's settings for negotiations. */
export type AdminCompany = z.infer<typeof adminCompanySchema>

