import { z } from "zod"
import { amountByCurrencySchema, idSchema, shareSchema, textSchema } from "./amounts"
import { initiationSchema } from "./statuses"

/** Who may decide a case that the engine leaves to people, least authority first. */
export const REVIEW_LEVELS = ["rep", "manager", "director"] as const
/** One of {@link REVIEW_LEVELS}. */
export const reviewLevelSchema = z.enum(REVIEW_LEVELS)
/** Who may decide a case that the engine leaves to people. */
export type ReviewLevel = z.infer<typeof reviewLevelSchema>

/** How profitable a company is to the merchant: an ABC rank, A the best. */
export const PROFITABILITY_CLASSES = ["a", "b", "c"] as const
/** How a company's contribution has developed. */
export const GROWTH_CLASSES = ["growing", "steady", "shrinking"] as const
/** How a company stands with its payments. */
export const CREDIT_STANDINGS = ["good", "watch", "blocked"] as const
/** One of {@link PROFITABILITY_CLASSES}. */
export const profitabilitySchema = z.enum(PROFITABILITY_CLASSES)
/** One of {@link GROWTH_CLASSES}. */
export const growthSchema = z.enum(GROWTH_CLASSES)
/** One of {@link CREDIT_STANDINGS}. */
export const creditSchema = z.enum(CREDIT_STANDINGS)

/** How profitable a company is to the merchant. */
export type ProfitabilityClass = z.infer<typeof profitabilitySchema>
/** How a company's contribution has developed. */
export type GrowthClass = z.infer<typeof growthSchema>
/** How a company stands with its payments. */
export type CreditStanding = z.infer<typeof creditSchema>

/** Part of the catalogue: `product:prod_…`, `category:pcat_…`, `collection:pcol_…`, `type:ptyp_…`, `tag:ptag_…`. */
export const productScopeSchema = z.string().regex(/^(product|category|collection|type|tag):[\w-]{1,120}$/, "product:…, category:…, collection:…, type:… or tag:… and an id")

const segmentsSchema = z.array(z.string().min(1).max(60)).max(50)
const productScopesSchema = z.array(productScopeSchema).max(200)

/** What a rule about companies does where it applies. */
const verdictSchema = z.enum(["negotiate", "person", "decline"])

/**
 * What may be negotiated, before any price is looked at. A class a rule asks for that nobody has set on the company goes to
 * a person: a missing fact is never a yes.
 */
export const eligibilitySchema = z.strictObject({
  /** Deals under this value at current prices are not negotiated; a currency that is not named has no lower limit. */
  minimum_value: amountByCurrencySchema,
  /** Profitability classes that may negotiate; empty for every one. Others are told their price is not negotiable. */
  profitability: z.array(profitabilitySchema).max(3),
  /** Growth classes that may negotiate; empty for every one. */
  growth: z.array(growthSchema).max(3),
  /** Segments that may not negotiate: a company in one is told its price is not negotiable. One in none is kept out by nothing here. */
  excluded_segments: segmentsSchema.default([]),
  /** What happens to companies on credit watch, and to blocked ones. */
  credit: z.strictObject({ watch: verdictSchema, blocked: verdictSchema }),
  /** Only these parts of the catalogue may be negotiated; empty for all of it. */
  only_products: productScopesSchema,
  /** These parts never. */
  never_products: productScopesSchema,
})
/** What may be negotiated, before any price is looked at. */
export type EligibilityRules = z.infer<typeof eligibilitySchema>

/** Everything may be negotiated by everybody. */
export const NO_ELIGIBILITY_RULES: EligibilityRules = {
  minimum_value: {},
  profitability: [],
  growth: [],
  excluded_segments: [],
  credit: { watch: "negotiate", blocked: "negotiate" },
  only_products: [],
  never_products: [],
}

/** Terms a strategy may change; each as in the policy. */
const strategyTermsSchema = z.strictObject({
  talk_concession_limit: shareSchema.optional(),
  counter_concession_limit: shareSchema.optional(),
  opening_concession: shareSchema.optional(),
  curve_shape: z.number().min(0.05).max(20).optional(),
  reciprocity: z.number().min(0).max(10).optional(),
  acceptance_opening: shareSchema.optional(),
  acceptance_shape: z.number().min(0.05).max(20).optional(),
  volume_gain_share: shareSchema.optional(),
  volume_cap_factor: z.number().min(1).max(100).optional(),
  rounds: z.number().int().min(1).max(20).optional(),
  last_paid: z.enum(["ignore", "hold", "honour"]).optional(),
  initiation: initiationSchema.optional(),
})

/**
 * The aim with one kind of buyer. `growth` gives more of the gain of extra volume away and proposes more of it; `margin`
 * gives nothing for talk alone, only for trades; `as_set` changes nothing by itself. `terms` are laid over that.
 */
export const strategySchema = z.strictObject({
  name: textSchema(60),
  segments: segmentsSchema.min(1),
  objective: z.enum(["growth", "margin", "as_set"]),
  terms: strategyTermsSchema.default({}),
})
/** The aim with one kind of buyer. */
export type StrategyRules = z.infer<typeof strategySchema>

/** A slower way to ship, and what it saves the merchant on one order, per currency in major units. */
const freightLeverSchema = z.strictObject({
  shipping_option_id: idSchema,
  gain: amountByCurrencySchema,
  /** Days until it arrives; it is not offered to a buyer who needs the goods sooner. */
  transit_days: z.number().int().min(0).max(365),
})

/** What sooner payment is worth. The terms themselves are the plugin option `paymentTerms`. */
const paymentLeverSchema = z.strictObject({
  /** Ids of the terms that may be offered for a lower price; empty offers none. */
  terms: z.array(z.string().min(1).max(60)).max(10),
  /** Days buyers pay after where nothing else is agreed. */
  standard_days: z.number().int().min(0).max(365),
  /** What capital costs the merchant, as a share a year. */
  annual_rate: shareSchema,
  /** Share of sales that is never paid; saved in full where goods are paid before delivery. */
  bad_debt: shareSchema.max(0.5),
})

/** Trades of something other than volume for a lower price. Each gives the buyer at most `1 − kept_share` of what it brings. */
export const leversSchema = z.strictObject({
  /** Share of the gain the merchant keeps (σ). */
  kept_share: shareSchema,
  freight: z.array(freightLeverSchema).max(50),
  payment: paymentLeverSchema,
  /** Other articles in place of the asked one: none; those named on the variant (metadata `substitutes`); its product categories as well. */
  substitutes: z.enum(["off", "configured", "category"]),
})
/** Trades of something other than volume for a lower price. */
export type LeverTerms = z.infer<typeof leversSchema>

/** No trades but volume. */
export const NO_LEVERS: LeverTerms = {
  kept_share: 0.3,
  freight: [],
  payment: { terms: [], standard_days: 30, annual_rate: 0.08, bad_debt: 0 },
  substitutes: "off",
}

/**
 * One rule of who decides. All its conditions must fit; one left out always does. Depth is the discount asked off the
 * current price; margin is what the current price leaves (never the asked one: an answer must not depend on that).
 */
export const routingRuleSchema = z.strictObject({
  name: textSchema(80),
  when: z.strictObject({
    /** Value at current prices from this on; a currency that is not named doesn't fit. */
    value_from: amountByCurrencySchema.optional(),
    depth_from: shareSchema.optional(),
    margin_under: shareSchema.optional(),
    segments: segmentsSchema.min(1).optional(),
    profitability: z.array(profitabilitySchema).min(1).max(3).optional(),
    products: productScopesSchema.min(1).optional(),
  }),
  to: z.enum(["automatic", ...REVIEW_LEVELS]),
  /** Hours until an answer is due; null for the policy's own `sla_hours`. */
  sla_hours: z.number().int().min(1).max(720).nullable().default(null),
})
/** One rule of who decides. */
export type RoutingRule = z.infer<typeof routingRuleSchema>
