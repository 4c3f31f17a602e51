import { createWorkflow, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import type { FlagsSeen } from "../../modules/negotiation/settings"
import { settingStep } from "../settings/setting-step"

/** Takes the flags off. Compensation: they are there again. */
export const recordFlagsSeenStep = settingStep("negotiation-record-flags-seen", (service, input: FlagsSeen) => service.recordFlagsSeen(input))

/**
 * Says that a person looked at what was flagged on an agreement; the audit trail keeps the flags and the note. Nothing else
 * about the agreement changes.
 * @returns how many flags went
 * @throws ContractError `not_found`
 */
export const clearFlagsWorkflow = createWorkflow("negotiation-clear-flags", (input: WorkflowData<FlagsSeen>) => {
  return new WorkflowResponse(recordFlagsSeenStep(input))
})
