import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import { generateEntityId } from "@medusajs/framework/utils"
import type { AttachmentDraft, AttachmentRecord } from "../attachment-types"
import { rowsOf } from "../queries/sql"
import { insertRows } from "../sql/rows"

const COLUMNS = "id, owner_key, file_id, name, mime_type AS type, size, created_at"

/** Keeps what is known of a file. */
export async function keepAttachment(manager: SqlEntityManager, draft: AttachmentDraft): Promise<AttachmentRecord> {
  const id = generateEntityId(undefined, "natt")
  const { type, ...columns } = draft
  await insertRows(manager, "negotiation_attachment", [{ id, ...columns, mime_type: type }])
  const [row] = await rowsOf<AttachmentRecord>(manager, `SELECT ${COLUMNS} FROM negotiation_attachment WHERE id = :id`, { id })
  if (!row) throw new Error("What was inserted is not there")
  return row
}

/** Forgets a file again. */
export async function dropAttachment(manager: SqlEntityManager, id: string): Promise<void> {
  await rowsOf(manager, `DELETE FROM negotiation_attachment WHERE id = :id`, { id })
}

/** A file of this company, or null. */
export async function readAttachment(manager: SqlEntityManager, id: string, ownerKey: string): Promise<AttachmentRecord | null> {
  const [row] = await rowsOf<AttachmentRecord>(
    manager,
    `SELECT ${COLUMNS} FROM negotiation_attachment WHERE id = :id AND owner_key = :ownerKey AND deleted_at IS NULL`,
    { id, ownerKey }
  )
  return row ?? null
}

/** How many files of a customer nothing has named yet, and in how many seconds the oldest of them may be forgotten (1 at least). */
export async function countLoose(manager: SqlEntityManager, customerId: string): Promise<{ count: number; seconds_left: number }> {
  const [row] = await rowsOf<{ count: number; seconds_left: number }>(
    manager,
    `SELECT count(*)::int AS count, greatest(1, ceil(extract(epoch FROM min(created_at) + interval '2 days' - now())))::int AS seconds_left FROM negotiation_attachment WHERE customer_id = :customerId AND attached_at IS NULL AND deleted_at IS NULL`,
    { customerId }
  )
  return row ?? { count: 0, seconds_left: 1 }
}

/** Notes that files are named by something, so that they are kept. @returns the ids of those that are this company's */
export async function attach(manager: SqlEntityManager, ids: readonly string[], ownerKey: string): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    manager,
    `UPDATE negotiation_attachment SET attached_at = coalesce(attached_at, now()), updated_at = now()
     WHERE id = ANY(:ids) AND owner_key = :ownerKey AND deleted_at IS NULL RETURNING id`,
    { ids: [...ids], ownerKey }
  )
  return rows.map(({ id }) => id)
}

/** Forgets files that nothing has named for two days. @returns what the file provider may delete, at most `limit` */
export async function forgetLoose(manager: SqlEntityManager, limit: number): Promise<string[]> {
  const rows = await rowsOf<{ file_id: string }>(
    manager,
    `DELETE FROM negotiation_attachment WHERE id IN (
       SELECT id FROM negotiation_attachment WHERE attached_at IS NULL AND created_at < now() - interval '2 days' AND deleted_at IS NULL
       ORDER BY created_at LIMIT :limit FOR UPDATE SKIP LOCKED) AND attached_at IS NULL RETURNING file_id`,
    { limit }
  )
  return rows.map(({ file_id }) => file_id)
}
