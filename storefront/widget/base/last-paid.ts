import { html, nothing, type TemplateResult } from "lit"
import type { PriceLadder } from "../../client"
import type { Speech } from "../phrases"

/** What the buyer paid for an article the last time; nothing where they never bought it. */
export function lastPaid(speech: Speech, currency: string, ladder: PriceLadder | null): TemplateResult | typeof nothing {
  const paid = ladder?.last_paid
  return paid ? html`<p class="muted small">${speech.say("last_paid", { price: speech.money(currency, paid.unit_price), quantity: speech.count("pieces", paid.quantity), date: speech.date(paid.at) })}</p>` : nothing
}
