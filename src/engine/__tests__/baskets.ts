import fc from "fast-check"
import { decide, ownPriceAt, type CaseEvent, type CaseFacts, type CaseState, type LineFacts, type Money, type PolicyTerms, type UnitPrice } from ".."
import { MAX_QUANTITY } from "../money"
import { caseArbitrary, factsFrom, RUNS, termsArbitrary, type CaseDraw } from "./arbitraries"
import { personsOffer } from "./persons"
import { after, FRESH } from "./story"
import { tally } from "./tally"
import { compiled, type Turn } from "./walk"

const share = (low: number, high: number) => fc.integer({ min: low * 10_000, max: high * 10_000 }).map((count) => count / 10_000)

/** What an ask says of each line: the price as a share of the own price, pieces as tenths; null leaves the line out. */
export type BasketAsk = readonly ({ readonly price: number; readonly quantity: number } | null)[]

/** What may happen to a basket in a window. */
export type BasketStep =
  | { readonly do: "ask"; readonly lines: BasketAsk }
  /** A target for all lines, as a share of what they cost now. */
  | { readonly do: "total"; readonly share: number }
  /** The same as asks by line that were spread at the edge, with tax on what is shown. */
  | { readonly do: "taxed"; readonly share: number; readonly tax: number }
  | { readonly do: "restart" }
  | { readonly do: "cool"; readonly on: boolean }
  | { readonly do: "cost"; readonly line: number; readonly to: number }
  | { readonly do: "event"; readonly type: "refuse" | "lapse" | "ask_person" }
  | { readonly do: "person"; readonly price: number; readonly quantity: number }
  | { readonly do: "window" }

const lineAsk = fc.record({
  price: fc.oneof(share(0.3, 1.05), share(0.75, 1), share(0.85, 0.99)),
  quantity: fc.oneof({ weight: 3, arbitrary: fc.constant(10) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 40 }) }),
})
const LINES = 3
const asked = fc.oneof(share(0.4, 1.05), share(0.8, 1))

/** Asks on one line, on some and on all, targets for the basket, and what happens in between. */
export const basketSteps: fc.Arbitrary<BasketStep[]> = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.record({ do: fc.constant("ask" as const), lines: fc.array(lineAsk, { minLength: LINES, maxLength: LINES }) }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constant("ask" as const), lines: fc.array(fc.option(lineAsk, { freq: 2 }), { minLength: LINES, maxLength: LINES }) }) },
    { weight: 4, arbitrary: fc.record({ do: fc.constant("total" as const), share: asked }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant("taxed" as const), share: asked, tax: fc.constantFrom(0, 70_000, 190_000) }) },
    { weight: 1, arbitrary: fc.oneof<fc.Arbitrary<BasketStep>[]>(
      fc.constant({ do: "restart" }),
      fc.record({ do: fc.constant("cool" as const), on: fc.constantFrom(false, false, true) }),
      fc.record({ do: fc.constant("event" as const), type: fc.constantFrom("refuse", "lapse", "ask_person") })
    ) },
    { weight: 1, arbitrary: fc.oneof<fc.Arbitrary<BasketStep>[]>(
      fc.record({ do: fc.constant("person" as const), price: share(0.5, 1), quantity: fc.oneof(fc.constant(10), fc.integer({ min: 1, max: 40 })) }),
      fc.constant({ do: "window" })
    ) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant("cost" as const), line: fc.nat(LINES - 1), to: share(0, 0.9) }) }
  ),
  { minLength: 1, maxLength: 8 }
)

/** Policies, baskets of two or three lines in one currency, and what happens to them. */
export const basketWalks = fc.record({ terms: termsArbitrary, draws: fc.array(caseArbitrary, { minLength: 2, maxLength: LINES }), steps: basketSteps })
/** What {@link basketWalks} draws. */
export type BasketWalk = typeof basketWalks extends fc.Arbitrary<infer Drawn> ? Drawn : never

/** The lines of several draws as one case, in the currency and with the ways to ship and pay of the first. */
export function basketOf(draws: readonly CaseDraw[], costs: readonly (number | null | undefined)[] = []): CaseFacts {
  const [first] = draws
  if (first === undefined) throw new Error("a basket without lines")
  const lines = draws.flatMap((draw, index): LineFacts[] => {
    const cost = costs[index] === undefined ? draw.line.cost : costs[index]
    return factsFrom({ ...draw, currency: first.currency }, cost).lines.map((line) => ({ ...line, line_id: `line_${index}`, variant_id: `variant_${index}` }))
  })
  return { ...factsFrom(first), lines }
}

/** The event of a step that asks. Null where it leaves every line out. */
export function basketEvent(facts: CaseFacts, step: BasketStep): CaseEvent | null {
  const now = facts.lines.reduce((sum, { own_prices, quantity }) => sum + ownPriceAt(own_prices, quantity) * quantity, 0)
  if (step.do === "event") return { type: step.type }
  if (step.do === "total") return { type: "ask_total", total: Math.floor(now * step.share) as Money }
  if (step.do === "taxed") {
    const asks = facts.lines.map(({ line_id, quantity, own_prices }) => ({ line_id, quantity, unit_price: Math.floor(ownPriceAt(own_prices, quantity) * step.share) as UnitPrice }))
    const tax_ppm = Object.fromEntries(facts.lines.map(({ line_id }, index) => [line_id, index === 1 ? 0 : step.tax]))
    return { type: "ask", asks, target: { total: Math.floor(now * step.share * (1 + step.tax / 1_000_000)) as Money, decimals: facts.currency.decimals, tax_ppm } }
  }
  if (step.do !== "ask") return null
  const asks = facts.lines.flatMap(({ line_id, quantity, own_prices }, index) => {
    const wanted = step.lines[index] ?? null
    if (wanted === null) return []
    const own = own_prices[0]?.unit_price ?? 0
    return [{ line_id, unit_price: Math.floor(own * wanted.price) as UnitPrice, quantity: Math.min(MAX_QUANTITY, Math.max(1, Math.floor((quantity * wanted.quantity) / 10))) }]
  })
  return asks.length === 0 ? null : { type: "ask", asks }
}

/** Plays a basket's window as a caller would. */
export function playBasket(walk: { readonly terms: PolicyTerms; readonly draws: readonly CaseDraw[]; readonly steps: readonly BasketStep[] }): Turn[] {
  const { terms, draws, steps } = walk
  const policy = compiled(terms)
  const costs: (number | undefined)[] = []
  const turns: Turn[] = []
  let state: CaseState = FRESH
  let window = 0
  for (const step of steps) {
    if (step.do === "restart") state = { ...state, standing: [] }
    if (step.do === "cool") state = { ...state, cooling_down: step.on }
    if (step.do === "cost") costs[step.line] = step.to
    const facts = basketOf(draws, costs)
    if (step.do === "person") state = { ...state, standing: personsOffer(policy, facts, step) ?? state.standing }
    if (step.do === "window") {
      state = { ...state, memory: {} }
      window += 1
    }
    const event = basketEvent(facts, step)
    if (event === null) continue
    const decision = decide(policy, facts, state, event)
    tally.events += 1
    turns.push({ policy, terms, facts, state, event, decision, window })
    state = after(decision, state)
  }
  return turns
}

/** Checks every turn of random baskets. */
export function assertBaskets(check: (turn: Turn, turns: readonly Turn[], index: number) => void): void {
  fc.assert(fc.property(basketWalks, (drawn) => {
    const turns = playBasket(drawn)
    turns.forEach((turn, index) => check(turn, turns, index))
  }), RUNS)
}
