import { createWorkflow, transform, when, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import type { EndAgreementsInput } from "../../modules/negotiation/agreement-types"
import type { FreshStart } from "../../modules/negotiation/settings"
import { endAgreementsWorkflow } from "../agreement/end-agreements"
import { settingStep } from "../settings/setting-step"
import { emitFreshStartStep } from "./steps/emit-fresh-start"
import { findLiveAgreementsStep } from "./steps/find-live-agreements"

/** Ends the open cases and lets the memory go. Compensation: both are as before. */
export const recordFreshStartStep = settingStep("negotiation-record-fresh-start", (service, input: FreshStart) => service.recordFreshStart(input))

/** What starting over with a company is asked to do. */
export interface StartAfreshInput extends FreshStart {
  /** True: its live agreements end as well, and their prices leave its list. */
  readonly revoke_agreements: boolean
}

function revocation(input: StartAfreshInput, ids: readonly string[]): EndAgreementsInput {
  return { ids, status: "revoked", reason: "started_afresh", actor: { type: "seller", id: input.actor_id }, note: input.note }
}

/**
 * Starts over with a company: open cases are withdrawn, what was asked and offered is forgotten, and where wanted its live
 * agreements end. One audited command; where a later part fails, every earlier one is taken back.
 * @throws ContractError `not_found`
 */
export const startAfreshWorkflow = createWorkflow("negotiation-start-afresh", (input: WorkflowData<StartAfreshInput>) => {
  const started = recordFreshStartStep(input)
  when("negotiation-start-afresh-revokes", input, ({ revoke_agreements }) => revoke_agreements).then(() => {
    const ids = findLiveAgreementsStep(input)
    endAgreementsWorkflow.runAsStep({ input: transform({ input, ids }, (data) => revocation(data.input, data.ids)) })
  })
  emitFreshStartStep(started)
  return new WorkflowResponse(started)
})
