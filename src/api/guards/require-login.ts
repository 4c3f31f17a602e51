import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customersWithEmail, holdLiveAgreements, readCartOwner } from "../../workflows/agreement/buyer-access"
import { ContractError } from "../../contract"
import { sendError } from "../errors"
import { actorOf } from "./actor"

function emailOf(req: MedusaRequest): string | null {
  const email: unknown = (req.body as { email?: unknown } | undefined)?.email
  return typeof email === "string" && email !== "" ? email.toLowerCase() : null
}

/**
 * Medusa gives a cart with a registered buyer's e-mail to that buyer, prices and all, whoever sent it. Where that buyer's
 * company holds live agreements, a stranger is asked to log in. Nobody else notices: guests without agreements check out as
 * ever, and a logged-in customer may put any e-mail on a cart of their own, which stays theirs.
 */
export async function requireLogin(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): Promise<void> {
  const email = emailOf(req)
  if (email === null) return next()
  const actor = actorOf(req)
  const cart_id = req.params["id"]
  const owner = cart_id === undefined ? actor : (await readCartOwner(req.scope, cart_id))?.customer_id
  if (actor !== undefined && actor === owner) return next()
  const customers = (await customersWithEmail(req.scope, email)).filter((id) => id !== actor)
  if (!(await holdLiveAgreements(req.scope, customers))) return next()
  sendError(res, new ContractError("unauthorized", "This e-mail belongs to a buyer with agreed prices. Log in to go on."))
}
