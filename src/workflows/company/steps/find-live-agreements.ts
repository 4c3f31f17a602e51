import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { negotiationService } from "../../negotiation-service"

/** Ids of the company's active agreements. Reads only. */
export const findLiveAgreementsStep = createStep("negotiation-find-live-agreements", async (input: { company_id: string }, { container }) => {
  const service = negotiationService(container)
  const agreements = await service.listNegotiationAgreements({ company_id: input.company_id, status: "active" }, { select: ["id"], take: null })
  return new StepResponse(agreements.map((agreement) => agreement.id))
})
