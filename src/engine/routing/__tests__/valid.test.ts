import { decide, type CaseEvent, type CaseFacts, type CaseState, type LineFacts } from "../.."
import { askFor, factsWith, FRESH, lineWith, policyWith, units } from "../../__tests__/story"

const policy = policyWith()
const as = (value: unknown): never => value as never
/** True where the engine reckons with the figures, whatever it answers. */
const reckons = (facts: CaseFacts, state: CaseState = FRESH, event: CaseEvent = askFor(110)) => decide(policy, facts, state, event).reason_code !== "invalid_facts"
const OTHER = { variant_id: "variant_9", excluded: null, list_unit_price: units(112), own_prices: [{ min_quantity: 1, unit_price: units(109) }], unit_cost: units(65), cost_age_days: 1, stock: null }
const PAID = { unit_price: units(115), quantity: 1, age_days: 0 }
const tier = (min_quantity: number, unit_price: number) => ({ min_quantity, unit_price: as(unit_price) })

describe("figures of a line", () => {
  it.each<[string, Partial<LineFacts>]>([
    ["a list price of a unit", { list_unit_price: as(1), unit_cost: as(1), own_prices: [tier(1, 0)] }],
    ["the largest list price", { list_unit_price: as(100_000_000_000), own_prices: [tier(1, 100_000_000_000)] }],
    ["the largest quantity", { quantity: 10_000_000 }],
    ["a cost of nothing", { unit_cost: units(0) }],
    ["a cost of list", { unit_cost: units(120) }],
    ["a cost told just now", { cost_age_days: 0 }],
    ["half a day", { cost_age_days: 0.5 }],
    ["stock of nothing", { stock: 0 }],
    ["a lot of one", { lot: 1 }],
    ["nothing bought before", { largest_past_quantity: 0 }],
    ["a competitor who gives it away", { competing_unit_price: units(0) }],
    ["the most jitter", { jitter: 1_000 }],
    ["the least jitter", { jitter: -1_000 }],
    ["a last price with its cost", { last_paid: { ...PAID, unit_cost: units(80) } }],
    ["a last price without its cost", { last_paid: { ...PAID, unit_cost: null } }],
    ["one piece at least", { minimum_quantity: 1 }],
    ["no smallest quantity", { minimum_quantity: null }],
    ["no parts of the catalogue", { scopes: [] }],
    ["ascending tiers", { own_prices: [tier(1, 120), tier(2, 120), tier(3, 119)] }],
    ["an article that stands in, of unknown cost and stock", { substitutes: [{ ...OTHER, unit_cost: null, stock: "unknown" }] }],
    ["one that costs nothing and is out", { substitutes: [{ ...OTHER, list_unit_price: as(1), unit_cost: units(0), stock: 0, cost_age_days: 0 }] }],
    ["no article that stands in", { substitutes: [] }],
    ["one that can't itself", { substitutes: [OTHER, { ...OTHER, unit_cost: as(-1) }] }],
  ])("%s can be reckoned with", (_, change) => expect(reckons(factsWith([lineWith(change)]))).toBe(true))

  it.each<[string, Partial<LineFacts>]>([
    ["a list price past the largest", { list_unit_price: as(100_000_000_001) }],
    ["an own price past the largest", { own_prices: [tier(1, 100_000_000_001)] }],
    ["own prices of no list", { own_prices: as({ 0: tier(1, 5) }) }],
    ["a tier that is none", { own_prices: [tier(1, 5), as(undefined)] }],
    ["a tier from half a piece", { own_prices: [tier(1, 5), tier(1.5, 5)] }],
    ["a tier at no price", { own_prices: [tier(1, 5), tier(2, Number.NaN)] }],
    ["a tier that falls back", { own_prices: [tier(1, 5), tier(9, 5), tier(8, 5)] }],
    ["jitter under the least", { jitter: -1_001 }],
    ["a cost of tomorrow", { cost_age_days: -1 }],
    ["an age in words", { cost_age_days: as("1") }],
    ["a last price at no price", { last_paid: { ...PAID, unit_price: as(1.5) } }],
    ["a last price of half a piece", { last_paid: { ...PAID, quantity: 0.5 } }],
    ["a last price of tomorrow", { last_paid: { ...PAID, age_days: -1 } }],
    ["a last price of an endless age", { last_paid: { ...PAID, age_days: Number.POSITIVE_INFINITY } }],
    ["a last price at a cost that is none", { last_paid: { ...PAID, unit_cost: as(-1) } }],
    ["parts of the catalogue that are no list", { scopes: as("tag:1") }],
    ["parts of the catalogue that are no names", { scopes: ["tag:1", as(1)] }],
    ["a smallest quantity past the largest", { minimum_quantity: 10_000_001 }],
    ["stock in words", { stock: as("many") }],
  ])("%s can't", (_, change) => expect(reckons(factsWith([lineWith(change)]))).toBe(false))

  it("of a line that nobody asks for keep no other from its answer, but a target for all", () => {
    const two = factsWith([lineWith(), lineWith({ line_id: "line_2", quantity: 0 })])
    expect(reckons(two)).toBe(true)
    expect(reckons(two, FRESH, { type: "ask_total", total: as(units(400_000)) })).toBe(false)
    for (const type of ["refuse", "lapse", "ask_person"] as const) expect(reckons(two, FRESH, { type })).toBe(false)
  })
})

describe("figures of a case", () => {
  it.each<[string, Partial<CaseFacts>, boolean]>([
    ["no decimals", { currency: { code: "jpy", decimals: 0 } }, true],
    ["four decimals", { currency: { code: "clf", decimals: 4 } }, true],
    ["no code", { currency: as({ decimals: 2 }) }, false],
    ["no currency", { currency: as(undefined) }, false],
    ["lines of no list", { lines: as({ length: 1 }) }, false],
    ["needed now", { needed_in_days: 0 }, true],
    ["needed in half a day", { needed_in_days: 0.5 }, true],
    ["nobody says when", { needed_in_days: null }, true],
    ["no use of it", { annual_volume: 0 }, true],
    ["nobody says how much", { annual_volume: null }, true],
    ["shipping for nothing", { freight_total: as(0), freight: [{ shipping_option_id: "slow", total: as(0) }, { shipping_option_id: "air", total: null }] }, true],
    ["nobody says for what", { freight_total: null }, true],
    ["one way to ship of two without a name", { freight: [{ shipping_option_id: "slow", total: null }, { shipping_option_id: as(7), total: null }] }, false],
    ["payment now, and in a hundred years", { payment_terms: [{ id: "now", days: 0 }, { id: "never", days: 36_500 }] }, true],
    ["payment in more than a hundred years", { payment_terms: [{ id: "never", days: 36_501 }] }, false],
    ["one way to pay of two without a name", { payment_terms: [{ id: "now", days: 0 }, { id: as(7), days: 0 }] }, false],
  ])("%s: %j: %s", (_, change, fine) => expect(reckons(factsWith([lineWith()], change))).toBe(fine))
})

describe("what was kept of a case", () => {
  const NEVER = { rounds: 0, asks: [], counters: [], marginal_price: null }
  const kept = (memory: unknown) => reckons(factsWith(), { ...FRESH, memory: { line_1: as(memory) } })
  const point = { quantity: 1, unit_price: units(110) }

  it("is memory as a decision returned it", () => {
    for (const memory of [NEVER, { ...NEVER, rounds: 9, marginal_price: units(0) }, { ...NEVER, asks: [point], counters: [point, point] }]) expect(kept(memory)).toBe(true)
    for (const broken of [
      7, { ...NEVER, rounds: -1 }, { ...NEVER, rounds: 0.5 }, { ...NEVER, asks: {} }, { ...NEVER, counters: {} }, { ...NEVER, marginal_price: -1 },
      { ...NEVER, asks: [point, null] }, { ...NEVER, counters: [point, { ...point, quantity: 0 }] }, { ...NEVER, asks: [{ ...point, unit_price: -1 }] },
    ]) expect(kept(broken)).toBe(false)
    for (const memory of [null, undefined, 7]) expect(reckons(factsWith(), { ...FRESH, memory: as(memory) })).toBe(false)
    expect(reckons(factsWith(), { ...FRESH, memory: { line_9: as(7) } })).toBe(true)
  })

  it("is what stands, in whole pieces at a price", () => {
    const stands = (...options: unknown[]) => reckons(factsWith(), { ...FRESH, standing: as(options) })
    const line = { line_id: "line_1", variant_id: "variant_1", quantity: 2_000, unit_price: units(118) }
    const option = { option_id: "o", kind: "counter", lines: [line] }
    const cut = (percent: number) => ({ ...option, concession: { kind: "freight", percent, shipping_option_id: "slow", payment_term: null } })
    for (const fine of [option, { ...option, concession: null }, cut(1), cut(10_000), { ...option, lines: [] }]) expect(stands(fine)).toBe(true)
    for (const broken of [null, { ...option, lines: {} }, { ...option, lines: [line, null] }, { ...option, lines: [{ ...line, quantity: 0 }] }, { ...option, lines: [{ ...line, unit_price: -1 }] }, cut(0), cut(10_001)]) {
      expect(stands(option, broken)).toBe(false)
    }
    expect(reckons(factsWith(), { ...FRESH, standing: as({}) })).toBe(false)
  })
})

describe("what is asked", () => {
  const two = factsWith([lineWith(), lineWith({ line_id: "line_2", variant_id: "variant_2" })])
  const [first] = askFor(110).asks
  const asking = (...asks: unknown[]) => reckons(two, FRESH, { type: "ask", asks: as(asks) })

  it("names lines of the case, each once", () => {
    expect([asking(first), asking({ ...first, line_id: "line_2" }), asking(first, { ...first, line_id: "line_2" })]).toEqual([true, true, true])
    expect([asking(), asking(null), asking(first, null), asking(first, { ...first, line_id: "line_9" }), asking(first, first)]).toEqual([false, false, false, false, false])
    expect(reckons(two, FRESH, { type: "ask", asks: as({ length: 1 }) })).toBe(false)
  })

  it("is a price and a quantity in range", () => {
    expect([asking({ ...first, unit_price: 0 }), asking({ ...first, unit_price: 100_000_000_000 }), asking({ ...first, quantity: 1 })]).toEqual([true, true, true])
    expect([asking({ ...first, unit_price: 100_000_000_001 }), asking({ ...first, quantity: 0 }), asking({ ...first, unit_price: 0.5 })]).toEqual([false, false, false])
    expect(reckons(two, FRESH, { type: "ask_total", total: as(0) })).toBe(true)
    expect(reckons(two, FRESH, { type: "ask_total", total: as(0.5) })).toBe(false)
    for (const type of ["refuse", "lapse", "ask_person"] as const) expect(reckons(two, FRESH, { type })).toBe(true)
  })
})
