import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import type { AdminAgreement, AgreementStatus } from "../../../contract"
import { rowsOf, toIso, toIsoOrNull, toNumber, type SqlNumber, type SqlTime } from "./sql"

/** Which agreements are wanted; what is left out lets every one through. */
export interface AgreementQuery {
  readonly ids?: readonly string[]
  readonly statuses?: readonly AgreementStatus[]
  readonly company_id?: string
  readonly variant_id?: string
  readonly limit: number
  readonly offset: number
}

type Moments = "valid_from" | "valid_until" | "created_at"
type Raw = Omit<AdminAgreement, Moments | "ended_at"> & Record<Moments, SqlTime> & { ended_at: SqlTime | null }

/** The page is cut first; lines and names are read for its agreements only. */
const pageSql = (where: string): string => `
  WITH page AS (
    SELECT a.* FROM negotiation_agreement a WHERE ${where} ORDER BY a.created_at DESC, a.id DESC LIMIT :limit OFFSET :offset
  )
  SELECT a.id, a.negotiation_id, a.status, a.currency_code, a.region_id, a.company_id, a.customer_id, a.valid_from, a.valid_until,
    a.max_orders, a.orders, a.ended_at, a.ended_reason, a.created_at,
    coalesce(c.name, n.company_name, a.company_id) AS company_name, n.display_id, n.customer_email, lines.lines
  FROM page a
  LEFT JOIN negotiation_company c ON c.id = a.company_id AND c.deleted_at IS NULL
  LEFT JOIN negotiation n ON n.id = a.negotiation_id
  CROSS JOIN LATERAL (
    SELECT coalesce(jsonb_agg(jsonb_build_object('variant_id', l.variant_id, 'title', l.title, 'min_quantity', l.min_quantity,
      'unit_price', l.unit_price, 'remaining_quantity', l.remaining_quantity) ORDER BY l.id), '[]'::jsonb) AS lines
    FROM negotiation_agreement_line l WHERE l.agreement_id = a.id AND l.deleted_at IS NULL
  ) lines
  ORDER BY a.created_at DESC, a.id DESC`

const HOLDS_VARIANT = `EXISTS (SELECT 1 FROM negotiation_agreement_line l
  WHERE l.agreement_id = a.id AND l.variant_id = :variant_id AND l.deleted_at IS NULL)`

/** One page of the agreements, newest first, and how many match in all. */
export async function agreementRows(
  manager: SqlEntityManager,
  query: AgreementQuery
): Promise<{ rows: AdminAgreement[]; count: number }> {
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
    rowsOf<Raw>(manager, pageSql(where), { ...bindings, limit, offset }),
    rowsOf<{ count: SqlNumber }>(manager, `SELECT count(*) AS count FROM negotiation_agreement a WHERE ${where}`, bindings),
  ])
  return { rows: rows.map(toAgreement), count: toNumber(counted[0]?.count ?? 0) }
}

function toAgreement(raw: Raw): AdminAgreement {
  return {
    ...raw,
    valid_from: toIso(raw.valid_from),
    valid_until: toIso(raw.valid_until),
    created_at: toIso(raw.created_at),
    ended_at: toIsoOrNull(raw.ended_at),
  }
}
