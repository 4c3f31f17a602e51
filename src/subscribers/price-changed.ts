import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { scopesOfPrices } from "../workflows/agreement/affected-prices"
import { mendCompanies } from "../workflows/agreement/reconcile-prices"

/** Company and variant pairs one changed price may touch at once; what is beyond waits for the reconciliation. */
const AT_MOST = 500
const UPDATED = "pricing.price.updated"

/**
 * Agreed prices follow a price that was added, changed or deleted with its list, and come back where somebody changed one of
 * theirs. (Medusa 2.21.2 emits these with the price's id. A price deleted for good can't be looked up any more, and an edited list
 * emits nothing: jobs and the guard of the cart routes see to those.)
 */
export default async function priceChanged({ event, container }: SubscriberArgs<{ id: string }>): Promise<void> {
  const scopes = await scopesOfPrices(container, [event.data.id], event.name === UPDATED, AT_MOST)
  const { failed } = await mendCompanies(container, scopes)
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  for (const { agreement_id, message } of failed) logger.error(`Negotiation: no price for agreement ${agreement_id}: ${message}`)
}

/** What happens to a price names it `id`. */
export const config: SubscriberConfig = {
  event: ["pricing.price.created", UPDATED, "pricing.price.deleted"],
  context: { subscriberId: "negotiation-price-changed" },
}
