import type { AgreementLineView } from "../agreement-types"
import type { AgreementDraft } from "../case-types"
import { concessionRows } from "./concession-rows"
import type { ConcessionView } from "../concession-types"

/** A price of a superseded agreement that goes on under the new one, until it would have ended anyway. */
export interface CarriedLine {
  readonly line_id: null
  readonly variant_id: string
  readonly title: string
  readonly min_quantity: number
  readonly unit_price: number
  readonly max_quantity: number | null
  readonly committed_quantity: null
  readonly valid_until: Date
}

function endOf(line: AgreementLineView): Date {
  const ends = [line.valid_until, line.line_valid_until, line.revoke_at].flatMap((end) => (end === null ? [] : [end.getTime()]))
  return new Date(Math.min(...ends))
}

/** Whether the new terms give, at every quantity the old line is good for, its price or a lower one. */
function isCovered(line: AgreementLineView, draft: AgreementDraft): boolean {
  return draft.lines.some(
    (fresh) =>
      fresh.variant_id === line.variant_id &&
      fresh.min_quantity <= line.min_quantity &&
      fresh.unit_price <= line.unit_price &&
      (fresh.max_quantity === null || (line.remaining_quantity !== null && fresh.max_quantity >= line.remaining_quantity))
  )
}

/** Whether promised pieces are still owed: agreeing again takes no promise back. */
function isOwed({ committed_quantity, fulfilled_quantity }: AgreementLineView): boolean {
  return committed_quantity !== null && committed_quantity > fulfilled_quantity
}

/** A concession of an older agreement, as far as the newer one's are weighed against it. */
export type OldConcession = Pick<
  ConcessionView,
  "kind" | "target" | "percent" | "amount" | "shipping_option_id" | "payment_term" | "min_subtotal" | "variant_id" | "min_quantity" | "max_quantity"
>

/** Whether the new terms concede as much or more wherever the old concession holds. */
function isConcededStill(old: OldConcession, draft: AgreementDraft): boolean {
  const fresh = concessionRows(draft, draft.lines.map((line) => ({ ...line, id: "" })), { agreement_id: "", company_id: "" })
  const same = ["kind", "target", "shipping_option_id", "payment_term", "variant_id"] as const
  return fresh.some((row) => {
    const value = (column: "percent" | "amount" | "min_subtotal" | "min_quantity") => Number(row[column] ?? 0)
    const pieces = row["max_quantity"]
    return (
      same.every((column) => row[column] === old[column]) &&
      value("percent") >= (old.percent ?? 0) &&
      value("amount") >= (old.amount ?? 0) &&
      value("min_subtotal") <= (old.min_subtotal ?? 0) &&
      value("min_quantity") <= (old.min_quantity ?? 0) &&
      (pieces === null || (old.max_quantity !== null && Number(pieces) >= old.max_quantity))
    )
  })
}

/** What of an older agreement outlives a newer one: nothing, some prices under the new one, or all of it beside the new one. */
export type TakenOver = { readonly kind: "superseded"; readonly carried: readonly CarriedLine[] } | { readonly kind: "beside" }

/**
 * What becomes of an older agreement when a newer one covers its variants. Prices that the new one does not give (from fewer
 * pieces on, or lower from some quantity on) are carried over, with what was left of them, until the older agreement's end.
 *
 * They can't be carried where the new agreement would cut them short: it counts orders, or the old one does; it ends
 * sooner; it is one buyer's alone and the old one was the company's. Then the older one goes on beside it. So it does where pieces
 * promised under it are still owed, and where it concedes something that the new one does not.
 *
 * @param live the older agreement's lines that still give their price.
 * @param conceded the older agreement's concessions that still hold.
 */
export function takeOver(
  live: readonly AgreementLineView[],
  draft: AgreementDraft,
  customer_id: string,
  conceded: readonly OldConcession[] = []
): TakenOver {
  if (live.some(isOwed) || conceded.some((old) => !isConcededStill(old, draft))) return { kind: "beside" }
  const cut = live.filter(
    (line) =>
      endOf(line) > draft.valid_until ||
      (draft.max_orders !== null && (line.max_orders === null || line.max_orders - line.orders > draft.max_orders)) ||
      (!draft.shared && (line.shared || line.customer_id !== customer_id))
  )
  if (cut.length > 0) return { kind: "beside" }
  const more = live.filter((line) => !isCovered(line, draft))
  if (more.length > 0 && (draft.max_orders !== null || more.some((line) => line.max_orders !== null))) return { kind: "beside" }
  // A price that was one buyer's alone must not become everybody's.
  if (more.some((line) => !line.shared) && draft.shared) return { kind: "beside" }
  const carried = more.map((line): CarriedLine => ({
    line_id: null,
    variant_id: line.variant_id,
    title: line.title,
    min_quantity: line.min_quantity,
    unit_price: line.unit_price,
    max_quantity: line.remaining_quantity,
    committed_quantity: null,
    valid_until: endOf(line),
  }))
  return { kind: "superseded", carried }
}
