import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import type { AgreementStatus, NegotiationStatus } from "../../../contract"
import { AGREEMENT_MACHINE, NEGOTIATION_MACHINE, transition, type AgreementMachineEvent, type NegotiationMachineEvent } from "../../../lifecycle"
import type { AgreementChange, AgreementChanges, AgreementEnd, EndAgreementsInput, UseLine } from "../agreement-types"
import type { Actor, EventDraft } from "../case-types"
import { recordEvents, type EventFrame } from "../operations/record-events"
import { placeholders, updateRow, type Row } from "./rows"
import { emptyUndo, keepImages } from "./undo"

const AGREEMENT_EVENT: Record<AgreementEnd, AgreementMachineEvent> = {
  used_up: "order",
  expired: "lapse_agreement",
  revoked: "revoke_agreement",
  superseded: "supersede",
}
const NEGOTIATION_EVENT: Record<AgreementEnd, NegotiationMachineEvent | null> = {
  used_up: null,
  expired: "lapse_agreement",
  revoked: "revoke_agreement",
  superseded: "supersede",
}

interface AgreementRow {
  readonly id: string
  readonly negotiation_id: string
  readonly company_id: string
  readonly customer_id: string
  readonly status: AgreementStatus
  readonly version: number
}

interface NegotiationRow {
  readonly id: string
  readonly status: NegotiationStatus
  readonly version: number
  readonly round: number
}

/** The frame of an entry about an agreement; statuses are the negotiation's, null where it did not move. */
function frame(agreement: AgreementRow, row: NegotiationRow | undefined, moved: AgreementChange["negotiation"]): EventFrame {
  return {
    negotiation_id: agreement.negotiation_id,
    company_id: agreement.company_id,
    agreement_id: agreement.id,
    status_before: moved ? (row?.status ?? null) : null,
    status_after: moved?.status ?? null,
    round: row?.round ?? 0,
  }
}

/** Moves the negotiation where the machine knows a way; returns it as it is then, null where it stayed. */
async function moveNegotiation(
  manager: SqlEntityManager,
  row: NegotiationRow | undefined,
  event: NegotiationMachineEvent | null,
  patch: Row
): Promise<AgreementChange["negotiation"]> {
  if (!row || event === null) return null
  const next = transition(NEGOTIATION_MACHINE, row.status, event)
  if (!next.ok) return null
  await updateRow(manager, "negotiation", { id: row.id }, { status: next.status, version: row.version + 1, ...patch })
  return { status: next.status, version: row.version + 1 }
}

/** See `AgreementStore.endAgreements`. */
export async function endAgreements(manager: SqlEntityManager, input: EndAgreementsInput): Promise<AgreementChanges> {
  const undo = emptyUndo()
  if (input.ids.length === 0) return { changed: [], undo }
  const agreements = (await keepImages(
    manager,
    undo,
    "negotiation_agreement",
    `id IN (${placeholders(input.ids)}) AND status = 'active' AND deleted_at IS NULL`,
    input.ids
  )) as unknown as AgreementRow[]
  if (agreements.length === 0) return { changed: [], undo }
  const negotiations = (await keepImages(
    manager,
    undo,
    "negotiation",
    `id IN (${placeholders(agreements)})`,
    agreements.map((agreement) => agreement.negotiation_id)
  )) as unknown as NegotiationRow[]
  const changed: AgreementChange[] = []
  for (const agreement of agreements) {
    const next = transition(AGREEMENT_MACHINE, agreement.status, AGREEMENT_EVENT[input.status], input.status)
    if (!next.ok) continue
    await updateRow(manager, "negotiation_agreement", { id: agreement.id }, {
      status: next.status,
      version: agreement.version + 1,
      ended_at: new Date(),
      ended_reason: input.reason,
    })
    const row = negotiations.find((each) => each.id === agreement.negotiation_id)
    const negotiation = await moveNegotiation(manager, row, NEGOTIATION_EVENT[input.status], { reason_code: input.reason })
    const entry = { kind: next.status, actor: input.actor, reason_code: input.reason, note: input.note ?? null }
    await recordEvents(manager, frame(agreement, row, negotiation), [entry], undo)
    changed.push(toChange(agreement, next.status, negotiation))
  }
  return { changed, undo }
}

function toChange(agreement: AgreementRow, status: AgreementStatus, negotiation: AgreementChange["negotiation"]): AgreementChange {
  const { id, negotiation_id, company_id, customer_id } = agreement
  return { agreement_id: id, negotiation_id, company_id, customer_id, status, negotiation }
}

/**
 * Counts one order on an agreement whose row is locked: the negotiation becomes `ordered` with the first, the agreement
 * `used_up` when no order or no piece is left.
 */
export async function markOrdered(
  manager: SqlEntityManager,
  order: { readonly agreement_id: string; readonly order_id: string; readonly lines: readonly UseLine[] }
): Promise<AgreementChange> {
  const [agreement] = await manager.execute<(AgreementRow & { nothing_left: boolean })[]>(
    `UPDATE negotiation_agreement a SET orders = a.orders + 1, version = a.version + 1, updated_at = now() WHERE a.id = ?
     RETURNING a.id, a.negotiation_id, a.company_id, a.customer_id, a.status, a.version,
       ((a.max_orders IS NOT NULL AND a.orders >= a.max_orders) OR NOT EXISTS
         (SELECT 1 FROM negotiation_agreement_line l WHERE l.agreement_id = a.id AND l.deleted_at IS NULL
          AND (l.remaining_quantity IS NULL OR l.remaining_quantity > 0))) AS nothing_left`,
    [order.agreement_id]
  )
  if (!agreement) throw new Error(`Agreement ${order.agreement_id} is gone`)
  const [row] = await manager.execute<NegotiationRow[]>(`SELECT id, status, version, round FROM negotiation WHERE id = ? FOR UPDATE`, [
    agreement.negotiation_id,
  ])
  const outcome = transition(AGREEMENT_MACHINE, agreement.status, "order", agreement.nothing_left ? "used_up" : "active")
  const status = outcome.ok ? outcome.status : agreement.status
  if (status === "used_up" && agreement.status === "active") {
    await updateRow(manager, "negotiation_agreement", { id: agreement.id }, { status, ended_at: new Date(), ended_reason: "used_up" })
  }
  const negotiation = await moveNegotiation(manager, row, "order", { order_id: order.order_id })
  const actor: Actor = { type: "system", id: null }
  const lines = order.lines.map((line) => ({ ...line, line_id: line.line_id ?? line.variant_id }))
  const entries: EventDraft[] = [{ kind: "ordered", actor, lines, trace: { order_id: order.order_id } }]
  if (status !== agreement.status) entries.push({ kind: status, actor })
  await recordEvents(manager, frame(agreement, row, negotiation), entries, emptyUndo())
  return toChange(agreement, status, negotiation)
}
