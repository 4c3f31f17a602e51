import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { bringBackPromotions } from "../../workflows/concession/bring-back-promotions"
import { readCartForAnswer } from "../../workflows/concession/read-cart-for-answer"
import { settlePromotions } from "../../workflows/concession/settle/settle-promotions"
import { cartRequestOf, type CartRequest } from "./cart-request"

/** Where Medusa's routes put the cart they changed: deleting a line answers it as the line's parent. */
const PLACES = ["cart", "parent"] as const

type Body = Partial<Record<(typeof PLACES)[number], { readonly id?: unknown }>>

function placeOf(body: unknown): { readonly place: (typeof PLACES)[number]; readonly cart_id: string } | null {
  if (typeof body !== "object" || body === null) return null
  const place = PLACES.find((each) => typeof (body as Body)[each]?.id === "string")
  return place ? { place, cart_id: String((body as Body)[place]?.id) } : null
}

/** @returns the body to answer with: Medusa's own, or one with the cart as it is after settling. */
async function settled(req: MedusaRequest, body: unknown, { readd }: CartRequest): Promise<unknown> {
  const found = placeOf(body)
  const cart_id = found?.cart_id ?? req.params["id"]
  if (cart_id === undefined) return body
  const back = await bringBackPromotions(req.scope, cart_id, readd)
  const changed = await settlePromotions(req.scope, cart_id)
  if (!found || !(back || changed)) return body
  const cart = await readCartForAnswer(req.scope, cart_id, req.queryConfig?.fields ?? ["id"])
  return { ...(body as object), [found.place]: cart }
}

/**
 * After Medusa has changed a cart of a buyer with agreements, before the answer leaves: codes it forgot on the way come
 * back, and merchants' promotions do on agreed lines what the agreements say. The buyer is never shown a total that does not
 * hold. Everybody else's answers pass untouched.
 */
export function settlePromotionsOfCart(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): void {
  const known = cartRequestOf(req)
  if (!known) return next()
  const send = res.json.bind(res)
  res.json = (body: unknown) => {
    res.json = send
    if (res.statusCode >= 300) return send(body)
    settled(req, body, known).then(send, next)
    return res
  }
  next()
}
