import { html, nothing, type TemplateResult } from "lit"
import { field, fieldFault } from "./field"
import type { PanelHost } from "./host"

/** What a file field offers: what the store takes. */
export const EVIDENCE = "application/pdf,image/png,image/jpeg,image/webp"

/** What the buyer may tell of the need behind the ask. */
export function needFields(panel: PanelHost): TemplateResult {
  const { speech } = panel
  return html`<div class="stack">
    <p class="muted small">${speech.say("tell_more_hint")}</p>
    <div class="fields">
      ${field(panel, { name: "purpose", label: speech.say("purpose"), type: "text", maxlength: 500 })}
      ${field(panel, { name: "annual_volume", label: speech.say("annual_volume"), type: "pieces" })}
      ${field(panel, { name: "needed_by", label: speech.say("needed_by"), type: "date" })}
    </div>
    ${fieldFault(panel, "annual_volume")}
    <label class="field">
      <span>${speech.say("message")}</span>
      <textarea class="input" name="message" maxlength="2000" rows="2" .value=${panel.draft.message ?? ""} @input=${(event: Event) => panel.edit({ message: (event.target as HTMLTextAreaElement).value })}></textarea>
    </label>
  </div>`
}

/** A competing offer as evidence, with a file where the store keeps files. */
export function competingFields(panel: PanelHost): TemplateResult {
  const { speech, evidence: { state } } = panel
  return html`<div class="stack">
    <p class="muted small">${speech.say("competing_hint")}</p>
    <div class="fields">
      ${field(panel, { name: "competitor", label: speech.say("competitor"), type: "text", maxlength: 200 })}
      ${field(panel, { name: "competing_price", label: speech.say("competing_price"), type: "price" })}
      ${field(panel, { name: "competing_quantity", label: speech.say("competing_quantity"), type: "pieces" })}
      ${field(panel, { name: "competing_until", label: speech.say("competing_until"), type: "date" })}
    </div>
    ${fieldFault(panel, "competitor")} ${fieldFault(panel, "competing_quantity")}
    <label class="field">
      <span>${speech.say("competing_file")}</span>
      <input class="input" type="file" accept=${EVIDENCE} @change=${(event: Event) => panel.upload(event.target as HTMLInputElement)} />
      <span class="muted small" role="status">${state === "none" ? nothing : speech.say(state === "failed" ? state : `file_${state}`)}</span>
    </label>
  </div>`
}
