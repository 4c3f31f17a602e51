import type { MedusaContainer } from "@medusajs/framework/types"
import { ContractError, type PolicyTerms } from "../../contract"
import { checkPolicy, type PolicyProblem } from "../../engine"
import { floorsOverList, sayFloors } from "./steps/floors-over-list"

/** @throws ContractError `policy_invalid` with `details.problems`: where it stands and a sentence for each */
export function refuse(problems: readonly PolicyProblem[]): void {
  if (problems.length > 0) throw new ContractError("policy_invalid", "These terms can't work together", { problems })
}

/**
 * Looks at terms before they answer: what can't work by itself, then what can't work with this store's costs and prices.
 * @returns what somebody should know although it works
 * @throws ContractError `policy_invalid`
 */
export async function checkTermsInStore(container: MedusaContainer, terms: PolicyTerms): Promise<PolicyProblem[]> {
  refuse(checkPolicy(terms))
  const { problems, warnings } = sayFloors(await floorsOverList(container, terms.minimum_margin))
  refuse(problems)
  return warnings
}
