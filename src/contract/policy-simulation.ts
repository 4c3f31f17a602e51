import { z } from "zod"
import { currencyCodeSchema, MAX_UNIT_PRICE, quantitySchema, unitPriceSchema } from "./amounts"
import { creditSchema, growthSchema, productScopeSchema, profitabilitySchema, reviewLevelSchema } from "./policy-rules"
import { policyTermsSchema } from "./policy"

/** Something about a policy's terms: where it stands (`routing[2].when.depth_from`) and a sentence. */
export const policyProblemSchema = z.strictObject({ path: z.string(), message: z.string() })
/** Something about a policy's terms. */
export type PolicyNote = z.infer<typeof policyProblemSchema>

/** Most lines of one trial. */
const MAX_TRIED_LINES = 10

const triedCompanySchema = z.strictObject({
  segment: z.string().min(1).max(60).nullable().default(null),
  profitability: profitabilitySchema.nullable().default(null),
  growth: growthSchema.nullable().default(null),
  credit: creditSchema.nullable().default(null),
  strategic: z.boolean().default(false),
})

const triedLineSchema = z.strictObject({
  list_unit_price: unitPriceSchema,
  /** What the buyer pays now; left out: the list price. */
  current_unit_price: unitPriceSchema.optional(),
  /** Null: unknown. */
  unit_cost: z.number().min(0).max(MAX_UNIT_PRICE).nullable().default(null),
  quantity: quantitySchema,
  target_unit_price: unitPriceSchema,
  last_paid: z.strictObject({ unit_price: unitPriceSchema, quantity: quantitySchema }).optional(),
  /** Left out: of no part of the catalogue. */
  scopes: z.array(productScopeSchema).max(50).default([]),
})

/**
 * Body of `POST /admin/negotiation-policies/:id/simulate`: a first ask, net, tried on a policy's terms (or on others that
 * are not saved). Nothing is stored, nobody is told.
 */
export const simulateBodySchema = z.strictObject({
  terms: policyTermsSchema.optional(),
  currency_code: currencyCodeSchema.default("usd"),
  company: triedCompanySchema.default({ segment: null, profitability: null, growth: null, credit: null, strategic: false }),
  needed_in_days: z.number().int().min(0).max(365).nullable().default(null),
  lines: z.array(triedLineSchema).min(1).max(MAX_TRIED_LINES),
})
/** Body of `POST /admin/negotiation-policies/:id/simulate`. */
export type SimulateBody = z.infer<typeof simulateBodySchema>

/** Answer of `POST /admin/negotiation-policies/:id/simulate`; prices net, per piece, major units. `line` counts from 0. */
export const simulationSchema = z.strictObject({
  answer: z.string(),
  reason_code: z.string(),
  /** The strategy that held for the company's segment; null for none. */
  strategy: z.string().nullable(),
  /** For a person: to whom, and by which rule; else null. */
  route: z.strictObject({ level: reviewLevelSchema, sla_hours: z.number().int(), rule: z.string().nullable() }).nullable(),
  /** What would be offered, or agreed: best trade first. */
  menu: z.array(
    z.strictObject({
      kind: z.string(),
      lines: z.array(z.strictObject({ line: z.number().int(), quantity: z.number().int(), unit_price: z.number() })),
      /** Off these prices while the condition holds; null without one. */
      concession: z.strictObject({ percent: z.number(), shipping_option_id: z.string().nullable(), payment_term: z.string().nullable() }).nullable(),
      saving_total: z.number(),
      contribution: z.number().nullable(),
      margin: z.number().nullable(),
    })
  ),
  lines: z.array(
    z.strictObject({
      line: z.number().int(),
      answer: z.string(),
      reason_code: z.string(),
      counter_unit_price: z.number().nullable(),
      floor_unit_price: z.number().nullable(),
      break_even_quantity: z.number().int().nullable(),
      trace: z.array(z.strictObject({ term: z.string(), value: z.union([z.number(), z.string()]).nullable(), unit: z.string() })),
    })
  ),
})
/** Answer of `POST /admin/negotiation-policies/:id/simulate`. */
export type Simulation = z.infer<typeof simulationSchema>
