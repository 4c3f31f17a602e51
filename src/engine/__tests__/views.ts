import { compilePolicy, decide, ladder, type CaseFacts, type CaseState, type CompiledPolicy, type LineFacts, type LineMemory, type PolicyTerms, type UnitPrice } from ".."
import { after, FRESH } from "./story"

/** Something a buyer does to learn: looks at a ladder (`ask: null`), or asks at a share of the article's own price. */
export interface Probe {
  readonly ask: number | null
  /** Pieces, as a factor of the article's quantity. */
  readonly times: number
  /** What the buyer says a competitor asks, as a share of the article's own price; left out: nothing. */
  readonly competing?: number
}

/** An article of a company's window and what it was probed with. Articles don't share a memory. */
export interface Article {
  readonly line: LineFacts
  readonly probes: readonly Probe[]
  /** Ways to ship and to pay its cart; left out: none. */
  readonly ways?: Pick<CaseFacts, "freight" | "payment_terms">
}

/** What a buyer may not see is in here. */
export interface World {
  readonly terms: PolicyTerms
  readonly articles: readonly Article[]
}

/** What was seen of an article, and what the engine kept of it. */
export interface View {
  readonly words: readonly string[]
  /** First counter that was given, or the own price. */
  readonly price: number
  readonly memory: LineMemory | null
}

const around = (line: LineFacts, ways: Article["ways"] = {}): CaseFacts => ({
  currency: { code: "usd", decimals: 2 }, company: { opted_out: false, strategic: false }, lines: [line], ...ways,
})

/** A policy that works, or null. */
export function policyOf(terms: PolicyTerms): CompiledPolicy | null {
  const result = compilePolicy(terms)
  return result.ok ? result.policy : null
}

/**
 * Everything a buyer sees of an article: the answer in the words a store gives, prices and quantities; never a reason, a trace
 * or a floor. Where something is expected the first word that differs ends it. Who is sent to a person and who hears that nothing more can be given hears the same "later".
 */
export function viewOf(policy: CompiledPolicy, { line: base, probes, ways }: Article, unit_cost: UnitPrice, expected: readonly string[] | null = null): View {
  let state: CaseState = FRESH
  let price: number | null = null
  const own = base.own_prices[0]?.unit_price ?? base.list_unit_price
  const answerTo = ({ ask, times, competing }: Probe): string => {
    const competing_unit_price = competing === undefined ? null : (Math.floor(own * competing) as UnitPrice)
    const line = { ...base, unit_cost, competing_unit_price, quantity: Math.max(1, Math.round(base.quantity * times)) }
    const memory = state.memory[line.line_id] ?? null
    const facts = around(line, ways)
    if (ask === null) return ladder(policy, facts, line, memory).map((step) => `${step.min_quantity}@${step.unit_price}`).join(" ")
    const unit_price = (Math.floor((own * ask) / 100) * 100) as UnitPrice
    const decision = decide(policy, facts, state, { type: "ask", asks: [{ line_id: line.line_id, unit_price, quantity: line.quantity }] })
    state = after(decision, state)
    price ??= decision.lines[0]?.counter_unit_price ?? null
    const offered = decision.menu.map((option) => `${option.kind} ${option.concession?.percent ?? 0} ${option.lines.map((each) => `${each.quantity}@${each.unit_price}`).join("+")}`)
    const agreed = decision.accepted.map((each) => `${each.quantity}@${each.unit_price}`)
    return [decision.answer === "accept" || decision.answer === "counter" ? decision.answer : "later", ...agreed, ...offered].join(" ")
  }
  const words: string[] = []
  for (const probe of probes) {
    const word = answerTo(probe)
    words.push(word)
    if (expected !== null && expected[words.length - 1] !== word) break
  }
  return { words, price: price ?? own, memory: state.memory[base.line_id] ?? null }
}
