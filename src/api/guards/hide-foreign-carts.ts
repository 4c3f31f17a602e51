import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { companiesWithAgreementsIn, mayLookAtCartOf, readCartOwner } from "../../workflows/agreement/buyer-access"
import { actorOf } from "./actor"

/** What Medusa says of a cart that does not exist. */
function noSuchCart(cart_id: string): MedusaError {
  return new MedusaError(MedusaError.Types.NOT_FOUND, `Cart with id '${cart_id}' not found`)
}

/** @returns the refusal, or null where this actor may see and change this cart as far as agreements are concerned. */
async function refusalFor(req: MedusaRequest, cart_id: string): Promise<MedusaError | null> {
  const cart = await readCartOwner(req.scope, cart_id)
  // A missing cart is answered here too: the same words from the same place, so that nothing tells the two apart.
  if (!cart) return noSuchCart(cart_id)
  const actor = actorOf(req)
  if (cart.customer_id === null || cart.customer_id === actor) return null
  const live = await companiesWithAgreementsIn(req.scope, { id: cart_id, customer_id: cart.customer_id })
  if (live.length === 0) return null
  const looks = req.method === "GET" && actor !== undefined && (await mayLookAtCartOf(req.scope, cart.customer_id, live, actor))
  return looks ? null : noSuchCart(cart_id)
}

/**
 * Medusa's carts belong to whoever knows their id. A cart of somebody whose company holds live agreements shows prices that
 * are nobody else's, so for everybody else it does not exist: reading, changing, completing. A colleague of the same company, to
 * whom all of these prices belong as well, may read it (who approves a cart has to), and no more. All other carts stay as open as
 * Medusa made them, a guest's that is being transferred to its new owner included.
 */
export async function hideForeignCarts(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): Promise<void> {
  if (actorOf(req) !== undefined) res.setHeader("Cache-Control", "private, no-store")
  const refusal = await refusalFor(req, req.params["id"] ?? "")
  next(refusal ?? undefined)
}

/** The same for routes that take the cart's id in body or query: what they answer tells the cart's total. */
export async function hideForeignCartsNamed(req: MedusaRequest, _res: MedusaResponse, next: MedusaNextFunction): Promise<void> {
  const place = req.method === "GET" ? req.query : (req.body as { cart_id?: unknown } | undefined)
  const named: unknown = place?.["cart_id"]
  const refusal = typeof named === "string" && named !== "" ? await refusalFor(req, named) : null
  next(refusal ?? undefined)
}
