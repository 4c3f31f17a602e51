import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import { DEFAULT_POLICY_TERMS, type PolicyTerms } from "../../../contract"
import type { AgreementFlags } from "../case-records"
import type { AgreementChange, AgreementChanges } from "../agreement-types"
import { recordEvents } from "../operations/record-events"
import { frameOf, toChange, type AgreementRow } from "./move-negotiation"
import { placeholders, updateRow } from "./rows"
import { emptyUndo, keepImages, type Undo } from "./undo"

/** Volume a buyer promised and has not bought. */
export interface OpenCommitment {
  readonly agreement_id: string
  readonly lines: readonly { readonly variant_id: string; readonly title: string; readonly committed: number; readonly bought: number }[]
  /** What the policy the agreement was made under says of a missed one. */
  readonly on_missed: PolicyTerms["on_missed_commitment"]
}

/** The policy's word on a term; the default where no policy answered, or its version is older than the term. */
const term = (name: "commitment_reminder_days" | "on_missed_commitment") =>
  `COALESCE((SELECT pv.terms->>'${name}' FROM negotiation n JOIN negotiation_policy_version pv
     ON pv.policy_id = n.policy_id AND pv.version = n.policy_version WHERE n.id = a.negotiation_id), '${String(DEFAULT_POLICY_TERMS[name])}')`

const OPEN = `l.deleted_at IS NULL AND l.committed_quantity IS NOT NULL AND l.fulfilled_quantity < l.committed_quantity`

/** What is still owed under these agreements; those that owe nothing are left out. */
export async function openCommitments(manager: SqlEntityManager, agreement_ids: readonly string[]): Promise<OpenCommitment[]> {
  if (agreement_ids.length === 0) return []
  return manager.execute<OpenCommitment[]>(
    `SELECT a.id AS agreement_id, ${term("on_missed_commitment")} AS on_missed, json_agg(json_build_object(
        'variant_id', l.variant_id, 'title', l.title, 'committed', l.committed_quantity, 'bought', l.fulfilled_quantity) ORDER BY l.id) AS lines
     FROM negotiation_agreement a JOIN negotiation_agreement_line l ON l.agreement_id = a.id
     WHERE a.id IN (${placeholders(agreement_ids)}) AND ${OPEN} GROUP BY a.id, a.negotiation_id`,
    [...agreement_ids]
  )
}

/** What is owed, in figures: `Part: 400 of 1000`. */
export function owedInWords(commitment: OpenCommitment): string {
  return commitment.lines.map(({ title, bought, committed }) => `${title}: ${bought} of ${committed}`).join("; ")
}

/** Notes on the company that it missed a commitment, where the policy wants a person to decide from then on. */
export async function noteMissed(manager: SqlEntityManager, company_id: string, commitment: OpenCommitment, undo: Undo): Promise<void> {
  if (commitment.on_missed !== "person") return
  await keepImages(manager, undo, "negotiation_company", "id = ? AND deleted_at IS NULL", [company_id])
  await updateRow(manager, "negotiation_company", { id: company_id }, { missed_commitment_at: new Date() })
}

/**
 * Takes back that these agreements' commitments were missed where an order that was heard of late has met them: the flag, and the note on
 * the company where it was made for this one.
 */
export async function takeBackMissed(manager: SqlEntityManager, agreement_ids: readonly string[]): Promise<void> {
  if (agreement_ids.length === 0) return
  const met = await manager.execute<(AgreementRow & { readonly flags: AgreementFlags })[]>(
    `SELECT a.id, a.negotiation_id, a.company_id, a.customer_id, a.status, a.version, a.flags FROM negotiation_agreement a
     WHERE a.id IN (${placeholders(agreement_ids)}) AND a.flags @> '[{"kind":"commitment_missed"}]'::jsonb
       AND NOT EXISTS (SELECT 1 FROM negotiation_agreement_line l WHERE l.agreement_id = a.id AND ${OPEN})`,
    [...agreement_ids]
  )
  for (const agreement of met) {
    const missed = agreement.flags.find(({ kind }) => kind === "commitment_missed")
    const flags = agreement.flags.filter((flag) => flag !== missed)
    await updateRow(manager, "negotiation_agreement", { id: agreement.id }, { flags: flags.length > 0 ? flags : null, version: agreement.version + 1 })
    await manager.execute(
      `UPDATE negotiation_company SET missed_commitment_at = NULL, updated_at = now()
       WHERE id = ? AND missed_commitment_at BETWEEN ?::timestamptz - interval '1 minute' AND ?::timestamptz + interval '1 minute'`,
      [agreement.company_id, missed?.at ?? null, missed?.at ?? null]
    )
    await recordEvents(manager, frameOf(agreement, undefined, null), [{ kind: "commitment_met", actor: { type: "system", id: null }, trace: { before: missed } }], emptyUndo())
  }
}

/**
 * Marks active agreements that end soon with volume still open as reminded, each once, and returns them. How soon is the
 * policy's word. Two workers at once share them.
 */
export async function remindCommitments(manager: SqlEntityManager, limit: number): Promise<AgreementChanges> {
  const undo = emptyUndo()
  const due = await manager.execute<{ id: string }[]>(
    `SELECT a.id FROM negotiation_agreement a
     WHERE a.status = 'active' AND a.deleted_at IS NULL AND a.commitment_reminded_at IS NULL AND a.revoke_at IS NULL AND a.valid_until > now()
       AND EXISTS (SELECT 1 FROM negotiation_agreement_line l WHERE l.agreement_id = a.id AND ${OPEN})
       AND a.valid_until <= now() + make_interval(days => (${term("commitment_reminder_days")})::int)
     ORDER BY a.valid_until, a.id LIMIT ? FOR UPDATE SKIP LOCKED`,
    [limit]
  )
  const ids = due.map((row) => row.id)
  const commitments = await openCommitments(manager, ids)
  const changed: AgreementChange[] = []
  for (const commitment of commitments) {
    const [row] = await keepImages(manager, undo, "negotiation_agreement", "id = ?", [commitment.agreement_id])
    const agreement = row as unknown as AgreementRow
    await updateRow(manager, "negotiation_agreement", { id: agreement.id }, { commitment_reminded_at: new Date(), version: agreement.version + 1 })
    const trace = { commitments: commitment.lines }
    await recordEvents(manager, frameOf(agreement, undefined, null), [{ kind: "commitment_due", actor: { type: "system", id: null }, trace }], undo)
    changed.push(toChange(agreement, agreement.status, null))
  }
  return { changed, undo }
}
