import { completeCartWorkflow } from "@medusajs/medusa/core-flows"
import { StepResponse } from "@medusajs/framework/workflows-sdk"
import { releaseAgreements, validateAgreements, type ClaimedUses, type CompletedCart } from "../agreement/validate-agreements"
import { hookEnabled } from "./hook-enabled"

// A hook takes one handler in the whole application, so it is registered only where nobody else owns it.
if (hookEnabled("completeCartValidate")) {
  completeCartWorkflow.hooks.validate(
    async ({ cart }, { container }) => {
      const claimed = await validateAgreements(container, cart as CompletedCart)
      return new StepResponse(undefined, claimed)
    },
    async (claimed: ClaimedUses | undefined, { container }) => {
      await releaseAgreements(container, claimed)
    }
  )
}
