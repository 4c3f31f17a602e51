import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import { placeholders, updateRow } from "../sql/rows"
import { keepImages, type Undo } from "../sql/undo"
import { closeStandingOffer } from "./record-offer"
import { recordEvents } from "./record-events"
import { MemoryConflict } from "./record-memory"

/**
 * Ends open cases that a new request for the same variant replaces.
 * @throws MemoryConflict where one of them closed meanwhile, by an accept for instance: the request is decided anew
 */
export async function supersedeCases(
  manager: SqlEntityManager,
  ids: readonly string[],
  undo: Undo
): Promise<{ id: string; customer_id: string; version: number }[]> {
  if (ids.length === 0) return []
  const open = await keepImages(
    manager,
    undo,
    "negotiation",
    `id IN (${placeholders(ids)}) AND status IN ('in_review', 'awaiting_buyer') AND deleted_at IS NULL`,
    ids
  )
  if (open.length < ids.length) throw new MemoryConflict()
  const ended: { id: string; customer_id: string; version: number }[] = []
  for (const row of open) {
    const id = String(row["id"])
    const version = Number(row["version"]) + 1
    await updateRow(manager, "negotiation", { id }, {
      status: "withdrawn",
      reason_code: "superseded",
      version,
      closed_at: new Date(),
      sla_due_at: null,
    })
    await closeStandingOffer(manager, id, "superseded", undo)
    await recordEvents(
      manager,
      {
        negotiation_id: id,
        company_id: String(row["company_id"]),
        status_before: String(row["status"]),
        status_after: "withdrawn",
        round: Number(row["round"]),
        agreement_id: null,
      },
      [{ kind: "withdrawn", actor: { type: "system", id: null }, reason_code: "superseded" }],
      undo
    )
    ended.push({ id, customer_id: String(row["customer_id"]), version })
  }
  return ended
}
