import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import type { AgreementRecord, CaseRecord } from "../case-records"
import { AGREEMENT_JSON } from "../sql/agreement-json"
import { placeholders } from "../sql/rows"

/** What an entry put on the table. */
const OFFER_OF_ENTRY = `
  (SELECT jsonb_build_object('expires_at', o.expires_at, 'agreement_days', o.agreement_days, 'options', (
      SELECT jsonb_agg(jsonb_build_object('kind', p.kind, 'lines', p.lines, 'terms', p.terms, 'detail', p.detail) ORDER BY p.position)
      FROM negotiation_option p WHERE p.offer_id = o.id AND p.deleted_at IS NULL))
    FROM negotiation_offer o
    WHERE o.id = e.offer_id AND o.deleted_at IS NULL)`

const CASE_SQL = `
  SELECT to_jsonb(n) AS negotiation,
    (SELECT coalesce(jsonb_agg(to_jsonb(l) ORDER BY l.position), '[]') FROM negotiation_line l
      WHERE l.negotiation_id = n.id AND l.deleted_at IS NULL) AS lines,
    (SELECT to_jsonb(o) || jsonb_build_object('options', (
        SELECT coalesce(jsonb_agg(to_jsonb(p) ORDER BY p.position), '[]') FROM negotiation_option p
        WHERE p.offer_id = o.id AND p.deleted_at IS NULL))
      FROM negotiation_offer o
      WHERE o.negotiation_id = n.id AND o.status = 'standing' AND o.deleted_at IS NULL) AS offer,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('at', e.created_at, 'actor_type', e.actor_type, 'kind', e.kind,
        'round', e.round, 'lines', e.lines, 'message', e.message, 'offer', ${OFFER_OF_ENTRY}) ORDER BY e.sequence), '[]')
      FROM negotiation_event e WHERE e.negotiation_id = n.id AND e.deleted_at IS NULL) AS history,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'at', m.created_at, 'by', m.author_type,
        'message', m.text, 'files', (SELECT jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name, 'type', a.mime_type, 'size', a.size,
          'created_at', a.created_at) ORDER BY a.created_at, a.id) FROM negotiation_attachment a
          WHERE a.deleted_at IS NULL AND a.id IN (SELECT jsonb_array_elements_text(m.file_ids)))) ORDER BY m.created_at, m.id), '[]')
      FROM negotiation_message m
      WHERE m.negotiation_id = n.id AND NOT m.internal AND m.deleted_at IS NULL) AS messages,
    (SELECT ${AGREEMENT_JSON} FROM negotiation_agreement a
      WHERE a.negotiation_id = n.id AND a.deleted_at IS NULL) AS agreement
  FROM negotiation n`

/** One case, or null. With a customer, only that customer's. */
export async function readCase(manager: SqlEntityManager, id: string, customerId?: string): Promise<CaseRecord | null> {
  const owner = customerId === undefined ? "" : "AND n.customer_id = ?"
  const [record] = await manager.execute<CaseRecord[]>(
    `${CASE_SQL} WHERE n.id = ? AND n.deleted_at IS NULL ${owner}`,
    customerId === undefined ? [id] : [id, customerId]
  )
  return record ?? null
}

/** One page of a customer's cases with one company, newest first, and how many there are. Found by the customer's index. */
export async function listCases(
  manager: SqlEntityManager,
  query: { readonly customer_id: string; readonly company_id: string; readonly statuses: readonly string[]; readonly limit: number; readonly offset: number }
): Promise<{ records: CaseRecord[]; count: number }> {
  const status = query.statuses.length > 0 ? `AND n.status IN (${placeholders(query.statuses)})` : ""
  const where = `n.customer_id = ? AND n.company_id = ? AND n.deleted_at IS NULL ${status}`
  const values = [query.customer_id, query.company_id, ...query.statuses]
  const [total] = await manager.execute<{ count: number }[]>(
    `SELECT count(*)::int AS count FROM negotiation n WHERE ${where}`,
    values
  )
  const records = await manager.execute<CaseRecord[]>(
    `${CASE_SQL} WHERE ${where} ORDER BY n.created_at DESC, n.id DESC LIMIT ? OFFSET ?`,
    [...values, query.limit, query.offset]
  )
  return { records, count: total?.count ?? 0 }
}

/** The agreements a customer may see: their company's. Newest first. */
export async function listAgreementRecords(
  manager: SqlEntityManager,
  query: { readonly company_ids: readonly string[]; readonly customer_id: string; readonly statuses: readonly string[]; readonly limit: number; readonly offset: number }
): Promise<{ records: AgreementRecord[]; count: number }> {
  const status = query.statuses.length > 0 ? `AND a.status IN (${placeholders(query.statuses)})` : ""
  if (query.company_ids.length === 0) return { records: [], count: 0 }
  const where = `a.company_id IN (${placeholders(query.company_ids)}) AND (a.shared OR a.customer_id = ?) AND a.deleted_at IS NULL ${status}`
  const values = [...query.company_ids, query.customer_id, ...query.statuses]
  const [total] = await manager.execute<{ count: number }[]>(
    `SELECT count(*)::int AS count FROM negotiation_agreement a WHERE ${where}`,
    values
  )
  const rows = await manager.execute<{ agreement: AgreementRecord }[]>(
    `SELECT ${AGREEMENT_JSON} AS agreement FROM negotiation_agreement a WHERE ${where}
     ORDER BY a.created_at DESC, a.id DESC LIMIT ? OFFSET ?`,
    [...values, query.limit, query.offset]
  )
  return { records: rows.map((row) => row.agreement), count: total?.count ?? 0 }
}

/** One agreement, or null. */
export async function readAgreement(manager: SqlEntityManager, id: string): Promise<AgreementRecord | null> {
  const [row] = await manager.execute<{ agreement: AgreementRecord }[]>(
    `SELECT ${AGREEMENT_JSON} AS agreement FROM negotiation_agreement a WHERE a.id = ? AND a.deleted_at IS NULL`,
    [id]
  )
  return row?.agreement ?? null
}
