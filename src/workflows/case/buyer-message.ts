import type { CaseChange } from "../../modules/negotiation/case-types"

/** The part of a change that keeps a buyer's message, or nothing where there was none. */
export function buyerMessage(
  customerId: string,
  text: string | undefined,
  lineId: string | null = null,
  fileIds?: readonly string[]
): Pick<CaseChange, "message"> | Record<string, never> {
  return text ? { message: { author_type: "buyer", author_id: customerId, text, line_id: lineId, ...(fileIds ? { file_ids: fileIds } : {}), internal: false } } : {}
}
