import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { PolicyTerms } from "../../../contract"
import { checkTermsInStore } from "../check-terms"

/**
 * Refuses terms that can't work, before anything is written; answers what somebody should know although they do. Reads only:
 * there is nothing to take back.
 * @throws ContractError `policy_invalid` with `details.problems`: where it stands and a sentence for each
 */
export const checkPolicyTermsStep = createStep("negotiation-check-policy-terms", async (input: { terms: PolicyTerms }, { container }) =>
  new StepResponse(await checkTermsInStore(container, input.terms))
)
