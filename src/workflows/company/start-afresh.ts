import { createWorkflow, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import type { FreshStart } from "../../modules/negotiation/settings"
import { settingStep } from "../settings/setting-step"
import { emitFreshStartStep } from "./steps/emit-fresh-start"

/** Ends the open cases and lets the memory go. Compensation: both are as before. */
export const recordFreshStartStep = settingStep("record-fresh-start", (service, input: FreshStart) => service.recordFreshStart(input))

/** What starting over with a company is asked to do. */
export interface StartAfreshInput extends FreshStart {
  /** True: its live agreements end as well, and their prices leave its list. */
  readonly revoke_agreements: boolean
}

/**
 * Starts over with a company: open cases are withdrawn, what was asked and offered is forgotten, and where wanted its live
 * agreements end. One audited command.
 * @throws ContractError `not_found`
 */
export const startAfreshWorkflow = createWorkflow("start-afresh-with-company", (input: WorkflowData<StartAfreshInput>) => {
  const started = recordFreshStartStep(input)
  emitFreshStartStep(started)
  return new WorkflowResponse(started)
})
