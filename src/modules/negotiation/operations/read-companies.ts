import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import type { CreditStanding, GrowthClass, ProfitabilityClass } from "../../../contract"
import { placeholders } from "../sql/rows"

/** Which companies to read: those of these customer groups, and those with these keys. */
export interface CompaniesQuery {
  readonly customer_group_ids: readonly string[]
  readonly keys: readonly string[]
}

/** A company as far as a negotiation needs to know it. */
export interface CompanyFact {
  readonly id: string
  readonly key: string
  readonly customer_group_id: string | null
  readonly name: string
  readonly segment: string | null
  readonly profitability: ProfitabilityClass | null
  readonly growth: GrowthClass | null
  readonly credit: CreditStanding | null
  readonly opted_out: boolean
  readonly strategic: boolean
  readonly shares_agreements: boolean
  /** When it last missed a volume commitment that nobody has cleared; null otherwise. */
  readonly missed_commitment_at: string | null
  readonly price_list_id: string | null
}

/** The companies that fit, oldest first. SQL because every price request asks this; the generated `list` takes several times as long. */
export async function readCompanies(manager: SqlEntityManager, query: CompaniesQuery): Promise<CompanyFact[]> {
  const conditions = [
    ...(query.customer_group_ids.length ? [`customer_group_id IN (${placeholders(query.customer_group_ids)})`] : []),
    ...(query.keys.length ? [`key IN (${placeholders(query.keys)})`] : []),
  ]
  if (conditions.length === 0) return []
  return manager.execute<CompanyFact[]>(
    `SELECT id, key, customer_group_id, name, segment, profitability, growth, credit, opted_out, strategic, shares_agreements, missed_commitment_at, price_list_id
     FROM negotiation_company WHERE (${conditions.join(" OR ")}) AND deleted_at IS NULL ORDER BY created_at, id`,
    [...query.customer_group_ids, ...query.keys]
  )
}
