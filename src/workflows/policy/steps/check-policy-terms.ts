import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { PolicyScope, PolicyTerms } from "../../../contract"
import { checkTermsInStore, storedPolicy } from "../check-terms"

/**
 * Refuses terms that can't work, before anything is written; answers what somebody should know although they do. Reads only:
 * there is nothing to take back.
 * The cases they are for are those of the new policy, or of the one that is named.
 * @throws ContractError `policy_invalid` with `details.problems`: where it stands and a sentence for each
 */
export const checkPolicyTermsStep = createStep(
  "negotiation-check-policy-terms",
  async (input: { terms: PolicyTerms } & ({ scope: PolicyScope } | { policy_id: string }), { container }) => {
    const { scope } = "scope" in input ? input : await storedPolicy(container, input.policy_id)
    return new StepResponse(await checkTermsInStore(container, input.terms, scope))
  }
)
