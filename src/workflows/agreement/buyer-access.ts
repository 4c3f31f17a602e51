import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { NEGOTIATION_MODULE, type NegotiationModuleService } from "../../modules/negotiation"
import { resolveCompanies } from "../company/resolve-company"

interface Knex {
  raw<Row>(sql: string, bindings: readonly unknown[]): Promise<{ rows: Row[] }>
}

/** Whose cart it is and whether it was ordered; null where there is no such cart. */
export async function readCartOwner(
  container: MedusaContainer,
  cart_id: string
): Promise<{ readonly customer_id: string | null; readonly completed: boolean } | null> {
  const [cart] = await container
    .resolve(Modules.CART)
    .listCarts({ id: [cart_id] }, { select: ["id", "customer_id", "completed_at"], take: 1 })
  return cart ? { customer_id: cart.customer_id ?? null, completed: Boolean(cart.completed_at) } : null
}

/**
 * The companies these customers buy for that hold live agreements: carts of theirs show prices that are nobody else's. One
 * indexed statement over their groups, their companies and the agreements; it runs on cart requests of guests too, and must
 * cost them next to nothing. With option `resolveCompany` the store's own module is asked.
 */
export async function companiesWithAgreementsOf(container: MedusaContainer, customer_ids: readonly string[]): Promise<string[]> {
  if (customer_ids.length === 0) return []
  const service = container.resolve<NegotiationModuleService>(NEGOTIATION_MODULE)
  if (service.options.resolveCompany) {
    const companies = await resolveCompanies(container, customer_ids)
    return service.companiesWithLiveAgreements(companies.flatMap((company) => (company.id === null ? [] : [company.id])))
  }
  const places = customer_ids.map(() => "?").join(", ")
  const { rows } = await container.resolve<Knex>(ContainerRegistrationKeys.PG_CONNECTION).raw<{ id: string }>(
    `SELECT mine.id FROM (
       SELECT c.id FROM customer_group_customer g JOIN negotiation_company c ON c.customer_group_id = g.customer_group_id
       WHERE g.customer_id IN (${places}) AND g.deleted_at IS NULL AND c.deleted_at IS NULL
       UNION SELECT c.id FROM negotiation_company c WHERE c.key IN (${places}) AND c.deleted_at IS NULL) mine
     WHERE EXISTS (SELECT 1 FROM negotiation_agreement a
       WHERE a.company_id = mine.id AND a.status = 'active' AND a.valid_until > now() AND a.deleted_at IS NULL)`,
    [...customer_ids, ...customer_ids]
  )
  return rows.map((row) => row.id)
}

/** Whether one of these customers buys for a company that holds live agreements. */
export async function holdLiveAgreements(container: MedusaContainer, customer_ids: readonly string[]): Promise<boolean> {
  return (await companiesWithAgreementsOf(container, customer_ids)).length > 0
}

/** Everybody with this e-mail: the registered customer and guests. Medusa gives a guest's cart to the first of them. */
export async function customersWithEmail(container: MedusaContainer, email: string): Promise<string[]> {
  const customers = await container.resolve(Modules.CUSTOMER).listCustomers({ email }, { select: ["id"], take: null })
  return customers.map((customer) => customer.id)
}
