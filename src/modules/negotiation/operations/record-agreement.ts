import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import { generateEntityId } from "@medusajs/framework/utils"
import type { AgreementDraft } from "../case-types"
import { amountColumns, insertRows } from "../sql/rows"
import { noteInserted, type Undo } from "../sql/undo"
import type { CaseOwner } from "./apply-case-change"
import { concessionRows } from "./concession-rows"
import { supersedeAgreements, type SupersededAgreement } from "./supersede-agreements"

export type { SupersededAgreement }

/**
 * Records accepted terms. A live agreement of the same company whose every variant the new one covers is superseded, its
 * negotiation revoked; one that also covers other variants goes on. Nobody is worse off for it: what the older one gave and
 * the new one doesn't is taken over as further lines, or the older one goes on beside it (see `takeOver`).
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
  const { superseded, carried } = await supersedeAgreements(manager, owner, draft, undo)
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
  const own = draft.lines.map((line) => agreementLine(line, id, owner.company_id, null))
  const lines = [...own, ...carried.map((line) => agreementLine(line, id, owner.company_id, line.valid_until))]
  await insertRows(manager, "negotiation_agreement_line", lines)
  noteInserted(undo, "negotiation_agreement_line", lines.map((line) => line.id))
  const concessions = concessionRows(draft, own, { agreement_id: id, company_id: owner.company_id })
  await insertRows(manager, "negotiation_concession", concessions)
  noteInserted(undo, "negotiation_concession", concessions.map((row) => String(row["id"])))
  return { agreement_id: id, superseded_agreements: superseded }
}

type LineToWrite = Omit<AgreementDraft["lines"][number], "line_id"> & { readonly line_id: string | null }

function agreementLine(line: LineToWrite, agreement_id: string, company_id: string, valid_until: Date | null) {
  return {
    id: generateEntityId(undefined, "nagl"),
    agreement_id,
    company_id,
    line_id: line.line_id,
    variant_id: line.variant_id,
    title: line.title,
    min_quantity: line.min_quantity,
    max_quantity: line.max_quantity,
    remaining_quantity: line.max_quantity,
    committed_quantity: line.committed_quantity,
    valid_until,
    price_ids: [],
    ...amountColumns("unit_price", line.unit_price),
  }
}
