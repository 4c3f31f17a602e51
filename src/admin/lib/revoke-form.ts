import { z } from "zod"
import { sellerReasonCodeSchema, type RevokeBody } from "../../contract"
import { NOTE_LENGTH } from "./decision-form"
import { parseWhole } from "./numbers"

const LONGEST_NOTICE = 365
const DAY_MS = 86_400_000

/** A revocation as typed. */
export interface RevokeInput {
  when: "now" | "notice"
  days: string
  reason_code: string
  note: string
}

/** Days of notice as far as they can be read while they are typed; 0 for at once, null for no number of days. */
export function noticeDays({ when, days }: Pick<RevokeInput, "when" | "days">): number | null {
  if (when === "now") return 0
  const read = parseWhole(days)
  return read !== null && read >= 1 && read <= LONGEST_NOTICE ? read : null
}

/** The moment an agreement ends after so many days of notice. */
export function endAfter(days: number, now: number): Date {
  return new Date(now + days * DAY_MS)
}

/** A revocation needs a reason, a note, and days where a notice is given. */
export function revokeSchemaOf(say: (key: string) => string) {
  return z
    .object({
      when: z.enum(["now", "notice"]),
      days: z.string(),
      reason_code: z.string().refine((code) => sellerReasonCodeSchema.safeParse(code).success, say("decision.invalid.reason")),
      note: z.string().trim().min(1, say("decision.invalid.note")).max(NOTE_LENGTH, say("decision.invalid.noteLong")),
    })
    .superRefine((input, context) => {
      if (noticeDays(input) === null) context.addIssue({ code: "custom", path: ["days"], message: say("revoke.invalid.days") })
    })
}

/** The body of a checked revocation. */
export function revokeBody(input: RevokeInput): RevokeBody {
  return { note: input.note, reason_code: sellerReasonCodeSchema.parse(input.reason_code), notice_days: noticeDays(input) ?? 0 }
}
