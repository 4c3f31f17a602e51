import { createWorkflow, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import type { NewPolicy } from "../../modules/negotiation/settings"
import { settingStep } from "../settings/setting-step"
import { checkPolicyTermsStep } from "./steps/check-policy-terms"

/** Writes a policy with its first version. Compensation: it was never there. */
export const recordPolicyStep = settingStep("negotiation-record-policy", (service, input: NewPolicy) => service.recordPolicy(input))

/**
 * Creates a policy; it answers at once where its scope and priority say so. Beside what it changed it answers what somebody
 * should know although the terms work.
 * @throws ContractError `policy_invalid`
 */
export const createPolicyWorkflow = createWorkflow("negotiation-create-policy", (input: WorkflowData<NewPolicy>) => {
  const warnings = checkPolicyTermsStep(input)
  const changed = recordPolicyStep(input)
  return new WorkflowResponse({ changed, warnings })
})
