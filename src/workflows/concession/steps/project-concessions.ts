import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { dropConcessions, projectConcessions } from "../project-concessions"

/** Step: an agreement's concessions get the promotions that carry them; the compensation takes those away again. */
export const projectConcessionsStep = createStep(
  "negotiation-project-concessions",
  async (input: { agreement_id: string }, { container }) => {
    const carried = await projectConcessions(container, input.agreement_id)
    return new StepResponse({ carried: carried.length }, carried)
  },
  async (carried, { container }) => {
    if (carried) await dropConcessions(container, carried)
  }
)
