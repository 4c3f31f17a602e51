import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import type { AgreementRecord } from "../case-records"
import { AGREEMENT_JSON } from "../sql/agreement-json"
import { agreementConditions, type AgreementFilters } from "./agreement-conditions"
import { rowsOf, toNumber, type SqlNumber } from "./sql"

/** What one page of the agreements is asked for. */
export interface AgreementQuery extends AgreementFilters {
  readonly limit: number
  readonly offset: number
}

/** An agreement with whose it is. */
export interface AgreementRow {
  readonly agreement: AgreementRecord
  readonly company_name: string
  readonly display_id: number | null
  readonly customer_email: string | null
}

const NEWEST_FIRST = "a.created_at DESC, a.id DESC"
const FIRST_TO_END = "least(a.valid_until, a.revoke_at), a.id"

/** The page is cut first; lines and names are read for its agreements only. */
const pageSql = (where: string, order: string): string => `
  WITH page AS (
    SELECT a.* FROM negotiation_agreement a WHERE ${where} ORDER BY ${order} LIMIT :limit OFFSET :offset
  )
  SELECT ${AGREEMENT_JSON} AS agreement, coalesce(c.name, n.company_name, a.company_id) AS company_name, n.display_id, n.customer_email
  FROM page a
  LEFT JOIN negotiation_company c ON c.id = a.company_id AND c.deleted_at IS NULL
  LEFT JOIN negotiation n ON n.id = a.negotiation_id
  ORDER BY ${order}`

/** One page of the agreements and how many match in all: newest first; those asked for by their end, the first to end first. */
export async function agreementRows(
  manager: SqlEntityManager,
  query: AgreementQuery
): Promise<{ rows: AgreementRow[]; count: number }> {
  const { limit, offset, ...filters } = query
  const { where, bindings } = agreementConditions(filters)
  const order = filters.ends_before === undefined ? NEWEST_FIRST : FIRST_TO_END
  const [rows, counted] = await Promise.all([
    rowsOf<AgreementRow>(manager, pageSql(where, order), { ...bindings, limit, offset }),
    rowsOf<{ count: SqlNumber }>(manager, `SELECT count(*) AS count FROM negotiation_agreement a WHERE ${where}`, bindings),
  ])
  return { rows, count: toNumber(counted[0]?.count ?? 0) }
}
