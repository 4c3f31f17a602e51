import { createHash } from "node:crypto"
import { setTimeout } from "node:timers/promises"
import { ContractError } from "../../contract"
import type { IdempotencyDraft } from "../../modules/negotiation/case-types"
import type { KeptAnswer } from "../../modules/negotiation/operations/idempotency"
import { negotiationService } from "../../workflows/negotiation-service"
import type { BuyerRequest } from "./buyer-route"

/** A request that took its key longer ago than this has died on the way. */
const AT_WORK_SECONDS = 15
const POLL_MS = 100

/** Longest idempotency key. */
const MAX_KEY = 255
const CREATED = 201

/** JSON with sorted keys: the same body gives the same hash however it was written. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null"
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join(",")}}`
}

/**
 * What an `Idempotency-Key` stands for on this route; null without one.
 *
 * @param body What makes two requests equal
 * @throws ContractError `invalid_data` for an empty or too long key
 */
export function idempotencyOf({ req, customer_id }: BuyerRequest, body: unknown, statusCode: number): IdempotencyDraft | null {
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

/**
 * The answer kept under a key. While its request is still at work there is none yet, and what it recorded may still be
 * taken back: it is waited for, and forgotten with it.
 * @throws ContractError `idempotency_mismatch` where it was another body's
 */
export async function findKept(request: BuyerRequest, draft: IdempotencyDraft): Promise<KeptAnswer | null> {
  const service = negotiationService(request.req.scope)
  for (;;) {
    const kept = await service.findKeptAnswer(draft.scope, draft.key)
    if (kept && kept.body_hash !== draft.body_hash) throw new ContractError("idempotency_mismatch", "This Idempotency-Key was used with another body")
    if (!kept || kept.answer !== null || kept.age > AT_WORK_SECONDS) return kept
    await setTimeout(POLL_MS)
  }
}

/**
 * Does something that is no command on a case and answers with what it gives. With an `Idempotency-Key` the same request does it
 * once and gets the same answer for a day, also when both arrive at once: the key is taken first, and given back where it failed.
 *
 * @param body What makes two requests equal
 * @param statusCode 201 where something new came about, which is the usual case
 * @throws ContractError `idempotency_mismatch`, and what `act` throws
 */
export async function answerOnce(request: BuyerRequest, body: unknown, act: () => Promise<object>, statusCode: 200 | 201 = CREATED): Promise<void> {
  const { req, res } = request
  const draft = idempotencyOf(request, body, statusCode)
  if (draft === null) return void res.status(statusCode).json(await act())
  const service = negotiationService(req.scope)
  while (!(await service.claimKey(draft, AT_WORK_SECONDS))) {
    const kept = await findKept(request, draft)
    if (kept?.answer) return void res.status(kept.status_code).json(kept.answer)
  }
  try {
    const answer = await act()
    await service.keepAnswer(draft, null, answer)
    res.status(statusCode).json(answer)
  } catch (error) {
    await service.releaseKey(draft)
    throw error
  }
}
