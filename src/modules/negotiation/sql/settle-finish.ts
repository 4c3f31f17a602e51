import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import type { AgreementStatus } from "../../../contract"
import { AGREEMENT_MACHINE, transition } from "../../../lifecycle"
import type { SettledAgreement, SettledOrder, UseLine } from "../agreement-types"
import type { AgreementFlags } from "../case-records"
import type { EventDraft } from "../case-types"
import { recordEvents } from "../operations/record-events"
import { LINE_LEFT } from "./agreements"
import { frameOf, moveNegotiation, toChange, type AgreementRow, type NegotiationRow } from "./move-negotiation"
import { updateRow } from "./rows"
import { flagsOf, type SettledPart } from "./settle-flags"
import { emptyUndo } from "./undo"

/** An agreement's row, locked while an order is counted on it. */
export interface LockedAgreement extends AgreementRow {
  readonly orders: number
  readonly max_orders: number | null
  readonly flags: AgreementFlags | null
  readonly ended_at: string | Date | null
  readonly valid_until: string | Date
  readonly revoke_at: string | Date | null
}

/** What was counted of an order on one agreement. */
export interface Counted {
  /** Whether the order counted before, and whether it does now. */
  readonly was: boolean
  readonly is: boolean
  /** True where nobody had claimed or counted it. */
  readonly unchecked: boolean
  readonly parts: readonly SettledPart[]
  readonly lines: readonly UseLine[]
}

const SYSTEM = { type: "system", id: null } as const

/** The first of some moments; null never comes. */
export function earliest(...moments: (string | Date | null)[]): Date {
  return new Date(Math.min(...moments.flatMap((moment) => (moment === null ? [] : [new Date(moment).getTime()]))))
}

/** What an agreement of which this much was used is from now on; its own status where the machine knows no way. */
async function statusNow(manager: SqlEntityManager, agreement: LockedAgreement, orders: number): Promise<AgreementStatus> {
  const [left] = await manager.execute<{ left: boolean }[]>(
    `SELECT EXISTS (SELECT 1 FROM negotiation_agreement_line l WHERE l.agreement_id = ? AND l.deleted_at IS NULL AND ${LINE_LEFT}) AS left`,
    [agreement.id]
  )
  const something = left?.left === true && (agreement.max_orders === null || orders < agreement.max_orders)
  if (agreement.status === "active" && !something) {
    const next = transition(AGREEMENT_MACHINE, "active", "order", "used_up")
    return next.ok ? next.status : agreement.status
  }
  if (!something || earliest(agreement.valid_until, agreement.revoke_at) <= new Date()) return agreement.status
  const next = transition(AGREEMENT_MACHINE, agreement.status, "give_back")
  return next.ok ? next.status : agreement.status
}

/** Orders, flags and statuses of the agreement and its negotiation, with the entries of the audit trail. */
export async function finishSettling(
  manager: SqlEntityManager,
  order: SettledOrder,
  agreement: LockedAgreement,
  counted: Counted
): Promise<SettledAgreement> {
  const { was, is, unchecked, parts } = counted
  const orders = Math.max(0, agreement.orders + Number(is) - Number(was))
  const over_orders = is && !was && agreement.max_orders !== null && orders > agreement.max_orders
  const found = flagsOf({ placed_at: order.placed_at, changed_at: order.changed_at, unchecked, over_orders, parts })
  const at = new Date().toISOString()
  const flags = found.map(([kind, detail]) => ({ kind, at, order_id: order.order_id, detail }))
  const status = await statusNow(manager, agreement, orders)
  const ended = { used_up: { ended_at: new Date(), ended_reason: "used_up" }, active: { ended_at: null, ended_reason: null } } as Partial<Record<AgreementStatus, object>>
  await updateRow(manager, "negotiation_agreement", { id: agreement.id }, {
    orders,
    version: agreement.version + 1,
    ...(flags.length > 0 ? { flags: [...(agreement.flags ?? []), ...flags] } : {}),
    ...(status === agreement.status ? {} : { status, ...ended[status] }),
  })
  const [row] = await manager.execute<NegotiationRow[]>(`SELECT id, status, version, round FROM negotiation WHERE id = ? FOR UPDATE`, [agreement.negotiation_id])
  const negotiation = is && !was ? await moveNegotiation(manager, row, "order", { order_id: order.order_id }) : null
  await recordEvents(manager, frameOf(agreement, row, negotiation), entriesOf(order, counted, agreement.status, status, flags), emptyUndo())
  return { ...toChange(agreement, status, negotiation), status_before: agreement.status, flags: found.map(([kind]) => kind), changed: true, promised: false }
}

function entriesOf(
  order: SettledOrder,
  counted: Counted,
  before: AgreementStatus,
  status: AgreementStatus,
  flags: readonly object[]
): EventDraft[] {
  const { was, is, unchecked } = counted
  const kind = !was ? "ordered" : is ? "order_changed" : order.cancelled ? "order_canceled" : "order_changed"
  const lines = counted.lines.map((line) => ({ ...line, line_id: line.line_id ?? line.variant_id }))
  const pieces = counted.parts.map(({ title, before: from, now }) => ({ title, before: from, after: now.quantity }))
  const trace = { order_id: order.order_id, ...(was ? { pieces } : {}), ...(unchecked ? { checked: false } : {}), ...(flags.length > 0 ? { flags } : {}) }
  // A claim that came to nothing was never counted.
  const entries: EventDraft[] = was || is ? [{ kind, actor: SYSTEM, lines, trace }] : []
  if (status !== before) entries.push({ kind: status === "active" ? "given_back" : status, actor: SYSTEM })
  return entries
}
