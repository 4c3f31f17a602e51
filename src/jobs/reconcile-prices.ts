import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { reconcilePricesWorkflow } from "../workflows/agreement/reconcile-prices"

/** Brings price rows and agreements together again where something came between them, and says so in the log. */
export default async function reconcilePrices(container: MedusaContainer): Promise<void> {
  const { result } = await reconcilePricesWorkflow(container).run()
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  if (result.projected.length + result.removed_rows + result.settled_claims > 0) {
    logger.warn(
      `Negotiation: prices of ${result.projected.length} agreements restored, ${result.removed_rows} price rows without an agreement removed, ${result.settled_claims} claims settled`
    )
  }
  for (const { agreement_id, message } of result.failed) logger.error(`Negotiation: no price for agreement ${agreement_id}: ${message}`)
}

export const config = { name: "negotiation-reconcile-prices", schedule: "*/10 * * * *" }
