import { createStep, createWorkflow, StepResponse, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { EndAgreementsInput } from "../../modules/negotiation/agreement-types"
import { withdrawConcessionsStep } from "../concession/steps/withdraw-concessions"
import { emitAgreementChangesStep } from "./steps/emit-changes"
import { emitNoticesStep, type AgreementNotices } from "./steps/emit-notices"
import { withdrawPricesStep } from "./steps/withdraw-prices"
import { negotiationService } from "../negotiation-service"

/** Step: ends active agreements in one transaction; the compensation restores them. */
export const endAgreementsStep = createStep(
  "negotiation-end-agreements",
  async (input: EndAgreementsInput, { container }) => {
    const service = negotiationService(container)
    const { changed, undo } = await service.endAgreements(input)
    return new StepResponse(changed, undo)
  },
  async (undo, { container }) => {
    if (undo) await negotiationService(container).revertAgreementChanges(undo)
  }
)

/**
 * Ends agreements: revoked by the merchant, or lapsed. Statuses first, so that no checkout claims one of them any more,
 * then their prices leave the company's list and their concessions' promotions go, then the events. Agreements that have
 * ended already are left alone: two workers may run this at once, each change is made and told once.
 */
export const endAgreementsWorkflow = createWorkflow("negotiation-end-agreements-workflow", (input: EndAgreementsInput) => {
  const changed = endAgreementsStep(input)
  const ended = transform(changed, (done) => ({ agreement_ids: done.map((change) => change.agreement_id) }))
  withdrawPricesStep(ended)
  withdrawConcessionsStep(ended)
  emitAgreementChangesStep(changed)
  emitNoticesStep(
    transform(changed, (done): AgreementNotices[] => {
      const agreements = done.filter((change) => change.missed_commitment)
      return [{ event: "commitment_missed", agreements }, { event: "flagged", agreements }]
    })
  )
  return new WorkflowResponse(changed)
})
