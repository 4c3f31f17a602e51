import { html, nothing, type TemplateResult } from "lit"
import type { StoreAgreement, StoreNegotiation } from "../../client"
import { concessionWords } from "../base/concession-words"
import { checkIcon } from "../base/icons"
import { stillLeft } from "../base/still-left"
import type { Speech, WordKey } from "../phrases"

/** Colour of a status, always beside its word. */
function tone(status: string): string {
  if (status === "awaiting_buyer") return "accent"
  return status === "agreed" || status === "ordered" || status === "active" ? "good" : ""
}

/** One negotiation: what it is about, where it stands, and the way to it. */
export function negotiationRow(speech: Speech, negotiation: StoreNegotiation, open: () => void): TemplateResult {
  const [first, ...rest] = negotiation.lines
  const status: WordKey = `status_${negotiation.status}`
  const waits = negotiation.status === "awaiting_buyer"
  const label = speech.say(waits ? "open_offer" : negotiation.status === "in_review" ? "open_case" : "details")
  const money = (amount: number): string => speech.money(negotiation.currency_code, amount)
  return html`<li class="item">
    <div class="what">
      <h3>${first?.title ?? speech.say("number", { number: String(negotiation.display_id) })}${rest.length > 0 ? html` <span class="muted">${speech.count("more_lines", rest.length)}</span>` : nothing}</h3>
      <p class="muted small">
        ${speech.say("number", { number: String(negotiation.display_id) })} · <time datetime=${negotiation.created_at}>${speech.date(negotiation.created_at)}</time>
        ${first && rest.length === 0 ? html` · <span class="number">${speech.number(first.quantity)} × ${money(first.current_unit_price)}</span> · <span class="number">${speech.say("asked_for", { price: money(first.target_unit_price) })}</span>` : nothing}
      </p>
    </div>
    <span class="chip ${tone(negotiation.status)}">${speech.say(status)}</span>
    <button class="button ${waits ? "main" : ""}" type="button" aria-label="${label}: ${speech.say("number", { number: String(negotiation.display_id) })}" @click=${open}>${label}</button>
  </li>`
}

/** How an agreement row is shown. */
export interface AgreementRow {
  readonly ordering: boolean
  readonly ordered: boolean
  readonly orderAgain: () => void
}

/** One agreement: its prices, from how many pieces on, until when, what is left, and ordering it again. */
export function agreementRow(speech: Speech, agreement: StoreAgreement, { ordering, ordered, orderAgain }: AgreementRow): TemplateResult {
  const money = (amount: number): string => speech.money(agreement.currency_code, amount)
  const status: WordKey = `status_${agreement.status}`
  const usable = agreement.status === "active" && agreement.orders_left !== 0
  return html`<li class="item agreement">
    <div class="what">
      ${agreement.lines.map(
        (line) => html`<div class="agreed-line">
          <h3>${line.title}</h3>
          <p class="number"><strong>${money(line.unit_price)}</strong> <span class="muted">${speech.say("from_pieces", { quantity: speech.count("pieces", line.min_quantity) })}</span></p>
          ${stillLeft(speech, line)}
        </div>`
      )}
      ${agreement.concessions.map((each) => html`<p class="muted small">${concessionWords(speech, agreement.currency_code, each)}</p>`)}
      ${agreement.status === "active" ? html`<p class="muted small">${speech.say("valid_until", { date: speech.date(agreement.ends_at ?? agreement.valid_until) })}</p>` : nothing}
    </div>
    <span class="chip ${tone(agreement.status)}">${speech.say(status)}</span>
    ${usable ? html`<button class="button" type="button" aria-disabled=${ordering ? "true" : "false"} @click=${orderAgain}>${speech.say(ordering ? "ordering" : "order_again")}</button>` : html`<span></span>`}
    ${ordered ? html`<p class="good row in-cart" role="status">${checkIcon}${speech.say("in_cart")}</p>` : nothing}
  </li>`
}
