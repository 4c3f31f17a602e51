import type { AdminNegotiation } from "../../contract"
import type { AdminCaseEvent, PricedLineRow } from "../../modules/negotiation/queries"

/** Lines as answers carry them: what else is stored with them stays inside. */
export function pricedLines(lines: readonly PricedLineRow[]): PricedLineRow[] {
  return lines.map(({ line_id, variant_id, quantity, unit_price }) => ({ line_id, variant_id, quantity, unit_price }))
}

/** An entry of the audit trail as the merchant sees it. */
export function presentEvent(event: AdminCaseEvent): AdminNegotiation["history"][number] {
  const { created_at, actor_type, message, lines, ...rest } = event
  return { ...rest, at: created_at, by: actor_type, lines: pricedLines(lines), ...(message === null ? {} : { message }) }
}
