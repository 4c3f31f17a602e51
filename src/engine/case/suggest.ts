import type { CaseEvent, CaseFacts, CaseState, LineFacts, MenuOption } from "../types"
import { currencyGrid } from "../money/grid"
import { emptyMemory } from "../memory/memory"
import { composeMenu } from "../menu/compose"
import type { CompiledPolicy } from "../policy/compiled"
import { talkBand } from "../price/band"
import { floorBasis } from "../price/floor"
import { ownPriceAt } from "../price/own-price"
import type { SpreadAsk } from "../price/spread"
import { isScopeUnknown, withinScope } from "../routing/eligibility"
import { automaticLimit } from "../routing/limit"
import { isValid } from "../routing/valid"
import { annualVolumeOf } from "../volume/usable"
import { draftLine } from "./line"
import { asksOf, caseValue, lineCases, menuLines, menuView } from "./view"

/** What to suggest on where the event names no price: the highest ask of the window, else the talk band. */
function standIn(policy: CompiledPolicy, facts: CaseFacts, state: CaseState, line: LineFacts): SpreadAsk {
  const grid = currencyGrid(facts.currency.decimals)
  const asks = (state.memory[line.line_id] ?? emptyMemory()).asks
  const asked = asks.find((entry) => entry.quantity >= line.quantity)
  const reference = ownPriceAt(line.own_prices, line.quantity)
  const basis = floorBasis(policy, line, grid)
  const band = typeof basis === "string" || reference <= basis.floor ? reference : talkBand(reference, basis, policy.talkLimit, grid)
  return { line_id: line.line_id, quantity: line.quantity, unit_price: asked?.unit_price ?? band }
}

/**
 * What the engine would offer if limits, rounds and worries did not apply: a proposal for the rep's screen. The floor and
 * the policy's scope apply: for an article it keeps out nothing is proposed. An ask that would be accepted comes back as a
 * `counter` option at its price.
 * @returns null where a fact is missing or can't be reckoned with; empty where there is no room
 */
export function suggest(policy: CompiledPolicy, given: CaseFacts, state: CaseState, event: CaseEvent): MenuOption[] | null {
  if (!isValid(given, state, event) || isScopeUnknown(policy, given)) return null
  const facts = withinScope(policy, given)
  const brought = asksOf(policy, facts, event)
  const asks = brought.length > 0 ? brought : facts.lines.map((line) => standIn(policy, facts, state, line))
  const items = lineCases(facts, state, asks).filter(({ line }) => line.excluded === null)
  const view = {
    policy,
    facts,
    value: caseValue(items),
    grid: currencyGrid(facts.currency.decimals),
    limit: automaticLimit(policy, facts),
    coolingDown: false,
    concern: null,
    routing: null,
    annualVolume: annualVolumeOf(facts),
    advising: true,
  }
  const drafts = items.map((item) => draftLine(view, item))
  return drafts.some((draft) => draft.basis === null) ? null : composeMenu(menuView(policy, facts, null), menuLines(drafts), null)
}
