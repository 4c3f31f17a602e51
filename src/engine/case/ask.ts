import type { CaseDecision, CaseEvent, CaseFacts, CaseState, MenuOption, OptionLine } from "../types"
import { asUnitPrice } from "../money/brands"
import { currencyGrid } from "../money/grid"
import { composeMenu } from "../menu/compose"
import { bringsNothing } from "../menu/given"
import { metOption, type MetOption } from "../menu/met"
import { restateStanding } from "../menu/standing"
import type { CompiledPolicy } from "../policy/compiled"
import { caseAnswer } from "../routing/aggregate"
import { automaticLimit, caseConcern } from "../routing/limit"
import { ineligibility, withinScope } from "../routing/eligibility"
import { routedCase, routeOf, routingOf, type RoutedCase } from "../routing/rules"
import { annualVolumeOf } from "../volume/usable"
import type { CaseView, LineCase, LineDraft } from "./draft"
import { draftLine } from "./line"
import { decideInvalid, takeStanding } from "./plain"
import { byLine, lineDecision, memoryAfter } from "./settle"
import { asksOf, caseValue, lineCases, meetsTarget, menuLines, menuView, targetOf } from "./view"

type Verdict = Pick<CaseDecision, "answer" | "reason_code"> & Partial<CaseDecision>

function decision(drafts: readonly LineDraft[], menu: readonly MenuOption[], verdict: Verdict, given: boolean): CaseDecision {
  const { answer, reason_code, standing, accepted_option_id, accepted, route } = verdict
  const lines = given && drafts.length > 1 ? byLine(menu) : null
  return {
    answer,
    reason_code,
    standing: standing ?? false,
    accepted_option_id: accepted_option_id ?? null,
    accepted: accepted ?? [],
    menu,
    route: route ?? null,
    lines: drafts.map((draft) => lineDecision(draft, given ? memoryAfter(draft, menu, lines) : draft.memory)),
  }
}

function agreedLine({ line, ask, price }: LineDraft): OptionLine {
  return { line_id: line.line_id, variant_id: line.variant_id, quantity: ask.quantity, unit_price: asUnitPrice(price) }
}

/** The lines asked for, as routing rules look at them. */
function routedLines(policy: CompiledPolicy, items: readonly LineCase[], complete = true): RoutedCase {
  return routedCase(policy, items.map(({ line, ask }) => ({ line, quantity: ask.quantity, unitPrice: ask.unitPrice })), complete)
}

/** Every line answers with what stood before: nothing new is given, nothing is remembered. */
function answerStanding(policy: CompiledPolicy, facts: CaseFacts, state: CaseState, drafts: readonly LineDraft[]): CaseDecision {
  const menu = restateStanding(policy, facts, state.standing)
  return decision(drafts, menu, { answer: "counter", reason_code: "standing_answer", standing: true }, false)
}

/**
 * A person decides the case: nothing is given, what stands goes on standing.
 * @param complete false where lines of the case are missing, for they can't be reckoned with
 */
export function answerPerson(
  { policy, facts }: Pick<CaseView, "policy" | "facts">, state: CaseState, drafts: readonly LineDraft[], reason: string, complete = true
): CaseDecision {
  const menu = restateStanding(policy, facts, state.standing)
  const route = routeOf(policy, facts, routedLines(policy, drafts, complete))
  return decision(drafts, menu, { answer: "person", reason_code: reason, standing: state.standing.length > 0, route }, false)
}

/**
 * A menu of what the lines may be had for; empty where nothing can be offered.
 * @param trace where the terms of levers are noted; null where the menu is only looked for
 */
function menuOf({ policy, facts }: CaseView, drafts: readonly LineDraft[], limit: number | null, trace: LineDraft["trace"] | null): MenuOption[] {
  return composeMenu(menuView(policy, facts, limit), menuLines(drafts), trace)
}

/**
 * The lines once more where nothing can be offered for the parts of a basket's target: those whose part is all they cost are asked for a
 * step less. What they can give for more pieces carries the others, as it does under a lower target (ENGINE.md, invariant 5).
 */
function askedForMore(view: CaseView, drafts: readonly LineDraft[]): LineDraft[] {
  return drafts.map((draft) => {
    const { line, ask, memory, counters, offered, reference } = draft
    if (ask.unitPrice < reference || reference <= view.grid) return draft
    return draftLine(view, { line, ask: { quantity: ask.quantity, unitPrice: reference - view.grid }, memory, counters, offered })
  })
}

/**
 * True where there is no trade of volume, nothing else gives more than what stands, and the window doesn't hold that yet: a person's offer keeps its own
 * terms and costs no round. A trade is always new: a lower ask would be offered another one (ENGINE.md, invariant 5). Where asks are taken as
 * they are, by round, each has to cost one: how deep could be looked for at leisure else (docs/adr/0016).
 */
function repeatsOffer({ acceptance }: CompiledPolicy, drafts: readonly LineDraft[], menu: readonly MenuOption[], { standing }: CaseState): boolean {
  const untraded = menu.every(({ kind }) => kind !== "volume")
  return acceptance === null && untraded && drafts.some((draft) => draft.counters !== draft.memory.counters) && bringsNothing(menu, standing)
}

function answerCounter(view: CaseView, state: CaseState, drafts: readonly LineDraft[], hasTarget: boolean): CaseDecision {
  const { policy, facts } = view
  const quiet = drafts.every((draft) => draft.reason === "standing_answer" || draft.answer === "limit" || draft.answer === "decline")
  if (quiet && state.standing.length > 0) return answerStanding(policy, facts, state, drafts)
  const menu = menuOf(view, drafts, view.limit, drafts[0]?.trace ?? null)
  if (menu.length > 0 && !repeatsOffer(policy, drafts, menu, state)) {
    return decision(drafts, menu, { answer: "counter", reason_code: quiet ? "standing_answer" : "countered" }, true)
  }
  if (state.standing.length > 0) return answerStanding(policy, facts, state, drafts)
  const more = hasTarget ? askedForMore(view, drafts) : []
  if (caseAnswer(more).answer === "counter" && menuOf(view, more, view.limit, null).length > 0) {
    return decision(more, menuOf(view, more, view.limit, more[0]?.trace ?? null), { answer: "counter", reason_code: "countered" }, true)
  }
  // A trade that only the limit keeps off the menu is room enough, for a person.
  const reason = menuOf(view, drafts, null, null).length > 0 ? "over_automatic_limit" : "no_room"
  return answerPerson(view, state, drafts, reason)
}

/** What every line of the case shares while it is decided. */
export function viewOf(policy: CompiledPolicy, facts: CaseFacts, state: CaseState, items: readonly LineCase[]): CaseView {
  const value = caseValue(items)
  return {
    policy,
    facts,
    value,
    grid: currencyGrid(facts.currency.decimals),
    limit: automaticLimit(policy, facts),
    coolingDown: state.cooling_down,
    concern: caseConcern(policy, facts, value),
    routing: policy.rules.length === 0 ? null : routingOf(policy, facts, routedLines(policy, items)),
    annualVolume: annualVolumeOf(facts),
    advising: false,
  }
}

/** Why the company or the deal may not be negotiated at all, or null (ENGINE.md, Decline). */
function refusal(policy: CompiledPolicy, facts: CaseFacts, items: readonly LineCase[]): string | null {
  if (facts.company.opted_out) return "opted_out"
  if (items.every(({ line }) => line.excluded !== null)) return null
  const unfit = ineligibility(policy, facts, caseValue(items))
  return unfit?.answer === "decline" ? unfit.reason : null
}

/** All lines with the answer of the case. */
function answeredAlike(drafts: readonly LineDraft[], answer: LineDraft["answer"], reason: string): LineDraft[] {
  return drafts.map((draft) => ({ ...draft, answer, reason }))
}

/** The ask is the acceptance of an option that stands. */
function answerMet(drafts: readonly LineDraft[], { optionId, lines }: MetOption): CaseDecision {
  const verdict = { answer: "accept", reason_code: "accepted_ask", standing: true, accepted_option_id: optionId, accepted: lines } as const
  return decision(answeredAlike(drafts, "accept", "accepted_ask"), [], verdict, false)
}

/** The basket's target is met by what its lines may be had for. */
function answerTarget(drafts: readonly LineDraft[]): CaseDecision {
  const verdict = { answer: "accept", reason_code: "accepted_ask", accepted: drafts.map(agreedLine) } as const
  return decision(answeredAlike(drafts, "accept", "accepted_ask"), [], verdict, true)
}

/** Decides an ask on lines or on the basket (ENGINE.md, First; Accept; Escalate; Decline). Facts are valid. */
export function decideAsk(
  policy: CompiledPolicy,
  given: CaseFacts,
  state: CaseState,
  event: Extract<CaseEvent, { type: "ask" | "ask_total" }>
): CaseDecision {
  const facts = withinScope(policy, given)
  const asks = asksOf(policy, facts, event)
  const items = lineCases(facts, state, asks)
  if (!Number.isSafeInteger(caseValue(items))) {
    const met = event.type === "ask" ? metOption(given, state.standing, event.asks, null) : null
    return met === null || event.type !== "ask" ? decideInvalid(facts, state) : takeStanding(given, state, event, met)
  }
  const view = viewOf(policy, facts, state, items)
  const drafts = items.map((item) => draftLine(view, item))
  const total = event.type === "ask_total" ? event.total : null
  // What stands on a line that a newer policy keeps out stays acceptable.
  const met = metOption(facts, state.standing, asks, total) ?? (facts === given ? null : metOption(given, state.standing, asks, total))
  if (met !== null) return answerMet(drafts, met)
  const refused = refusal(policy, facts, items)
  if (refused !== null) return decision(answeredAlike(drafts, "decline", refused), [], { answer: "decline", reason_code: refused }, false)
  const target = targetOf(facts, event)
  if (target !== null && meetsTarget(drafts, target)) return answerTarget(drafts)
  const { answer, from } = caseAnswer(drafts)
  const reason = drafts[from]?.reason ?? "countered"
  switch (answer) {
    case "person":
      return answerPerson(view, state, drafts, reason)
    case "counter":
      return answerCounter(view, state, drafts, target !== null)
    case "accept":
      return decision(drafts, [], { answer, reason_code: reason, accepted: drafts.map(agreedLine) }, true)
    default:
      return decision(drafts, [], { answer, reason_code: reason }, false)
  }
}
