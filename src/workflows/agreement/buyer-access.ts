import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { companiesOf, companiesReaching, type CompaniesSql } from "../company/buyers-companies"
import { databaseOf } from "../database"

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
 * The companies with live agreements whose prices reach these customers: carts of theirs show prices that are nobody else's.
 * Customer groups count here whatever a store's own module says, because Medusa goes by them. One indexed statement over groups,
 * companies and agreements; it runs on cart requests of guests too, and must cost them next to nothing.
 */
export async function companiesWithAgreementsOf(container: MedusaContainer, customer_ids: readonly string[]): Promise<string[]> {
  if (customer_ids.length === 0) return []
  return withAgreements(container, companiesReaching(customer_ids))
}

async function withAgreements(container: MedusaContainer, { sql, bindings }: CompaniesSql): Promise<string[]> {
  const { rows } = await databaseOf(container).raw<{ id: string }>(
    `SELECT reaching.id FROM (${sql}) reaching
     WHERE EXISTS (SELECT 1 FROM negotiation_agreement a
       WHERE a.company_id = reaching.id AND a.status = 'active' AND a.valid_until > now() AND a.deleted_at IS NULL)`,
    { ...bindings }
  )
  return rows.map((row) => row.id)
}

/**
 * The companies with live agreements whose prices a cart may show: those that reach its owner, and those whose agreed price it still
 * shows though its owner has left them. A cart keeps its prices until it is priced anew.
 */
export async function companiesWithAgreementsIn(container: MedusaContainer, cart: { readonly id: string; readonly customer_id: string }): Promise<string[]> {
  const { sql, bindings } = companiesReaching([cart.customer_id])
  const shown = `SELECT n.company_id FROM negotiation_cart n
    JOIN cart_line_item i ON i.cart_id = n.cart_id AND i.deleted_at IS NULL
    JOIN negotiation_agreement_line l ON l.company_id = n.company_id AND l.variant_id = i.variant_id AND l.unit_price = i.unit_price AND l.deleted_at IS NULL
    JOIN negotiation_agreement a ON a.id = l.agreement_id AND a.status = 'active' AND a.valid_until > now() AND a.deleted_at IS NULL
    WHERE n.cart_id = :shown_in AND n.deleted_at IS NULL`
  return withAgreements(container, { sql: `${sql} UNION ${shown}`, bindings: { ...bindings, shown_in: cart.id } })
}

/** Whether live agreements reach one of these customers. */
export async function holdLiveAgreements(container: MedusaContainer, customer_ids: readonly string[]): Promise<boolean> {
  return (await companiesWithAgreementsOf(container, customer_ids)).length > 0
}

/**
 * Whether somebody may look at a colleague's cart: all that agreements can have brought into it was agreed for every buyer of
 * companies they both buy for. With option `resolveCompany` the store's own module is asked about both.
 *
 * @param live what {@link companiesWithAgreementsIn} says of the cart.
 */
export async function mayLookAtCartOf(container: MedusaContainer, owner_id: string, live: readonly string[], colleague_id: string): Promise<boolean> {
  const [owner, colleague] = await Promise.all([companiesOf(container, owner_id), companiesOf(container, colleague_id)])
  if (live.some((id) => !owner.bought_for.includes(id) || !colleague.bought_for.includes(id))) return false
  const { rows } = await databaseOf(container).raw<object>(
    `SELECT 1 FROM negotiation_agreement a WHERE a.company_id = ANY(CAST(:live AS text[])) AND a.status = 'active' AND a.valid_until > now()
     AND NOT a.shared AND a.deleted_at IS NULL LIMIT 1`,
    { live: [...live] }
  )
  return rows.length === 0
}

/** Everybody with this e-mail: the registered customer and guests. Medusa gives a guest's cart to the first of them. */
export async function customersWithEmail(container: MedusaContainer, email: string): Promise<string[]> {
  const customers = await container.resolve(Modules.CUSTOMER).listCustomers({ email }, { select: ["id"], take: null })
  return customers.map((customer) => customer.id)
}
