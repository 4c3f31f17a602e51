import type { CustomerDTO, FilterableCustomerGroupCustomerProps, MedusaContainer } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import type { CreditStanding, GrowthClass, ProfitabilityClass } from "../../contract"
import type { NegotiationModuleService } from "../../modules/negotiation"
import type { CompanyFact } from "../../modules/negotiation/operations/read-companies"
import type { ResolvedCompany } from "../../modules/negotiation/options"
import { ALL_RIGHTS, rightsOf, type BuyerRights } from "./buyer-rights"
import { negotiationService } from "../negotiation-service"

/** The person who buys, as far as the plugin needs to know them. */
export interface BuyingCustomer {
  readonly id: string
  /** Empty where the store keeps none. */
  readonly email: string
  readonly first_name: string | null
  readonly last_name: string | null
  readonly company_name: string | null
  /** False for a guest: an order's customer record without a login. */
  readonly has_account: boolean
  readonly group_ids: string[]
}

/** Who a customer negotiates for. */
export interface NegotiatingCompany {
  /** The row's id, what every other table calls `company_id`; null while there is no row: see {@link ensureCompany}. */
  readonly id: string | null
  /** What the row is found by: the customer group's id, the customer's id, or the id the store's own module gave. */
  readonly key: string
  /** A customer group, a customer alone, or a company of the store's own module (option `resolveCompany`). */
  readonly kind: "group" | "customer" | "custom"
  readonly name: string
  /** The group its agreed prices are given to; null: to `customer_id` alone. */
  readonly customer_group_id: string | null
  readonly customer_id: string
  readonly segment: string | null
  /** What rules of eligibility and routing ask for; null where nobody has said. */
  readonly profitability: ProfitabilityClass | null
  readonly growth: GrowthClass | null
  readonly credit: CreditStanding | null
  readonly opted_out: boolean
  readonly strategic: boolean
  /** True: what one buyer agrees on holds for all of them. */
  readonly shares_agreements: boolean
  /** When it last missed a volume commitment that nobody has cleared; null otherwise. */
  readonly missed_commitment_at: string | null
  readonly price_list_id: string | null
  /** True where the stored row names another group than the store's own module does now; {@link ensureCompany} mends it. */
  readonly outdated: boolean
  readonly customer: BuyingCustomer
  /** What the customer may do for it, as the store's own company module says; everything without one. */
  readonly buyer: BuyerRights
}

const CUSTOMER_FIELDS = ["id", "email", "first_name", "last_name", "company_name", "has_account"]

function negotiations(container: MedusaContainer): NegotiationModuleService {
  return negotiationService(container)
}

/** A deleted group keeps its members' rows, so the group itself has to be asked. Medusa's types don't know the relation by its name. */
function liveMemberships(customer_id: string[]): FilterableCustomerGroupCustomerProps {
  const filters = { customer_id, customer_group: { deleted_at: null } }
  return filters
}

async function readCustomers(container: MedusaContainer, ids: string[]): Promise<BuyingCustomer[]> {
  const service = container.resolve(Modules.CUSTOMER)
  // Side by side: populating `groups` instead takes twice as long, and every price request asks this.
  const [rows, memberships] = await Promise.all([
    service.listCustomers({ id: ids }, { select: CUSTOMER_FIELDS, take: null }),
    service.listCustomerGroupCustomers(liveMemberships(ids), { select: ["customer_id", "customer_group_id"], take: null }),
  ])
  return rows.map((row: CustomerDTO) => ({
    id: row.id,
    email: row.email ?? "",
    first_name: row.first_name ?? null,
    last_name: row.last_name ?? null,
    company_name: row.company_name ?? null,
    has_account: row.has_account,
    group_ids: memberships.flatMap((each) => (each.customer_id === row.id ? each.customer_group_id : [])).sort(),
  }))
}

function ownName(customer: BuyingCustomer): string {
  const person = [customer.first_name, customer.last_name].filter(Boolean).join(" ")
  return customer.company_name || person || customer.email || customer.id
}

function describe(
  customer: BuyingCustomer,
  row: CompanyFact | undefined,
  identity: Pick<NegotiatingCompany, "key" | "kind" | "name" | "customer_group_id">
): NegotiatingCompany {
  return {
    ...identity,
    id: row?.id ?? null,
    name: row?.name ?? identity.name,
    customer_id: customer.id,
    segment: row?.segment ?? null,
    profitability: row?.profitability ?? null,
    growth: row?.growth ?? null,
    credit: row?.credit ?? null,
    opted_out: row?.opted_out ?? false,
    strategic: row?.strategic ?? false,
    shares_agreements: row?.shares_agreements ?? true,
    missed_commitment_at: row?.missed_commitment_at ?? null,
    price_list_id: row?.price_list_id ?? null,
    outdated: row !== undefined && row.customer_group_id !== identity.customer_group_id,
    customer,
    buyer: ALL_RIGHTS,
  }
}

function alone(customer: BuyingCustomer, row: CompanyFact | undefined): NegotiatingCompany {
  return describe(customer, row, { key: customer.id, kind: "customer", name: ownName(customer), customer_group_id: null })
}

async function byGroups(container: MedusaContainer, customers: BuyingCustomer[]): Promise<NegotiatingCompany[]> {
  const rows = await negotiations(container).readCompanies({
    customer_group_ids: [...new Set(customers.flatMap((customer) => customer.group_ids))],
    keys: customers.map((customer) => customer.id),
  })
  return customers.map((customer) => {
    const row = rows.find((each) => each.customer_group_id !== null && customer.group_ids.includes(each.customer_group_id))
    if (!row) return alone(customer, rows.find((each) => each.key === customer.id))
    return describe(customer, row, { key: row.key, kind: "group", name: row.name, customer_group_id: row.customer_group_id })
  })
}

async function byStore(
  container: MedusaContainer,
  customers: BuyingCustomer[],
  ask: (customerId: string, container: MedusaContainer) => Promise<ResolvedCompany | null>
): Promise<NegotiatingCompany[]> {
  const answers: (ResolvedCompany | null)[] = []
  // One after the other: a page of orders must not open a connection of the store's module for each of its customers.
  for (const customer of customers) answers.push(await ask(customer.id, container))
  const keys = [...new Set(customers.map((customer, index) => answers[index]?.id ?? customer.id))]
  const rows = await negotiations(container).readCompanies({ customer_group_ids: [], keys })
  return customers.map((customer, index) => {
    const answer = answers[index]
    const row = rows.find((each) => each.key === (answer?.id ?? customer.id))
    if (!answer) return alone(customer, row)
    const identity = { key: answer.id, kind: "custom", name: answer.name, customer_group_id: answer.customer_group_id ?? null } as const
    return { ...describe(customer, row, identity), buyer: rightsOf(answer.buyer) }
  })
}

/**
 * Who each of these customers negotiates for: one read of the customers with their groups, one of the companies.
 * Customers that no longer exist are left out; the order of the answer is not that of the ids.
 */
export async function resolveCompanies(container: MedusaContainer, customer_ids: readonly string[]): Promise<NegotiatingCompany[]> {
  const ids = [...new Set(customer_ids)]
  if (ids.length === 0) return []
  const customers = await readCustomers(container, ids)
  if (customers.length === 0) return []
  const own = negotiations(container).options.resolveCompany
  return own ? byStore(container, customers, own) : byGroups(container, customers)
}

/**
 * Who a customer negotiates for: the company of the store's own module where option `resolveCompany` names one, else the
 * oldest company among the customer's groups, else the customer alone. Reads only; it stores nothing.
 * @throws MedusaError `not_found` when the customer does not exist.
 */
export async function resolveCompany(container: MedusaContainer, customer_id: string): Promise<NegotiatingCompany> {
  const [company] = await resolveCompanies(container, [customer_id])
  if (!company) throw new MedusaError(MedusaError.Types.NOT_FOUND, "Customer not found")
  return company
}

/**
 * Gives a resolved company its row. Two first requests at once end with the same row: the unique key decides, the
 * loser reads the winner's. A company of the store's own module also gets its present group written to an older row.
 */
export async function ensureCompany(
  container: MedusaContainer,
  resolved: NegotiatingCompany
): Promise<NegotiatingCompany & { readonly id: string }> {
  const service = negotiations(container)
  if (resolved.id !== null) {
    if (resolved.outdated) await service.updateNegotiationCompanies({ id: resolved.id, customer_group_id: resolved.customer_group_id })
    return { ...resolved, id: resolved.id, outdated: false }
  }
  const { key, kind, name, customer_group_id, customer_id } = resolved
  try {
    const row = await service.createNegotiationCompanies({ key, name, customer_group_id, customer_id: kind === "customer" ? customer_id : null })
    return { ...resolved, id: row.id }
  } catch (error) {
    const [row] = await service.readCompanies({ customer_group_ids: [], keys: [key] })
    if (!row) throw error
    return { ...describe(resolved.customer, row, { key, kind, name, customer_group_id }), id: row.id, buyer: resolved.buyer }
  }
}
