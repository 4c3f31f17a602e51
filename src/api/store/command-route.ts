import { createHash } from "node:crypto"
import { setTimeout } from "node:timers/promises"
import type { z } from "zod"
import { ContractError, isContractError, type StoreNegotiation } from "../../contract"
import type { IdempotencyDraft } from "../../modules/negotiation/case-types"
import type { CommandOutcome } from "../../workflows/case/prepared"
import type { KeptAnswer } from "../../modules/negotiation/operations/idempotency"
import { negotiationService } from "../../workflows/case/facts/negotiation-service"
import { isNamed } from "../../workflows/case/run-command"
import { notFound, parse } from "../errors"
import { buyerRoute, type BuyerRequest } from "./buyer-route"
import { storeNegotiation } from "./views"

/** A request that took its key longer ago than this has died on the way: the case as it stands is its answer. */
const AT_WORK_SECONDS = 15
const POLL_MS = 100

/** Longest idempotency key. */
const MAX_KEY = 255

/** A command of a buyer: its checked body and the key it came with. */
export interface BuyerCommandRequest<Body> extends BuyerRequest {
  readonly body: Body
  readonly idempotency: IdempotencyDraft | null
}

/** JSON with sorted keys: the same body gives the same hash however it was written. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null"
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join(",")}}`
}

function idempotencyOf({ req, customer_id }: BuyerRequest, body: unknown, statusCode: number): IdempotencyDraft | null {
  const key = req.get("idempotency-key")
  if (key === undefined) return null
  if (key.length === 0 || key.length > MAX_KEY) {
    throw new ContractError("invalid_data", `Idempotency-Key: 1 to ${MAX_KEY} characters`)
  }
  return {
    scope: `${customer_id} ${req.method} ${req.path}`,
    key,
    body_hash: createHash("sha256").update(canonical(body)).digest("hex"),
    status_code: statusCode,
  }
}

async function readNegotiation({ req, customer_id, locale }: BuyerRequest, id: string): Promise<StoreNegotiation> {
  const record = await negotiationService(req.scope).readCase(id, customer_id)
  if (!record) throw notFound()
  return storeNegotiation(record, locale)
}

/**
 * The answer kept under a key. While its request is still at work there is none yet, and what it recorded may still be
 * taken back: it is waited for, and forgotten with it.
 */
async function findKept(request: BuyerRequest, draft: IdempotencyDraft): Promise<KeptAnswer | null> {
  const service = negotiationService(request.req.scope)
  for (;;) {
    const kept = await service.findKeptAnswer(draft.scope, draft.key)
    if (!kept || kept.answer !== null || kept.body_hash !== draft.body_hash || kept.age > AT_WORK_SECONDS) return kept
    await setTimeout(POLL_MS)
  }
}

/** Sends the answer kept under the key; false where there is none. @throws ContractError `idempotency_mismatch` */
async function sendKept(request: BuyerRequest, draft: IdempotencyDraft): Promise<boolean> {
  const kept = await findKept(request, draft)
  if (!kept) return false
  if (kept.body_hash !== draft.body_hash) {
    throw new ContractError("idempotency_mismatch", "This Idempotency-Key was used with another body")
  }
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
