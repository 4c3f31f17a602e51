import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ContractError, type PolicyTerms } from "../../../contract"
import { compilePolicy } from "../../../engine"

/**
 * Refuses terms the engine can't work with, before anything is written.
 * @throws ContractError `policy_invalid` with `details.problems`: a path and a sentence for each
 */
export const checkPolicyTermsStep = createStep("negotiation-check-policy-terms", async (input: { terms: PolicyTerms }) => {
  const compiled = compilePolicy(input.terms)
  if (!compiled.ok) {
    throw new ContractError("policy_invalid", "These terms can't work together", { problems: compiled.problems })
  }
  return new StepResponse({ valid: true })
})
