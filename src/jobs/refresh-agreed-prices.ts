import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { scopesOfLists } from "../workflows/agreement/affected-prices"
import { mendCompanies } from "../workflows/agreement/reconcile-prices"

/** A list is looked at in several runs: one that is late, or fails, is made up for by the next. */
const MINUTES = 3
/** Company and variant pairs a run; what is beyond waits for the reconciliation or the buyer's next cart change. */
const AT_MOST = 2_000

/** Brings agreed prices up to date where price lists began, ended or were edited in the last minutes. */
export default async function refreshAgreedPrices(container: MedusaContainer): Promise<void> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const { projected, failed } = await mendCompanies(container, await scopesOfLists(container, MINUTES, AT_MOST))
  if (projected.length > 0) logger.info(`Negotiation: prices of ${projected.length} agreements follow changed price lists`)
  for (const { agreement_id, message } of failed) logger.error(`Negotiation: no price for agreement ${agreement_id}: ${message}`)
}

/** Every minute: lists that begin or end by the clock send no event. */
export const config = { name: "negotiation-refresh-agreed-prices", schedule: "* * * * *" }
