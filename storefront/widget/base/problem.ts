import { html, nothing, type TemplateResult } from "lit"
import type { NegotiationError } from "../../client"
import type { Speech } from "../phrases"
import { canTryAgain, problemText } from "./problem-words"

/** A note on what went wrong, read out as soon as it is there, with another try where one can help. */
export function problemNote(speech: Speech, problem: NegotiationError | null, tryAgain: () => void): TemplateResult | typeof nothing {
  if (!problem) return nothing
  return html`<div class="note wrong-note stack" role="alert">
    <p>${problemText(speech, problem)}</p>
    ${canTryAgain(problem) ? html`<div><button class="button" type="button" @click=${tryAgain}>${speech.say("try_again")}</button></div>` : nothing}
  </div>`
}
