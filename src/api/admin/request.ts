import type { AuthenticatedMedusaRequest, MedusaResponse, MedusaNextFunction } from "@medusajs/framework/http"
import type { NegotiationModuleService } from "../../modules/negotiation"
import { ID_PATTERN } from "../../contract"
import { notFound, withErrors } from "../errors"
import { negotiationService } from "../../workflows/negotiation-service"

/** A request of a logged-in person of the merchant's. */
export type AdminRequest = AuthenticatedMedusaRequest

/** A route of Medusa as the loader wants it. */
type Route = (req: AdminRequest, res: MedusaResponse, next: MedusaNextFunction) => Promise<void>

/** Wraps an admin route so that expected failures become the contract's error bodies. */
export function adminRoute(handler: (req: AdminRequest, res: MedusaResponse) => Promise<void>): Route {
  return withErrors<AdminRequest>(handler)
}

/** The plugin's memory. */
export function negotiationsOf(req: AdminRequest): NegotiationModuleService {
  return negotiationService(req.scope)
}

/** Who asks: the user's id, or the id of a secret API key. */
export function actorOf(req: AdminRequest): string {
  return req.auth_context.actor_id
}

/** The id in the path. @throws ContractError `not_found` for what can be no id */
export function idOf(req: AdminRequest): string {
  const id = req.params["id"] ?? ""
  if (!ID_PATTERN.test(id)) throw notFound()
  return id
}
