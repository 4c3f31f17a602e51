import { z } from "zod"
import { sellerReasonCodeSchema, type DeclineBody } from "../../contract"
import type { LimitsInput } from "./limits-form"

/** Says a sentence of the translations. */
export type Say = (key: string) => string

/** Longest note the API takes. */
export const NOTE_LENGTH = 4_000
const MESSAGE_LENGTH = 2_000

/** The fields of a decision as typed. */
export interface DecisionInput {
  reason_code: string
  note: string
  message: string
}

/** An approval as typed. */
export type ApproveInput = DecisionInput & LimitsInput

/** What every decision of a rep needs: a reason code and a note; a message to the buyer is optional. */
export function decisionSchema(say: Say) {
  return z.object({
    reason_code: z.string().refine((code) => sellerReasonCodeSchema.safeParse(code).success, say("decision.invalid.reason")),
    note: z.string().trim().min(1, say("decision.invalid.note")).max(NOTE_LENGTH, say("decision.invalid.noteLong")),
    message: z.string().trim().max(MESSAGE_LENGTH, say("decision.invalid.messageLong")),
  })
}

/** An empty form. */
export const EMPTY_DECISION: DecisionInput = { reason_code: "", note: "", message: "" }

/** The body of a checked decision: the version it was made on, and no message where none was written. */
export function decisionBody(version: number, { reason_code, note, message }: DecisionInput): DeclineBody {
  return { version, reason_code: sellerReasonCodeSchema.parse(reason_code), note, ...(message ? { message } : {}) }
}
