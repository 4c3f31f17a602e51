import { html, nothing, type TemplateResult } from "lit"
import type { StoreNegotiation } from "../../client"
import { settlePieces } from "../base/pieces-field"
import { sum } from "../case/sum"
import type { CaseContext, PanelHost } from "./host"

const REASONS = ["price_too_high", "quantity_too_large", "bought_elsewhere", "no_longer_needed", "other"] as const

/** What a form holds under a name, without blanks; undefined where it is empty. */
function read(form: HTMLFormElement, name: string): string | undefined {
  const value = new FormData(form).get(name)
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined
}

function submitting(submit: (form: HTMLFormElement) => void): (event: Event) => void {
  return (event) => {
    event.preventDefault()
    submit(event.currentTarget as HTMLFormElement)
  }
}

function buttons(panel: PanelHost, send: "counter_send" | "refuse_send" | "ask_person_send"): TemplateResult {
  const { speech, store } = panel
  return html`<div class="row">
    <button class="button main" type="submit" aria-disabled=${store.busy !== null}>${speech.guide(send)}</button>
    <button class="button plain" type="button" @click=${() => panel.go("main")}>${speech.say("cancel")}</button>
  </div>`
}

function messageField({ speech }: PanelHost): TemplateResult {
  return html`<label class="field">
    <span>${speech.say("message")} <span class="muted">(${speech.say("optional")})</span></span>
    <textarea class="input" name="message" maxlength="2000" rows="3"></textarea>
  </label>`
}

/** A new ask: a price for each line of the case. */
export function counterForm({ panel, negotiation }: CaseContext): TemplateResult {
  const { speech } = panel
  const { id, lines, rounds_left } = negotiation
  const version = panel.formVersion
  const submit = submitting((form) => {
    const message = read(form, "message")
    const total = form.querySelector("details")?.open === false ? Number(read(form, "total")) : null
    const asked = lines.map((line) => ({ line_id: line.id, target_unit_price: Number(read(form, `price-${line.id}`)), quantity: speech.pieces(read(form, `quantity-${line.id}`) ?? "") }))
    panel.act({ action: "counter", id, body: { version, ...(total === null ? { lines: asked } : { target_total: total }), ...(message === undefined ? {} : { message }) } })
  })
  return html`<form class="stack sheet" @submit=${submit}>
    <h3 tabindex="-1" data-focus>${speech.say("counter")}</h3>
    <p class="muted small">${speech.count("rounds_left", rounds_left)}</p>
    ${lines.length > 1 ? basketFields(panel, negotiation) : lineFields(panel, lines)} ${messageField(panel)} ${buttons(panel, "counter_send")}
  </form>`
}

/** One figure for everything, or, once unfolded, a price for each article. */
function basketFields(panel: PanelHost, { lines, currency_code }: StoreNegotiation): TemplateResult {
  const { speech } = panel
  const all = (price: (line: StoreNegotiation["lines"][number]) => number): number => sum(lines.map((line) => ({ unit_price: price(line), quantity: line.quantity })))
  const unfold = (event: Event): void => {
    const details = event.target as HTMLDetailsElement
    // What is not asked for is not sent, nor checked.
    for (const field of details.closest("form")?.querySelectorAll<HTMLInputElement | HTMLFieldSetElement>("[name=total], details > fieldset") ?? []) field.disabled = details.open === (field.name === "total")
  }
  return html`<label class="field"><span>${speech.say("your_total")} <span class="muted">(${currency_code.toUpperCase()})</span></span>
      <input class="input number" name="total" type="number" inputmode="decimal" step="any" min="0.0001" max=${all((line) => line.current_unit_price)} required .defaultValue=${String(all((line) => line.target_unit_price))} /></label>
    <details @toggle=${unfold}><summary>${speech.guide("counter_by_article")}</summary><fieldset class="stack" disabled>${lineFields(panel, lines)}</fieldset></details>`
}

function lineFields({ speech }: PanelHost, lines: StoreNegotiation["lines"]): TemplateResult[] {
  return lines.map(
      (line) => html`<fieldset class="stack">
        <legend>${line.title}</legend>
        <div class="fields">
          <label class="field"><span>${speech.say("your_price")}</span>
            <input class="input number" name="price-${line.id}" type="number" inputmode="decimal" step="any" min="0.0001" max=${line.current_unit_price} required .defaultValue=${String(line.target_unit_price)} /></label>
          <label class="field"><span>${speech.say("quantity")}</span>
            <input class="input number" name="quantity-${line.id}" inputmode="numeric" autocomplete="off" required .defaultValue=${speech.number(line.quantity)} @change=${(event: Event) => settlePieces(speech, event)} /></label>
        </div>
      </fieldset>`
    )
}

/** Refusing, with a reason in one tap. */
export function refuseForm({ panel, negotiation: { id, allowed_actions } }: CaseContext): TemplateResult {
  const { speech, formVersion: version } = panel
  const submit = submitting((form) => {
    const [reason_code, message, competitor] = [read(form, "reason"), read(form, "message"), read(form, "competitor")]
    const body = { version, ...(reason_code ? { reason_code } : {}), ...(message ? { message } : {}), ...(competitor ? { competitor } : {}) }
    panel.act({ action: "refuse", id, body })
  })
  const withdraw = (): void => panel.act({ action: "withdraw", id, body: { version } })
  return html`<form class="stack sheet" @submit=${submit}>
    <fieldset>
      <legend><h3 tabindex="-1" data-focus>${speech.guide("refuse_title")}</h3></legend>
      ${REASONS.map((reason) => html`<label class="choice"><input type="radio" name="reason" value=${reason} /> <span>${speech.guide(`refuse_${reason}`)}</span></label>`)}
    </fieldset>
    <label class="field elsewhere"><span>${speech.say("competitor")} <span class="muted">(${speech.say("optional")})</span></span><input class="input" name="competitor" maxlength="200" autocomplete="off" /></label>
    ${messageField(panel)}
    <div class="row spread">
      ${buttons(panel, "refuse_send")}
      ${allowed_actions.includes("withdraw") ? html`<button class="button plain" type="button" @click=${withdraw}>${speech.say("withdraw")}</button>` : nothing}
    </div>
  </form>`
}

/** Handing the case to a person. */
export function personForm({ panel, negotiation: { id } }: CaseContext): TemplateResult {
  const { speech, formVersion: version } = panel
  const submit = submitting((form) => {
    const message = read(form, "message")
    panel.act({ action: "ask_person", id, body: { version, ...(message === undefined ? {} : { message }) } })
  })
  return html`<form class="stack sheet" @submit=${submit}>
    <h3 tabindex="-1" data-focus>${speech.guide("ask_person_title")}</h3>
    ${messageField(panel)} ${buttons(panel, "ask_person_send")}
  </form>`
}
