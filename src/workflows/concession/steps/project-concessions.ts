import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { dropConcessions, projectConcessions } from "../project-concessions"

/**
 * Step: an agreement's concessions get the promotions that carry them; the compensation takes those away again. Null: nothing
 * was agreed, nothing is done.
 */
export const projectConcessionsStep = createStep(
  "negotiation-project-concessions",
  async ({ agreement_id }: { agreement_id: string | null }, { container }) => {
    const carried = agreement_id === null ? [] : await projectConcessions(container, agreement_id)
    return new StepResponse({ carried: carried.length }, carried)
  },
  async (carried, { container }) => {
    if (carried) await dropConcessions(container, carried)
  }
)
