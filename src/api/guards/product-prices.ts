import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { holdLiveAgreements } from "../../workflows/agreement/buyer-access"
import { actorOf } from "./actor"

/** The part of Medusa's pricing context that names the buyer. */
interface BuyerContext {
  customer_id?: string
  customer?: { id?: string }
}

/**
 * A logged-in buyer sees agreed prices on product pages too. Medusa's own context there names the buyer's groups; a price that
 * is theirs alone needs their id in it as well, as a cart's context has it. Only buyers whose company holds agreements get it:
 * nobody else's prices change. Personal prices must not be kept by anybody on the way.
 */
export async function personalProductPrices(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): Promise<void> {
  const actor = actorOf(req)
  if (actor === undefined) return next()
  res.setHeader("Cache-Control", "private, no-store")
  const context = req.pricingContext as BuyerContext | undefined
  if (context && (await holdLiveAgreements(req.scope, [actor]))) {
    context.customer_id = actor
    context.customer = { ...context.customer, id: actor }
  }
  next()
}
