import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import { generateEntityId } from "@medusajs/framework/utils"
import type { OfferStatus } from "../../../contract"
import type { OfferDraft } from "../case-types"
import { amountColumns, insertRows, updateRow } from "../sql/rows"
import { keepImages, noteInserted, type Undo } from "../sql/undo"

/** Ends the offer that stands, if one does. */
export async function closeStandingOffer(
  manager: SqlEntityManager,
  negotiationId: string,
  status: OfferStatus,
  undo: Undo
): Promise<void> {
  const standing = await keepImages(
    manager,
    undo,
    "negotiation_offer",
    "negotiation_id = ? AND status = 'standing' AND deleted_at IS NULL",
    [negotiationId]
  )
  for (const offer of standing) await updateRow(manager, "negotiation_offer", { id: String(offer["id"]) }, { status })
}

/**
 * Puts an offer with its options on the table. At most one stands per case: a unique index says so.
 * @returns the offer's id
 */
export async function recordOffer(
  manager: SqlEntityManager,
  negotiationId: string,
  offer: OfferDraft,
  undo: Undo
): Promise<string> {
  const offerId = generateEntityId(undefined, "noff")
  await insertRows(manager, "negotiation_offer", [
    {
      id: offerId,
      negotiation_id: negotiationId,
      round: offer.round,
      origin: offer.origin,
      status: "standing",
      expires_at: offer.expires_at,
      agreement_days: offer.agreement_days,
    },
  ])
  noteInserted(undo, "negotiation_offer", [offerId])
  const options = offer.options.map((option, position) => ({
    id: generateEntityId(undefined, "nopt"),
    offer_id: offerId,
    position,
    kind: option.kind,
    lines: option.lines,
    terms: option.terms,
    detail: option.detail ?? null,
    margin_bps: option.margin_bps,
    ...amountColumns("saving_total", option.saving_total),
    ...amountColumns("contribution", option.contribution),
  }))
  await insertRows(manager, "negotiation_option", options)
  noteInserted(undo, "negotiation_option", options.map((option) => option.id))
  return offerId
}
