import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import { placeholders, type Row } from "./rows"

/** A row as it was before a change. */
interface RowImage {
  readonly table: string
  readonly row: Row
}

/** How to take a change back: rows to restore, rows to delete. Plain JSON, so a workflow can carry it. */
export interface Undo {
  readonly images: RowImage[]
  readonly inserted: { readonly table: string; readonly ids: string[] }[]
}

/** An undo that takes back nothing yet. */
export function emptyUndo(): Undo {
  return { images: [], inserted: [] }
}

/** Keeps the rows as they are now, locked until the transaction ends, and returns them. */
export async function keepImages(
  manager: SqlEntityManager,
  undo: Undo,
  table: string,
  condition: string,
  values: readonly unknown[]
): Promise<Row[]> {
  const rows = await manager.execute<{ row: Row }[]>(
    `SELECT to_jsonb(t) AS row FROM "${table}" t WHERE ${condition} ORDER BY t.id FOR UPDATE`,
    [...values]
  )
  for (const { row } of rows) undo.images.push({ table, row })
  return rows.map(({ row }) => row)
}

/** Notes rows that the change wrote. */
export function noteInserted(undo: Undo, table: string, ids: readonly string[]): void {
  if (ids.length > 0) undo.inserted.push({ table, ids: [...ids] })
}

/**
 * Tables whose rows others may move between a change and its undo. A change raises their version by one at most, so a
 * higher one is somebody else's word, and stays.
 */
const SHARED_TABLES: ReadonlySet<string> = new Set(["negotiation", "negotiation_agreement", "negotiation_memory"])

/** Restores every kept row and deletes every written one, newest first; rows that others have moved since stay. */
export async function takeBack(manager: SqlEntityManager, undo: Undo): Promise<void> {
  for (const { table, ids } of [...undo.inserted].reverse()) {
    const unmoved = SHARED_TABLES.has(table) ? `AND "version" = 1` : ""
    await manager.execute(`DELETE FROM "${table}" WHERE "id" IN (${placeholders(ids)}) ${unmoved}`, ids)
  }
  for (const { table, row } of [...undo.images].reverse()) {
    const columns = Object.keys(row).map((column) => `"${column}"`).join(", ")
    const version = SHARED_TABLES.has(table) ? Number(row["version"]) : null
    await manager.execute(
      `UPDATE "${table}" SET (${columns}) = (SELECT ${columns} FROM jsonb_populate_record(NULL::"${table}", ?::jsonb))
       WHERE "id" = ? ${version === null ? "" : `AND "version" <= ?`}`,
      [JSON.stringify(row), row["id"], ...(version === null ? [] : [version + 1])]
    )
  }
}
