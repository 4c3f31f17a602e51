import type { AuthenticatedMedusaRequest, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContractError } from "../../contract"
import { pickLocale, type Locale } from "../../phrases"
import { withErrors } from "../errors"

/** A request of a logged-in buyer. */
export interface BuyerRequest {
  readonly req: MedusaRequest
  readonly res: MedusaResponse
  readonly customer_id: string
  readonly locale: Locale
}

/**
 * A store route for logged-in buyers. Answers are personal, so no shared cache may keep them.
 * Without a login: 401 with the contract's body.
 */
export function buyerRoute(handle: (request: BuyerRequest) => Promise<void>) {
  return withErrors(async (req: MedusaRequest, res: MedusaResponse) => {
    const customer_id = (req as AuthenticatedMedusaRequest).auth_context?.actor_id
    if (!customer_id) throw new ContractError("unauthorized", "Log in to negotiate")
    res.setHeader("Cache-Control", "private, no-store")
    await handle({ req, res, customer_id, locale: pickLocale(req.get("accept-language")) })
  })
}
