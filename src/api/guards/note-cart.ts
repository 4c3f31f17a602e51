import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { companiesWithAgreementsOf } from "../../workflows/agreement/buyer-access"
import { actorOf } from "./actor"
import { negotiationService } from "../../workflows/negotiation-service"

async function note(req: MedusaRequest, cart_id: string, customer_id: string, company_ids: readonly string[]): Promise<void> {
  await negotiationService(req.scope).noteCart({ cart_id, company_ids, customer_id })
}

/**
 * Notes for a cart whose agreed prices may be in it from now on: so its prices are still found out when its buyer has left
 * the company, or it was handed on to somebody else. One statement for a logged-in buyer without agreements, two for
 * one with; nothing for guests.
 */
export async function noteCartOfBuyer(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): Promise<void> {
  const actor = actorOf(req)
  if (actor === undefined) return next()
  const company_ids = await companiesWithAgreementsOf(req.scope, [actor])
  if (company_ids.length === 0) return next()
  const cart_id = req.params["id"]
  if (cart_id !== undefined) {
    await note(req, cart_id, actor, company_ids)
    return next()
  }
  // A new cart has its id, and perhaps agreed prices, only in the answer.
  const answer = res.json.bind(res)
  res.json = (body: unknown) => {
    res.json = answer
    const made = (body as { cart?: { id?: string } } | null)?.cart?.id
    if (made === undefined) return answer(body)
    note(req, made, actor, company_ids).then(() => answer(body), next)
    return res
  }
  next()
}
