import type { AdminNegotiation } from "../../../contract"
import type { AdminCase, AdminCaseOption } from "../../../modules/negotiation/queries"
import { optionConditions, optionHeadline, type OptionWords } from "../../../phrases"

/** Words in the admin's answer follow the contract's own language; the buyer reads theirs in the store's answer. */
const LOCALE = "en"

const WHOLE_BPS = 10_000

function wordsOf(found: AdminCase, option: AdminCaseOption, validUntil: string): OptionWords {
  return {
    kind: option.kind,
    currency_code: found.currency_code,
    valid_until: validUntil,
    lines: option.lines.map((priced) => {
      const line = found.lines.find((each) => each.id === priced.line_id)
      return {
        title: line?.title ?? priced.variant_id,
        asked_quantity: line?.quantity ?? priced.quantity,
        quantity: priced.quantity,
        unit_price: priced.unit_price,
        current_unit_price: line?.current_unit_price ?? priced.unit_price,
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
      const words = wordsOf(found, option, offer.expires_at)
      return {
        id: option.id,
        kind: option.kind,
        lines: [...option.lines],
        saving_total: option.saving_total,
        headline: optionHeadline(LOCALE, words),
        conditions: optionConditions(LOCALE, words),
        contribution: option.contribution,
        margin: option.margin_bps === null ? null : option.margin_bps / WHOLE_BPS,
      }
    }),
  }
}
