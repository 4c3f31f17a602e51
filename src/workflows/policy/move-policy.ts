import { createStep, createWorkflow, StepResponse, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { ContractError } from "../../contract"
import type { PolicyMove } from "../../modules/negotiation/settings"
import { settingStep } from "../settings/setting-step"
import { checkTermsInStore, storedPolicy } from "./check-terms"
import { negotiationService } from "../negotiation-service"

/**
 * Refuses to put terms into use that this release's engine can't work with: an old version may be older than a rule. Reads only.
 * @throws ContractError `policy_invalid`, `not_found`
 */
export const checkStoredTermsStep = createStep("negotiation-check-stored-terms", async (input: PolicyMove, { container }) => {
  if (input.status === "archived") return new StepResponse({ checked: false })
  const service = negotiationService(container)
  const versions = await service.policyVersionRows(input.policy_id)
  const { scope, version } = await storedPolicy(container, input.policy_id)
  const wanted = versions.find((each) => each.version === (input.version ?? version))
  if (!wanted) throw new ContractError("not_found", "Not found")
  await checkTermsInStore(container, wanted.terms, scope)
  return new StepResponse({ checked: true })
})

/** Writes a policy's new standing. Compensation: it stands as before. */
export const recordPolicyMoveStep = settingStep("negotiation-record-policy-move", (service, input: PolicyMove) => service.recordPolicyMove(input))

/**
 * Puts a policy into use, out of it, or back to an older version. An archived policy answers nobody; cases it decided keep
 * their offers.
 * @throws ContractError `policy_invalid`, `not_found`
 */
export const movePolicyWorkflow = createWorkflow("negotiation-move-policy", (input: WorkflowData<PolicyMove>) => {
  checkStoredTermsStep(input)
  return new WorkflowResponse(recordPolicyMoveStep(input))
})
