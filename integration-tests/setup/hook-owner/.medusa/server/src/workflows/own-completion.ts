import { MedusaError } from "@medusajs/framework/utils"
import { StepResponse } from "@medusajs/framework/workflows-sdk"
import { completeCartWorkflow } from "@medusajs/medusa/core-flows"
// What another plugin imports from "medusa-plugin-negotiation/workflows".
import { releaseAgreements, validateAgreements } from "../../../../../../../src/workflows"

/** A check of this plugin's own, which has nothing to do with prices. */
function requireReleased(cart: { metadata?: Record<string, unknown> | null }): void {
  if (cart.metadata?.["on_hold"] === true) throw new MedusaError(MedusaError.Types.NOT_ALLOWED, "This cart is on hold", "cart_on_hold")
}

completeCartWorkflow.hooks.validate(
  async ({ cart }, { container }) => {
    requireReleased(cart)
    return new StepResponse(undefined, await validateAgreements(container, cart))
  },
  async (claimed, { container }) => releaseAgreements(container, claimed)
)
