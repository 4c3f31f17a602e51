import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import type { AgreementStatus } from "../../../contract"
import type { AgreementRecord } from "../case-records"
import { AGREEMENT_JSON } from "../sql/agreement-json"
import { rowsOf, toNumber, type SqlNumber } from "./sql"

/** Which agreements are wanted; what is left out lets every one through. */
export interface AgreementQuery {
  readonly ids?: readonly string[]
  readonly statuses?: readonly AgreementStatus[]
  readonly company_id?: string
  readonly variant_id?: string
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

/** The page is cut first; lines and names are read for its agreements only. */
const pageSql = (where: string): string => `
  WITH page AS (
    SELECT a.* FROM negotiation_agreement a WHERE ${where} ORDER BY a.created_at DESC, a.id DESC LIMIT :limit OFFSET :offset
  )
  SELECT ${AGREEMENT_JSON} AS agreement, coalesce(c.name, n.company_name, a.company_id) AS company_name, n.display_id, n.customer_email
  FROM page a
  LEFT JOIN negotiation_company c ON c.id = a.company_id AND c.deleted_at IS NULL
  LEFT JOIN negotiation n ON n.id = a.negotiation_id
  ORDER BY a.created_at DESC, a.id DESC`

const HOLDS_VARIANT = `EXISTS (SELECT 1 FROM negotiation_agreement_line l
  WHERE l.agreement_id = a.id AND l.variant_id = :variant_id AND l.deleted_at IS NULL)`

/** One page of the agreements, newest first, and how many match in all. */
export async function agreementRows(
  manager: SqlEntityManager,
  query: AgreementQuery
): Promise<{ rows: AgreementRow[]; count: number }> {
  const { ids, statuses, company_id, variant_id, limit, offset } = query
  const where = [
    "a.deleted_at IS NULL",
    ...(ids === undefined ? [] : ["a.id = ANY(:ids)"]),
    ...(statuses === undefined ? [] : ["a.status = ANY(:statuses)"]),
    ...(company_id === undefined ? [] : ["a.company_id = :company_id"]),
    ...(variant_id === undefined ? [] : [HOLDS_VARIANT]),
  ].join(" AND ")
  const bindings = { ids, statuses, company_id, variant_id }
  const [rows, counted] = await Promise.all([
    rowsOf<AgreementRow>(manager, pageSql(where), { ...bindings, limit, offset }),
    rowsOf<{ count: SqlNumber }>(manager, `SELECT count(*) AS count FROM negotiation_agreement a WHERE ${where}`, bindings),
  ])
  return { rows, count: toNumber(counted[0]?.count ?? 0) }
}
