import { createStep, createWorkflow, StepResponse, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { emitNoticesStep, type AgreementNotices } from "./steps/emit-notices"
import { negotiationService } from "../negotiation-service"

/** Step: marks agreements whose promised volume is due as reminded; the compensation lets them be reminded again. */
export const remindCommitmentsStep = createStep(
  "negotiation-remind-commitments",
  async (input: { limit: number }, { container }) => {
    const { changed, undo } = await negotiationService(container).remindCommitments(input.limit)
    return new StepResponse(changed, undo)
  },
  async (undo, { container }) => {
    if (undo) await negotiationService(container).revertAgreementChanges(undo)
  }
)

/**
 * Says once of each agreement, as many days before its end as the policy says, that promised volume has not been bought:
 * `agreement.commitment_due` is emitted, which a subscriber of the store's may mail. The plugin sends no mail.
 */
export const remindCommitmentsWorkflow = createWorkflow("negotiation-remind-commitments-workflow", (input: { limit: number }) => {
  const reminded = remindCommitmentsStep(input)
  emitNoticesStep(transform(reminded, (agreements): AgreementNotices[] => [{ event: "commitment_due", agreements }]))
  return new WorkflowResponse(reminded)
})
