import { logger } from "@medusajs/framework/logger"
import { completeCartWorkflow } from "@medusajs/medusa/core-flows"
import { StepResponse } from "@medusajs/framework/workflows-sdk"
import { releaseAgreements, validateAgreements, type ClaimedUses, type CompletedCart } from "../agreement/validate-agreements"
import { hookEnabled } from "./hook-enabled"

/**
 * `completeCartWorkflow.hooks.validate`: a hook takes one handler in the whole application, so the plugin registers its own
 * only where nobody else owns it (option `hooks.completeCartValidate`, or `NEGOTIATION_DISABLE_HOOKS`). A merchant who owns
 * the hook calls the exported handler from theirs; then everything holds as with the plugin's own:
 *
 * ```ts
 * import { releaseAgreements, validateAgreements } from "medusa-plugin-negotiation/workflows"
 *
 * completeCartWorkflow.hooks.validate(
 *   async ({ cart }, { container }) => {
 *     // … the merchant's own checks
 *     return new StepResponse(undefined, await validateAgreements(container, cart))
 *   },
 *   async (claimed, { container }) => releaseAgreements(container, claimed)
 * )
 * ```
 *
 * Where nobody calls it, carts are checked over HTTP alone, two carts may share the last order, and completions by a payment
 * webhook are checked by nobody. Orders that came about so are found afterwards and flagged on their agreements.
 */
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
} else {
  logger.warn(
    "Negotiation: the completion hook is off. Call validateAgreements and releaseAgreements from your own completeCartWorkflow.hooks.validate; " +
      "orders at agreed prices that nobody checked are flagged on their agreements."
  )
}
