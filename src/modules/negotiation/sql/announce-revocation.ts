import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import { ContractError } from "../../../contract"
import type { AgreementChange, AnnounceRevocationInput } from "../agreement-types"
import { recordEvents } from "../operations/record-events"
import { placeholders, updateRow } from "./rows"
import { emptyUndo, keepImages, type Undo } from "./undo"

/**
 * Says of active agreements when they will be revoked. Until then they go on as they are; those that have ended are left
 * alone. Announcing again replaces what was announced.
 * @throws ContractError `invalid_data` for a moment that is none or has passed
 */
export async function announceRevocation(
  manager: SqlEntityManager,
  input: AnnounceRevocationInput
): Promise<{ changed: AgreementChange[]; undo: Undo }> {
  const at = new Date(input.at)
  if (!(at.getTime() > Date.now())) throw new ContractError("invalid_data", "A revocation is announced for a moment to come")
  const undo = emptyUndo()
  if (input.ids.length === 0) return { changed: [], undo }
  const agreements = await keepImages(
    manager,
    undo,
    "negotiation_agreement",
    `id IN (${placeholders(input.ids)}) AND status = 'active' AND deleted_at IS NULL`,
    input.ids
  )
  const changed: AgreementChange[] = []
  for (const agreement of agreements) {
    const [agreement_id, negotiation_id] = [String(agreement["id"]), String(agreement["negotiation_id"])]
    const company_id = String(agreement["company_id"])
    const { actor, reason, note } = input
    await updateRow(manager, "negotiation_agreement", { id: agreement_id }, {
      revoke_at: at,
      revocation: { actor_id: actor.id, reason_code: reason, note: note ?? null },
      version: Number(agreement["version"]) + 1,
    })
    const frame = { negotiation_id, company_id, agreement_id, status_before: null, status_after: null, round: 0 }
    const trace = { revoke_at: at.toISOString() }
    await recordEvents(manager, frame, [{ kind: "revocation_announced", actor, reason_code: reason, note: note ?? null, trace }], undo)
    const customer_id = String(agreement["customer_id"])
    changed.push({ agreement_id, negotiation_id, company_id, customer_id, status: "active", negotiation: null })
  }
  return { changed, undo }
}

/** A revocation whose moment has come. */
export interface DueRevocation {
  readonly id: string
  readonly reason: string
  readonly actor_id: string | null
  readonly note: string | null
}

/** Active agreements whose announced revocation is due, the longest due first. */
export async function dueRevocations(manager: SqlEntityManager, limit: number): Promise<DueRevocation[]> {
  return manager.execute<DueRevocation[]>(
    `SELECT id, COALESCE(revocation->>'reason_code', 'agreement_revoked') AS reason, revocation->>'actor_id' AS actor_id, revocation->>'note' AS note
     FROM negotiation_agreement WHERE revoke_at IS NOT NULL AND status = 'active' AND revoke_at <= now() AND deleted_at IS NULL
     ORDER BY revoke_at LIMIT ?`,
    [limit]
  )
}
