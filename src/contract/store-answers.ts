import { z } from "zod"
import { storeFileSchema } from "./attachments"
import { storeConcessionSchema } from "./concessions"
import { agreementStatusSchema, buyerActionSchema, negotiationStatusSchema, optionKindSchema, turnSchema } from "./statuses"

const dateTimeSchema = z.iso.datetime()
const amount = z.number()

/** One line of an option: what the buyer would get at which price. */
export const storeOptionLineSchema = z.strictObject({
  line_id: z.string(),
  variant_id: z.string(),
  quantity: z.number().int(),
  unit_price: amount,
  /** `unit_price` with the option's concession taken off. */
  effective_unit_price: amount,
})

/** What an option costs all in all, in the terms of the case's prices. */
export const storeOverallCostSchema = z.strictObject({
  /** Goods, with the concession taken off. */
  goods: amount,
  /** Shipping; null where it can't be told yet. */
  freight: amount.nullable(),
  /** What paying sooner than usual costs the buyer, reckoned by the seller. */
  terms: amount,
  /** Their sum; shipping counts as nothing while it can't be told. */
  total: amount,
})

/** Something off an option's goods while the cart travels, or is paid, as it says. */
export const storeOptionConcessionSchema = z.strictObject({
  kind: z.enum(["freight", "payment_term"]),
  percent: amount,
  shipping_option_id: z.string().nullable(),
  payment_term: z.string().nullable(),
})

/** The article an option offers in place of the asked one. */
export const storeSubstituteSchema = z.strictObject({
  variant_id: z.string(),
  title: z.string(),
  sku: z.string().nullable(),
  thumbnail: z.string().optional(),
  description: z.string().optional(),
  /** In what it is another article, one sentence each, in the buyer's language. */
  differs: z.array(z.string()),
})
/** The article an option offers in place of the asked one. */
export type StoreSubstitute = z.infer<typeof storeSubstituteSchema>

/** One way to close the deal, as the buyer sees it. */
export const storeOptionSchema = z.strictObject({
  id: z.string(),
  kind: optionKindSchema,
  lines: z.array(storeOptionLineSchema),
  shipping_option_id: z.string().optional(),
  /** What that shipping option was called when it was offered. */
  shipping_option_name: z.string().optional(),
  payment_term: z.string().optional(),
  /** What belongs to the option beside its prices, where it is one such thing; else null. */
  concession: storeOptionConcessionSchema.nullable(),
  /** For kind `substitute`. */
  substitute: storeSubstituteSchema.optional(),
  /** Against what the buyer would pay now for the same quantity (for a substitute: of the asked article), in major units. */
  saving_total: amount,
  overall_cost: storeOverallCostSchema,
  headline: z.string(),
  conditions: z.array(z.string()),
})
/** One way to close the deal, as the buyer sees it. */
export type StoreOption = z.infer<typeof storeOptionSchema>

/** The seller's standing offer: a menu of at most three options. */
export const storeOfferSchema = z.strictObject({
  id: z.string(),
  round: z.number().int(),
  by: z.literal("seller"),
  origin: z.enum(["automatic", "person"]),
  expires_at: dateTimeSchema,
  options: z.array(storeOptionSchema),
  /** Why it is what it is, in the buyer's language; empty where there is nothing to say. */
  explanation: z.array(z.string()),
})
/** The seller's standing offer. */
export type StoreOffer = z.infer<typeof storeOfferSchema>

/** One line of a case as the buyer sees it. */
export const storeLineSchema = z.strictObject({
  id: z.string(),
  variant_id: z.string(),
  line_item_id: z.string().nullable(),
  title: z.string(),
  quantity: z.number().int(),
  list_unit_price: amount,
  current_unit_price: amount,
  last_paid_unit_price: amount.nullable(),
  target_unit_price: amount,
})

/** One entry of the conversation. */
export const storeHistoryEntrySchema = z.strictObject({
  at: dateTimeSchema,
  by: z.enum(["buyer", "seller"]),
  kind: z.string(),
  round: z.number().int(),
  lines: z.array(
    z.strictObject({ line_id: z.string(), variant_id: z.string(), quantity: z.number().int(), unit_price: amount })
  ),
  /**
   * Everything the seller's answer offered, in the order of its menu, each in one sentence of the buyer's language; `lines` are those of
   * the first. Not there where nothing was offered.
   */
  options: z.array(z.strictObject({ kind: optionKindSchema, headline: z.string() })).optional(),
  message: z.string().optional(),
})
/** One entry of the conversation. */
export type StoreHistoryEntry = z.infer<typeof storeHistoryEntrySchema>

/** An agreement as the buyer sees it inside its negotiation and in the list of agreements. */
export const storeAgreementSchema = z.strictObject({
  id: z.string(),
  negotiation_id: z.string(),
  status: agreementStatusSchema,
  currency_code: z.string(),
  region_id: z.string(),
  valid_until: dateTimeSchema,
  lines: z.array(
    z.strictObject({
      variant_id: z.string(),
      title: z.string(),
      min_quantity: z.number().int(),
      unit_price: amount,
      remaining_quantity: z.number().int().nullable(),
      /** Where this price ends before its agreement does: a threshold taken over from an agreement that a newer one replaced. */
      valid_until: dateTimeSchema.nullable(),
      /** Volume the buyer committed to over the agreement's life, what was bought of it, and what is open; null without. */
      commitment: z.strictObject({ promised: z.number().int(), bought: z.number().int(), open: z.number().int() }).nullable(),
    })
  ),
  is_tax_inclusive: z.boolean(),
  /** Orders that may still be placed under it; null for any number. */
  orders_left: z.number().int().nullable(),
  /** When it ends early, as the seller announced; null where nothing is announced. */
  ends_at: dateTimeSchema.nullable(),
  concessions: z.array(storeConcessionSchema),
})
/** An agreement as the buyer sees it. */
export type StoreAgreement = z.infer<typeof storeAgreementSchema>

/**
 * A negotiation as the buyer sees it. Strict on purpose: a field that is not named here (a cost, a floor, a policy
 * number) can't leave the store, because every answer is parsed with this schema in the tests.
 */
export const storeNegotiationSchema = z.strictObject({
  id: z.string(),
  display_id: z.number().int(),
  previous_id: z.string().nullable(),
  status: negotiationStatusSchema,
  turn: turnSchema,
  version: z.number().int(),
  round: z.number().int(),
  rounds_left: z.number().int(),
  currency_code: z.string(),
  is_tax_inclusive: z.boolean(),
  cart_id: z.string().nullable(),
  expires_at: dateTimeSchema.nullable(),
  created_at: dateTimeSchema,
  allowed_actions: z.array(buyerActionSchema),
  lines: z.array(storeLineSchema),
  offer: storeOfferSchema.nullable(),
  history: z.array(storeHistoryEntrySchema),
  messages: z.array(
    z.strictObject({
      id: z.string(),
      at: dateTimeSchema,
      by: z.enum(["buyer", "seller"]),
      message: z.string(),
      /** What was left with it; not there where nothing was. */
      files: z.array(storeFileSchema).optional(),
    })
  ),
  agreement: storeAgreementSchema.nullable(),
  reason_code: z.string().nullable(),
})
/** A negotiation as the buyer sees it. */
export type StoreNegotiation = z.infer<typeof storeNegotiationSchema>

/** One line of `GET /store/price-ladders`. */
export const priceLadderSchema = z.strictObject({
  variant_id: z.string(),
  line_item_id: z.string().nullable(),
  quantity: z.number().int(),
  currency_code: z.string(),
  list_unit_price: amount,
  current_unit_price: amount,
  last_paid: z.strictObject({ unit_price: amount, quantity: z.number().int(), at: dateTimeSchema }).nullable(),
  thresholds: z.array(
    z.strictObject({ min_quantity: z.number().int(), unit_price: amount, saving_total: amount })
  ),
  next_threshold: z
    .strictObject({ min_quantity: z.number().int(), unit_price: amount, saving_total: amount })
    .nullable(),
  availability: z.strictObject({ in_stock: z.number().int(), ships_by: dateTimeSchema.nullable() }).nullable(),
  is_tax_inclusive: z.boolean(),
  /** What the buyer's company has agreed on for this variant here: the price, and from how many pieces on. */
  agreed: z.array(
    z.strictObject({
      agreement_id: z.string(),
      min_quantity: z.number().int(),
      unit_price: amount,
      remaining_quantity: z.number().int().nullable(),
      valid_until: dateTimeSchema,
    })
  ),
  /** One sentence on what changing the quantity does, in the buyer's language; null where there is nothing to say. */
  hint: z.string().nullable(),
  negotiable: z.boolean(),
  reason_code: z.string().nullable(),
})
/** One line of `GET /store/price-ladders`. */
export type PriceLadder = z.infer<typeof priceLadderSchema>
