import { html, nothing, type TemplateResult } from "lit"
import { personIcon } from "../base/icons"
import { nextStep, type AssistantStep } from "./assistant"
import { BEGINNING, MATTERS, type Matter } from "./assistant-state"
import type { CaseContext } from "./host"
import { acceptance, optionFigures } from "./option-card"

/** Always one tap away: a person, who is told what matters to the buyer. */
function personButton({ panel, negotiation }: CaseContext, matter: Matter | null): TemplateResult | typeof nothing {
  const { speech } = panel
  if (!negotiation.allowed_actions.includes("ask_person")) return nothing
  const message = matter === null ? {} : { message: speech.say(`guide_says_${matter}`) }
  const hand = (): void => panel.act({ action: "ask_person", id: negotiation.id, body: { version: negotiation.version, ...message } })
  return html`<button class="button" type="button" @click=${hand}>${personIcon}${speech.say("ask_person")}</button>`
}

function question({ panel }: CaseContext): TemplateResult {
  const { speech } = panel
  return html`<h3 tabindex="-1" data-focus>${speech.say("guide_question")}</h3>
    <div class="choices">${MATTERS.map((matter) => html`<button class="button" type="button" @click=${() => panel.guide({ ...BEGINNING, matter })}>${speech.say(`guide_${matter}`)}</button>`)}</div>`
}

function proposal(context: CaseContext, step: Extract<AssistantStep, { kind: "proposal" }>, matter: Matter): TemplateResult {
  const { panel } = context
  const { speech, assistant } = panel
  const accept = acceptance(context, step.option)
  const pass = (): void => panel.guide({ ...assistant, passed: [...assistant.passed, step.option.id] })
  return html`<p tabindex="-1" data-focus>${step.serves ? speech.say(`guide_fits_${matter}`) : speech.say("guide_closest")}</p>
    <div class="proposal stack">
      <h3>${step.option.headline}</h3>
      ${optionFigures(context, step.option)}
      <ul class="conditions small muted">${step.option.conditions.map((condition) => html`<li>${condition}</li>`)}</ul>
    </div>
    <div class="row">
      ${accept ? html`<button class="button main" type="button" aria-disabled=${panel.store.busy ? "true" : "false"} @click=${accept}>${speech.say("guide_take")}</button>` : nothing}
      ${step.more ? html`<button class="button" type="button" @click=${pass}>${speech.say("guide_other")}</button>` : nothing}
    </div>`
}

function nothingServes({ panel }: CaseContext): TemplateResult {
  const { speech, assistant } = panel
  return html`<p tabindex="-1" data-focus>${speech.say("guide_none")}</p>
    <div class="row"><button class="button" type="button" @click=${() => panel.guide({ ...assistant, closest: true })}>${speech.say("guide_none_see")}</button></div>`
}

function nothingLeft({ panel, negotiation }: CaseContext): TemplateResult {
  const { speech } = panel
  return html`<p tabindex="-1" data-focus>${speech.say("guide_done")}</p>
    ${negotiation.allowed_actions.includes("counter") ? html`<div class="row"><button class="button" type="button" @click=${() => panel.go("counter")}>${speech.say("counter")}</button></div>` : nothing}`
}

/** The guided way: one question, then what serves the answer, always with a way to a person and a way back. */
export function assistantView(context: CaseContext): TemplateResult {
  const { panel, negotiation } = context
  const { speech, assistant } = panel
  const { matter } = assistant
  const step = nextStep(negotiation, assistant)
  const said =
    step.kind === "question" || matter === null ? question(context)
    : step.kind === "proposal" ? proposal(context, step, matter)
    : step.kind === "nothing_serves" ? nothingServes(context)
    : nothingLeft(context)
  return html`<section class="stack sheet" aria-label=${speech.say("guide")}>
    ${said}
    <div class="row spread">
      <div class="row">
        ${matter === null ? nothing : html`<button class="button plain" type="button" @click=${() => panel.guide(BEGINNING)}>${speech.say("guide_again")}</button>`}
        <button class="button plain" type="button" @click=${() => panel.go("main")}>${speech.say("back")}</button>
      </div>
      ${personButton(context, matter)}
    </div>
  </section>`
}
