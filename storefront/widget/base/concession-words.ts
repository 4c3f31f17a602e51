import type { StoreConcession } from "../../client"
import type { Speech } from "../phrases"

/** What deliveries and ways to pay are called, where somebody has read it. */
export interface ConcessionNames {
  readonly deliveries: ReadonlyMap<string, string>
  readonly terms: ReadonlyMap<string, number>
}

const NAMELESS: ConcessionNames = { deliveries: new Map(), terms: new Map() }

/** What was agreed beside the prices: a share or a sum, what it comes off, and what it hangs on. */
export function concessionWords(speech: Speech, currency: string, concession: StoreConcession, names = NAMELESS): string {
  const { kind, on, percent, amount, min_subtotal, shipping_option_id, payment_term } = concession
  const off = speech.say(on === "freight" ? "off_freight" : "off_goods", { discount: percent === null ? speech.sum(currency, amount ?? 0) : speech.off(percent) })
  if (kind === "basket") return speech.say("agreed_basket", { off, subtotal: speech.sum(currency, min_subtotal ?? 0) })
  if (kind === "freight") {
    const delivery = names.deliveries.get(shipping_option_id ?? "")
    return delivery === undefined ? speech.say("agreed_freight", { off }) : speech.say("agreed_freight_by", { off, delivery })
  }
  const days = names.terms.get(payment_term ?? "")
  if (days === undefined) return speech.say("agreed_payment_term", { off })
  return days === 0 ? speech.say("agreed_prepaid", { off }) : speech.say("agreed_paid_within", { off, days: speech.count("time_days", days) })
}
