import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import { generateEntityId } from "@medusajs/framework/utils"
import type { AgreementDraft } from "../case-types"
import { amountColumns, insertRows, placeholders, updateRow } from "../sql/rows"
import { keepImages, noteInserted, type Undo } from "../sql/undo"
import type { CaseOwner } from "./apply-case-change"
import { concessionRows } from "./concession-rows"
import { recordEvents } from "./record-events"

/** An agreement that a newer one replaced. */
export interface SupersededAgreement {
  readonly agreement_id: string
  readonly negotiation_id: string
  readonly customer_id: string
  /** Version of its negotiation once revoked; null where that one had ended already. */
  readonly negotiation_version: number | null
}

/**
 * Records accepted terms. A live agreement of the same company whose every line the new one covers is superseded, its
 * negotiation revoked; one that also covers other variants goes on.
 */
export async function recordAgreement(
  manager: SqlEntityManager,
  negotiationId: string,
  owner: CaseOwner,
  draft: AgreementDraft,
  undo: Undo
): Promise<{ agreement_id: string; superseded_agreements: SupersededAgreement[] }> {
  // Two agreements of one company at once would not see each other: one after the other they do.
  await manager.execute(`SELECT pg_advisory_xact_lock(hashtext(?))`, [owner.company_id])
  const superseded = await supersedeAgreements(manager, owner, draft, undo)
  const id = generateEntityId(undefined, "nagr")
  await insertRows(manager, "negotiation_agreement", [
    {
      id,
      negotiation_id: negotiationId,
      offer_id: draft.offer_id,
      option_id: draft.option_id,
      company_id: owner.company_id,
      customer_id: owner.customer_id,
      region_id: owner.region_id,
      currency_code: owner.currency_code,
      status: "active",
      valid_from: new Date(),
      valid_until: draft.valid_until,
      max_orders: draft.max_orders,
      promotion_stacking: draft.promotion_stacking,
      is_tax_inclusive: draft.is_tax_inclusive,
      shared: draft.shared,
    },
  ])
  noteInserted(undo, "negotiation_agreement", [id])
  const lines = draft.lines.map((line) => ({
    id: generateEntityId(undefined, "nagl"),
    agreement_id: id,
    company_id: owner.company_id,
    line_id: line.line_id,
    variant_id: line.variant_id,
    title: line.title,
    min_quantity: line.min_quantity,
    max_quantity: line.max_quantity,
    remaining_quantity: line.max_quantity,
    committed_quantity: line.committed_quantity,
    price_ids: [],
    ...amountColumns("unit_price", line.unit_price),
  }))
  await insertRows(manager, "negotiation_agreement_line", lines)
  noteInserted(undo, "negotiation_agreement_line", lines.map((line) => line.id))
  const concessions = concessionRows(draft, lines, { agreement_id: id, company_id: owner.company_id })
  await insertRows(manager, "negotiation_concession", concessions)
  noteInserted(undo, "negotiation_concession", concessions.map((row) => String(row["id"])))
  return { agreement_id: id, superseded_agreements: superseded }
}

async function supersedeAgreements(
  manager: SqlEntityManager,
  owner: CaseOwner,
  draft: AgreementDraft,
  undo: Undo
): Promise<SupersededAgreement[]> {
  const variants = draft.lines.map((line) => line.variant_id)
  const replaced = await keepImages(
    manager,
    undo,
    "negotiation_agreement",
    `company_id = ? AND status = 'active' AND region_id = ? AND currency_code = ? AND deleted_at IS NULL
     AND NOT EXISTS (
       SELECT 1 FROM negotiation_agreement_line l
       WHERE l.agreement_id = t.id AND l.deleted_at IS NULL AND l.variant_id NOT IN (${placeholders(variants)})
     )`,
    [owner.company_id, owner.region_id, owner.currency_code, ...variants]
  )
  const superseded: SupersededAgreement[] = []
  for (const agreement of replaced) {
    const id = String(agreement["id"])
    await updateRow(manager, "negotiation_agreement", { id }, {
      status: "superseded",
      ended_at: new Date(),
      ended_reason: "superseded",
      version: Number(agreement["version"]) + 1,
    })
    const [negotiation] = await keepImages(
      manager,
      undo,
      "negotiation",
      "id = ? AND status = 'agreed'",
      [agreement["negotiation_id"]]
    )
    if (negotiation) {
      await updateRow(manager, "negotiation", { id: String(negotiation["id"]) }, {
        status: "revoked",
        reason_code: "superseded",
        version: Number(negotiation["version"]) + 1,
      })
    }
    await recordEvents(
      manager,
      {
        negotiation_id: String(agreement["negotiation_id"]),
        company_id: owner.company_id,
        status_before: negotiation ? "agreed" : null,
        status_after: negotiation ? "revoked" : null,
        round: 0,
        agreement_id: id,
      },
      [{ kind: "superseded", actor: { type: "system", id: null }, reason_code: "superseded" }],
      undo
    )
    superseded.push({
      agreement_id: id,
      negotiation_id: String(agreement["negotiation_id"]),
      customer_id: String(agreement["customer_id"]),
      negotiation_version: negotiation ? Number(negotiation["version"]) + 1 : null,
    })
  }
  return superseded
}
