import { createWorkflow, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import type { MissedCommitmentSeen } from "../../modules/negotiation/settings/clear-missed-commitment"
import { settingStep } from "../settings/setting-step"

/** A company, who dealt with its missed commitment, and what they have to say about it. */
export type ClearMissedCommitmentInput = MissedCommitmentSeen

/** Step: clears it, with its entry in the audit trail. Compensation: it stands as before. */
export const recordMissedCommitmentSeenStep = settingStep("negotiation-record-missed-commitment-seen", (service, input: ClearMissedCommitmentInput) =>
  service.recordMissedCommitmentSeen(input)
)

/**
 * Lets a company's cases be answered automatically again after it missed a volume commitment. Returns whether there was
 * anything to clear.
 * @throws ContractError `not_found`
 */
export const clearMissedCommitmentWorkflow = createWorkflow("negotiation-clear-missed-commitment", (input: WorkflowData<ClearMissedCommitmentInput>) => {
  return new WorkflowResponse(recordMissedCommitmentSeenStep(input))
})
