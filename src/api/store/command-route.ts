import type { z } from "zod"
import { isContractError, type StoreNegotiation } from "../../contract"
import type { IdempotencyDraft } from "../../modules/negotiation/case-types"
import type { CommandOutcome } from "../../workflows/case/prepared"
import { negotiationService } from "../../workflows/negotiation-service"
import { isNamed } from "../../workflows/case/run-command"
import { notFound, parse } from "../errors"
import { buyerRoute, type BuyerRequest } from "./buyer-route"
import { findKept, idempotencyOf } from "./idempotency"
import { storeNegotiation } from "./views"

/** A command of a buyer: its checked body and the key it came with. */
export interface BuyerCommandRequest<Body> extends BuyerRequest {
  readonly body: Body
  readonly idempotency: IdempotencyDraft | null
}

async function readNegotiation({ req, customer_id, locale }: BuyerRequest, id: string): Promise<StoreNegotiation> {
  const record = await negotiationService(req.scope).readCase(id, customer_id)
  if (!record) throw notFound()
  return storeNegotiation(record, locale)
}

/** Sends the answer kept under the key, or where its request died on the way the case as it stands; false where there is none. */
async function sendKept(request: BuyerRequest, draft: IdempotencyDraft): Promise<boolean> {
  const kept = await findKept(request, draft)
  if (!kept) return false
  const answer = kept.answer ?? (kept.negotiation_id ? { negotiation: await readNegotiation(request, kept.negotiation_id) } : null)
  request.res.status(kept.status_code).json(answer)
  return true
}

/**
 * A POST route of a buyer: checks the body, runs the command, answers `{ negotiation }` as it is afterwards. With an
 * `Idempotency-Key` the same request gets the same answer for a day, also when both arrive at once.
 */
export function commandRoute<Schema extends z.ZodType>(
  schema: Schema,
  statusCode: 200 | 201,
  run: (request: BuyerCommandRequest<z.output<Schema>>) => Promise<CommandOutcome>
) {
  return buyerRoute(async (request) => {
    const body = parse(schema, request.req.body ?? {})
    const idempotency = idempotencyOf(request, request.req.body ?? {}, statusCode)
    if (idempotency && (await sendKept(request, idempotency))) return
    const service = negotiationService(request.req.scope)
    try {
      const outcome = await run({ ...request, body, idempotency })
      const answer = { negotiation: await readNegotiation(request, outcome.negotiation_id) }
      if (idempotency) await service.keepAnswer(idempotency, outcome.negotiation_id, answer)
      request.res.status(statusCode).json(answer)
    } catch (error) {
      // Of two equal requests at once one loses the race, by the key or by the version: it gets the winner's answer.
      if (idempotency && (isNamed(error, "KeyTaken") || isContractError(error)) && (await sendKept(request, idempotency))) return
      throw error
    }
  })
}

/** The id in a route's path. */
export function idOf({ req }: BuyerRequest): string {
  return req.params["id"] ?? ""
}
