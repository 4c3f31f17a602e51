import type { CaseDecision, CaseEvent, CaseFacts, CaseState } from "../types"
import type { CompiledPolicy } from "../policy/compiled"
import { isValid, soundLines } from "../routing/valid"
import { decideAround } from "./around"
import { decideAsk } from "./ask"
import { decideInvalid, decidePlain } from "./plain"

/**
 * Decides what a negotiation answers. Pure: same policy, facts, state and event give the same bytes; no clock, no
 * chance, no text reaches a price (ENGINE.md).
 *
 * Never throws. Figures that can't be reckoned with give `person` with `invalid_facts` and no price: for the line they are of
 * where lines are asked for one by one, else for the case.
 *
 * The caller stores every line's `memory` as it is returned, and treats the menu by `standing`: true keeps the offer
 * that stands, false makes a new offer of the menu (where it isn't empty).
 */
export function decide(policy: CompiledPolicy, facts: CaseFacts, state: CaseState, event: CaseEvent): CaseDecision {
  if (!isValid(facts, state, event)) {
    const sound = soundLines(facts, state, event)
    return sound === null || event.type !== "ask" ? decideInvalid(facts, state) : decideAround(policy, facts, sound, state, event)
  }
  return event.type === "ask" || event.type === "ask_total"
    ? decideAsk(policy, facts, state, event)
    : decidePlain(policy, facts, state, event)
}
