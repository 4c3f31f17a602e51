import { createStep, createWorkflow, StepResponse, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { NEGOTIATION_MODULE, type NegotiationModuleService } from "../../modules/negotiation"
import { emitAgreementChangesStep } from "./steps/emit-changes"
import { withdrawPricesStep } from "./steps/withdraw-prices"

/** A cart and the order it became. */
export interface PlacedOrder {
  readonly cart_id: string
  readonly order_id: string
}

/** Step: counts the order on the agreements its cart had claimed. An order is a fact: nothing takes this back. */
export const confirmUseStep = createStep("negotiation-confirm-use", async (input: PlacedOrder, { container }) => {
  const service = container.resolve<NegotiationModuleService>(NEGOTIATION_MODULE)
  return new StepResponse(await service.confirmUse(input))
})

/**
 * What an order means for the agreements behind its prices: counted, the negotiation `ordered`, and an agreement of which
 * nothing is left ended, its prices gone. Asking again for the same order changes and emits nothing.
 */
export const confirmUseWorkflow = createWorkflow("negotiation-confirm-use-workflow", (input: PlacedOrder) => {
  const changed = confirmUseStep(input)
  withdrawPricesStep(
    transform(changed, (done) => ({
      agreement_ids: done.filter((change) => change.status !== "active").map((change) => change.agreement_id),
    }))
  )
  emitAgreementChangesStep(changed)
  return new WorkflowResponse(changed)
})
