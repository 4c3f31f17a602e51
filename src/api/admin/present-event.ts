import type { AdminNegotiation } from "../../contract"
import type { AdminCaseEvent } from "../../modules/negotiation/queries"
import { pricedLines } from "../priced-lines"

/** An entry of the audit trail as the merchant sees it. */
export function presentEvent(event: AdminCaseEvent): AdminNegotiation["history"][number] {
  const { created_at, actor_type, message, lines, ...rest } = event
  return { ...rest, at: created_at, by: actor_type, lines: pricedLines(lines), ...(message === null ? {} : { message }) }
}
