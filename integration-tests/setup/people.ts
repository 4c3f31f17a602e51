import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createCustomerAccountWorkflow, createCustomerGroupsWorkflow, createUserAccountWorkflow, linkCustomersToCustomerGroupWorkflow } from "@medusajs/medusa/core-flows"
import { NEGOTIATION_MODULE, type NegotiationModuleService } from "../../src/modules/negotiation"

/** A person with a login. */
export interface Person {
  readonly id: string
  readonly email: string
  readonly password: string
}

/** A company with two buyers. */
export interface BuyingCompany {
  /** Id of the plugin's row for it: what every table calls `company_id`. */
  readonly id: string
  readonly name: string
  readonly customer_group_id: string
  readonly buyers: readonly [Person, Person]
}

/** Who uses the shop under test. */
export interface People {
  /** Segment `volume_buyer`: buyers Anna and Tom. */
  readonly acme: BuyingCompany
  /** Segment `deal_optimiser`: buyers Ingrid and Marcus. */
  readonly borealis: BuyingCompany
  /** A customer without a company. */
  readonly solo: Person
  readonly admin: Person
}

const PASSWORD = "correct horse"

async function register(container: MedusaContainer, email: string): Promise<string> {
  const auth = container.resolve(Modules.AUTH)
  const { authIdentity, error } = await auth.register("emailpass", { body: { email, password: PASSWORD } } as Parameters<typeof auth.register>[1])
  if (!authIdentity) throw new Error(`No login for ${email}: ${error}`)
  return authIdentity.id
}

async function createBuyer(container: MedusaContainer, email: string): Promise<Person> {
  const authIdentityId = await register(container, email)
  const { result } = await createCustomerAccountWorkflow(container).run({ input: { authIdentityId, customerData: { email, first_name: email.split("@")[0] ?? email } } })
  return { id: result.id, email, password: PASSWORD }
}

async function createCompany(container: MedusaContainer, name: string, segment: string, emails: readonly [string, string]): Promise<BuyingCompany> {
  const { result } = await createCustomerGroupsWorkflow(container).run({ input: { customersData: [{ name }] } })
  const customer_group_id = result[0]?.id ?? ""
  const negotiation = container.resolve<NegotiationModuleService>(NEGOTIATION_MODULE)
  const company = await negotiation.createNegotiationCompanies({ key: customer_group_id, customer_group_id, name, segment })
  const buyers: [Person, Person] = [await createBuyer(container, emails[0]), await createBuyer(container, emails[1])]
  await linkCustomersToCustomerGroupWorkflow(container).run({ input: { id: customer_group_id, add: buyers.map((buyer) => buyer.id) } })
  return { id: company.id, name, customer_group_id, buyers }
}

/** Makes the merchant, two companies with two buyers each, and a customer without a company. */
export async function createPeople(container: MedusaContainer): Promise<People> {
  const email = "admin@shop.example.com"
  const authIdentityId = await register(container, email)
  const { result: user } = await createUserAccountWorkflow(container).run({ input: { authIdentityId, userData: { email } } })
  return {
    admin: { id: user.id, email, password: PASSWORD },
    acme: await createCompany(container, "Acme", "volume_buyer", ["anna@acme.example.com", "tom@acme.example.com"]),
    borealis: await createCompany(container, "Borealis", "deal_optimiser", ["ingrid@borealis.example.com", "marcus@borealis.example.com"]),
    solo: await createBuyer(container, "solo@nobody.example.com"),
  }
}
