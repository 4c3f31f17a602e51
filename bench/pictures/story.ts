import { compilePolicy, decide, toUnits, type CaseDecision, type CaseFacts, type CaseState, type PolicyTerms, type UnitPrice } from "../../src/engine"
import { DEFAULT_POLICY_TERMS } from "../../src/contract"

/** The story's policy (ENGINE.md, Golden story): the pictures change one term of it at a time. */
export const STORY: PolicyTerms = { ...DEFAULT_POLICY_TERMS, volume_step: 1, automatic_limit: { usd: 100_000_000 } }
/** The story's line: list and own price, unit cost, pieces. Major units. */
export const LINE = { list: 120, cost: 80, quantity: 2_000 } as const

const units = (amount: number): UnitPrice => {
  const price = toUnits(amount)
  if (price === null) throw new Error(`${amount} is no price`)
  return price
}

/** What a picture changes about the story's line. */
export interface LineChange {
  /** Null: nobody entered one. */
  readonly cost?: number | null
  readonly quantity?: number
  /** The last price paid, in major units, for as many pieces as are asked for, this month. */
  readonly lastPaid?: number
  /** What else of the case is other than in the story. */
  readonly more?: Partial<CaseFacts>
}

/** The story's line with something changed. */
export function factsOf({ lastPaid, more, ...change }: LineChange = {}): CaseFacts {
  const { list, cost, quantity } = { ...LINE, ...change }
  const last_paid = lastPaid === undefined ? null : { unit_price: units(lastPaid), quantity, age_days: 30, unit_cost: cost === null ? null : units(cost) }
  return {
    currency: { code: "usd", decimals: 2 },
    company: { opted_out: false, strategic: false },
    lines: [{
      line_id: "line", variant_id: "article", excluded: null, list_unit_price: units(list),
      own_prices: [{ min_quantity: 1, unit_price: units(list) }], quantity, unit_cost: cost === null ? null : units(cost), cost_age_days: 0,
      stock: null, lot: null, last_paid, largest_past_quantity: null, competing_unit_price: null, jitter: 0,
    }],
    ...more,
  }
}

/** Asks one after the other, as one company in one window. Prices in major units. */
export function talk(change: Partial<PolicyTerms>, asks: readonly number[], line: LineChange = {}): CaseDecision[] {
  const compiled = compilePolicy({ ...STORY, ...change })
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems))
  const facts = factsOf(line)
  const quantity = facts.lines[0]?.quantity ?? 1
  let state: CaseState = { memory: {}, standing: [], cooling_down: false }
  return asks.map((ask) => {
    const decision = decide(compiled.policy, facts, state, { type: "ask", asks: [{ line_id: "line", unit_price: units(ask), quantity }] })
    const standing = decision.standing ? state.standing : decision.menu.map((option, place) => ({ option_id: `${place}`, kind: option.kind, lines: option.lines }))
    state = { ...state, memory: { line: decision.lines[0]?.memory ?? { rounds: 0, asks: [], counters: [], marginal_price: null } }, standing }
    return decision
  })
}

/** What a decision leaves standing for the asked pieces, in major units: the agreed price, the counter, or list. */
export function priceOf(decision: CaseDecision): number {
  const agreed = decision.accepted[0]?.unit_price
  const counter = decision.lines[0]?.counter_unit_price
  return (agreed ?? counter ?? units(LINE.list)) / 10_000
}

/** The first volume option of a decision, or null. */
export function volumeOf(decision: CaseDecision): { readonly quantity: number; readonly unitPrice: number } | null {
  const line = decision.menu.find(({ kind }) => kind === "volume")?.lines[0]
  return line === undefined ? null : { quantity: line.quantity, unitPrice: line.unit_price / 10_000 }
}

/** A figure of the trace, in major units; null where the decision did not get to it. */
export function termOf(decision: CaseDecision, name: string): number | null {
  const value = decision.lines[0]?.trace.find(({ term }) => term === name)?.value
  return typeof value === "number" ? value / 10_000 : null
}
