import { compilePolicy, decide, routeFor, termsFor, toUnits, type CaseDecision, type CaseEvent, type CaseFacts, type CompiledPolicy, type Money, type Route, type TaxedTarget } from "../../../engine"
import { ContractError, DEFAULT_POLICY_TERMS, type PolicyTerms, type SystemReasonCode } from "../../../contract"
import type { GatheredFacts } from "../facts/gather"
import { currencyDecimals } from "../facts/currency"
import { toCaseFacts } from "../facts/engine-facts"
import { isTaxUnknown, netUnits, saidPrices, taxOf, type SaidPrices } from "../tax/shown-prices"
import { caseState, retryAt } from "./case-state"
import type { LineAsk } from "./check-ask"
import { showable } from "./showable"
import { engineOptions, type StandingOffer, type StandingRecord } from "./standing-offer"
import { asksOfTotal } from "./total-ask"

/** What a buyer wants: a price for each line, or one total for all. Major units, as the cart shows prices. */
export type Ask =
  | { readonly type: "lines"; readonly asks: readonly LineAsk[] }
  | { readonly type: "total"; readonly total: number }

/** The engine's answer, net, and the terms it was given under. */
export interface DecidedAsk {
  /** Null where nothing could be decided: a person does, for this reason. */
  readonly decision: CaseDecision | null
  readonly undecided: Extract<SystemReasonCode, "no_policy" | "tax_unknown">
  readonly terms: PolicyTerms
  readonly policy: { readonly id: string; readonly version: number } | null
  /** What was asked and what stands, as it is shown: these amounts come back as exactly themselves. */
  readonly said: SaidPrices
  /** The standing option that the ask met; null where it met none. */
  readonly taken: StandingRecord | null
  /** Days the price of the taken option holds; null without one. */
  readonly taken_days: number | null
  /** Days the price of what stands holds, for an offer that takes its place; null where nothing stands. */
  readonly standing_days: number | null
  /** To whom the case goes if a person decides it, now or later. */
  readonly route: Route
  /** True where the menu is the buyer's own ask, which they may not accept by themselves. */
  readonly as_asked: boolean
}

/** Who asks, as far as a yes to them depends on it. */
export interface Asker {
  /** False: a yes becomes an offer that somebody with the right has to accept. */
  readonly may_accept: boolean
}

/** The asks, net. @throws ContractError `invalid_price` */
function checkedAsks(gathered: GatheredFacts, asks: readonly LineAsk[]) {
  return asks.map((each) => {
    if (toUnits(each.unit_price) === null) throw new ContractError("invalid_price", "target_unit_price: a price has at most four decimals")
    const variant_id = gathered.input.lines.find((line) => line.line_id === each.line_id)?.variant_id ?? ""
    return { line_id: each.line_id, unit_price: netUnits(gathered, variant_id, each.unit_price), quantity: each.quantity }
  })
}

/** The ask as the engine takes it, and line by line as it was said; a net total stays one. */
function eventOf(
  gathered: GatheredFacts,
  policy: CompiledPolicy,
  facts: CaseFacts,
  standing: StandingOffer,
  ask: Ask
): { event: CaseEvent; asks: readonly LineAsk[] } {
  if (ask.type === "lines") return { event: { type: "ask", asks: checkedAsks(gathered, ask.asks) }, asks: ask.asks }
  const total = toUnits(ask.total)
  if (total === null) throw new ContractError("invalid_price", "target_total: a price has at most four decimals")
  if (gathered.tax.size === 0) return { event: { type: "ask_total", total: total as number as Money }, asks: [] }
  const asks = asksOfTotal(gathered, policy, facts, standing, ask.total)
  const target: TaxedTarget = {
    total: total as number as Money,
    decimals: currencyDecimals(gathered.input.currency_code),
    tax_ppm: Object.fromEntries(gathered.input.lines.map((line) => [line.line_id, taxOf(gathered, line.variant_id) ?? 0])),
  }
  return { event: { type: "ask", asks: checkedAsks(gathered, asks), target }, asks }
}

const NOTHING = { goods: 0 as Money, freight: null, terms: 0 as Money, total: 0 as Money } as const

const TO_A_REP: Route = { level: "rep", sla_hours: null, rule: null }

const STANDING_ANSWER = { answer: "counter", reason_code: "standing_answer", standing: true, accepted_option_id: null, accepted: [], menu: [] } as const

/**
 * A yes that must not be given silently. An option with a commitment is taken by accepting it, never by an ask that happens
 * to meet its price; and who may not accept gets the ask as an offer instead.
 */
function withhold(decided: DecidedAsk, asker: Asker): DecidedAsk {
  const { decision, taken } = decided
  if (decision?.answer !== "accept") return decided
  const commits = taken?.terms?.lines.some((line) => line.committed_quantity !== null) ?? false
  if (commits || (taken && !asker.may_accept)) return { ...decided, decision: { ...decision, ...STANDING_ANSWER }, taken: null }
  if (asker.may_accept) return decided
  const option = { kind: "counter", lines: decision.accepted, concession: null, saving_total: 0 as Money, overall_cost: NOTHING, contribution: null, margin: null } as const
  const offered: CaseDecision = { ...decision, answer: "counter", reason_code: "countered", standing: false, accepted: [], menu: [option] }
  return { ...decided, decision: offered, as_asked: true }
}

/**
 * Asks the engine, net. Pure but for the clock that comes in: the same facts, the same answer.
 * @throws ContractError `round_limit` (with `details.retry_at`) where nothing stands and nothing new may be granted
 */
export function decideAsk(
  gathered: GatheredFacts,
  standing: StandingOffer,
  ask: Ask,
  { secret, now, asker }: { readonly secret: string | undefined; readonly now: Date; readonly asker: Asker }
): DecidedAsk {
  const { policy } = gathered.stored
  const terms = policy ? termsFor(policy.terms, gathered.input.company.segment).terms : DEFAULT_POLICY_TERMS
  const compiled = policy ? compilePolicy(policy.terms, gathered.input.company.segment) : null
  const undecided = { decision: null, terms, said: saidPrices([]), taken: null, taken_days: null, standing_days: null, route: TO_A_REP, as_asked: false }
  if (!policy || !compiled?.ok) return { ...undecided, policy: null, undecided: "no_policy" }
  const by = { id: policy.id, version: policy.version }
  if (isTaxUnknown(gathered)) return { ...undecided, policy: by, undecided: "tax_unknown" }

  const facts = toCaseFacts(gathered, secret, now)
  const { event, asks } = eventOf(gathered, compiled.policy, facts, standing, ask)
  const asked = asks.map((each) => ({ ...each, variant_id: gathered.input.lines.find((line) => line.line_id === each.line_id)?.variant_id ?? "" }))
  const said = saidPrices([...asked, ...standing.options.flatMap((option) => option.lines)])
  const state = caseState(gathered, engineOptions(gathered, standing), now)
  const decision = decide(compiled.policy, facts, state, event)
  if (decision.answer === "limit") {
    throw new ContractError("round_limit", "No further price can be given at the moment", {
      retry_at: retryAt(gathered, now)?.toISOString() ?? null,
    })
  }
  const route = decision.route ?? routeFor(compiled.policy, facts, state, event)
  const taken = standing.options.find((option) => option.id === decision.accepted_option_id) ?? null
  const taken_days = taken && standing.agreement_days
  const standing_days = standing.options.length > 0 ? standing.agreement_days : null
  const shown = showable(gathered, decision, said, state.memory)
  return withhold({ ...undecided, decision: shown, policy: by, undecided: "no_policy", said, taken, taken_days, standing_days, route }, asker)
}

/** The same answer, handed to a person instead: what was granted is not, what is remembered is. */
export function toPerson(decided: DecidedAsk, reason_code: "apply_failed"): DecidedAsk {
  if (!decided.decision) return decided
  const nothing = { answer: "person", reason_code, standing: false, accepted_option_id: null, accepted: [], menu: [] } as const
  return { ...decided, decision: { ...decided.decision, ...nothing }, taken: null, as_asked: false }
}
