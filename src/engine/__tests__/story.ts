import {
  compilePolicy, toUnits,
  type CaseDecision, type CaseFacts, type CaseState, type CompiledPolicy, type LineFacts, type PolicyTerms, type UnitPrice,
} from ".."

/** Major units to units, for figures a test writes down itself. */
export function units(amount: number): UnitPrice {
  const price = toUnits(amount)
  if (price === null) throw new Error(`${amount} is no amount of units`)
  return price
}

/** The terms of ENGINE.md's golden story. */
export const GOLDEN_TERMS: PolicyTerms = {
  minimum_margin: 0.15,
  talk_concession_limit: 0.2,
  opening_concession: 0.05,
  curve_shape: 0.5,
  reciprocity: 1,
  acceptance_tolerance: 0.004,
  minimum_plausible_ask: 0.7,
  volume_gain_share: 0.55,
  incremental_share: 1,
  volume_cap_factor: 3,
  volume_step: 500,
  rounds: 4,
  window_days: 30,
  offer_days: 7,
  agreement_days: 90,
  cool_down_hours: 24,
  automatic_limit: { usd: 500_000 },
  without_cost_max_discount: null,
  cost_max_age_days: null,
  outlier_quantity_factor: 20,
  last_paid: "ignore",
  last_paid_max_months: 12,
  initiation: "buyer",
  on_refusal: "person",
  on_lapse: "expire",
  on_last_round: "person",
  sla_hours: 24,
}

/** A policy from the golden terms with some of them changed. Fails where they can't work. */
export function policyWith(change: Partial<PolicyTerms> = {}): CompiledPolicy {
  const result = compilePolicy({ ...GOLDEN_TERMS, ...change })
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.policy
}

/** The line of the golden story with some facts changed. */
export function lineWith(change: Partial<LineFacts> = {}): LineFacts {
  return {
    line_id: "line_1",
    variant_id: "variant_1",
    excluded: null,
    list_unit_price: units(120),
    own_prices: [{ min_quantity: 1, unit_price: units(120) }],
    quantity: 2_000,
    unit_cost: units(80),
    cost_age_days: 1,
    stock: null,
    lot: null,
    last_paid: null,
    largest_past_quantity: null,
    competing_unit_price: null,
    jitter: 0,
    ...change,
  }
}

/** Facts of a case in US dollars around some lines. */
export function factsWith(lines: readonly LineFacts[] = [lineWith()], change: Partial<CaseFacts> = {}): CaseFacts {
  return { currency: { code: "usd", decimals: 2 }, company: { opted_out: false, strategic: false }, lines, ...change }
}

/** Nothing ever happened. */
export const FRESH: CaseState = { memory: {}, standing: [], cooling_down: false }

/** An ask on one line, in major units. */
export function askFor(price: number, quantity = 2_000, lineId = "line_1") {
  return { type: "ask", asks: [{ line_id: lineId, unit_price: units(price), quantity }] } as const
}

/** The menu in a form one can read: `volume 4000 @ 110`. */
export function menuOf(decision: CaseDecision): string[] {
  return decision.menu.map(
    (option) => `${option.kind} ${option.lines.map((line) => `${line.quantity} @ ${line.unit_price / 10_000}`).join(" + ")}`
  )
}

/** The state after a decision: memory as returned, the menu standing where it is a new offer. */
export function after(decision: CaseDecision, before: CaseState = FRESH): CaseState {
  const memory = { ...before.memory }
  for (const line of decision.lines) memory[line.line_id] = line.memory
  if (decision.standing) return { ...before, memory }
  const standing = decision.menu.map((option, index) => ({
    option_id: `option_${index}`, kind: option.kind, lines: option.lines, concession: option.concession,
  }))
  return { memory, standing, cooling_down: before.cooling_down }
}

/** The value of a term of the first line's trace. */
export function termOf(decision: CaseDecision, term: string): number | string | null | undefined {
  return decision.lines[0]?.trace.find((entry) => entry.term === term)?.value
}
