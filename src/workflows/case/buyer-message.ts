import type { CaseChange } from "../../modules/negotiation/case-types"

/** The part of a change that keeps a buyer's message, or nothing where there was none. */
export function buyerMessage(customerId: string, text: string | undefined): Pick<CaseChange, "message"> | Record<string, never> {
  return text ? { message: { author_type: "buyer", author_id: customerId, text, internal: false } } : {}
}
