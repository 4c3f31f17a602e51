import type { MedusaContainer } from "@medusajs/framework/types"
import { ContractError, type PolicyTerms } from "../../contract"
import { checkPolicy, type PolicyProblem } from "../../engine"
import { NEGOTIATION_MODULE, type NegotiationModuleService } from "../../modules/negotiation"
import { floorsOverList, sayFloors } from "./steps/floors-over-list"

/** @throws ContractError `policy_invalid` with `details.problems`: where it stands and a sentence for each */
export function refuse(problems: readonly PolicyProblem[]): void {
  if (problems.length > 0) throw new ContractError("policy_invalid", "These terms can't work together", { problems })
}

/** Payment terms the store doesn't have: an offer that hangs on one could never be paid that way. */
function unknownPaymentTerms(container: MedusaContainer, { levers }: PolicyTerms): PolicyProblem[] {
  const known = (container.resolve<NegotiationModuleService>(NEGOTIATION_MODULE).options.paymentTerms ?? []).map(({ id }) => id)
  const are = known.length > 0 ? `the store has ${known.join(", ")}` : "the store has none (plugin option paymentTerms)"
  return levers.payment.terms.flatMap((id, index) =>
    known.includes(id) ? [] : [{ path: `levers.payment.terms[${index}]`, message: `“${id}” is no payment term: ${are}` }]
  )
}

/**
 * Looks at terms before they answer: what can't work by itself, then what can't work with this store's costs and prices.
 * @returns what somebody should know although it works
 * @throws ContractError `policy_invalid`
 */
export async function checkTermsInStore(container: MedusaContainer, terms: PolicyTerms): Promise<PolicyProblem[]> {
  refuse([...checkPolicy(terms), ...unknownPaymentTerms(container, terms)])
  const { problems, warnings } = sayFloors(await floorsOverList(container, terms.minimum_margin))
  refuse(problems)
  return warnings
}
