import { generateEntityId } from "@medusajs/framework/utils"
import { runSql, type SqlContext } from "./sql"
import type { BehaviourRow } from "./types"

/**
 * Keeps something a buyer did. What has the same `once` is one thing said again: its rating and remark are those said last,
 * a remark stays where none is said again.
 *
 * @returns the id of what is kept
 */
export async function keepBehaviour(context: SqlContext, row: BehaviourRow): Promise<string> {
  const [kept] = await runSql<{ id: string }>(
    context,
    `INSERT INTO negotiation_behaviour_event AS e (id, name, company_id, negotiation_id, segment, variant_id, option_kind, stage, rating, comment, once)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (once) WHERE once IS NOT NULL AND deleted_at IS NULL
     DO UPDATE SET rating = excluded.rating, comment = coalesce(excluded.comment, e.comment), updated_at = now()
     RETURNING id`,
    [
      generateEntityId(undefined, "nbev"), row.name, row.company_id, row.negotiation_id, row.segment, row.variant_id, row.option_kind, row.stage, row.rating,
      row.comment, row.once,
    ]
  )
  if (!kept) throw new Error("An insert with RETURNING gave no row")
  return kept.id
}
