import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import { rowsOf, toNumber, toShareOrNull, type SqlNumber } from "./sql"

/** What a company did so far. */
export interface CompanyProfile {
  readonly negotiations: number
  readonly agreed: number
  /**
   * Mean discount of its deals against the prices it paid before. Every deal counts alike: weighing by value would add up
   * currencies.
   */
  readonly average_concession: number | null
}

const PROFILE_SQL = `
  WITH deal AS (
    SELECT n.id, 1 - sum(al.unit_price * al.min_quantity) / nullif(sum(l.current_unit_price * al.min_quantity), 0) AS concession
    FROM negotiation n
    JOIN negotiation_agreement a ON a.negotiation_id = n.id AND a.deleted_at IS NULL
    JOIN negotiation_agreement_line al ON al.agreement_id = a.id AND al.deleted_at IS NULL
    JOIN negotiation_line l ON l.id = al.line_id
    WHERE n.company_id = :company_id AND n.deleted_at IS NULL
    GROUP BY n.id
  )
  SELECT
    (SELECT count(*) FROM negotiation WHERE company_id = :company_id AND status <> 'draft' AND deleted_at IS NULL) AS negotiations,
    (SELECT count(*) FROM deal) AS agreed,
    (SELECT avg(concession) FROM deal) AS average_concession`

/** What a company did so far, from its negotiations and agreements. */
export async function profileOf(manager: SqlEntityManager, companyId: string): Promise<CompanyProfile> {
  const rows = await rowsOf<{ negotiations: SqlNumber; agreed: SqlNumber; average_concession: SqlNumber | null }>(
    manager,
    PROFILE_SQL,
    { company_id: companyId }
  )
  const row = rows[0]
  return {
    negotiations: toNumber(row?.negotiations ?? 0),
    agreed: toNumber(row?.agreed ?? 0),
    average_concession: toShareOrNull(row?.average_concession ?? null),
  }
}
