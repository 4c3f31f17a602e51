import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { settleUnheardWorkflow } from "../workflows/agreement/settle/settle-unheard"

/** Counts orders whose events were lost, so that agreements and promises are right by morning, and says so in the log. */
export default async function settleUnheardOrders(container: MedusaContainer): Promise<void> {
  const { result } = await settleUnheardWorkflow(container).run()
  if (result.settled > 0) container.resolve(ContainerRegistrationKeys.LOGGER).warn(`Negotiation: ${result.settled} orders counted that nobody had heard of`)
}

/** Every night, off the full hour other jobs crowd on. */
export const config = { name: "negotiation-settle-unheard-orders", schedule: "43 3 * * *" }
