import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { reconcilePricesWorkflow } from "../workflows/agreement/reconcile-prices"
import { reconcileConcessionsWorkflow } from "../workflows/concession/reconcile-concessions"

/** Brings promotions and concessions together again where something came between them, and says so in the log. */
async function reconcileConcessions(container: MedusaContainer): Promise<void> {
  const { result } = await reconcileConcessionsWorkflow(container).run()
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  if (result.carried + result.removed > 0) {
    logger.warn(`Negotiation: promotions of ${result.carried} concessions restored, ${result.removed} promotions without a concession removed`)
  }
  for (const { agreement_id, message } of result.failed) logger.error(`Negotiation: no promotion for agreement ${agreement_id}: ${message}`)
}

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
  await reconcileConcessions(container)
}

/** Every ten minutes: what a merchant changed by hand, or a fault left behind, is mended no later than that. */
export const config = { name: "negotiation-reconcile-prices", schedule: "*/10 * * * *" }
