import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import { BigNumber } from "@medusajs/framework/utils"

/** One row to write: column → value. Objects and arrays become JSON. */
export type Row = Record<string, unknown>

/** The two columns in which Medusa keeps an amount: a number to compute with in SQL, and the exact value. */
export function amountColumns(column: string, amount: number | null): Row {
  if (amount === null) return { [column]: null, [`raw_${column}`]: null }
  return { [column]: amount, [`raw_${column}`]: new BigNumber(amount).raw }
}

function bind(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString()
  return typeof value === "object" && value !== null ? JSON.stringify(value) : value
}

const quote = (name: string) => `"${name}"`

/** Inserts rows that all have the same columns, in one statement. Nothing happens for no rows. */
export async function insertRows(manager: SqlEntityManager, table: string, rows: readonly Row[]): Promise<void> {
  const first = rows[0]
  if (!first) return
  const columns = Object.keys(first)
  const places = rows.map(() => `(${columns.map(() => "?").join(", ")})`).join(", ")
  const values = rows.flatMap((row) => columns.map((column) => bind(row[column])))
  await manager.execute(`INSERT INTO ${quote(table)} (${columns.map(quote).join(", ")}) VALUES ${places}`, values)
}

/**
 * Updates the rows with this id (and version, where given) and touches `updated_at`.
 * @returns how many rows it found: 0 means the version has moved on
 */
export async function updateRow(
  manager: SqlEntityManager,
  table: string,
  where: { readonly id: string; readonly version?: number },
  patch: Row
): Promise<number> {
  const columns = Object.keys(patch)
  const sets = [...columns.map((column) => `${quote(column)} = ?`), `"updated_at" = now()`]
  const conditions = where.version === undefined ? `"id" = ?` : `"id" = ? AND "version" = ?`
  const rows = await manager.execute<unknown[]>(
    `UPDATE ${quote(table)} SET ${sets.join(", ")} WHERE ${conditions} RETURNING "id"`,
    [...columns.map((column) => bind(patch[column])), where.id, ...(where.version === undefined ? [] : [where.version])]
  )
  return rows.length
}

/** `?, ?, ?` for an `IN (…)` over these values. */
export function placeholders(values: readonly unknown[]): string {
  return values.map(() => "?").join(", ")
}
