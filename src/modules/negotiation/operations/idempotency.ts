import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import { generateEntityId } from "@medusajs/framework/utils"
import type { IdempotencyDraft } from "../case-types"
import { insertRows } from "../sql/rows"
import { noteInserted, type Undo } from "../sql/undo"
import { isUniqueViolation } from "../sql/unique-violation"

/** A request with the same key was recorded first: its answer is the answer. */
export class KeyTaken extends Error {
  override readonly name = "KeyTaken"
}

/** What a key stands for. */
export interface KeptAnswer {
  readonly body_hash: string
  readonly negotiation_id: string | null
  readonly status_code: number
  readonly answer: unknown
  /** Seconds since the key was taken. */
  readonly age: number
}

/** Takes the key for this change, in the change's own transaction: no key without its change, no change twice. */
export async function claimIdempotencyKey(
  manager: SqlEntityManager,
  negotiationId: string,
  draft: IdempotencyDraft,
  undo: Undo
): Promise<void> {
  const id = generateEntityId(undefined, "nidm")
  try {
    await insertRows(manager, "negotiation_idempotency_key", [{ id, negotiation_id: negotiationId, answer: null, ...draft }])
  } catch (error) {
    if (isUniqueViolation(error)) throw new KeyTaken()
    throw error
  }
  noteInserted(undo, "negotiation_idempotency_key", [id])
}

/**
 * Takes a key for something that changes no case, before it is done; one whose request died on the way is taken over.
 * @returns false where somebody else has it
 */
export async function claimKey(manager: SqlEntityManager, draft: IdempotencyDraft, deadAfterSeconds: number): Promise<boolean> {
  const rows = await manager.execute<object[]>(
    `INSERT INTO negotiation_idempotency_key AS k (id, scope, key, body_hash, status_code)
     VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (scope, key) WHERE deleted_at IS NULL
     DO UPDATE SET created_at = now(), updated_at = now()
       WHERE k.answer IS NULL AND k.negotiation_id IS NULL AND k.body_hash = excluded.body_hash AND k.created_at < now() - make_interval(secs => ?)
     RETURNING id`,
    [generateEntityId(undefined, "nidm"), draft.scope, draft.key, draft.body_hash, draft.status_code, deadAfterSeconds]
  )
  return rows.length > 0
}

/** Gives a key back that nothing was answered under: what it was taken for failed. */
export async function releaseKey(manager: SqlEntityManager, { scope, key }: IdempotencyDraft): Promise<void> {
  await manager.execute(`DELETE FROM negotiation_idempotency_key WHERE scope = ? AND key = ? AND answer IS NULL AND negotiation_id IS NULL`, [scope, key])
}

/** The answer kept under a key, or null. */
export async function findKeptAnswer(manager: SqlEntityManager, scope: string, key: string): Promise<KeptAnswer | null> {
  const [row] = await manager.execute<KeptAnswer[]>(
    `SELECT body_hash, negotiation_id, status_code, answer, extract(epoch FROM now() - created_at)::float AS age FROM negotiation_idempotency_key
     WHERE scope = ? AND key = ? AND deleted_at IS NULL`,
    [scope, key]
  )
  return row ?? null
}

/**
 * Keeps the answer as it was sent, so that a retry gets the same. A command that changed nothing has not taken its key
 * yet: it does so here.
 */
export async function keepAnswer(manager: SqlEntityManager, draft: IdempotencyDraft, negotiationId: string | null, answer: unknown): Promise<void> {
  await manager.execute(
    `INSERT INTO negotiation_idempotency_key (id, scope, key, body_hash, negotiation_id, status_code, answer)
     VALUES (?, ?, ?, ?, ?, ?, ?::jsonb)
     ON CONFLICT (scope, key) WHERE deleted_at IS NULL
     DO UPDATE SET answer = coalesce(negotiation_idempotency_key.answer, excluded.answer), updated_at = now()`,
    [generateEntityId(undefined, "nidm"), draft.scope, draft.key, draft.body_hash, negotiationId, draft.status_code, JSON.stringify(answer)]
  )
}

/** Deletes keys older than a day: nobody retries after that. */
export async function forgetOldKeys(manager: SqlEntityManager): Promise<void> {
  await manager.execute(`DELETE FROM negotiation_idempotency_key WHERE created_at < now() - interval '24 hours'`)
}
