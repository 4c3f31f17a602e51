import { html, nothing, type TemplateResult } from "lit"
import { settlePieces } from "../base/pieces-field"
import type { AskDraft } from "./ask-body"
import type { PanelHost } from "./host"

/** A field of the ask form. */
export interface Field {
  readonly name: keyof AskDraft
  readonly label: string
  readonly type: "price" | "pieces" | "text" | "date"
  readonly placeholder?: string
  readonly suffix?: string
  readonly maxlength?: number
  /** Takes the focus when the form appears. */
  readonly focus?: boolean
}

/** One labelled field, kept in the draft as it is typed. */
export function field(panel: PanelHost, { name, label, type, placeholder, suffix, maxlength, focus = false }: Field): TemplateResult {
  const wrong = panel.faults[name] !== undefined
  const edit = (event: Event): void => panel.edit({ [name]: (event.target as HTMLInputElement).value })
  const settle = (event: Event): void => {
    settlePieces(panel.speech, event)
    edit(event)
  }
  return html`<label class="field">
    <span>${label}${suffix ? html` <span class="muted">(${suffix})</span>` : nothing}</span>
    <input
      class="input number"
      name=${name}
      type=${type === "price" ? "number" : type === "date" ? type : "text"}
      min=${type === "price" ? "0" : nothing}
      step=${type === "price" ? "any" : nothing}
      maxlength=${maxlength ?? nothing}
      inputmode=${type === "price" ? "decimal" : type === "pieces" ? "numeric" : nothing}
      placeholder=${placeholder ?? nothing}
      autocomplete="off"
      ?data-focus=${focus}
      aria-invalid=${wrong ? "true" : nothing}
      aria-describedby=${wrong ? `fault-${name}` : nothing}
      .value=${panel.draft[name] ?? ""}
      @input=${edit}
      @change=${type === "pieces" ? settle : nothing}
    />
  </label>`
}

/** Why a field is wrong; nothing where it is not. */
export function fieldFault(panel: PanelHost, name: keyof AskDraft, price = ""): TemplateResult | typeof nothing {
  const fault = panel.faults[name]
  if (fault === undefined) return nothing
  return html`<p class="wrong" id="fault-${name}" role="alert">${panel.speech.say(fault, { price })}</p>`
}
