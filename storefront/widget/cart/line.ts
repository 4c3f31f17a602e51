import { html, nothing, type TemplateResult } from "lit"
import type { StoreNegotiation } from "../../client"
import { boxIcon, checkIcon, crossIcon, personIcon, tagIcon } from "../base/icons"
import { lastPaid } from "../base/last-paid"
import type { CartLine, CartView } from "../case/subject"
import { sum } from "../case/sum"
import type { Speech } from "../phrases"

/** What a line of the cart needs of the element around it. */
export interface LineHost {
  readonly speech: Speech
  readonly cart: CartView
  readonly editable: boolean
  readonly changing: string | null
  ask(lineId: string, change?: { readonly price: number; readonly quantity: number }): void
  show(negotiation: StoreNegotiation): void
  /** 0 takes the line out. @returns whether the cart has it so now */
  setQuantity(lineId: string, quantity: number): Promise<boolean>
}

/** The agreed price that holds for a line, or would from more pieces on. */
function agreedOf({ ladder, quantity }: CartLine): { readonly holds: boolean; readonly min_quantity: number; readonly unit_price: number } | null {
  const known = [...(ladder?.agreed ?? [])].sort((left, right) => left.unit_price - right.unit_price)
  const holding = known.find((each) => each.min_quantity <= quantity)
  const next = known.find((each) => each.min_quantity > quantity)
  return holding ? { ...holding, holds: true } : next ? { ...next, holds: false } : null
}

/** What changing the quantity would do: a sentence, and a tap that does it. */
interface Hint {
  readonly text: string
  readonly tap: TemplateResult | typeof nothing
}

function hintOf({ speech, cart, ask, setQuantity }: LineHost, line: CartLine, open: StoreNegotiation | null): Hint | null {
  const { ladder } = line
  if (!ladder || open) return null
  const money = (amount: number): string => speech.money(cart.currency_code, amount)
  const agreed = agreedOf(line)
  if (agreed && !agreed.holds) {
    const values = { price: money(agreed.unit_price), quantity: speech.count("pieces", agreed.min_quantity) }
    const set = (): void => void setQuantity(line.id, agreed.min_quantity)
    return { text: ladder.hint ?? speech.say("below_agreed", values), tap: html`<button class="button soft" type="button" @click=${set}>${speech.say("set_quantity", { quantity: speech.number(agreed.min_quantity) })}</button>` }
  }
  const step = ladder.next_threshold
  if (!step) return ladder.hint ? { text: ladder.hint, tap: nothing } : null
  // What the agreed price does comes first; the step it can still be bettered by is another matter.
  const values = { quantity: speech.count("pieces", step.min_quantity), price: money(step.unit_price), saving: money(step.saving_total) }
  const take = (): void => ask(line.id, { price: step.unit_price, quantity: step.min_quantity })
  return {
    text: [ladder.hint, speech.say("next_threshold", values)].filter(Boolean).join(" "),
    tap: ladder.negotiable ? html`<button class="button soft" type="button" @click=${take}>${speech.say("take_threshold", { quantity: speech.number(step.min_quantity) })}</button>` : nothing,
  }
}

/** Where an open case stands, and the way to it. */
function caseAction({ speech, show }: LineHost, open: StoreNegotiation): TemplateResult {
  const waits = open.status === "awaiting_buyer"
  return html`<span class="chip accent">${waits ? tagIcon : personIcon}${speech.say(waits ? "offer_waiting" : "status_in_review")}</span>
      <button class="button ${waits ? "main" : ""}" type="button" @click=${() => show(open)}>${speech.say(waits ? "open_offer" : "open_case")}</button>`
}

/** An open case whose articles were taken out of the cart: it goes on. */
export function caseWithoutLine(host: LineHost, open: StoreNegotiation): TemplateResult {
  const title = open.lines.map((line) => line.title).join(", ")
  return html`<div class="note row spread left-out" role="status"><p>${host.speech.say("left_out", { title })}</p><div class="row">${caseAction(host, open)}</div></div>`
}

/** Asking, or looking at what was asked. */
function action(host: LineHost, line: CartLine, open: StoreNegotiation | null): TemplateResult | typeof nothing {
  const { speech, ask } = host
  if (open) return caseAction(host, open)
  if (!line.ladder) return nothing
  if (!line.ladder.negotiable) return html`<span class="muted small">${speech.say("not_negotiable")}</span>`
  return html`<button class="button ${agreedOf(line)?.holds ? "plain" : ""}" type="button" aria-describedby="title-${line.id}" @click=${() => ask(line.id)}>${tagIcon}${speech.say("ask")}</button>`
}

function quantityField({ speech, editable, changing, setQuantity }: LineHost, line: CartLine): TemplateResult {
  if (!editable) return html`<span class="number">${speech.count("pieces", line.quantity)}</span>`
  const change = (event: Event): void => {
    const input = event.target as HTMLInputElement
    const quantity = speech.pieces(input.value)
    const back = (): void => void (input.value = speech.number(line.quantity))
    if (!(quantity >= 1) || quantity === line.quantity) return back()
    // What was refused does not stay in the field as if it were so.
    void setQuantity(line.id, quantity).then((done) => (done ? undefined : back()))
  }
  return html`<label><span class="hidden">${speech.say("quantity")}: ${line.title}</span>
    <input class="input number quantity" inputmode="numeric" autocomplete="off" .value=${speech.number(line.quantity)} ?readonly=${changing !== null} @change=${change} /></label>`
}

function removeButton({ speech, editable, changing, setQuantity }: LineHost, line: CartLine): TemplateResult | typeof nothing {
  if (!editable) return nothing
  return html`<button class="button plain small remove" type="button" aria-label="${speech.say("remove")}: ${line.title}" aria-disabled=${changing === null ? "false" : "true"} @click=${() => void setQuantity(line.id, 0)}>${crossIcon}<span>${speech.say("remove")}</span></button>`
}

/** One line of the cart: what it is, what it costs, what could be done about it. */
export function lineView(host: LineHost, line: CartLine, open: StoreNegotiation | null, bare: boolean): TemplateResult {
  const { speech, cart } = host
  const money = (amount: number): string => speech.money(cart.currency_code, amount)
  const agreed = agreedOf(line)
  const hint = hintOf(host, line, open)
  return html`<li class="line ${bare ? "bare" : ""}" aria-busy=${host.changing === line.id ? "true" : "false"}>
    ${bare
      ? html`<span class="hidden" id="title-${line.id}">${line.title}</span>`
      : html`<span class="picture">${line.thumbnail ? html`<img src=${line.thumbnail} alt="" width="56" height="56" loading="lazy" />` : boxIcon}</span>
          <div class="what">
            <h3 id="title-${line.id}">${line.title}</h3>
            <p class="muted small">${line.detail}</p>
            ${lastPaid(speech, cart.currency_code, line.ladder)}
            ${removeButton(host, line)}
          </div>
          <div class="amounts">
            ${quantityField(host, line)}
            <div class="prices" role="status">
              <p class="number">${speech.say("each", { price: money(line.unit_price) })}</p>
              ${line.compare_at_unit_price === null ? nothing : html`<p class="number muted small">${speech.say("instead_of", { price: money(line.compare_at_unit_price) })}</p>`}
            </div>
            <p class="number total">${money(sum([line]))}</p>
          </div>`}
    <div class="row about ${hint ? "hint" : ""}" id="about-${line.id}">
      ${agreed?.holds ? html`<span class="chip good">${checkIcon}${speech.say("at_agreed", { quantity: speech.count("pieces", agreed.min_quantity) })}</span>` : nothing}
      <p role="status">${hint?.text ?? ""}</p>
      ${hint?.tap ?? nothing} ${action(host, line, open)}
    </div>
  </li>`
}
