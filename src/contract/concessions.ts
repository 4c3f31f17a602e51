import { z } from "zod"

/**
 * What can be conceded apart from a unit price: something off for a slower delivery (`freight`), for a way to pay
 * (`payment_term`), or for a whole cart of a certain size (`basket`).
 */
export const CONCESSION_KINDS = ["freight", "payment_term", "basket"] as const
/** One of {@link CONCESSION_KINDS}. */
export type ConcessionKind = (typeof CONCESSION_KINDS)[number]

/** What a concession takes its discount off. */
export const CONCESSION_TARGETS = ["goods", "freight"] as const
/** One of {@link CONCESSION_TARGETS}. */
export type ConcessionTarget = (typeof CONCESSION_TARGETS)[number]

const percentSchema = z.number().gt(0).max(100).multipleOf(0.01)
const subtotalSchema = z.number().positive().max(1_000_000_000)

/** Off the agreed goods, or off the freight itself, while the cart travels by this shipping option. */
const freightSchema = z.strictObject({
  kind: z.literal("freight"),
  shipping_option_id: z.string().min(1).max(120),
  on: z.enum(CONCESSION_TARGETS).default("goods"),
  percent: percentSchema,
  /** Off the goods, it comes off no more pieces of an order than were offered: what it saves is saved once an order. */
  offered_only: z.boolean().optional(),
})

/** Off the agreed goods while the buyer pays by this term (plugin option `paymentTerms`). */
const paymentTermSchema = z.strictObject({
  kind: z.literal("payment_term"),
  payment_term: z.string().min(1).max(60),
  percent: percentSchema,
})

/** Off all goods of a cart whose net goods come to `min_subtotal`: a share, or a sum in the agreement's currency. */
const basketSchema = z
  .strictObject({
    kind: z.literal("basket"),
    min_subtotal: subtotalSchema,
    percent: percentSchema.optional(),
    amount: subtotalSchema.optional(),
  })
  .refine((basket) => (basket.percent === undefined) !== (basket.amount === undefined), "either percent or amount")

/** A concession as a rep grants it and as an option carries it. Shares in percent, sums in major units. */
export const concessionTermsSchema = z.union([freightSchema, paymentTermSchema, basketSchema])
/** A concession as a rep grants it. */
export type ConcessionTerms = z.infer<typeof concessionTermsSchema>

/** A concession as its buyer sees it on an agreement. */
export const storeConcessionSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(CONCESSION_KINDS),
  on: z.enum(CONCESSION_TARGETS),
  percent: z.number().nullable(),
  amount: z.number().nullable(),
  shipping_option_id: z.string().nullable(),
  payment_term: z.string().nullable(),
  min_subtotal: z.number().nullable(),
  /** Pieces of an order that it comes off at most; null for any number. */
  max_quantity: z.number().int().nullable(),
})
/** A concession as its buyer sees it on an agreement. */
export type StoreConcession = z.infer<typeof storeConcessionSchema>

/** A way to pay that a concession can hang on; `days` after the invoice, 0 for paying before delivery. */
export const storePaymentTermSchema = z.strictObject({ id: z.string(), days: z.number().int(), provider_ids: z.array(z.string()) })

/** Answer of `GET` and `POST /store/payment-terms`: the terms this buyer has agreed on for this cart, and the chosen one. */
export const paymentTermsAnswerSchema = z.strictObject({
  cart_id: z.string(),
  payment_terms: z.array(storePaymentTermSchema),
  payment_term: z.string().nullable(),
})
/** Answer of `GET` and `POST /store/payment-terms`. */
export type PaymentTermsAnswer = z.infer<typeof paymentTermsAnswerSchema>

/** Query of `GET /store/payment-terms`. */
export const paymentTermsQuerySchema = z.strictObject({ cart_id: z.string().min(1).max(120) })

/** Body of `POST /store/payment-terms`: how this cart will be paid; null for none in particular. */
export const choosePaymentTermSchema = z.strictObject({ cart_id: z.string().min(1).max(120), payment_term: z.string().min(1).max(60).nullable() })
/** Body of `POST /store/payment-terms`. */
export type ChoosePaymentTermBody = z.infer<typeof choosePaymentTermSchema>
