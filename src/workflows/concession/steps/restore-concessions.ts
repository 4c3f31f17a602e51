import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { restoreConcessions } from "../restore-concessions"

/**
 * Step: a buyer's concessions are linked to their cart, so that the refresh after it weighs them. Nothing takes it back: a
 * link gives nobody anything that a refresh would not weigh anew.
 */
export const restoreConcessionsStep = createStep(
  "negotiation-restore-concessions",
  async (input: { cart_id: string; customer_id: string }, { container }) => {
    await restoreConcessions(container, input)
    return new StepResponse({ cart_id: input.cart_id })
  }
)
