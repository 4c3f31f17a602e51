import { isNegotiationError, NegotiationError } from "../../client"
import type { Speech } from "../phrases"
import { forgetBuyer } from "./storage"

/** What went wrong, as an error of ours. Where the login is no more, what its buyer left in this tab goes with it. */
export function problemOf(error: unknown): NegotiationError {
  const problem = isNegotiationError(error) ? error : new NegotiationError({ type: "unexpected", code: "unexpected_answer", status: 500, message: String(error), cause: error })
  if (problem.status === 401) forgetBuyer()
  return problem
}

/** What went wrong, in the buyer's words. Codes without words of their own read as a fault of ours. */
export function problemText(speech: Speech, problem: NegotiationError): string {
  if (problem.code === "network_error" || problem.status >= 502) return speech.say("network_error")
  if (problem.status >= 500 || problem.code === "unexpected_answer") return speech.say("failed")
  const retryAt = isNegotiationError(problem, "round_limit") ? problem.details.retry_at : null
  return retryAt ? speech.say("not_before", { time: speech.moment(retryAt) }) : speech.error(problem.code)
}

/** True where sending the same again can help. */
export function canTryAgain({ status, code }: NegotiationError): boolean {
  return status === 0 || status >= 500 || code === "rate_limited"
}
