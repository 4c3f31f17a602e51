import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import { generateEntityId } from "@medusajs/framework/utils"
import type { AgreementStatus } from "../../../contract"
import { AGREEMENT_MACHINE, transition } from "../../../lifecycle"
import type { KnownUse, SettledAgreement, SettledLine, SettledOrder, UseLine } from "../agreement-types"
import type { AgreementFlags } from "../case-records"
import type { EventDraft } from "../case-types"
import { recordEvents } from "../operations/record-events"
import { LINE_LEFT } from "./agreements"
import { frameOf, moveNegotiation, toChange, type AgreementRow, type NegotiationRow } from "./move-negotiation"
import { insertRows, placeholders, updateRow } from "./rows"
import { flagsOf, type SettledPart } from "./settle-flags"
import { emptyUndo } from "./undo"

interface LockedAgreement extends AgreementRow {
  readonly orders: number
  readonly max_orders: number | null
  readonly flags: AgreementFlags | null
  readonly ended_at: string | Date | null
  readonly valid_until: string | Date
  readonly revoke_at: string | Date | null
}

interface LineRow {
  readonly id: string
  readonly variant_id: string
  readonly title: string
  readonly min_quantity: number
  readonly max_quantity: number | null
  readonly bought_quantity: number
  readonly valid_until: string | Date | null
}

const SYSTEM = { type: "system", id: null } as const

/** See `AgreementLifeStore.usesOfOrder`. */
export async function usesOfOrder(manager: SqlEntityManager, order: { order_id: string; cart_id: string | null }, lock = false): Promise<KnownUse[]> {
  const uses = await manager.execute<KnownUse[]>(
    `SELECT id, agreement_id, status, lines FROM negotiation_agreement_use
     WHERE deleted_at IS NULL AND (order_id = ? OR (cart_id = ? AND order_id IS NULL AND status = 'reserved'))
     ORDER BY (status = 'released'), id ${lock ? "FOR UPDATE" : ""}`,
    [order.order_id, order.cart_id ?? ""]
  )
  // One use counts for each agreement; a released one only where there is no other.
  return uses.filter((use, index) => uses.findIndex((other) => other.agreement_id === use.agreement_id) === index)
}

function earliest(...moments: (string | Date | null)[]): Date {
  return new Date(Math.min(...moments.flatMap((moment) => (moment === null ? [] : [new Date(moment).getTime()]))))
}

/** Writes the use as the order has it now. An order that uses nothing any more keeps its use, released. */
async function writeUse(manager: SqlEntityManager, order: SettledOrder, agreement_id: string, use: KnownUse | undefined, lines: readonly UseLine[]): Promise<void> {
  if (use) {
    const kept = lines.length === 0 ? use.lines : lines
    await updateRow(manager, "negotiation_agreement_use", { id: use.id }, {
      order_id: order.order_id,
      status: lines.length === 0 ? "released" : "confirmed",
      lines: kept,
    })
    return
  }
  const id = generateEntityId(undefined, "nuse")
  const cart_id = order.cart_id ?? order.order_id
  await insertRows(manager, "negotiation_agreement_use", [
    { id, agreement_id, cart_id, order_id: order.order_id, status: "confirmed", checked: false, lines },
  ])
}

/** Pieces by agreement line. Uses written before lines were named go by variant. */
function quantitiesOf(use: KnownUse | undefined, rows: readonly LineRow[]): Map<string, number> {
  const quantities = new Map<string, number>()
  for (const line of use?.status === "confirmed" ? use.lines : []) {
    const row = rows.find((each) => each.id === line.agreement_line_id) ?? rows.find((each) => each.variant_id === line.variant_id)
    if (row) quantities.set(row.id, (quantities.get(row.id) ?? 0) + line.quantity)
  }
  return quantities
}

async function countPieces(manager: SqlEntityManager, line_id: string, more: number): Promise<LineRow | undefined> {
  const [row] = await manager.execute<LineRow[]>(
    `UPDATE negotiation_agreement_line SET bought_quantity = GREATEST(0, bought_quantity + ?), updated_at = now(),
       remaining_quantity = CASE WHEN remaining_quantity IS NULL THEN NULL
         ELSE GREATEST(0, COALESCE(max_quantity - GREATEST(0, bought_quantity + ?), remaining_quantity - ?)) END
     WHERE id = ? RETURNING id, variant_id, title, min_quantity, max_quantity, bought_quantity, valid_until`,
    [more, more, more, line_id]
  )
  return row
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

async function settleOne(
  manager: SqlEntityManager,
  order: SettledOrder,
  agreement: LockedAgreement,
  use: KnownUse | undefined,
  wanted: readonly SettledLine[]
): Promise<SettledAgreement> {
  const rows = await manager.execute<LineRow[]>(
    `SELECT id, variant_id, title, min_quantity, max_quantity, bought_quantity, valid_until FROM negotiation_agreement_line
     WHERE agreement_id = ? AND deleted_at IS NULL ORDER BY id FOR UPDATE`,
    [agreement.id]
  )
  const lines = wanted.filter((line) => line.quantity > 0)
  const before = quantitiesOf(use, rows)
  const was = use?.status === "confirmed"
  const is = lines.length > 0
  const touched = rows.filter((row) => (before.get(row.id) ?? 0) !== (lines.find((line) => line.agreement_line_id === row.id)?.quantity ?? 0))
  const unchanged = { ...toChange(agreement, agreement.status, null), status_before: agreement.status, flags: [], changed: false }
  if (touched.length === 0 && was === is && use?.status !== "reserved") {
    // Read again and found right: the reconciliation need not come back to it.
    if (use) await updateRow(manager, "negotiation_agreement_use", { id: use.id }, { order_id: order.order_id })
    return unchanged
  }
  // Used up is no end: what comes on top is over the limit.
  const ended_at = agreement.status === "used_up" ? null : agreement.ended_at
  const parts: SettledPart[] = []
  for (const row of touched) {
    const old = before.get(row.id) ?? 0
    const now = wanted.find((line) => line.agreement_line_id === row.id) ?? gone(row, order.cancelled ? old : 0)
    const counted = (await countPieces(manager, row.id, now.quantity - old)) ?? row
    parts.push({ ...counted, before: old, now, ends_at: earliest(agreement.valid_until, agreement.revoke_at, ended_at, row.valid_until) })
  }
  const plain = lines.map(({ agreement_line_id, line_id, variant_id, quantity, unit_price }) => ({ agreement_line_id, line_id, variant_id, quantity, unit_price }))
  await writeUse(manager, order, agreement.id, use, plain)
  return finish(manager, order, agreement, { was, is, unchecked: use === undefined, parts, lines: plain })
}

function gone(row: LineRow, given_back: number): SettledLine {
  return { agreement_line_id: row.id, line_id: null, variant_id: row.variant_id, quantity: 0, unit_price: 0, given_back, smallest: 0 }
}

interface Counted {
  readonly was: boolean
  readonly is: boolean
  readonly unchecked: boolean
  readonly parts: readonly SettledPart[]
  readonly lines: readonly UseLine[]
}

/** Orders, flags and statuses of the agreement and its negotiation, with the entries of the audit trail. */
async function finish(manager: SqlEntityManager, order: SettledOrder, agreement: LockedAgreement, counted: Counted): Promise<SettledAgreement> {
  const { was, is, unchecked, parts } = counted
  const orders = Math.max(0, agreement.orders + Number(is) - Number(was))
  const over_orders = is && !was && agreement.max_orders !== null && orders > agreement.max_orders
  const found = flagsOf({ placed_at: order.placed_at, unchecked, over_orders, parts })
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
  return { ...toChange(agreement, status, negotiation), status_before: agreement.status, flags: found.map(([kind]) => kind), changed: true }
}

function entriesOf(order: SettledOrder, counted: Counted, before: AgreementStatus, status: AgreementStatus, flags: readonly object[]): EventDraft[] {
  const { was, is, unchecked } = counted
  const kind = !was ? "ordered" : is ? "order_changed" : order.cancelled ? "order_canceled" : "order_changed"
  const lines = counted.lines.map((line) => ({ ...line, line_id: line.line_id ?? line.variant_id }))
  const pieces = counted.parts.map(({ title, before: from, now }) => ({ title, before: from, after: now.quantity }))
  const trace = { order_id: order.order_id, ...(was ? { pieces } : {}), ...(unchecked ? { checked: false } : {}), ...(flags.length > 0 ? { flags } : {}) }
  const entries: EventDraft[] = [{ kind, actor: SYSTEM, lines, trace }]
  if (status !== before) entries.push({ kind: status === "active" ? "given_back" : status, actor: SYSTEM })
  return entries
}

/** See `AgreementLifeStore.settleOrder`. */
export async function settleOrder(manager: SqlEntityManager, order: SettledOrder): Promise<SettledAgreement[]> {
  const known = await usesOfOrder(manager, order)
  const ids = [...new Set([...known, ...order.uses].map((use) => use.agreement_id))].sort()
  if (ids.length === 0) return []
  // Agreements are locked before their uses, in the order of their ids, as everywhere: two orders at once can't deadlock.
  const agreements = await manager.execute<LockedAgreement[]>(
    `SELECT id, negotiation_id, company_id, customer_id, status, version, orders, max_orders, flags, ended_at, valid_until, revoke_at
     FROM negotiation_agreement WHERE id IN (${placeholders(ids)}) AND deleted_at IS NULL ORDER BY id FOR UPDATE`,
    ids
  )
  const uses = await usesOfOrder(manager, order, true)
  const settled: SettledAgreement[] = []
  for (const agreement of agreements) {
    const use = uses.find((each) => each.agreement_id === agreement.id)
    const wanted = order.uses.find((each) => each.agreement_id === agreement.id)?.lines ?? []
    if (!use && wanted.every((line) => line.quantity === 0)) continue
    settled.push(await settleOne(manager, order, agreement, use, wanted))
  }
  return settled
}
