import { html, noChange, nothing, type TemplateResult } from "lit"
import { lastPaid } from "../base/last-paid"
import { difference, sum } from "../case/sum"
import type { AskDraft } from "./ask-body"
import { competingFields, needFields } from "./ask-more"
import { field, fieldFault } from "./field"
import type { PanelHost } from "./host"
import { hindranceOf, type AskSubject } from "./subject"

/** What the buyer pays now and paid last, above the form. */
function facts({ speech }: PanelHost, subject: AskSubject): TemplateResult {
  const { currency_code, ladder, target } = subject
  const money = (amount: number): string => speech.money(currency_code, amount)
  return html`<div class="facts">
    <p class="row spread"><span>${speech.say("pays_now")}</span><strong class="number">${money(target.pays_now)} <span class="muted small">${target.line_item_id ? html`${speech.say("per_piece")}, ` : nothing}${speech.say(subject.is_tax_inclusive ? "with_tax" : "without_tax")}</span></strong></p>
    ${lastPaid(speech, currency_code, ladder)}
    ${ladder?.availability ? html`<p class="muted small">${speech.say("in_stock", { quantity: speech.number(ladder.availability.in_stock) })}</p>` : nothing}
  </div>`
}

/** Prices one tap away: the last one paid, and the next step. */
function suggestions(panel: PanelHost, subject: AskSubject): TemplateResult | typeof nothing {
  const { speech } = panel
  const { currency_code, ladder, target } = subject
  const money = (amount: number): string => speech.money(currency_code, amount)
  const paid = ladder?.last_paid
  const step = ladder?.next_threshold
  const lower = paid && paid.unit_price < target.pays_now
  if (!lower && !step) return nothing
  const use = (change: Partial<AskDraft>) => () => panel.edit(change)
  return html`<div class="row">
    ${lower ? html`<button class="button soft small" type="button" @click=${use({ price: String(paid.unit_price) })}>${speech.say("use_price", { price: money(paid.unit_price) })}</button>` : nothing}
    ${step
      ? html`<button class="button soft small" type="button" @click=${use({ price: String(step.unit_price), quantity: speech.number(step.min_quantity) })}>
          ${speech.say("use_threshold", { price: money(step.unit_price), quantity: speech.count("pieces", step.min_quantity) })}
        </button>`
      : nothing}
  </div>`
}

/** What the price typed would save, as it is typed. The line is always there, so nothing moves. */
function saving({ speech, draft }: PanelHost, { target, currency_code, quantity }: AskSubject): TemplateResult {
  const price = Number(draft.price)
  const pieces = target.line_item_id === null ? 1 : draft.quantity ? speech.pieces(draft.quantity) : quantity
  const makesSense = price > 0 && price < target.pays_now && pieces > 0
  const saves = makesSense ? sum([{ unit_price: difference(target.pays_now, price), quantity: pieces }]) : 0
  return html`<p class="saving good" aria-live="polite">
    ${makesSense ? speech.say("would_save", { saving: speech.money(currency_code, saves), percent: speech.percent(1 - price / target.pays_now) }) : "\u00a0"}
  </p>`
}

function cartLines({ speech }: PanelHost, { lines, currency_code }: AskSubject): TemplateResult | typeof nothing {
  if (lines.length === 0) return nothing
  return html`<ul class="lines small">
    ${lines.map((line) => html`<li><span>${line.title}</span><span class="number muted">${speech.number(line.quantity)} × ${speech.money(currency_code, line.unit_price)}</span></li>`)}
  </ul>`
}

/** The form a price is asked with. One field is enough. Its sections open by themselves, and close only by hand. */
export function askForm(panel: PanelHost, subject: AskSubject): TemplateResult {
  const { speech } = panel
  const whole = subject.target.line_item_id === null
  const hindrance = whole ? hindranceOf(subject.lines) : null
  const submit = (event: Event): void => {
    event.preventDefault()
    panel.ask()
  }
  if (hindrance) return html`<div class="stack">${cartLines(panel, subject)}<p class="note" role="status">${speech.say(hindrance.why, { title: hindrance.title })}</p></div>`
  return html`<form class="stack" novalidate @submit=${submit}>
    ${whole ? nothing : html`<h3>${subject.title}</h3>`} ${cartLines(panel, subject)} ${facts(panel, subject)}
    <div class="fields">
      ${field(panel, { name: "price", label: speech.say(whole ? "your_total" : "your_price"), type: "price", suffix: subject.currency_code.toUpperCase(), focus: true })}
      ${whole ? nothing : field(panel, { name: "quantity", label: speech.say("quantity"), type: "pieces", placeholder: speech.number(subject.quantity) })}
    </div>
    ${fieldFault(panel, "price", speech.money(subject.currency_code, subject.target.pays_now))} ${fieldFault(panel, "quantity")}
    ${saving(panel, subject)} ${suggestions(panel, subject)}
    <details ?open=${Boolean(panel.draft.purpose || panel.draft.annual_volume || panel.draft.needed_by) || noChange}>
      <summary>${speech.say("tell_more")}</summary>
      ${needFields(panel)}
    </details>
    ${whole
      ? nothing
      : html`<details ?open=${Boolean(panel.draft.competitor || panel.faults.competitor) || noChange}>
          <summary>${speech.say("competing")}</summary>
          ${competingFields(panel)}
        </details>`}
    <button class="button main wide" type="submit">${speech.say("ask_send")}</button>
  </form>`
}
