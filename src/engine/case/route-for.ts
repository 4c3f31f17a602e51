import type { CaseEvent, CaseFacts, CaseState, Route } from "../types"
import { emptyMemory } from "../memory/memory"
import type { CompiledPolicy } from "../policy/compiled"
import { ownPriceAt } from "../price/own-price"
import { withinScope } from "../routing/eligibility"
import { TO_A_REP } from "../routing/route"
import { routedCase, routeOf, type AskedLine } from "../routing/rules"
import { isValid, soundLines } from "../routing/valid"
import { asksOf } from "./view"

/** The prices a case is about: those of the event, else the window's best ask at each line's quantity, else what is paid now. */
function askedLines(policy: CompiledPolicy, facts: CaseFacts, state: CaseState, event: CaseEvent): AskedLine[] {
  const asks = asksOf(policy, facts, event)
  return facts.lines.flatMap((line) => {
    if (event.type === "ask" || event.type === "ask_total") {
      const ask = asks.find((each) => each.line_id === line.line_id)
      return ask === undefined ? [] : [{ line, quantity: ask.quantity, unitPrice: ask.unit_price }]
    }
    const remembered = (state.memory[line.line_id] ?? emptyMemory()).asks.find((ask) => ask.quantity >= line.quantity)
    return [{ line, quantity: line.quantity, unitPrice: remembered?.unit_price ?? ownPriceAt(line.own_prices, line.quantity) }]
  })
}

/**
 * To whom a case goes if a person decides it, whatever the engine answers now: an offer may be refused or lapse later, or
 * the buyer may ask for a person. Never throws; figures that can't be reckoned with go to a rep.
 */
export function routeFor(policy: CompiledPolicy, given: CaseFacts, state: CaseState, event: CaseEvent): Route {
  const lines = isValid(given, state, event) ? given.lines : (soundLines(given, state, event) ?? [])
  if (lines.length === 0) return TO_A_REP
  const facts = withinScope(policy, lines === given.lines ? given : { ...given, lines })
  const asked = askedLines(policy, facts, state, event)
  if (asked.length === 0) return TO_A_REP
  const routed = routedCase(policy, asked, event.type !== "ask" || asked.length === event.asks.length)
  return Number.isSafeInteger(routed.value) ? routeOf(policy, facts, routed) : TO_A_REP
}
