import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { ContractError, type PolicyScope, type PolicyTerms } from "../../contract"
import { checkPolicy, policyWarnings, type PolicyProblem } from "../../engine"
import { floorsOverList, sayFloors } from "./steps/floors-over-list"
import { negotiationService } from "../negotiation-service"

/**
 * The cases a stored policy is for, and the version that holds.
 * @throws ContractError `not_found`
 */
export async function storedPolicy(container: MedusaContainer, id: string): Promise<{ readonly scope: PolicyScope; readonly version: number }> {
  const { rows } = await negotiationService(container).policyRows({ id, limit: 1, offset: 0 })
  const [policy] = rows
  if (policy === undefined) throw new ContractError("not_found", "Not found")
  return policy
}

/** @throws ContractError `policy_invalid` with `details.problems`: where it stands and a sentence for each */
export function refuse(problems: readonly PolicyProblem[]): void {
  if (problems.length > 0) throw new ContractError("policy_invalid", "These terms can't work together", { problems })
}

/** What a payment term of the store would never bring, or null. */
function idlePayment({ id, days }: { readonly id: string; readonly days: number }, { standard_days, annual_rate }: PolicyTerms["levers"]["payment"]): string | null {
  if (days >= standard_days) return `“${id}” is due after ${days} days: no sooner than standard_days (${standard_days})`
  const nothing = annual_rate === 0 && days > 0
  return nothing ? `“${id}” brings nothing: annual_rate is 0, and bad debt is saved only where goods are paid before delivery` : null
}

/** Payment terms the store doesn't have, or that nobody would pay sooner by: an offer that hangs on one could never be made. */
function paymentProblems(container: MedusaContainer, { levers: { payment } }: PolicyTerms): PolicyProblem[] {
  const known = negotiationService(container).options.paymentTerms ?? []
  const are = known.length > 0 ? `the store has ${known.map(({ id }) => id).join(", ")}` : "the store has none (plugin option paymentTerms)"
  return payment.terms.flatMap((id, index) => {
    const term = known.find((each) => each.id === id)
    const message = term ? idlePayment(term, payment) : `“${id}” is no payment term: ${are}`
    return message === null ? [] : [{ path: `levers.payment.terms[${index}]`, message }]
  })
}

/** Ways to ship the store doesn't have: no cart could ever take one. */
async function shippingProblems(container: MedusaContainer, { levers: { freight } }: PolicyTerms): Promise<PolicyProblem[]> {
  if (freight.length === 0) return []
  const ids = freight.map(({ shipping_option_id }) => shipping_option_id)
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({ entity: "shipping_option", fields: ["id"], filters: { id: ids } })
  const known = new Set((data as { id: string }[]).map(({ id }) => id))
  return ids.flatMap((id, index) =>
    known.has(id) ? [] : [{ path: `levers.freight[${index}].shipping_option_id`, message: `“${id}” is no shipping option of the store` }]
  )
}

/**
 * Looks at terms before they answer: what can't work by itself, then what can't work with this store's payment terms, shipping options,
 * costs and prices.
 * @param scope the cases their policy is for
 * @returns what somebody should know although it works
 * @throws ContractError `policy_invalid`
 */
export async function checkTermsInStore(container: MedusaContainer, terms: PolicyTerms, scope: PolicyScope): Promise<PolicyProblem[]> {
  refuse([...checkPolicy(terms, scope.segments), ...paymentProblems(container, terms), ...(await shippingProblems(container, terms))])
  const { problems, warnings } = sayFloors(await floorsOverList(container, terms.minimum_margin))
  refuse(problems)
  return [...warnings, ...policyWarnings(terms)]
}
