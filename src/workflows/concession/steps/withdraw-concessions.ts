import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { carryConcessions, withdrawConcessions } from "../project-concessions"

/**
 * Step: the promotions of these agreements are taken away. Carts lose what they gave at their next change, and a completion
 * before that is refused. The compensation makes new promotions, before the agreements themselves are brought back.
 */
export const withdrawConcessionsStep = createStep(
  "negotiation-withdraw-concessions",
  async (input: { agreement_ids: string[] }, { container }) => {
    const withdrawn = await withdrawConcessions(container, input.agreement_ids)
    return new StepResponse({ withdrawn: withdrawn.length }, withdrawn)
  },
  async (withdrawn, { container }) => {
    await carryConcessions(container, (withdrawn ?? []).map((concession) => ({ ...concession, promotion_id: null })))
  }
)
