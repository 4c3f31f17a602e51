import { createWorkflow, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import type { NewPolicyVersion } from "../../modules/negotiation/settings"
import { settingStep } from "../settings/setting-step"
import { checkPolicyTermsStep } from "./steps/check-policy-terms"

/** Writes a policy's next version. Compensation: the version before it answers again. */
export const recordPolicyVersionStep = settingStep("negotiation-record-policy-version", (service, input: NewPolicyVersion) =>
  service.recordPolicyVersion(input)
)

/**
 * Gives a policy new terms. They are kept as a version of their own and answer from now on; cases decided under an older
 * version keep its number.
 * @throws ContractError `policy_invalid`, `not_found`
 */
export const addPolicyVersionWorkflow = createWorkflow("negotiation-add-policy-version", (input: WorkflowData<NewPolicyVersion>) => {
  const warnings = checkPolicyTermsStep(input)
  const changed = recordPolicyVersionStep(input)
  return new WorkflowResponse({ changed, warnings })
})
