import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import { AGREEMENT_MACHINE, transition, type AgreementMachineEvent, type NegotiationMachineEvent } from "../../../lifecycle"
import type { AgreementEnd, EndAgreementsInput, EndedAgreement, EndedAgreements } from "../agreement-types"
import type { AgreementFlags } from "../case-records"
import type { EventDraft } from "../case-types"
import { recordEvents } from "../operations/record-events"
import { noteMissed, openCommitments, owedInWords } from "./commitments"
import { frameOf, moveNegotiation, toChange, type AgreementRow, type NegotiationRow } from "./move-negotiation"
import { placeholders, updateRow } from "./rows"
import { emptyUndo, keepImages } from "./undo"

const AGREEMENT_EVENT: Record<AgreementEnd, AgreementMachineEvent> = {
  used_up: "order",
  expired: "lapse_agreement",
  revoked: "revoke_agreement",
  superseded: "supersede",
}
const NEGOTIATION_EVENT: Record<AgreementEnd, NegotiationMachineEvent | null> = {
  used_up: null,
  expired: "lapse_agreement",
  revoked: "revoke_agreement",
  superseded: "supersede",
}

/**
 * See `AgreementStore.endAgreements`. An agreement that runs out with promised volume open is flagged; one that the merchant
 * revokes, or that gives way to a newer one, asks nothing of the buyer any more.
 */
export async function endAgreements(manager: SqlEntityManager, input: EndAgreementsInput): Promise<EndedAgreements> {
  const undo = emptyUndo()
  if (input.ids.length === 0) return { changed: [], undo }
  const agreements = (await keepImages(
    manager,
    undo,
    "negotiation_agreement",
    `id IN (${placeholders(input.ids)}) AND status = 'active' AND deleted_at IS NULL`,
    input.ids
  )) as unknown as (AgreementRow & { readonly flags: AgreementFlags | null })[]
  if (agreements.length === 0) return { changed: [], undo }
  const negotiations = (await keepImages(
    manager,
    undo,
    "negotiation",
    `id IN (${placeholders(agreements)})`,
    agreements.map((agreement) => agreement.negotiation_id)
  )) as unknown as NegotiationRow[]
  const missed = input.status === "expired" ? await openCommitments(manager, agreements.map((agreement) => agreement.id)) : []
  const changed: EndedAgreement[] = []
  for (const agreement of agreements) {
    const next = transition(AGREEMENT_MACHINE, agreement.status, AGREEMENT_EVENT[input.status], input.status)
    if (!next.ok) continue
    const owed = missed.find((each) => each.agreement_id === agreement.id)
    const flag = owed && { kind: "commitment_missed" as const, at: new Date().toISOString(), order_id: null, detail: owedInWords(owed) }
    await updateRow(manager, "negotiation_agreement", { id: agreement.id }, {
      status: next.status,
      version: agreement.version + 1,
      ended_at: new Date(),
      ended_reason: input.reason,
      ...(flag ? { flags: [...(agreement.flags ?? []), flag] } : {}),
    })
    const row = negotiations.find((each) => each.id === agreement.negotiation_id)
    const negotiation = await moveNegotiation(manager, row, NEGOTIATION_EVENT[input.status], { reason_code: input.reason })
    const entries: EventDraft[] = [{ kind: next.status, actor: input.actor, reason_code: input.reason, note: input.note ?? null }]
    if (owed) {
      await noteMissed(manager, agreement.company_id, owed, undo)
      entries.push({ kind: "commitment_missed", actor: { type: "system", id: null }, trace: { commitments: owed.lines, then: owed.on_missed } })
    }
    await recordEvents(manager, frameOf(agreement, row, negotiation), entries, undo)
    changed.push({ ...toChange(agreement, next.status, negotiation), missed_commitment: owed !== undefined })
  }
  return { changed, undo }
}
