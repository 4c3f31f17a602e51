import { generateEntityId } from "@medusajs/framework/utils"
import { runSql, type SqlContext } from "./sql"
import type { Bookmarked } from "./types"

/** Where the reading of this name stands, or null where there never was one. */
export async function readBookmark(context: SqlContext, name: string): Promise<Bookmarked | null> {
  const [row] = await runSql<Bookmarked>(
    context,
    `SELECT position, started_at, completed_at FROM negotiation_bookmark WHERE name = ? AND deleted_at IS NULL`,
    [name]
  )
  return row ?? null
}

/** Writes where the reading of this name stands. */
export async function saveBookmark(context: SqlContext, name: string, mark: Bookmarked): Promise<void> {
  await runSql(
    context,
    `INSERT INTO negotiation_bookmark (id, name, position, started_at, completed_at) VALUES (?, ?, ?::jsonb, ?, ?)
     ON CONFLICT (name) WHERE deleted_at IS NULL DO UPDATE SET position = excluded.position, started_at = excluded.started_at,
       completed_at = excluded.completed_at, updated_at = now()`,
    [generateEntityId(undefined, "nbmk"), name, JSON.stringify(mark.position), mark.started_at, mark.completed_at]
  )
}
