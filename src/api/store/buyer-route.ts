import type { AuthenticatedMedusaRequest, MedusaRequest, MedusaResponse, MedusaStoreRequest } from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContractError, ID_PATTERN } from "../../contract"
import { pickLocale, type Locale } from "../../phrases"
import { DEFAULT_RATE_LIMIT } from "../../modules/negotiation/options"
import { negotiationService } from "../../workflows/negotiation-service"
import { notFound, withErrors } from "../errors"

/** A request of a logged-in buyer. */
export interface BuyerRequest {
  readonly req: MedusaRequest
  readonly res: MedusaResponse
  readonly customer_id: string
  readonly locale: Locale
}

/** The sales channel of the request's publishable key, the first where it has several; null without one. */
export function salesChannelOf(req: MedusaRequest): string | null {
  return (req as Partial<MedusaStoreRequest>).publishable_key_context?.sales_channel_ids[0] ?? null
}

const SECONDS_A_MINUTE = 60

/**
 * Counts one more of something in this minute, in Postgres, so that the limit holds for all servers together.
 *
 * @param key What is counted: `<customer id>`, or `<customer id>/<what>` for something of its own
 * @throws ContractError `rate_limited` with `details.retry_after` in seconds once the minute's number is used up
 */
export async function requirePace(container: MedusaContainer, key: string, limit: number): Promise<void> {
  if (limit <= 0) return
  const now = new Date()
  if ((await negotiationService(container).countRequest(key, now)) <= limit) return
  throw new ContractError("rate_limited", "Too many requests: try again in a minute", {
    retry_after: SECONDS_A_MINUTE - now.getUTCSeconds(),
  })
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
    await requirePace(req.scope, customer_id, negotiationService(req.scope).options.rateLimit ?? DEFAULT_RATE_LIMIT)
    if (Object.values(req.params).some((id) => !ID_PATTERN.test(id))) throw notFound()
    await handle({ req, res, customer_id, locale: pickLocale(req.get("accept-language")) })
  })
}
