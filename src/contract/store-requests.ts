import { z } from "zod"
import { idSchema, MAX_LINES, quantitySchema, textSchema, totalSchema, unitPriceSchema } from "./amounts"
import { MAX_FILES_A_MESSAGE } from "./attachments"
import { buyerReasonCodeSchema } from "./reason-codes"

const messageTextSchema = textSchema(2_000)
const versionSchema = z.number().int().min(1)

/** A competitor's offer as structured evidence: it informs, it never moves a price by itself. */
export const competingOfferSchema = z.strictObject({
  competitor: textSchema(200),
  unit_price: unitPriceSchema,
  quantity: quantitySchema.optional(),
  valid_until: z.iso.date().optional(),
  file_id: idSchema.optional(),
})
/** A competitor's offer as a buyer reports it. */
export type CompetingOffer = z.infer<typeof competingOfferSchema>

/** What the buyer says about the need behind the ask. */
export const requestContextSchema = z.strictObject({
  purpose: textSchema(500).optional(),
  annual_volume: quantitySchema.optional(),
  needed_by: z.iso.date().optional(),
})
/** What the buyer says about the need behind the ask. */
export type RequestContext = z.infer<typeof requestContextSchema>

/** One line of a price request: the unit price wanted, by default at the cart's quantity. */
export const priceRequestLineSchema = z.strictObject({
  line_item_id: idSchema,
  target_unit_price: unitPriceSchema,
  quantity: quantitySchema.optional(),
  competing_offer: competingOfferSchema.optional(),
})

/** Refuses a body with both or neither of `lines` and `target_total`. */
function exactlyOneTarget(body: { lines?: unknown; target_total?: unknown }): boolean {
  return (body.lines === undefined) !== (body.target_total === undefined)
}
const ONE_TARGET = "Give either lines or target_total"

/** Body of `POST /store/price-requests`. */
export const priceRequestSchema = z
  .strictObject({
    cart_id: idSchema,
    lines: z.array(priceRequestLineSchema).min(1).max(MAX_LINES).optional(),
    target_total: totalSchema.optional(),
    context: requestContextSchema.optional(),
    message: messageTextSchema.optional(),
  })
  .refine(exactlyOneTarget, ONE_TARGET)
/** Body of `POST /store/price-requests`. */
export type PriceRequest = z.infer<typeof priceRequestSchema>

/** Body of `POST /store/negotiations/:id/counter`. */
export const counterSchema = z
  .strictObject({
    version: versionSchema,
    lines: z
      .array(z.strictObject({ line_id: idSchema, target_unit_price: unitPriceSchema, quantity: quantitySchema.optional() }))
      .min(1)
      .max(MAX_LINES)
      .optional(),
    target_total: totalSchema.optional(),
    message: messageTextSchema.optional(),
  })
  .refine(exactlyOneTarget, ONE_TARGET)
/** Body of `POST /store/negotiations/:id/counter`. */
export type CounterBody = z.infer<typeof counterSchema>

/** Body of `POST /store/negotiations/:id/accept`. */
export const acceptSchema = z.strictObject({ version: versionSchema, offer_id: idSchema, option_id: idSchema })
/** Body of `POST /store/negotiations/:id/accept`. */
export type AcceptBody = z.infer<typeof acceptSchema>

/** Body of `POST /store/negotiations/:id/refuse`. */
export const refuseSchema = z.strictObject({
  version: versionSchema,
  reason_code: buyerReasonCodeSchema.optional(),
  competitor: textSchema(200).optional(),
  message: messageTextSchema.optional(),
})
/** Body of `POST /store/negotiations/:id/refuse`. */
export type RefuseBody = z.infer<typeof refuseSchema>

/** Body of `POST /store/negotiations/:id/ask-person`. */
export const askPersonSchema = z.strictObject({ version: versionSchema, message: messageTextSchema.optional() })
/** Body of `POST /store/negotiations/:id/ask-person`. */
export type AskPersonBody = z.infer<typeof askPersonSchema>

/** Body of `POST /store/negotiations/:id/withdraw`. */
export const withdrawSchema = z.strictObject({ version: versionSchema, reason_code: buyerReasonCodeSchema.optional() })
/** Body of `POST /store/negotiations/:id/withdraw`. */
export type WithdrawBody = z.infer<typeof withdrawSchema>

/** Body of `POST /store/negotiations/:id/messages`. */
export const messageSchema = z.strictObject({
  message: messageTextSchema,
  line_id: idSchema.optional(),
  file_ids: z.array(idSchema).min(1).max(MAX_FILES_A_MESSAGE).optional(),
})
/** Body of `POST /store/negotiations/:id/messages`. */
export type MessageBody = z.infer<typeof messageSchema>

/** Body of `POST /store/agreements/:id/apply`: the cart it goes into; without one, a new cart ("order again"). */
export const applyAgreementSchema = z.strictObject({ cart_id: idSchema.optional() })
/** Body of `POST /store/agreements/:id/apply`. */
export type ApplyAgreementBody = z.infer<typeof applyAgreementSchema>

const pageFields = {
  limit: z.coerce.number().int().min(1).max(100).default(20),
  offset: z.coerce.number().int().min(0).default(0),
}

/** Query of lists in the store: page by page. `status` may be one status or several, comma-separated. */
export const storeListQuerySchema = z.strictObject({ status: z.string().max(200).optional(), ...pageFields })

/** Query of `GET /store/price-ladders`: a cart's lines, or one variant. */
export const priceLaddersQuerySchema = z.union([
  z.strictObject({ cart_id: idSchema }),
  z.strictObject({ variant_id: idSchema, quantity: z.coerce.number().pipe(quantitySchema).default(1), region_id: idSchema }),
])
/** Query of `GET /store/price-ladders`. */
export type PriceLaddersQuery = z.infer<typeof priceLaddersQuerySchema>
