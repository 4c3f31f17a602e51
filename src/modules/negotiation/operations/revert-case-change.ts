import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import { takeBack, type Undo } from "../sql/undo"

/**
 * The compensation of a recorded command. The row is locked first: a case that moved on since keeps its new state, for
 * what came later rests on it.
 */
export async function revertCaseChange(
  manager: SqlEntityManager,
  change: { readonly negotiation_id: string; readonly version: number; readonly undo: Undo }
): Promise<boolean> {
  const [row] = await manager.execute<{ version: number }[]>(
    `SELECT version FROM negotiation WHERE id = ? FOR UPDATE`,
    [change.negotiation_id]
  )
  if (!row || row.version !== change.version) return false
  await takeBack(manager, change.undo)
  return true
}
