import { html, nothing, type TemplateResult } from "lit"
import type { StoreAgreement } from "../../client"
import type { Speech } from "../phrases"

/** What may still be bought of a line at its agreed price, and what was promised. */
export function stillLeft(speech: Speech, { remaining_quantity, commitment }: StoreAgreement["lines"][number]): TemplateResult {
  return html`${remaining_quantity === null ? nothing : html`<span class="muted small">${speech.count("agreed_left", remaining_quantity)}</span>`}
    ${commitment && commitment.open > 0 ? html`<span class="muted small">${speech.say("agreed_open", { open: speech.number(commitment.open), promised: speech.number(commitment.promised) })}</span>` : nothing}`
}
