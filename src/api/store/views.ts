import { iso, storeAgreement } from "../agreement-view"
import { publicReasonCode, type StoreHistoryEntry, type StoreNegotiation, type StoreOffer } from "../../contract"
import { allowedActions, turnOf } from "../../lifecycle"
import type { CaseRecord, HistoryRecord, OfferRecord } from "../../modules/negotiation/case-records"
import { HISTORY_KEYS, offerExplanation, optionConditions, optionHeadline, type Locale } from "../../phrases"
import { neededBy } from "../left-out"
import { optionFigures } from "../option-figures"
import { conditionIds, deliveryName, optionWords } from "../option-words"
import { pricedLines } from "../priced-lines"

function storeOffer(record: CaseRecord, offer: OfferRecord, locale: Locale): StoreOffer {
  const worded = { currency_code: record.negotiation.currency_code, lines: record.lines }
  const options = offer.options.map((option) => ({ option, words: optionWords(worded, offer, option) }))
  return {
    id: offer.id,
    round: offer.round,
    by: "seller",
    origin: offer.origin,
    expires_at: iso(offer.expires_at),
    options: options.map(({ option, words }) => ({
      id: option.id,
      kind: option.kind,
      ...optionFigures(locale, option),
      ...conditionIds(option.terms),
      ...deliveryName(option.terms),
      saving_total: Number(option.saving_total),
      headline: optionHeadline(locale, words),
      conditions: optionConditions(locale, words),
    })),
    explanation: offerExplanation(locale, { options: options.map(({ words }) => words), needed_by: neededBy(record.negotiation) }),
  }
}

/** All that was offered once. Worded by itself: what was asked then may not be what is asked now, so nothing is said to be more than that. */
function offered({ negotiation, lines }: CaseRecord, offer: NonNullable<HistoryRecord["offer"]>, locale: Locale): NonNullable<StoreHistoryEntry["options"]> {
  return offer.options.map((option) => {
    const asked = lines.map((line) => ({ ...line, quantity: option.lines.find(({ line_id }) => line_id === line.id)?.quantity ?? line.quantity }))
    return { kind: option.kind, headline: optionHeadline(locale, optionWords({ currency_code: negotiation.currency_code, lines: asked }, offer, option)) }
  })
}

/** Whose word an audit entry is to the buyer, or null where it is none of theirs. Automatic answers are the seller's. */
function historyEntry(record: CaseRecord, entry: HistoryRecord, locale: Locale): StoreHistoryEntry | null {
  const by = entry.actor_type === "buyer" ? "buyer" : "seller"
  if (!HISTORY_KEYS.some((key) => key === `${by}.${entry.kind}`)) return null
  return {
    at: iso(entry.at),
    by,
    kind: entry.kind,
    round: entry.round,
    lines: pricedLines(entry.lines),
    ...(entry.offer ? { options: offered(record, entry.offer, locale) } : {}),
    ...(entry.message === null ? {} : { message: entry.message }),
  }
}

/**
 * A case as its buyer may see it. Built field by field: what is not named here (costs, floors, margins, limits, rules,
 * notes) stays inside.
 */
export function storeNegotiation(record: CaseRecord, locale: Locale): StoreNegotiation {
  const { negotiation } = record
  const offer = record.offer && new Date(record.offer.expires_at) > new Date() ? record.offer : null
  const roundsLeft = Math.max(0, negotiation.rounds_allowed - negotiation.round)
  const open = negotiation.status === "in_review" || negotiation.status === "awaiting_buyer"
  const expires = offer?.expires_at ?? (open ? negotiation.expires_at : null)
  return {
    id: negotiation.id,
    display_id: negotiation.display_id,
    previous_id: negotiation.previous_id,
    status: negotiation.status,
    turn: turnOf(negotiation.status),
    version: negotiation.version,
    round: negotiation.round,
    rounds_left: roundsLeft,
    currency_code: negotiation.currency_code,
    is_tax_inclusive: negotiation.is_tax_inclusive,
    cart_id: negotiation.cart_id,
    expires_at: expires === null ? null : iso(expires),
    created_at: iso(negotiation.created_at),
    allowed_actions: allowedActions({ status: negotiation.status, hasStandingOffer: offer !== null, roundsLeft }),
    lines: record.lines.map((line) => ({
      id: line.id,
      variant_id: line.variant_id,
      line_item_id: line.line_item_id,
      title: line.title,
      quantity: line.quantity,
      list_unit_price: Number(line.list_unit_price),
      current_unit_price: Number(line.current_unit_price),
      last_paid_unit_price: line.last_paid_unit_price === null ? null : Number(line.last_paid_unit_price),
      target_unit_price: Number(line.target_unit_price),
    })),
    offer: offer && storeOffer(record, offer, locale),
    history: record.history.flatMap((entry) => historyEntry(record, entry, locale) ?? []),
    messages: record.messages.map(({ files, at, ...message }) => ({
      ...message,
      at: iso(at),
      ...(files ? { files: files.map((file) => ({ ...file, created_at: iso(file.created_at) })) } : {}),
    })),
    agreement: record.agreement && storeAgreement(record.agreement),
    reason_code: publicReasonCode(negotiation.reason_code, negotiation.status),
  }
}
