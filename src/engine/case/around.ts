import type { CaseDecision, CaseEvent, CaseFacts, CaseState, LineFacts } from "../types"
import { metOption } from "../menu/met"
import type { CompiledPolicy } from "../policy/compiled"
import { withinScope } from "../routing/eligibility"
import { answerPerson, decideAsk, viewOf } from "./ask"
import { draftLine } from "./line"
import { decideInvalid, lineWithoutFigures, takeStanding } from "./plain"
import { caseValue, lineCases } from "./view"

type Asks = Extract<CaseEvent, { type: "ask" }>

/** The lines with figures are decided each for itself, for a person to see; nothing is given on any. */
function personAround(policy: CompiledPolicy, given: CaseFacts, sound: CaseFacts, state: CaseState, event: Asks): CaseDecision {
  const facts = withinScope(policy, sound)
  const items = lineCases(facts, state, event.asks)
  if (items.length === 0 || !Number.isSafeInteger(caseValue(items))) return decideInvalid(given, state)
  const view = viewOf(policy, facts, state, items)
  const decided = answerPerson(view, state, items.map((item) => draftLine(view, item)), "invalid_facts", false)
  const lines = given.lines.flatMap((line) => {
    const known = decided.lines.find(({ line_id }) => line_id === line.line_id)
    if (known !== undefined) return [known]
    return event.asks.some(({ line_id }) => line_id === line.line_id) ? [lineWithoutFigures(line, state, "person", null)] : []
  })
  return { ...decided, lines }
}

/**
 * Decides asks by line where the figures of some lines can't be reckoned with: what stands may be taken all the same, lines that are
 * not asked for keep no other from its answer, and a line that is asked for is a person's, and with it the case.
 * @param lines those that can be reckoned with
 */
export function decideAround(policy: CompiledPolicy, given: CaseFacts, lines: readonly LineFacts[], state: CaseState, event: Asks): CaseDecision {
  const met = metOption(given, state.standing, event.asks, null)
  if (met !== null) return takeStanding(given, state, event, met)
  const sound = { ...given, lines }
  const known = new Set(lines.map(({ line_id }) => line_id))
  const isComplete = event.asks.every(({ line_id }) => known.has(line_id))
  return isComplete ? decideAsk(policy, sound, state, event) : personAround(policy, given, sound, state, event)
}
