import { html, nothing, type TemplateResult } from "lit"
import { personIcon } from "../base/icons"
import { answersOf, nextStep, reasonFor, type AssistantStep } from "./assistant"
import { BEGINNING, MATTERS, type AssistantState } from "./assistant-state"
import type { GuideWords } from "../phrases"
import type { CaseContext, PanelHost } from "./host"
import { acceptance, optionFigures } from "./option-card"
import { extraPieces } from "./option-sums"

type Say = (key: keyof GuideWords, values?: Readonly<Record<string, string>>) => string
const sayingOf = ({ speech }: PanelHost): Say => speech.guide

/** What the buyer has said so far, in sentences. */
function said(say: Say, state: AssistantState): string[] {
  return state.matter === null ? [] : [say(`says_${state.matter}`), ...answersOf(state).map((answer) => say(answer))]
}

/** Always one tap away: a person, who is told what the buyer has said. */
function personButton({ panel, negotiation }: CaseContext, say: Say): TemplateResult | typeof nothing {
  if (!negotiation.allowed_actions.includes("ask_person")) return nothing
  const told = said(say, panel.assistant).join(" ")
  const hand = (): void => panel.act({ action: "ask_person", id: negotiation.id, body: { version: negotiation.version, ...(told ? { message: told } : {}) } })
  return html`<button class="button" type="button" @click=${hand}>${personIcon}${panel.speech.say("ask_person")}</button>`
}

function question({ panel }: CaseContext, say: Say): TemplateResult {
  return html`<h3 tabindex="-1" data-focus>${say("question")}</h3>
    <div class="choices">${MATTERS.map((matter) => html`<button class="button" type="button" @click=${() => panel.guide({ ...BEGINNING, matter })}>${say(matter)}</button>`)}</div>`
}

/** Whether the buyer could do what the option that comes first asks for, beside what it would bring. */
function demand({ panel, negotiation }: CaseContext, say: Say, step: Extract<AssistantStep, { kind: "demand" }>): TemplateResult {
  const { speech, assistant } = panel
  const { option } = step
  const values = { pieces: speech.count("extra_pieces", extraPieces(negotiation, option)), title: option.substitute?.title ?? "" }
  const answer = (can: boolean) => (): void => panel.guide({ ...assistant, can: { ...assistant.can, [step.demand]: can } })
  return html`<h3 tabindex="-1" data-focus>${say(`asks_${step.demand}`, values)}</h3>
    <p class="muted">${say("would")} ${option.headline}</p>
    <div class="row">
      <button class="button" type="button" @click=${answer(true)}>${say("yes")}</button>
      <button class="button" type="button" @click=${answer(false)}>${say("no")}</button>
    </div>`
}

function proposal(context: CaseContext, say: Say, step: Extract<AssistantStep, { kind: "proposal" }>): TemplateResult {
  const { panel, negotiation } = context
  const { assistant } = panel
  const { option } = step
  const accept = acceptance(context, option)
  const pass = (): void => panel.guide({ ...assistant, passed: [...assistant.passed, option.id] })
  const fits = answersOf(assistant).length > 0 || assistant.matter === null ? "fits_said" : (`fits_${assistant.matter}` as const)
  return html`<p tabindex="-1" data-focus>${say(step.serves ? fits : "closest")}</p>
    <div class="proposal stack">
      <h3>${option.headline}</h3>
      ${optionFigures(context, option)}
      <ul class="conditions small muted">${option.conditions.map((condition) => html`<li>${condition}</li>`)}</ul>
      ${negotiation.offer ? html`<p class="small muted">${reasonFor(negotiation.offer, option)}</p>` : nothing}
    </div>
    <div class="row">
      ${accept ? html`<button class="button main" type="button" aria-disabled=${panel.store.busy !== null} @click=${accept}>${say("take")}</button>` : nothing}
      ${step.more ? html`<button class="button" type="button" @click=${pass}>${say("other")}</button>` : nothing}
    </div>`
}

function nothingServes({ panel }: CaseContext, say: Say): TemplateResult {
  return html`<p tabindex="-1" data-focus>${say("none")}</p>
    <div class="row"><button class="button" type="button" @click=${() => panel.guide({ ...panel.assistant, closest: true })}>${say("none_see")}</button></div>`
}

function nothingLeft({ panel, negotiation }: CaseContext, say: Say): TemplateResult {
  return html`<p tabindex="-1" data-focus>${say("done")}</p>
    ${negotiation.allowed_actions.includes("counter") ? html`<div class="row"><button class="button" type="button" @click=${() => panel.go("counter")}>${panel.speech.say("counter")}</button></div>` : nothing}`
}

/** What no question asks for: words to a person, which never are a price. */
function ownWords({ panel, negotiation }: CaseContext, say: Say): TemplateResult | typeof nothing {
  const { speech } = panel
  if (!negotiation.allowed_actions.includes("message")) return nothing
  const write = (event: Event): void => {
    event.preventDefault()
    const form = event.currentTarget as HTMLFormElement
    const words = String(new FormData(form).get("words") ?? "").trim()
    if (words) panel.messages.write(words, null, () => form.reset())
  }
  return html`<details>
    <summary>${say("own_words")}</summary>
    <form class="stack" @submit=${write}>
      <textarea class="input" name="words" maxlength="2000" rows="2" required aria-label=${say("own_words")} aria-describedby="own-words-hint"></textarea>
      <div class="row spread"><p class="small muted" id="own-words-hint">${speech.say("write_hint")}</p><button class="button" type="submit">${speech.say("send")}</button></div>
    </form>
  </details>`
}

/** The guided way: a few questions, one at a time, then what fits the answers, always with a way to a person and a way back. */
export function assistantView(context: CaseContext): TemplateResult {
  const { panel, negotiation } = context
  const { speech, assistant } = panel
  const say = sayingOf(panel)
  const step = nextStep(negotiation, assistant)
  const shown =
    step.kind === "question" ? question(context, say)
    : step.kind === "demand" ? demand(context, say, step)
    : step.kind === "proposal" ? proposal(context, say, step)
    : step.kind === "nothing_serves" ? nothingServes(context, say)
    : nothingLeft(context, say)
  const sentences = said(say, assistant)
  return html`<section class="stack sheet" aria-label=${speech.say("guide")}>
    ${sentences.length > 0 ? html`<p class="small muted">${speech.say("you")}: ${sentences.join(" ")}</p>` : nothing} ${shown}
    <div class="row spread">
      <div class="row">
        ${sentences.length > 0 ? html`<button class="button plain" type="button" @click=${() => panel.guide(BEGINNING)}>${say("again")}</button>` : nothing}
        <button class="button plain" type="button" @click=${() => panel.go("main")}>${speech.say("back")}</button>
      </div>
      ${personButton(context, say)}
    </div>
    ${ownWords(context, say)}
  </section>`
}
