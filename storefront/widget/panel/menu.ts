import { html, nothing, type TemplateResult } from "lit"
import { personIcon } from "../base/icons"
import type { CaseContext, PanelView } from "./host"
import { bestOf, hasLapsed, optionCard } from "./option-card"

/** The options that stand, side by side, and how long they do. */
export function menu(context: CaseContext): TemplateResult | typeof nothing {
  const { panel, negotiation: { offer, status } } = context
  const { speech, view, titled } = panel
  if (!offer) return nothing
  const best = bestOf(offer.options)
  const title = speech.count("offer_title", offer.options.length)
  return html`<section class="stack" aria-label=${title} tabindex="-1" ?data-focus=${status === "awaiting_buyer"}>
    <div class="row spread">
      <div class="row">
        ${titled && status === "awaiting_buyer" ? nothing : html`<h3>${title}</h3>`}
        ${offer.options.length > 1 && view === "main" && !hasLapsed(offer) ? html`<button class="button soft" type="button" @click=${() => panel.go("guide")}>${speech.say("guide")}</button>` : nothing}
        ${offer.origin === "person" ? html`<span class="chip accent">${personIcon}${speech.say("offer_from_person")}</span>` : nothing}
      </div>
      <negotiation-countdown class="chip" at=${offer.expires_at} locale=${speech.locale} @time-is-up=${() => panel.requestUpdate()}></negotiation-countdown>
    </div>
    ${hasLapsed(offer) ? html`<div class="note row spread" role="status"><p>${speech.say("offer_lapsed")}</p><button class="button main" type="button" @click=${() => panel.startAgain()}>${speech.say("ask_again")}</button></div>` : nothing}
    ${offer.explanation.length > 0
      ? html`<details class="why small" @toggle=${(event: Event) => ((event.target as HTMLDetailsElement).open ? panel.sawWhy() : undefined)}>
          <summary><span>${speech.say("why")}</span></summary>
          ${offer.explanation.map((sentence) => html`<p class="muted">${sentence}</p>`)}
        </details>`
      : nothing}
    <ul class="options">${offer.options.map((option) => optionCard(context, option, { best: option === best, alone: offer.options.length === 1 }))}</ul>
  </section>`
}

/** Puts on paper what stands, or what was agreed. */
export function pdfButton({ panel, negotiation: { id, display_id } }: CaseContext): TemplateResult {
  return html`<button class="button plain" type="button" @click=${() => panel.save(`${display_id}.pdf`, (client) => client.negotiations.pdf(id))}>${panel.speech.say("pdf")}</button>`
}

/** What else a buyer may do, each leading to a form of its own. */
export function otherActions({ panel, negotiation }: CaseContext): TemplateResult {
  const { speech, store } = panel
  const allowed = (action: (typeof negotiation.allowed_actions)[number]): boolean => negotiation.allowed_actions.includes(action)
  const to = (view: PanelView, label: string): TemplateResult => html`<button class="button" type="button" @click=${() => panel.go(view)}>${label}</button>`
  const withdraw = (): void => panel.act({ action: "withdraw", id: negotiation.id, body: { version: negotiation.version } })
  return html`<div class="row actions">
    ${allowed("counter") ? to("counter", speech.say("counter")) : nothing} ${allowed("ask_person") ? to("person", speech.say("ask_person")) : nothing}
    ${allowed("refuse") ? to("refuse", speech.say("refuse")) : nothing}
    ${negotiation.offer ? pdfButton({ panel, negotiation }) : nothing}
    ${allowed("withdraw") && !allowed("refuse") ? html`<button class="button plain" type="button" aria-disabled=${store.busy ? "true" : "false"} @click=${withdraw}>${speech.say("withdraw")}</button>` : nothing}
  </div>`
}
