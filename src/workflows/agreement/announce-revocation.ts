import { createStep, createWorkflow, StepResponse, transform, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import type { AnnounceRevocationInput } from "../../modules/negotiation/agreement-types"
import { emitNoticesStep, type AgreementNotices } from "./steps/emit-notices"
import { negotiationService } from "../negotiation-service"

export type { AnnounceRevocationInput }

/** Step: notes the announcement in one transaction; the compensation restores what was there. */
export const announceRevocationStep = createStep(
  "negotiation-announce-revocation",
  async (input: AnnounceRevocationInput, { container }) => {
    const { changed, undo } = await negotiationService(container).announceRevocation(input)
    return new StepResponse(changed, undo)
  },
  async (undo, { container }) => {
    if (undo) await negotiationService(container).revertAgreementChanges(undo)
  }
)

/**
 * Revokes agreements with notice: their prices hold until the announced moment, from then on nothing is sold at them, and a
 * job ends them as `revoked`. `agreement.revocation_announced` is emitted at once: a subscriber of the store's may mail it, the
 * plugin sends no mail. Agreements that have ended are left alone: the result names those that were announced.
 * @throws ContractError `invalid_data` for a moment that is none or has passed
 */
export const announceRevocationWorkflow = createWorkflow("negotiation-announce-revocation-workflow", (input: WorkflowData<AnnounceRevocationInput>) => {
  const changed = announceRevocationStep(input)
  emitNoticesStep(transform(changed, (agreements): AgreementNotices[] => [{ event: "revocation_announced", agreements }]))
  return new WorkflowResponse(changed)
})
