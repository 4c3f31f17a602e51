import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import type { CaseFile } from "../attachment-types"
import { rowsOf, toIso, type SqlTime } from "./sql"

/** The files that a case's lines and messages name, oldest first. Internal notes name none. */
export async function caseFiles(manager: SqlEntityManager, negotiationId: string): Promise<CaseFile[]> {
  const rows = await rowsOf<Omit<CaseFile, "created_at"> & { created_at: SqlTime }>(
    manager,
    `WITH named AS (
       SELECT l.competing_offer->>'file_id' AS id, l.id AS line_id, NULL::text AS message_id FROM negotiation_line l
       WHERE l.negotiation_id = :negotiationId AND l.deleted_at IS NULL AND l.competing_offer->>'file_id' IS NOT NULL
       UNION ALL
       SELECT f.id, NULL, m.id FROM negotiation_message m CROSS JOIN LATERAL jsonb_array_elements_text(m.file_ids) AS f(id)
       WHERE m.negotiation_id = :negotiationId AND m.deleted_at IS NULL AND m.file_ids IS NOT NULL
     )
     SELECT a.id, a.file_id, a.name, a.mime_type AS type, a.size, a.created_at, n.line_id, n.message_id
     FROM named n JOIN negotiation_attachment a ON a.id = n.id AND a.deleted_at IS NULL ORDER BY a.created_at, a.id`,
    { negotiationId }
  )
  return rows.map((row) => ({ ...row, created_at: toIso(row.created_at) }))
}
