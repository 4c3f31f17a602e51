import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import type { AgreementLineView, UseLine } from "../agreement-types"
import type { AgreementDraft } from "../case-types"
import { readAgreementLines } from "../sql/agreements"
import { readConcessions } from "../sql/concessions"
import { placeholders, updateRow } from "../sql/rows"
import { quantityOf } from "../sql/uses"
import { keepImages, type Undo } from "../sql/undo"
import type { CaseOwner } from "./apply-case-change"
import { recordEvents } from "./record-events"
import { takeOver, type CarriedLine } from "./take-over"

/** An agreement that a newer one replaced. */
export interface SupersededAgreement {
  readonly agreement_id: string
  readonly negotiation_id: string
  readonly customer_id: string
  /** Version of its negotiation once revoked; null where that one had ended already. */
  readonly negotiation_version: number | null
}

async function supersede(
  manager: SqlEntityManager,
  company_id: string,
  agreement_id: string,
  carried: readonly CarriedLine[],
  undo: Undo
): Promise<SupersededAgreement> {
  const [agreement] = await keepImages(manager, undo, "negotiation_agreement", "id = ?", [agreement_id])
  if (!agreement) throw new Error(`Agreement ${agreement_id} is gone`)
  const negotiation_id = String(agreement["negotiation_id"])
  await updateRow(manager, "negotiation_agreement", { id: agreement_id }, {
    status: "superseded",
    ended_at: new Date(),
    ended_reason: "superseded",
    version: Number(agreement["version"]) + 1,
  })
  const [negotiation] = await keepImages(manager, undo, "negotiation", "id = ? AND status = 'agreed'", [negotiation_id])
  const negotiation_version = negotiation ? Number(negotiation["version"]) + 1 : null
  if (negotiation) {
    await updateRow(manager, "negotiation", { id: negotiation_id }, { status: "revoked", reason_code: "superseded", version: negotiation_version })
  }
  const frame = {
    negotiation_id,
    company_id,
    status_before: negotiation ? "agreed" : null,
    status_after: negotiation ? "revoked" : null,
    round: 0,
    agreement_id,
  }
  const trace = carried.length > 0 ? { carried } : null
  await recordEvents(manager, frame, [{ kind: "superseded", actor: { type: "system", id: null }, reason_code: "superseded", trace }], undo)
  return { agreement_id, negotiation_id, customer_id: String(agreement["customer_id"]), negotiation_version }
}

/** What is left of an agreement's lines beside what carts that are being ordered have claimed: those are counted on the old agreement. */
async function withoutClaimed(manager: SqlEntityManager, agreement_id: string, lines: readonly AgreementLineView[]): Promise<AgreementLineView[]> {
  const claims = await manager.execute<{ lines: UseLine[] }[]>(
    `SELECT lines FROM negotiation_agreement_use WHERE agreement_id = ? AND status = 'reserved' AND deleted_at IS NULL`,
    [agreement_id]
  )
  const claimed = claims.flatMap((claim) => claim.lines)
  return lines.map((line) => {
    if (line.remaining_quantity === null) return line
    const remaining_quantity = line.remaining_quantity - quantityOf(claimed, line.id)
    return { ...line, remaining_quantity, live: line.live && remaining_quantity > 0 && remaining_quantity >= line.min_quantity }
  })
}

/**
 * Supersedes the company's live agreements whose variants a new one covers, in its region and currency. Their rows are locked,
 * so that nobody claims pieces while what is left of them is read.
 * @returns which were superseded, and the prices of theirs that the new agreement takes over.
 */
export async function supersedeAgreements(
  manager: SqlEntityManager,
  owner: CaseOwner,
  draft: AgreementDraft,
  undo: Undo
): Promise<{ superseded: SupersededAgreement[]; carried: CarriedLine[] }> {
  const variants = draft.lines.map((line) => line.variant_id)
  const overlapping = await manager.execute<{ id: string }[]>(
    `SELECT t.id FROM negotiation_agreement t
     WHERE company_id = ? AND status = 'active' AND region_id = ? AND currency_code = ? AND deleted_at IS NULL
     AND NOT EXISTS (
       SELECT 1 FROM negotiation_agreement_line l
       WHERE l.agreement_id = t.id AND l.deleted_at IS NULL AND l.variant_id NOT IN (${placeholders(variants)})
     ) ORDER BY t.id FOR UPDATE`,
    [owner.company_id, owner.region_id, owner.currency_code, ...variants]
  )
  const superseded: SupersededAgreement[] = []
  const carried: CarriedLine[] = []
  for (const { id } of overlapping) {
    const lines = await withoutClaimed(manager, id, await readAgreementLines(manager, "a.id = ?", [id]))
    const conceded = await readConcessions(manager, "k.agreement_id = ?", [id])
    const outcome = takeOver(lines.filter((line) => line.live), draft, owner.customer_id, conceded.filter((each) => each.live))
    if (outcome.kind === "beside") continue
    carried.push(...outcome.carried)
    superseded.push(await supersede(manager, owner.company_id, id, outcome.carried, undo))
  }
  return { superseded, carried }
}
