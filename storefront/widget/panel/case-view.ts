import { html, nothing, type TemplateResult } from "lit"
import type { StoreNegotiation } from "../../client"
import { problemNote } from "../base/problem"
import { sum } from "../case/sum"
import { conversation } from "./conversation"
import type { CaseContext, OnDemandPart } from "./host"
import { menu, otherActions, pdfButton } from "./menu"
import { agreed, feedback, inReview, over } from "./outcome"
import { waiting } from "./waiting"

/** What the case is about: each line with what was asked, and of several what was asked in all. */
function header({ panel: { speech }, negotiation }: CaseContext): TemplateResult {
  const money = (amount: number): string => speech.money(negotiation.currency_code, amount)
  const all = (price: (line: StoreNegotiation["lines"][number]) => number): string =>
    speech.sum(negotiation.currency_code, sum(negotiation.lines.map((line) => ({ unit_price: price(line), quantity: line.quantity }))))
  return html`<ul class="lines">
    ${negotiation.lines.map(
      (line) => html`<li>
        <span>${line.title}</span>
        <span class="number muted small">${speech.number(line.quantity)} × ${money(line.current_unit_price)} · ${speech.say("asked_for", { price: money(line.target_unit_price) })}</span>
      </li>`
    )}
    ${negotiation.lines.length > 1 ? html`<li class="all"><span>${speech.say("total")}</span><span class="number small">${all((line) => line.current_unit_price)} · ${speech.say("asked_for", { price: all((line) => line.target_unit_price) })} <span class="muted">${speech.say(negotiation.is_tax_inclusive ? "with_tax" : "without_tax")}</span></span></li>` : nothing}
  </ul>`
}

/** The part of the panel that fits where the case stands and what the buyer is about to do. */
function body(context: CaseContext): TemplateResult {
  const { panel, negotiation } = context
  const { view } = panel
  const { status, allowed_actions, offer } = negotiation
  if (status === "agreed" || status === "ordered") return html`${agreed(context)} <div>${pdfButton(context)}</div> ${feedback(context)}`
  if (status !== "awaiting_buyer" && status !== "in_review") return html`${over(context)} ${feedback(context)}`
  const part = (name: OnDemandPart): TemplateResult => panel.onDemand?.[name](context) ?? waiting(panel.speech.say("loading"))
  if (view === "counter" && allowed_actions.includes("counter")) return part("counterForm")
  if (view === "refuse" && allowed_actions.includes("refuse")) return part("refuseForm")
  if (view === "person" && allowed_actions.includes("ask_person")) return part("personForm")
  if (view === "guide" && offer) return part("assistantView")
  return html`${status === "in_review" ? inReview(context) : nothing} ${menu(context)} ${otherActions(context)}`
}

/** A case in the panel. */
export function caseView(context: CaseContext): TemplateResult {
  const { panel } = context
  const { speech, store } = panel
  return html`<div class="stack case">
    ${header(context)} ${problemNote(speech, store.problem ?? panel.problem, () => panel.tryAgain())}
    <p class="status small muted" role="status">${store.slow ? speech.say("still_trying") : store.connection === "offline" ? speech.say("offline") : ""}</p>
    ${body(context)} ${conversation(context)}
  </div>`
}
