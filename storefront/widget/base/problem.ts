import { html, nothing, type TemplateResult } from "lit"
import type { NegotiationError } from "../../client"
import type { Speech } from "../phrases"

/** What went wrong, in the buyer's words. Codes without words of their own read as a fault of ours. */
export function problemText(speech: Speech, problem: NegotiationError): string {
  if (problem.code === "network_error" || problem.status >= 502) return speech.say("network_error")
  if (problem.status >= 500 || problem.code === "unexpected_answer") return speech.say("failed")
  return speech.error(problem.code)
}

/** True where sending the same again can help. */
export function canTryAgain(problem: NegotiationError): boolean {
  return problem.status === 0 || problem.status >= 500 || problem.code === "rate_limited"
}

/** A note on what went wrong, read out as soon as it is there, with another try where one can help. */
export function problemNote(speech: Speech, problem: NegotiationError | null, tryAgain: (() => void) | null): TemplateResult | typeof nothing {
  if (!problem) return nothing
  return html`<div class="note wrong-note stack" role="alert">
    <p>${problemText(speech, problem)}</p>
    ${tryAgain && canTryAgain(problem) ? html`<div><button class="button" type="button" @click=${tryAgain}>${speech.say("try_again")}</button></div>` : nothing}
  </div>`
}
