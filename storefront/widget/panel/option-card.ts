import { html, nothing, type TemplateResult } from "lit"
import type { OptionKind, StoreOffer, StoreOption } from "../../client"
import { checkIcon } from "../base/icons"
import type { WordKey } from "../phrases"
import { averagePrice, extraPieces } from "./option-sums"
import { difference, sum } from "../case/sum"
import type { CaseContext } from "./host"

const KIND: Readonly<Record<OptionKind, WordKey>> = {
  counter: "kind_counter", volume: "kind_volume", freight: "kind_freight", payment_term: "kind_payment_term", substitute: "kind_substitute", as_asked: "kind_as_asked",
}

/** Whether an offer's time is up, by the clock of whoever looks at it. */
export function hasLapsed({ expires_at }: Pick<StoreOffer, "expires_at">): boolean {
  return Date.parse(expires_at) <= Date.now()
}

/** What a buyer does to accept an option; null where nothing can be accepted now. */
export function acceptance({ panel, negotiation }: CaseContext, option: StoreOption): (() => void) | null {
  const { offer, version, id } = negotiation
  if (!offer || hasLapsed(offer) || !negotiation.allowed_actions.includes("accept")) return null
  return () => panel.act({ action: "accept", id, body: { version, offer_id: offer.id, option_id: option.id } })
}

/** What an option asks of the buyer, beside the money. */
function asks({ panel: { speech }, negotiation }: CaseContext, option: StoreOption): string {
  const extra = extraPieces(negotiation, option)
  const parts = [
    extra > 0 ? speech.count("extra_pieces", extra) : null,
    option.substitute ? speech.say("kind_substitute") : null,
    option.shipping_option_id === undefined ? null : (option.shipping_option_name ?? speech.say("kind_freight")),
    option.payment_term === undefined ? null : speech.say("kind_payment_term"),
  ].filter((part) => part !== null)
  return parts.length > 0 ? parts.join(", ") : speech.say("extra_none")
}

/** The price, large: per piece, or for all lines together. One that a share off makes finer than its currency gives way to the agreed one. */
function price({ panel: { speech }, negotiation: { currency_code } }: CaseContext, { lines: [first, ...rest], overall_cost, concession }: StoreOption): TemplateResult {
  if (!first || rest.length > 0) return html`<p class="price"><strong>${speech.sum(currency_code, overall_cost.goods)}</strong></p>`
  const { quantity, unit_price, effective_unit_price } = first
  const [agreed, left] = [speech.money(currency_code, unit_price), speech.money(currency_code, effective_unit_price)]
  const less = concession ? html`<br />${speech.say("price_less", { price: agreed, percent: speech.off(concession.percent) })}` : nothing
  return html`<p class="price"><strong>${left === speech.sum(currency_code, effective_unit_price) ? left : agreed}</strong>
    <span class="muted small">${speech.say("per_piece")} · ${speech.count("pieces", quantity)}${less}</span></p>`
}

/** What each article of a basket costs under an option, beside what it costs now. */
function articles({ panel: { speech }, negotiation: { currency_code, lines: asked } }: CaseContext, { lines }: StoreOption): TemplateResult | typeof nothing {
  if (lines.length < 2) return nothing
  const money = (amount: number): string => speech.money(currency_code, amount)
  return html`<ul class="lines small">${lines.map(({ line_id, quantity, unit_price }) => {
    const line = asked.find((each) => each.id === line_id)
    const was = line && line.current_unit_price !== unit_price ? html` <span class="muted">(${speech.say("instead_of", { price: money(line.current_unit_price) })})</span>` : nothing
    return html`<li><span>${line?.title ?? speech.say("article")}</span> <span class="number">${speech.number(quantity)} × ${money(unit_price)}${was}</span></li>`
  })}</ul>`
}

/** What goods cost more under an option than what lies in the cart now: who saves on each piece may still spend more. */
function moreThanNow({ panel: { speech, subject }, negotiation }: CaseContext, { overall_cost }: StoreOption): TemplateResult | typeof nothing {
  const { currency_code, lines } = negotiation
  const [only] = lines
  const inCart = lines.length === 1 && only && subject?.target.line_item_id === only.line_item_id ? subject.quantity : null
  const now = sum(lines.map((line) => ({ unit_price: line.current_unit_price, quantity: inCart ?? line.quantity })))
  const more = difference(overall_cost.goods, now)
  return more > 0 ? html`<span class="muted small">${speech.say("more_than_cart", { price: speech.sum(currency_code, more) })}</span>` : nothing
}

/** What belongs to the costs beside the goods. */
function costsBeside({ panel: { speech }, negotiation }: CaseContext, { overall_cost: { freight, terms } }: StoreOption): string {
  const part = (key: "cost_freight" | "cost_terms", amount: number | null): string | null =>
    amount === null || amount <= 0 ? null : speech.say(key, { price: speech.sum(negotiation.currency_code, amount) })
  return [part("cost_freight", freight), part("cost_terms", terms)].filter((each) => each !== null).join(", ")
}

/** The figures of an option: what it saves, costs all in all and asks for. */
export function optionFigures(context: CaseContext, option: StoreOption): TemplateResult {
  const { panel: { speech }, negotiation } = context
  const money = (amount: number): string => speech.sum(negotiation.currency_code, amount)
  return html`<dl class="figures">
    <div><dt>${speech.say("saves")}</dt><dd class="number good">${money(option.saving_total)}</dd></div>
    <div><dt>${speech.say("costs")}</dt><dd class="number">${money(option.overall_cost.total)} <span class="muted small">${[speech.say(negotiation.is_tax_inclusive ? "with_tax" : "without_tax"), costsBeside(context, option)].filter(Boolean).join(", ")}</span>${moreThanNow(context, option)}</dd></div>
    <div><dt>${speech.say("extra")}</dt><dd>${asks(context, option)}</dd></div>
  </dl>`
}

/** The article that stands in for the asked one, and in what it is another. */
function standIn({ panel: { speech } }: CaseContext, { substitute }: StoreOption): TemplateResult | typeof nothing {
  if (!substitute) return nothing
  const { title, sku, thumbnail, description, differs } = substitute
  return html`<div class="stand-in small">
    ${thumbnail ? html`<img src=${thumbnail} alt="" width="56" height="56" loading="lazy" />` : nothing}
    <div><strong>${title}</strong> ${sku ? html`<span class="muted">${sku}</span>` : nothing}${description ? html`<p class="muted">${description}</p>` : nothing}</div>
    ${differs.length > 0 ? html`<div><p class="muted">${speech.say("differs")}</p><ul class="conditions">${differs.map((each) => html`<li>${each}</li>`)}</ul></div>` : nothing}
  </div>`
}

/** One way to close the deal, as a card. Rows of cards beside each other stand on the same lines. */
export function optionCard(context: CaseContext, option: StoreOption, { best, alone }: { readonly best: boolean; readonly alone: boolean }): TemplateResult {
  const { panel: { speech, store } } = context
  const accept = acceptance(context, option)
  return html`<li class="option ${best ? "best" : ""}" aria-labelledby="option-${option.id}">
    <div class="row"><span class="chip">${speech.say(KIND[option.kind])}</span>${best ? html`<span class="chip good">${checkIcon}${speech.say("best_price")}</span>` : nothing}</div>
    ${price(context, option)}
    <div class="stack about"><h3 id="option-${option.id}">${option.headline}</h3>${articles(context, option)}${standIn(context, option)}</div>
    ${optionFigures(context, option)}
    <ul class="conditions small muted" aria-label=${speech.say("conditions")}>${option.conditions.map((condition) => html`<li>${condition}</li>`)}</ul>
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
