import type { MedusaContainer } from "@medusajs/framework/types"
import { resolveCompanies, type NegotiatingCompany } from "./resolve-company"
import { databaseOf } from "../database"
import { negotiationService } from "../negotiation-service"

/** SQL of the ids of some companies, column `id`, to stand in a statement with named bindings, and what it is bound to. */
export interface CompaniesSql {
  readonly sql: string
  readonly bindings: Readonly<Record<string, unknown>>
}

const BUYERS = "ANY(CAST(:buyers AS text[]))"

/** Companies whose customer group a buyer is in. A deleted group keeps its members' rows. */
const BY_GROUP = `SELECT c.id FROM customer_group_customer m JOIN customer_group g ON g.id = m.customer_group_id AND g.deleted_at IS NULL
    JOIN negotiation_company c ON c.customer_group_id = m.customer_group_id AND c.deleted_at IS NULL
    WHERE m.customer_id = ${BUYERS} AND m.deleted_at IS NULL`

/** Buyers who are a company by themselves. */
const ALONE = `SELECT c.id FROM negotiation_company c WHERE c.key = ${BUYERS} AND c.deleted_at IS NULL`

/** Companies without a group: what was agreed there was given to the buyer alone, and stays until somebody takes it away. */
const BY_NAME = `SELECT c.id FROM negotiation_agreement a JOIN negotiation_company c ON c.id = a.company_id AND c.customer_group_id IS NULL
    WHERE a.customer_id = ${BUYERS} AND a.deleted_at IS NULL`

/**
 * The companies whose agreed prices reach these customers: what Medusa goes by, customer groups and customers, whatever the
 * store's own module says. Nobody is asked; it is all by index.
 */
export function companiesReaching(customer_ids: readonly string[]): CompaniesSql {
  return { sql: `${BY_GROUP} UNION ${ALONE} UNION ${BY_NAME}`, bindings: { buyers: [...customer_ids] } }
}

/**
 * The companies a customer buys for, whose agreements are theirs to use: the store's own module's word where option
 * `resolveCompany` is set, with whatever was agreed for the same group before; else those of all their groups. What somebody
 * agreed on for themselves alone stays theirs.
 *
 * @param known the customer's company where it has been resolved already; left out, the store's module is asked.
 */
export async function companiesBoughtFor(container: MedusaContainer, customer_id: string, known?: NegotiatingCompany): Promise<CompaniesSql> {
  const { options } = negotiationService(container)
  const buyers = [customer_id]
  if (!options.resolveCompany) return { sql: `${BY_GROUP} UNION ${ALONE}`, bindings: { buyers } }
  const company = known ?? (await resolveCompanies(container, buyers))[0]
  const same_group = `SELECT c.id FROM negotiation_company c WHERE c.customer_group_id = :bought_for_group AND c.deleted_at IS NULL`
  return {
    sql: `SELECT unnest(CAST(:bought_for AS text[])) AS id UNION ${same_group} UNION ${ALONE}`,
    bindings: { buyers, bought_for: company?.id ? [company.id] : [], bought_for_group: company?.customer_group_id ?? null },
  }
}

/** The companies around a customer. */
export interface BuyersCompanies {
  /** Those whose agreements are theirs to use. */
  readonly bought_for: readonly string[]
  /** Those and all others whose agreed prices reach them. */
  readonly reaching: readonly string[]
}

/** Both at once, in one statement; see {@link companiesBoughtFor} and {@link companiesReaching}. */
export async function companiesOf(container: MedusaContainer, customer_id: string | null, known?: NegotiatingCompany): Promise<BuyersCompanies> {
  if (customer_id === null) return { bought_for: [], reaching: [] }
  const bought = await companiesBoughtFor(container, customer_id, known)
  const reaching = companiesReaching([customer_id])
  const { rows } = await databaseOf(container).raw<{ id: string; bought: boolean }>(
    `WITH bought AS (${bought.sql}) SELECT id, true AS bought FROM bought UNION ALL
     SELECT id, false FROM (${reaching.sql}) reaching WHERE id NOT IN (SELECT id FROM bought)`,
    { ...bought.bindings, ...reaching.bindings }
  )
  return { bought_for: rows.filter((row) => row.bought).map((row) => row.id), reaching: rows.map((row) => row.id) }
}
