import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"

/** What a query is bound to: values by name, never text put together. */
export type Bindings = Readonly<Record<string, unknown>>

/**
 * Runs one parameterised statement on the manager's connection, inside its transaction where it has one.
 * The ORM's own `execute` writes values into the text; this sends them apart from it, as Postgres takes them.
 */
export async function rowsOf<Row extends object>(manager: SqlEntityManager, sql: string, bindings: Bindings = {}): Promise<Row[]> {
  const query = manager.getKnex().raw<{ rows: Row[] }>(sql, bindings as Record<string, string>)
  const transaction = manager.getTransactionContext()
  const result = await (transaction ? query.transacting(transaction) : query)
  return result.rows
}

/** A `numeric` or `bigint` as Postgres hands it out: text, so that no digit is lost on the way. */
export type SqlNumber = string | number

/** Reads a number of Postgres. */
export function toNumber(value: SqlNumber): number {
  return Number(value)
}

/** Reads a number of Postgres that may be missing. */
export function toNumberOrNull(value: SqlNumber | null): number | null {
  return value === null ? null : Number(value)
}

/** A moment as Postgres hands it out: a date, or its text where the ORM's parsers are at work. */
export type SqlTime = string | Date

/** Reads a moment of Postgres as ISO 8601 in UTC. */
export function toIso(value: SqlTime): string {
  return new Date(value).toISOString()
}

/** Reads a moment of Postgres that may be missing. */
export function toIsoOrNull(value: SqlTime | null): string | null {
  return value === null ? null : toIso(value)
}

/** A share rounded to six decimals: finer than anything shown, and free of the tail of a division. */
export function toShareOrNull(value: SqlNumber | null): number | null {
  return value === null ? null : Math.round(Number(value) * 1_000_000) / 1_000_000
}

/** Text to be found anywhere in a column with ILIKE; the reader's own `%` and `_` stand for themselves. */
export function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
}
