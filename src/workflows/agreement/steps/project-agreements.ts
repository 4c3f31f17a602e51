import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { projectConcessions } from "../../concession/project-concessions"
import { messageOf } from "../../message-of"
import { projectAgreement } from "./project-agreement"

/**
 * Step: the prices and concessions of these agreements stand in the store as what is left of them says. One that can't be brought in stops
 * nothing: what led here is a fact, and the reconciliation tries again. It only makes true what the agreements say, so
 * nothing takes it back.
 */
export const projectAgreementsStep = createStep(
  "negotiation-project-agreements",
  async (input: { agreement_ids: string[] }, { container }) => {
    for (const agreement_id of input.agreement_ids) {
      try {
        await projectAgreement(container, agreement_id)
        await projectConcessions(container, agreement_id)
      } catch (error) {
        const message = messageOf(error)
        container.resolve(ContainerRegistrationKeys.LOGGER).error(`Negotiation: no price for agreement ${agreement_id}: ${message}`)
      }
    }
    return new StepResponse({ projected: input.agreement_ids.length })
  }
)
