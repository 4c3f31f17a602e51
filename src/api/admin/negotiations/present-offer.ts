import type { AdminNegotiation } from "../../../contract"
import type { AdminCase, AdminCaseOption } from "../../../modules/negotiation/queries"
import { concededBps } from "../../../workflows/case/decide/seller-floor"
import { offerExplanation, optionConditions, optionHeadline } from "../../../phrases"
import { neededBy } from "../../left-out"
import { optionFigures } from "../../option-figures"
import { conditionIds, optionWords } from "../../option-words"

/** Words in the admin's answer follow the contract's own language; the buyer reads theirs in the store's answer. */
const LOCALE = "en"

const WHOLE_BPS = 10_000

/**
 * What an option leaves the seller with everything taken off that it grants beside its prices. The stored figures of a
 * person's option are those of the prices alone, net of tax; the engine's have it all in them.
 */
function leftToSeller(found: AdminCase, option: AdminCaseOption): { contribution: number | null; margin: number | null } {
  const { contribution, margin_bps, terms } = option
  if (contribution === null || margin_bps === null) return { contribution, margin: null }
  if (option.detail !== null) return { contribution, margin: margin_bps / WHOLE_BPS }
  const share = concededBps(terms?.concessions ?? []) / WHOLE_BPS
  if (share === 0) return { contribution, margin: margin_bps / WHOLE_BPS }
  const net = option.lines.reduce((sum, { line_id, unit_price, quantity }) => {
    const tax_ppm = found.lines.find((line) => line.id === line_id)?.tax_ppm ?? 0
    return sum + (unit_price * quantity) / (1 + tax_ppm / 1_000_000)
  }, 0)
  const left = contribution - net * share
  const margin = share < 1 ? left / (net * (1 - share)) : null
  return { contribution: Math.round(left * 10_000) / 10_000, margin: margin === null ? null : Math.round(margin * WHOLE_BPS) / WHOLE_BPS }
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
      const words = optionWords(found, offer, option)
      return {
        id: option.id,
        kind: option.kind,
        ...optionFigures(LOCALE, option),
        ...conditionIds(option.terms),
        saving_total: option.saving_total,
        headline: optionHeadline(LOCALE, words),
        conditions: optionConditions(LOCALE, words),
        ...leftToSeller(found, option),
      }
    }),
    explanation: offerExplanation(LOCALE, { options: offer.options.map((option) => optionWords(found, offer, option)), needed_by: neededBy(found) }),
  }
}
