import type { MedusaContainer } from "@medusajs/framework/types"
import { ContractError, type PolicyScope, type PolicyTerms } from "../../contract"
import { checkPolicy, type PolicyProblem } from "../../engine"
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

/** Payment terms the store doesn't have: an offer that hangs on one could never be paid that way. */
function unknownPaymentTerms(container: MedusaContainer, { levers }: PolicyTerms): PolicyProblem[] {
  const known = (negotiationService(container).options.paymentTerms ?? []).map(({ id }) => id)
  const are = known.length > 0 ? `the store has ${known.join(", ")}` : "the store has none (plugin option paymentTerms)"
  return levers.payment.terms.flatMap((id, index) =>
    known.includes(id) ? [] : [{ path: `levers.payment.terms[${index}]`, message: `“${id}” is no payment term: ${are}` }]
  )
}

/**
 * Looks at terms before they answer: what can't work by itself, then what can't work with this store's costs and prices.
 * @param scope the cases their policy is for
 * @returns what somebody should know although it works
 * @throws ContractError `policy_invalid`
 */
export async function checkTermsInStore(container: MedusaContainer, terms: PolicyTerms, scope: PolicyScope): Promise<PolicyProblem[]> {
  refuse([...checkPolicy(terms, scope.segments), ...unknownPaymentTerms(container, terms)])
  const { problems, warnings } = sayFloors(await floorsOverList(container, terms.minimum_margin))
  refuse(problems)
  return warnings
}
