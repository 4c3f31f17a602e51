import type { Answer, CaseDecision, CaseEvent, CaseFacts, CaseState, LineDecision, LineFacts } from "../types"
import { asUnitPrice } from "../money/brands"
import { currencyGrid } from "../money/grid"
import { emptyMemory, standingCounter } from "../memory/memory"
import type { MetOption } from "../menu/met"
import { restateStanding } from "../menu/standing"
import type { CompiledPolicy } from "../policy/compiled"
import { floorBasis } from "../price/floor"
import { ownPriceAt } from "../price/own-price"
import { TO_A_REP } from "../routing/route"
import { routeFor } from "./route-for"

/** A line whose figures can't be reckoned with, or that is decided without them. */
export function lineWithoutFigures(line: LineFacts, state: CaseState, answer: "person" | "accept", ask: LineDecision["ask"]): LineDecision {
  return {
    line_id: line.line_id,
    answer,
    reason_code: answer === "person" ? "invalid_facts" : "accepted_ask",
    ask,
    counter_unit_price: null,
    floor_unit_price: null,
    break_even_quantity: null,
    flags: [],
    memory: state.memory?.[line.line_id] ?? emptyMemory(),
    trace: [],
  }
}

/** A decision that names no price: nothing of what the caller brought can be reckoned with. */
export function decideInvalid(facts: CaseFacts, state: CaseState): CaseDecision {
  const lines = Array.isArray(facts.lines) ? facts.lines.filter((line) => typeof line === "object" && line !== null) : []
  return {
    answer: "person",
    reason_code: "invalid_facts",
    standing: Array.isArray(state.standing) && state.standing.length > 0,
    accepted_option_id: null,
    accepted: [],
    menu: [],
    route: TO_A_REP,
    lines: lines.map((line) => lineWithoutFigures(line, state, "person", null)),
  }
}

/** The ask is the acceptance of an option that stands: that needs no figures of today. */
export function takeStanding(
  { lines }: CaseFacts, state: CaseState, { asks }: Extract<CaseEvent, { type: "ask" }>, { optionId, lines: accepted }: MetOption
): CaseDecision {
  const answered = lines.flatMap((line) => {
    const ask = asks.find(({ line_id }) => line_id === line.line_id)
    return ask === undefined ? [] : [lineWithoutFigures(line, state, "accept", { unit_price: ask.unit_price, quantity: ask.quantity })]
  })
  return { answer: "accept", reason_code: "accepted_ask", standing: true, accepted_option_id: optionId, accepted, menu: [], route: null, lines: answered }
}

/** What the policy says to an event that is no ask (ENGINE.md, Escalate: the buyer asks or refuses). */
function ruling(policy: CompiledPolicy, type: "refuse" | "lapse" | "ask_person"): { answer: Answer; reason: string } {
  if (type === "ask_person") return { answer: "person", reason: "asked_for_person" }
  if (type === "refuse") return { answer: policy.onRefusal, reason: "buyer_refused" }
  return { answer: policy.onLapse, reason: "offer_lapsed" }
}

/** Decides an event that is no ask: by policy, at no price. What stands goes on standing where a person takes over. */
export function decidePlain(
  policy: CompiledPolicy,
  facts: CaseFacts,
  state: CaseState,
  event: Extract<CaseEvent, { type: "refuse" | "lapse" | "ask_person" }>
): CaseDecision {
  const { answer, reason } = ruling(policy, event.type)
  const grid = currencyGrid(facts.currency.decimals)
  const lines = facts.lines.map((line): LineDecision => {
    const memory = state.memory[line.line_id] ?? emptyMemory()
    const standing = standingCounter(memory, line.quantity)
    const basis = floorBasis(policy, line, grid)
    return {
      line_id: line.line_id,
      answer,
      reason_code: reason,
      ask: null,
      counter_unit_price: standing === null || standing >= ownPriceAt(line.own_prices, line.quantity) ? null : asUnitPrice(standing),
      floor_unit_price: typeof basis === "string" ? null : asUnitPrice(basis.floor),
      break_even_quantity: null,
      flags: [],
      memory,
      trace: [],
    }
  })
  const person = answer === "person"
  return {
    answer,
    reason_code: reason,
    standing: person && state.standing.length > 0,
    accepted_option_id: null,
    accepted: [],
    menu: person ? restateStanding(policy, facts, state.standing) : [],
    route: person ? routeFor(policy, facts, state, event) : null,
    lines,
  }
}
