import type { AuthenticatedMedusaRequest, MedusaRequest } from "@medusajs/framework/http"

/** The logged-in customer of a store request; undefined for a guest. Medusa reads the login before any middleware runs. */
export function actorOf(req: MedusaRequest): string | undefined {
  return (req as Partial<AuthenticatedMedusaRequest>).auth_context?.actor_id || undefined
}
