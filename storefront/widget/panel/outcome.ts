import { html, nothing, type TemplateResult } from "lit"
import { checkIcon, personIcon } from "../base/icons"
import { concessionWords } from "../base/concession-words"
import { stillLeft } from "../base/still-left"
import type { WordKey } from "../phrases"
import type { CaseContext, PanelHost } from "./host"

/** A person decides: what happens now, and that nobody has to wait here. */
export function inReview({ panel: { speech, store }, negotiation }: CaseContext): TemplateResult {
  const reason = speech.reason(negotiation.reason_code)
  return html`<section class="note stack">
    <div class="row spread">
      <h3 class="row" tabindex="-1" data-focus>${personIcon}${speech.say("review_title")}</h3>
      ${store.connection ? html`<span class="chip ${store.connection === "live" ? "good" : ""}">${speech.say(store.connection)}</span>` : nothing}
    </div>
    <p>${speech.say("review_text")}</p>
    ${reason && negotiation.reason_code !== "under_review" ? html`<p class="muted small">${reason}</p>` : nothing}
    ${negotiation.offer ? html`<p>${speech.say("review_offer_stands")}</p>` : nothing}
  </section>`
}

/** Whether the cart has what was agreed, and the tap that sees to it where it has not. */
function cartNote(panel: PanelHost): TemplateResult | typeof nothing {
  const { speech, agreedCart } = panel
  if (!agreedCart || agreedCart.match === "unknown") return nothing
  if (agreedCart.match === "as_agreed") return html`<p role="status">${speech.say("agreed_cart")}</p>`
  return html`<p role="status">${speech.say("agreed_cart_differs")}</p>
    <div><button class="button" type="button" aria-disabled=${agreedCart.busy} @click=${() => panel.applyAgreement()}>${speech.say("set_cart")}</button></div>`
}

/** What was agreed, and until when. */
export function agreed({ panel, negotiation }: CaseContext): TemplateResult {
  const { speech } = panel
  const { agreement, currency_code } = negotiation
  return html`<section class="note good-note stack">
    <h3 class="row good" tabindex="-1" data-focus>${checkIcon}${speech.say(`status_${negotiation.status}`)}</h3>
    ${agreement?.lines.map(
      (line) => html`<p>
        ${speech.say("agreed_line", { title: line.title, price: speech.money(currency_code, line.unit_price), quantity: speech.count("pieces", line.min_quantity) })}
        ${stillLeft(speech, line)}
      </p>`
    )}
    ${agreement?.concessions.map((each) => html`<p>${concessionWords(speech, currency_code, each, panel.agreedCart ?? undefined)}</p>`)}
    ${agreement ? html`<p class="muted">${speech.say("valid_until", { date: speech.date(agreement.ends_at ?? agreement.valid_until) })}</p>` : nothing}
    ${cartNote(panel)}
    ${panel.closable ? html`<div><button class="button main" type="button" @click=${() => panel.leave()}>${speech.say(panel.cartId ? "to_cart" : "back")}</button></div>` : nothing}
  </section>`
}

/** A case that came to nothing, and why. */
export function over({ panel, negotiation }: CaseContext): TemplateResult {
  const { speech } = panel
  const reason = speech.reason(negotiation.reason_code)
  const status: WordKey = `status_${negotiation.status}`
  return html`<section class="note stack">
    <div class="row spread"><h3 tabindex="-1" data-focus>${speech.say("over_title")}</h3><span class="chip">${speech.say(status)}</span></div>
    ${reason ? html`<p>${reason}</p>` : nothing}
    ${panel.subject ? html`<div><button class="button" type="button" @click=${() => panel.startAgain()}>${speech.say("ask_again")}</button></div>` : nothing}
  </section>`
}

const RATINGS = [1, 2, 3, 4, 5]

/** How it went: a number in one tap, words for who has some. */
export function feedback({ panel: { speech, telling }, negotiation: { id } }: CaseContext): TemplateResult | typeof nothing {
  if (telling.feedback === "hidden") return nothing
  const thanks = html`<p role="status" tabindex="-1" data-focus>${speech.say("feedback_thanks")}</p>`
  if (telling.feedback === "given") return thanks
  if (telling.feedback === "open") {
    return html`<div class="row" role="group" aria-labelledby="feedback">
      <span id="feedback">${speech.say("feedback")}</span>
      <span class="muted small">${speech.say("feedback_bad")}</span>
      ${RATINGS.map((rating) => html`<button class="button small" type="button" aria-label="${rating} / ${RATINGS.length}" @click=${() => telling.rate(id, rating)}>${speech.number(rating)}</button>`)}
      <span class="muted small">${speech.say("feedback_good")}</span>
    </div>`
  }
  const say = (event: Event): void => {
    event.preventDefault()
    telling.rate(id, 0, String(new FormData(event.currentTarget as HTMLFormElement).get("comment") ?? ""))
  }
  return html`<form class="stack" @submit=${say}>
    ${thanks}
    <label class="field"><span>${speech.say("feedback_words")}</span><textarea class="input" name="comment" maxlength="500" rows="2"></textarea></label>
    <div><button class="button" type="submit">${speech.say("send")}</button></div>
  </form>`
}
