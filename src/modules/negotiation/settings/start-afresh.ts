import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import { ContractError, OPEN_STATUSES, type NegotiationStatus } from "../../../contract"
import { NEGOTIATION_MACHINE, transition } from "../../../lifecycle"
import { applyCaseChange } from "../operations/apply-case-change"
import { placeholders, updateRow } from "../sql/rows"
import { emptyUndo, keepImages, type Undo } from "../sql/undo"
import { auditSetting } from "./audit"
import type { FreshStart, FreshStartResult, SettingChange } from "./types"

const REASON = "started_afresh"

interface OpenCase {
  readonly id: string
  readonly customer_id: string
  readonly status: NegotiationStatus
  readonly version: number
}

/** Puts one change's undo behind another's, so that taking back goes through both, newest first. */
function append(undo: Undo, more: Undo): void {
  undo.images.push(...more.images)
  undo.inserted.push(...more.inserted)
}

/** Ends the company's open cases as withdrawn. A case that an unknown status holds stays: the lifecycle decides. */
async function endOpenCases(manager: SqlEntityManager, start: FreshStart, undo: Undo): Promise<FreshStartResult["ended"]> {
  const open = await manager.execute<OpenCase[]>(
    `SELECT id, customer_id, status, version FROM negotiation
     WHERE company_id = ? AND status IN (${placeholders(OPEN_STATUSES)}) AND deleted_at IS NULL ORDER BY id FOR UPDATE`,
    [start.company_id, ...OPEN_STATUSES]
  )
  const ended: { id: string; customer_id: string; version: number }[] = []
  for (const { id, customer_id, status, version } of open) {
    const next = transition(NEGOTIATION_MACHINE, status, "start_afresh")
    if (!next.ok) continue
    const change = await applyCaseChange(manager, {
      negotiation_id: id,
      expected_version: version,
      patch: { status: next.status, reason_code: REASON, sla_due_at: null, closed_at: new Date() },
      close_offer: "taken_back",
      events: [{ kind: "withdrawn", actor: { type: "seller", id: start.actor_id }, reason_code: REASON, note: start.note }],
    })
    append(undo, change.undo)
    ended.push({ id, customer_id, version: change.version })
  }
  return ended
}

/** Lets a company's memory go: rounds, asks, counters and cool-downs. The rows stay, marked as deleted. */
async function forget(manager: SqlEntityManager, companyId: string, undo: Undo): Promise<number> {
  const memories = await keepImages(manager, undo, "negotiation_memory", "company_id = ? AND deleted_at IS NULL", [companyId])
  for (const memory of memories) {
    await updateRow(manager, "negotiation_memory", { id: String(memory["id"]) }, { deleted_at: new Date() })
  }
  return memories.length
}

/**
 * Starts over with a company: its open cases end, what was asked and offered is forgotten. Its agreements stay; ending
 * those is a command of its own.
 * @throws ContractError `not_found`
 */
export async function startAfresh(manager: SqlEntityManager, start: FreshStart): Promise<SettingChange<FreshStartResult>> {
  const undo = emptyUndo()
  const { company_id, actor_id, note, reason_code } = start
  const [company] = await keepImages(manager, undo, "negotiation_company", "id = ? AND deleted_at IS NULL", [company_id])
  if (!company) throw new ContractError("not_found", "Not found")
  const ended = await endOpenCases(manager, start, undo)
  const memories = await forget(manager, company_id, undo)
  await auditSetting(manager, {
    kind: REASON,
    ...{ actor_id, company_id, note },
    reason_code: reason_code ?? REASON,
    trace: { before: { memories, open_negotiations: ended.map((each) => each.id) }, after: { memories: 0, open_negotiations: [] } },
  }, undo)
  return { result: { company_id, memories, ended }, undo }
}
