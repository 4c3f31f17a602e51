import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createCustomerAccountWorkflow, createCustomerAddressesWorkflow, createCustomerGroupsWorkflow, createUserAccountWorkflow, linkCustomersToCustomerGroupWorkflow } from "@medusajs/medusa/core-flows"
import { NEGOTIATION_MODULE, type NegotiationModuleService } from "../../src/modules/negotiation"
import { addressOf, ADMIN, BUYER_PASSWORD, COMPANIES, emailOf, type DemoCompany } from "./companies"

/** A buyer of the demo store. */
export interface SeededBuyer {
  readonly customer_id: string
  readonly email: string
  readonly first_name: string
  readonly last_name: string
  readonly company: DemoCompany
}

/** Who buys: the buyers, and the customer group of the volume buyers, which has prices of its own. */
export interface SeededBuyers {
  readonly buyers: readonly SeededBuyer[]
  readonly volume_group_id: string
}

/** Registers a login with e-mail and password. @returns the id of the auth identity. */
async function register(container: MedusaContainer, email: string, password: string): Promise<string> {
  const auth = container.resolve(Modules.AUTH)
  const { success, authIdentity, error } = await auth.register("emailpass", { body: { email, password } } as Parameters<typeof auth.register>[1])
  if (!success || !authIdentity) throw new Error(`No login could be made for ${email}: ${error}`)
  return authIdentity.id
}

/** Makes the merchant's login. */
export async function createAdmin(container: MedusaContainer): Promise<void> {
  const authIdentityId = await register(container, ADMIN.email, ADMIN.password)
  await createUserAccountWorkflow(container).run({ input: { authIdentityId, userData: { email: ADMIN.email, first_name: "Nora", last_name: "Linden" } } })
}

async function createBuyer(container: MedusaContainer, company: DemoCompany, name: readonly [string, string]): Promise<SeededBuyer> {
  const [first_name, last_name] = name
  const email = emailOf(company, name)
  const authIdentityId = await register(container, email, BUYER_PASSWORD)
  const { result } = await createCustomerAccountWorkflow(container).run({
    input: { authIdentityId, customerData: { email, first_name, last_name, company_name: company.name } },
  })
  await createCustomerAddressesWorkflow(container).run({
    input: { addresses: [{ ...addressOf(company, name), customer_id: result.id, is_default_shipping: true, is_default_billing: true }] },
  })
  return { customer_id: result.id, email, first_name, last_name, company }
}

/** Makes the companies (each a customer group with the plugin's settings) and their buyers. */
export async function createBuyers(container: MedusaContainer): Promise<SeededBuyers> {
  const groupNames = [...COMPANIES.map((company) => company.name), "Volume buyers"]
  const { result: groups } = await createCustomerGroupsWorkflow(container).run({ input: { customersData: groupNames.map((name) => ({ name })) } })
  const groupIds = new Map(groups.map((group) => [group.name, group.id]))
  const groupId = (name: string) => groupIds.get(name) ?? ""

  const negotiation = container.resolve<NegotiationModuleService>(NEGOTIATION_MODULE)
  await negotiation.createNegotiationCompanies(
    COMPANIES.map(({ name, segment }) => ({
      key: groupId(name),
      customer_group_id: groupId(name),
      name,
      segment,
      strategic: segment === "strategic",
    }))
  )

  const buyers: SeededBuyer[] = []
  for (const company of COMPANIES) {
    for (const name of company.buyers) buyers.push(await createBuyer(container, company, name))
  }
  const idsWhere = (fits: (company: DemoCompany) => boolean) => buyers.filter((buyer) => fits(buyer.company)).map((buyer) => buyer.customer_id)
  for (const company of COMPANIES) {
    await linkCustomersToCustomerGroupWorkflow(container).run({ input: { id: groupId(company.name), add: idsWhere((other) => other === company) } })
  }
  await linkCustomersToCustomerGroupWorkflow(container).run({
    input: { id: groupId("Volume buyers"), add: idsWhere((company) => company.segment === "volume_buyer") },
  })
  return { buyers, volume_group_id: groupId("Volume buyers") }
}
