import { z } from "zod"
import { idSchema, textSchema } from "./amounts"
import { optionKindSchema } from "./statuses"

/** Longest remark beside a rating. */
export const MAX_REMARK = 500

/** Where a buyer stopped: in the form, before the answer, at a counter, with the assistant. */
export const ABANDONED_AT = ["ask", "answer", "counter", "guide"] as const

const aboutCase = { negotiation_id: idSchema }

/**
 * Body of `POST /store/negotiation-events`: something a buyer did, for the merchant's tracking. It moves nothing, and carries no
 * text of a person but the remark beside a rating.
 */
export const behaviourEventSchema = z.discriminatedUnion("name", [
  z.strictObject({ name: z.literal("ladder_seen"), variant_id: idSchema.optional() }),
  z.strictObject({ name: z.literal("panel_opened"), negotiation_id: idSchema.optional() }),
  z.strictObject({ name: z.literal("option_viewed"), ...aboutCase, option_kind: optionKindSchema }),
  z.strictObject({ name: z.literal("guide_used"), ...aboutCase }),
  z.strictObject({ name: z.literal("abandoned"), negotiation_id: idSchema.optional(), stage: z.enum(ABANDONED_AT) }),
  /** How it went, 1 (badly) to 5 (well); said again, the last word counts. */
  z.strictObject({ name: z.literal("feedback"), ...aboutCase, rating: z.number().int().min(1).max(5), comment: textSchema(MAX_REMARK).optional() }),
])
/** Something a buyer did, for the merchant's tracking. */
export type BehaviourEventBody = z.infer<typeof behaviourEventSchema>

/** Answer of `POST /store/negotiation-events`. */
export const behaviourAnswerSchema = z.strictObject({ event: z.strictObject({ id: z.string() }) })
/** Answer of `POST /store/negotiation-events`. */
export type BehaviourAnswer = z.infer<typeof behaviourAnswerSchema>
