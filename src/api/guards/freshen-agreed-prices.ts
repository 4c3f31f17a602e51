import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { scopesOfRequest } from "../../workflows/agreement/affected-prices"
import { mendCompanies } from "../../workflows/agreement/reconcile-prices"
import { messageOf } from "../../workflows/message-of"
import { actorOf } from "./actor"

interface PricingBody {
  readonly cart_id?: unknown
  readonly variant_id?: unknown
  readonly items?: unknown
}

const words = (values: readonly unknown[]): string[] => values.filter((value): value is string => typeof value === "string" && value !== "")

function variantsOf(body: PricingBody): string[] {
  const items = Array.isArray(body.items) ? (body.items as ({ variant_id?: unknown } | null)[]) : []
  return words([body.variant_id, ...items.slice(0, 200).map((item) => item?.variant_id)])
}

/**
 * Just before a cart is priced: where a sale began, a list was edited or a base price changed since the company's agreed prices
 * were worked out, they are worked out again now. Nobody waits for a job to pay what they should. A guest is asked nothing, a
 * buyer without agreements costs one indexed statement. What goes wrong here is told in the log and stops nobody: the cart
 * is priced with what there is, and checked at completion.
 */
export async function freshenAgreedPrices(req: MedusaRequest, _res: MedusaResponse, next: MedusaNextFunction): Promise<void> {
  const customer_id = actorOf(req)
  if (customer_id === undefined) return next()
  const logger = req.scope.resolve(ContainerRegistrationKeys.LOGGER)
  try {
    const body = (req.body ?? {}) as PricingBody
    const [cart_id = null] = words([req.path.startsWith("/store/carts/") ? req.params["id"] : body.cart_id])
    const scopes = await scopesOfRequest(req.scope, { customer_id, cart_id, variant_ids: variantsOf(body) })
    const { failed } = await mendCompanies(req.scope, scopes)
    for (const { agreement_id, message } of failed) logger.error(`Negotiation: no price for agreement ${agreement_id}: ${message}`)
  } catch (error) {
    logger.error(`Negotiation: agreed prices could not be looked at: ${messageOf(error)}`)
  }
  next()
}
