/** Postgres' code for "a row with this key is already there". */
const UNIQUE_VIOLATION = "23505"

/** True where a statement failed because its key is taken. */
export function isUniqueViolation(error: unknown): boolean {
  return typeof error === "object" && error !== null && (error as { code?: unknown }).code === UNIQUE_VIOLATION
}
