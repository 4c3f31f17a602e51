import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import { generateEntityId } from "@medusajs/framework/utils"
import { ContractError, type NegotiationStatus } from "../../../contract"
import type { CaseChange, CasePatch, LineDraft } from "../case-types"
import { amountColumns, insertRows, updateRow, type Row } from "../sql/rows"
import { emptyUndo, keepImages, noteInserted, type Undo } from "../sql/undo"
import { assignToOwner } from "./assign-to-owner"
import { recordAgreement, type SupersededAgreement } from "./record-agreement"
import { recordEvents } from "./record-events"
import { claimIdempotencyKey } from "./idempotency"
import { recordMemory, startCoolDown } from "./record-memory"
import { closeStandingOffer, recordOffer } from "./record-offer"
import { supersedeCases } from "./supersede"

/** What a command changed, and how to take it back. */
export interface CaseChangeResult {
  readonly negotiation_id: string
  readonly version: number
  readonly agreement_id: string | null
  /** Agreements that the new one replaced: their prices have to leave the company's list. */
  readonly superseded_agreements: SupersededAgreement[]
  /** Cases that this one replaced. */
  readonly superseded_negotiations: { readonly id: string; readonly customer_id: string; readonly version: number }[]
  readonly undo: Undo
}

/** The columns of a patch as the table has them. */
function patchColumns(patch: CasePatch): Row {
  const { value, asked_value, ...rest } = patch
  return {
    ...rest,
    ...(value === undefined ? {} : amountColumns("value", value)),
    ...(asked_value === undefined ? {} : amountColumns("asked_value", asked_value)),
  }
}

function lineRow(line: LineDraft, negotiationId: string, position: number): Row {
  return {
    id: line.id,
    negotiation_id: negotiationId,
    position,
    variant_id: line.variant_id,
    product_id: line.product_id,
    line_item_id: line.line_item_id,
    title: line.title,
    sku: line.sku,
    quantity: line.quantity,
    last_paid_quantity: line.last_paid_quantity,
    last_paid_at: line.last_paid_at,
    competing_offer: line.competing_offer,
    break_even_quantity: line.break_even_quantity,
    tax_ppm: line.tax_ppm,
    ...amountColumns("list_unit_price", line.list_unit_price),
    ...amountColumns("current_unit_price", line.current_unit_price),
    ...amountColumns("target_unit_price", line.target_unit_price),
    ...amountColumns("last_paid_unit_price", line.last_paid_unit_price),
    ...amountColumns("counter_unit_price", line.counter_unit_price),
    ...amountColumns("unit_cost", line.unit_cost),
    ...amountColumns("floor_unit_price", line.floor_unit_price),
  }
}

async function openCase(manager: SqlEntityManager, change: CaseChange): Promise<number> {
  if (!change.draft) throw new Error("A new case needs its draft")
  await insertRows(manager, "negotiation", [
    { id: change.negotiation_id, version: 1, ...change.draft, ...patchColumns(change.patch) },
  ])
  return 1
}

async function moveCase(manager: SqlEntityManager, change: CaseChange, expected: number, undo: Undo): Promise<number> {
  const [before] = await keepImages(manager, undo, "negotiation", "id = ? AND deleted_at IS NULL", [change.negotiation_id])
  if (!before) throw new ContractError("not_found", "Not found")
  const current = Number(before["version"])
  if (change.leaves_version) return current
  if (current !== expected) {
    throw new ContractError("stale_version", "This negotiation has changed meanwhile", { current_version: current })
  }
  await updateRow(manager, "negotiation", { id: change.negotiation_id, version: expected }, {
    ...patchColumns(change.patch),
    version: expected + 1,
  })
  return expected + 1
}

async function writeLines(manager: SqlEntityManager, change: CaseChange, undo: Undo): Promise<void> {
  if (!change.lines) return
  if (change.expected_version === null) {
    const rows = change.lines.map((line, position) => lineRow(line, change.negotiation_id, position))
    await insertRows(manager, "negotiation_line", rows)
    noteInserted(undo, "negotiation_line", change.lines.map((line) => line.id))
    return
  }
  await keepImages(manager, undo, "negotiation_line", "negotiation_id = ?", [change.negotiation_id])
  for (const [position, line] of change.lines.entries()) {
    const { id, ...columns } = lineRow(line, change.negotiation_id, position)
    await updateRow(manager, "negotiation_line", { id: String(id) }, columns)
  }
}

async function writeMessage(manager: SqlEntityManager, change: CaseChange, undo: Undo): Promise<void> {
  if (!change.message) return
  const id = generateEntityId(undefined, "nmsg")
  await insertRows(manager, "negotiation_message", [{ id, negotiation_id: change.negotiation_id, ...change.message }])
  noteInserted(undo, "negotiation_message", [id])
}

/**
 * Records everything a command changes. To be called inside a transaction: a lost race leaves nothing behind.
 * @throws ContractError `stale_version` (with the current version), `not_found`
 * @throws MemoryConflict where another decision on the same company and variant came first: decide again
 * @throws KeyTaken where the idempotency key already has an answer
 */
export async function applyCaseChange(manager: SqlEntityManager, change: CaseChange): Promise<CaseChangeResult> {
  const undo = emptyUndo()
  const expected = change.expected_version
  const version = expected === null ? await openCase(manager, change) : await moveCase(manager, change, expected, undo)
  if (expected === null) noteInserted(undo, "negotiation", [change.negotiation_id])
  const statusBefore = (undo.images[0]?.row["status"] as NegotiationStatus | undefined) ?? null

  // Before anything else is locked or read: who accepts the replaced case at this moment is waited for, and seen.
  const superseded = await supersedeCases(manager, change.supersede ?? [], undo)
  if (change.idempotency) await claimIdempotencyKey(manager, change.negotiation_id, change.idempotency, undo)
  await writeLines(manager, change, undo)
  const company = await companyOf(manager, change)
  const assigned = statusBefore !== "in_review" && change.patch.status === "in_review" && (await assignToOwner(manager, change.negotiation_id))
  if (change.memory) await recordMemory(manager, company, change.negotiation_id, change.memory, undo)
  if (change.cool_down_until) {
    await startCoolDown(manager, company, change.negotiation_id, change.cool_down_until, undo)
  }
  if (change.close_offer) await closeStandingOffer(manager, change.negotiation_id, change.close_offer, undo)
  const offer_id = change.offer ? await recordOffer(manager, change.negotiation_id, change.offer, undo) : null
  const agreement = change.agreement
    ? await recordAgreement(manager, change.negotiation_id, company, change.agreement, undo)
    : { agreement_id: null, superseded_agreements: [] }
  await recordEvents(
    manager,
    {
      negotiation_id: change.negotiation_id,
      company_id: company.company_id,
      status_before: statusBefore,
      status_after: change.patch.status ?? statusBefore,
      round: change.patch.round ?? Number(undo.images[0]?.row["round"] ?? 0),
      agreement_id: agreement.agreement_id,
      offer_id,
    },
    assigned ? [...change.events, { kind: "assigned", actor: { type: "system", id: null }, trace: assigned }] : change.events,
    undo
  )
  await writeMessage(manager, change, undo)
  return { negotiation_id: change.negotiation_id, version, superseded_negotiations: superseded, undo, ...agreement }
}

/** Whose case it is: what memory and agreements are keyed by. */
export interface CaseOwner {
  readonly company_id: string
  readonly customer_id: string
  readonly region_id: string
  readonly currency_code: string
}

async function companyOf(manager: SqlEntityManager, change: CaseChange): Promise<CaseOwner> {
  if (change.draft) return change.draft
  const [row] = await manager.execute<CaseOwner[]>(
    `SELECT company_id, customer_id, region_id, currency_code FROM negotiation WHERE id = ?`,
    [change.negotiation_id]
  )
  if (!row) throw new ContractError("not_found", "Not found")
  return row
}
