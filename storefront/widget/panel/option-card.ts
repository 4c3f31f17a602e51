import { html, nothing, type TemplateResult } from "lit"
import type { OptionKind, StoreOption } from "../../client"
import { checkIcon } from "../base/icons"
import { sum } from "../case/sum"
import type { WordKey } from "../phrases"
import { averagePrice, extraPieces } from "./assistant"
import type { CaseContext } from "./host"

const KIND: Readonly<Record<OptionKind, WordKey>> = {
  counter: "kind_counter", volume: "kind_volume", freight: "kind_freight", payment_term: "kind_payment_term", substitute: "kind_substitute", as_asked: "kind_as_asked",
}
const WHY: Readonly<Record<OptionKind, WordKey>> = {
  counter: "why_counter", volume: "why_volume", freight: "why_freight", payment_term: "why_payment_term", substitute: "why_substitute", as_asked: "why_as_asked",
}

/** What a buyer does to accept an option; null where nothing can be accepted now. */
export function acceptance({ panel, negotiation }: CaseContext, option: StoreOption): (() => void) | null {
  const { offer, version, id } = negotiation
  if (!offer || !negotiation.allowed_actions.includes("accept")) return null
  return () => panel.act({ action: "accept", id, body: { version, offer_id: offer.id, option_id: option.id } })
}

/** What an option asks of the buyer, beside the money. */
function asks({ panel: { speech }, negotiation }: CaseContext, option: StoreOption): string {
  const extra = extraPieces(negotiation, option)
  const parts = [
    extra > 0 ? speech.count("extra_pieces", extra) : null,
    option.shipping_option_id === undefined ? null : speech.say("kind_freight"),
    option.payment_term === undefined ? null : speech.say("extra_term", { name: option.payment_term }),
  ].filter((part) => part !== null)
  return parts.length > 0 ? parts.join(", ") : speech.say("extra_none")
}

/** The price, large: per piece, or for all lines together. */
function price({ panel: { speech }, negotiation }: CaseContext, option: StoreOption): TemplateResult {
  const money = (amount: number): string => speech.money(negotiation.currency_code, amount)
  const [first, ...rest] = option.lines
  if (first && rest.length === 0) return html`<p class="price"><strong>${money(first.unit_price)}</strong> <span class="muted small">${speech.say("per_piece")} · ${speech.count("pieces", first.quantity)}</span></p>`
  return html`<p class="price"><strong>${money(sum(option.lines))}</strong></p>`
}

/** The figures of an option: what it saves, costs and asks for. */
export function optionFigures(context: CaseContext, option: StoreOption): TemplateResult {
  const { panel: { speech }, negotiation } = context
  const money = (amount: number): string => speech.money(negotiation.currency_code, amount)
  return html`<dl class="figures">
    <div><dt>${speech.say("saves")}</dt><dd class="number good">${money(option.saving_total)}</dd></div>
    <div><dt>${speech.say("costs")}</dt><dd class="number">${money(sum(option.lines))}</dd></div>
    <div><dt>${speech.say("extra")}</dt><dd>${asks(context, option)}</dd></div>
  </dl>`
}

/** Why an option is offered, in plain words. */
function why({ panel: { speech } }: CaseContext, option: StoreOption): TemplateResult {
  return html`<details class="why small">
    <summary>${speech.say("why")}</summary>
    <p class="muted">${speech.say(WHY[option.kind])}</p>
  </details>`
}

/** One way to close the deal, as a card. Rows of cards beside each other stand on the same lines. */
export function optionCard(context: CaseContext, option: StoreOption, { best, alone }: { readonly best: boolean; readonly alone: boolean }): TemplateResult {
  const { panel: { speech, store } } = context
  const accept = acceptance(context, option)
  return html`<li class="option ${best ? "best" : ""}" aria-labelledby="option-${option.id}">
    <div class="row"><span class="chip">${speech.say(KIND[option.kind])}</span>${best ? html`<span class="chip good">${checkIcon}${speech.say("best_price")}</span>` : nothing}</div>
    ${price(context, option)}
    <h3 id="option-${option.id}">${option.headline}</h3>
    ${optionFigures(context, option)}
    <ul class="conditions small muted" aria-label=${speech.say("conditions")}>${option.conditions.map((condition) => html`<li>${condition}</li>`)}</ul>
    ${why(context, option)}
    ${accept
      ? html`<button class="button ${best || alone ? "main" : ""} wide" type="button" aria-disabled=${store.busy ? "true" : "false"} aria-describedby="option-${option.id}" @click=${accept}>
          ${store.busy === "accept" ? speech.say("accepting") : speech.say("accept")}
        </button>`
      : nothing}
  </li>`
}

/** The option with the lowest price a piece; null where there is no choice. */
export function bestOf(options: readonly StoreOption[]): StoreOption | null {
  return options.length < 2 ? null : (options.reduce<StoreOption | null>((best, option) => (best === null || averagePrice(option) < averagePrice(best) ? option : best), null))
}
