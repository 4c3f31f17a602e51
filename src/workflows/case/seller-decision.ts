import type { SellerReasonCode } from "../../contract"
import type { CaseChange, EventDraft, PricedLine } from "../../modules/negotiation/case-types"

/** What every decision of a rep says of itself. */
interface Decision {
  readonly reason_code: SellerReasonCode
  readonly note: string
  readonly message?: string | undefined
}

/** The audit entry of a rep's decision: reason and note stay inside, the message goes to the buyer. */
export function sellerDecision(kind: string, actorId: string, decision: Decision, lines: readonly PricedLine[]): EventDraft {
  return {
    kind,
    actor: { type: "seller", id: actorId },
    lines,
    message: decision.message ?? null,
    reason_code: decision.reason_code,
    note: decision.note,
  }
}

/** The part of a change that keeps a rep's message, or nothing where there was none. */
export function sellerMessage(
  actorId: string,
  text: string | undefined,
  lineId: string | null = null,
  fileIds?: readonly string[]
): Pick<CaseChange, "message"> | Record<string, never> {
  return text ? { message: { author_type: "seller", author_id: actorId, text, line_id: lineId, ...(fileIds ? { file_ids: fileIds } : {}), internal: false } } : {}
}
