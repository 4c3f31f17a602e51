import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { NEGOTIATION_MODULE, type NegotiationModuleService } from "../../../modules/negotiation"

/** Ids of the company's active agreements. Reads only. */
export const findLiveAgreementsStep = createStep("negotiation-find-live-agreements", async (input: { company_id: string }, { container }) => {
  const service = container.resolve<NegotiationModuleService>(NEGOTIATION_MODULE)
  const agreements = await service.listNegotiationAgreements({ company_id: input.company_id, status: "active" }, { select: ["id"], take: null })
  return new StepResponse(agreements.map((agreement) => agreement.id))
})
