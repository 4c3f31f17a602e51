import type { AdminNegotiation } from "../../../contract"
import type { AdminCase, AdminCaseOffer, AdminCaseOption } from "../../../modules/negotiation/queries"
import { pricedLines } from "../present-event"
import { optionConditions, optionHeadline, type OptionWords } from "../../../phrases"
import { conditionIds, limitWords, termsWords } from "../../option-words"

/** Words in the admin's answer follow the contract's own language; the buyer reads theirs in the store's answer. */
const LOCALE = "en"

const WHOLE_BPS = 10_000

function wordsOf(found: AdminCase, offer: AdminCaseOffer, option: AdminCaseOption): OptionWords {
  return {
    kind: option.kind,
    currency_code: found.currency_code,
    agreement_days: offer.agreement_days,
    valid_until: offer.expires_at,
    ...termsWords(option.terms),
    lines: option.lines.map((priced) => {
      const line = found.lines.find((each) => each.id === priced.line_id)
      return {
        title: line?.title ?? priced.variant_id,
        asked_quantity: line?.quantity ?? priced.quantity,
        quantity: priced.quantity,
        unit_price: priced.unit_price,
        current_unit_price: line?.current_unit_price ?? priced.unit_price,
        cheaper_from: priced.cheaper_from,
        ...limitWords(option.terms, priced.line_id),
      }
    }),
  }
}

/** The offer that stands, with what each option leaves the seller. */
export function presentOffer(found: AdminCase): AdminNegotiation["offer"] {
  const { offer } = found
  if (offer === null) return null
  return {
    id: offer.id,
    round: offer.round,
    by: "seller",
    origin: offer.origin,
    expires_at: offer.expires_at,
    options: offer.options.map((option) => {
      const words = wordsOf(found, offer, option)
      return {
        id: option.id,
        kind: option.kind,
        lines: pricedLines(option.lines),
        ...conditionIds(option.terms),
        saving_total: option.saving_total,
        headline: optionHeadline(LOCALE, words),
        conditions: optionConditions(LOCALE, words),
        contribution: option.contribution,
        margin: option.margin_bps === null ? null : option.margin_bps / WHOLE_BPS,
      }
    }),
  }
}
