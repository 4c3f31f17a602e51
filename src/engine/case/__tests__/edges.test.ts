import { decide, routeFor, suggest, type CaseFacts, type CaseState, type LineFacts, type LineMemory, type Money, type PolicyTerms } from "../.."
import { after, askFor, factsWith, FRESH, lineWith, menuOf, policyWith, units } from "../../__tests__/story"

const NEVER = { rounds: 0, asks: [], counters: [], marginal_price: null }
const point = (quantity: number, price: number) => ({ quantity, unit_price: units(price) })
const remembering = (memory: Partial<LineMemory>): CaseState => ({ ...FRESH, memory: { line_1: { ...NEVER, ...memory } } })
const ask = (price: number, terms: Partial<PolicyTerms> = {}, line: Partial<LineFacts> = {}, state: CaseState = FRESH, quantity = 2_000) =>
  decide(policyWith(terms), factsWith([lineWith(line)]), state, askFor(price, quantity))
const total = (amount: number) => ({ type: "ask_total", total: units(amount) as number as Money }) as const

describe("an ask at the edge", () => {
  it("at the smallest plausible price is a round, a hundredth under it is none", () => {
    const wide = { automatic_limit: { usd: 1_000_000 } }
    expect(ask(84, wide)).toMatchObject({ reason_code: "countered", lines: [{ memory: { rounds: 1 } }] })
    expect(ask(83.99, wide)).toMatchObject({ reason_code: "standing_answer", lines: [{ memory: { rounds: 0 } }] })
  })

  it("that is taken spends a round and is remembered with the price it got", () => {
    expect(ask(119)).toMatchObject({ answer: "accept", reason_code: "accepted_ask", standing: false, accepted_option_id: null })
    expect(ask(119).lines[0]?.memory).toEqual({ rounds: 1, asks: [point(2_000, 119)], counters: [point(2_000, 118)], marginal_price: null })
  })

  it("at the standing counter gets the counter, not a lower one", () => {
    const taken = ask(118, {}, {}, remembering({ rounds: 1, asks: [point(2_000, 105)], counters: [point(2_000, 118)] }))
    expect(taken).toMatchObject({ answer: "accept", reason_code: "accepted_ask", accepted: [{ unit_price: units(118) }] })
  })

  it("just within the tolerance and at the end of talk is taken, and not a hundredth further", () => {
    // 118 − 112 is 5% of 120, and 112 is where talk ends.
    expect(ask(112, { acceptance_tolerance: 0.05 }).accepted[0]?.unit_price).toBe(units(112))
    expect(ask(112, { acceptance_tolerance: 0.0499 }).answer).toBe("counter")
    expect(ask(111.99, { acceptance_tolerance: 0.06 }).answer).toBe("counter")
  })

  it("under a held last price is taken past its quantity alone", () => {
    const line = { last_paid: { unit_price: units(119), quantity: 2_500, age_days: 30 } }
    expect(ask(118.8, { last_paid: "hold" }, line, FRESH, 2_500).answer).toBe("counter")
    expect(ask(118.8, { last_paid: "hold" }, line, FRESH, 2_501).accepted[0]?.unit_price).toBe(units(118.8))
    expect(ask(119, { last_paid: "hold" }, line, FRESH, 2_500).accepted[0]?.unit_price).toBe(units(119))
  })

  it("in the cool-down gets nothing new, and nothing old that a person would have to look at", () => {
    const cooling = { ...remembering({ rounds: 1, asks: [point(2_000, 105)], counters: [point(2_000, 118)] }), cooling_down: true }
    expect(ask(119, {}, {}, cooling)).toMatchObject({ answer: "accept", reason_code: "accepted_ask", accepted: [{ unit_price: units(118) }] })
    expect(ask(119, { automatic_limit: { usd: 1 } }, {}, cooling)).toMatchObject({ answer: "limit", reason_code: "cooling_down" })
    expect(ask(60, {}, {}, { ...FRESH, cooling_down: true })).toMatchObject({ answer: "limit", reason_code: "cooling_down", menu: [] })
    expect(ask(110, {}, { unit_cost: null }, { ...FRESH, cooling_down: true })).toMatchObject({ answer: "limit", reason_code: "cooling_down" })
  })

  it("that a depth rule sends to a person still goes there while something stands and no round is left", () => {
    const terms: Partial<PolicyTerms> = { rounds: 1, routing: [{ name: "Deep", when: { depth_from: 0.2 }, to: "director", sla_hours: null }] }
    const spent = { rounds: 1, asks: [point(2_000, 95)] }
    expect(ask(90, terms, {}, remembering({ ...spent, counters: [point(2_000, 118)] }))).toMatchObject({ answer: "person", reason_code: "routing_rule" })
    expect(ask(90, terms, {}, remembering(spent))).toMatchObject({ answer: "limit", reason_code: "round_limit" })
  })
})

describe("what was given before and is heard again", () => {
  const before = (counters: LineMemory["counters"], quantity = 2_000) => remembering({ rounds: 1, asks: [point(quantity, 110)], counters, marginal_price: units(100.9) })
  const trade = before([point(2_000, 118), point(4_000, 110)])
  const both = ["volume 4000 @ 110", "counter 2000 @ 118"]
  const heard = (line: Partial<LineFacts>, state = trade, terms: Partial<PolicyTerms> = {}) => menuOf(ask(110, terms, line, state))

  it("two trades beside the counter, the smallest first", () => {
    const many = before([point(2_000, 118), point(2_500, 116), point(3_000, 114), point(4_000, 110)])
    expect(heard({}, many)).toEqual(["volume 2500 @ 116", "volume 3000 @ 114", "counter 2000 @ 118"])
  })

  it("a trade though it earns less than the counter: it was given", () => {
    expect(heard({}, before([point(2_000, 118), point(3_000, 104)]))).toEqual(["volume 3000 @ 104", "counter 2000 @ 118"])
  })

  it("no trade that today's floor rules out", () => {
    expect(heard({ unit_cost: units(93.5) })).toEqual(both)
    expect(heard({ unit_cost: units(93.51) })).toEqual(["counter 2000 @ 118"])
  })

  it("no trade the stock is too small for", () => {
    expect(heard({ stock: 4_000 })).toEqual(both)
    expect(heard({ stock: 3_999 })).toEqual(["counter 2000 @ 118"])
  })

  it("no trade under a price held at its quantity", () => {
    const held = (price: number) => heard({ last_paid: { unit_price: units(price), quantity: 4_000, age_days: 1 } }, trade, { last_paid: "hold" })
    expect(held(110)).toEqual(both)
    expect(held(110.01)).toEqual(["counter 2000 @ 118"])
  })

  it("no trade that the buyer's own prices have caught up with", () => {
    const tiered = (price: number) =>
      menuOf(ask(109, {}, { own_prices: [{ min_quantity: 1, unit_price: units(120) }, { min_quantity: 4_000, unit_price: units(price) }] }, trade))
    expect(tiered(110.01)[0]).toBe("volume 4000 @ 110")
    expect(tiered(110)).toEqual(["counter 2000 @ 118"])
  })

  it("no trade for fewer pieces than are sold at once: it holds from the smallest quantity sold on", () => {
    const state = before([point(2_000, 118), point(3_000, 114), point(4_000, 110)])
    expect(heard({ minimum_quantity: 3_000 }, state)).toEqual(["volume 3000 @ 114", "volume 4000 @ 110"])
    expect(heard({ minimum_quantity: 3_001 }, state)).toEqual(["volume 3500 @ 114", "volume 4000 @ 110"])
  })
})

describe("events that are no ask, to the letter", () => {
  const open = after(decide(policyWith(), factsWith(), FRESH, askFor(110)))
  const asked = (line: Partial<LineFacts> = {}, state: CaseState = open) => decide(policyWith(), factsWith([lineWith(line)]), state, { type: "ask_person" })

  it("tell the line's counter and floor, at no price of their own", () => {
    expect(asked().lines).toEqual([{
      line_id: "line_1", answer: "person", reason_code: "asked_for_person", ask: null, counter_unit_price: units(118), floor_unit_price: units(94.12),
      break_even_quantity: null, flags: [], memory: open.memory["line_1"], trace: [],
    }])
    expect(asked({}, FRESH)).toMatchObject({ standing: false, menu: [], accepted_option_id: null, lines: [{ counter_unit_price: null, memory: NEVER }] })
  })

  it("tell no counter the own price has come under, and no floor without a cost", () => {
    const at = (price: number) => asked({ own_prices: [{ min_quantity: 1, unit_price: units(price) }] }).lines[0]?.counter_unit_price
    expect([at(118.01), at(118), at(117)]).toEqual([units(118), null, null])
    expect(asked({ unit_cost: null }).lines[0]?.floor_unit_price).toBeNull()
  })
})

describe("figures that can't be reckoned with, to the letter", () => {
  const open = after(decide(policyWith(), factsWith(), FRESH, askFor(110)))
  const broken = (state: CaseState, lines: CaseFacts["lines"] = [lineWith({ quantity: 0 })]) => decide(policyWith(), factsWith(lines), state, askFor(110))

  it("go to a rep with what stands and what is remembered", () => {
    const decision = broken(open)
    expect(decision).toEqual({
      answer: "person", reason_code: "invalid_facts", standing: true, accepted_option_id: null, accepted: [], menu: [],
      route: { level: "rep", sla_hours: null, rule: null },
      lines: [{
        line_id: "line_1", answer: "person", reason_code: "invalid_facts", ask: null, counter_unit_price: null, floor_unit_price: null,
        break_even_quantity: null, flags: [], memory: open.memory["line_1"], trace: [],
      }],
    })
    expect(broken(FRESH)).toMatchObject({ standing: false, lines: [{ memory: NEVER }] })
  })

  it("even where there are no lines, no memory or no list of what stands", () => {
    expect(broken(FRESH, null as never)).toMatchObject({ reason_code: "invalid_facts", lines: [] })
    expect(broken(FRESH, [7 as never, null as never]).lines).toEqual([])
    expect(broken({ ...FRESH, memory: undefined as never }).lines[0]?.memory).toEqual(NEVER)
    expect(broken({ ...FRESH, standing: "none" as never })).toMatchObject({ reason_code: "invalid_facts", standing: false })
  })
})

describe("to whom it would go", () => {
  const deep = policyWith({ routing: [{ name: "Deep", when: { depth_from: 0.1 }, to: "director", sla_hours: 4 }] })
  const all = policyWith({ routing: [{ name: "All", when: {}, to: "director", sla_hours: 4 }] })

  it("looks at the best ask of the window for the quantity of the cart or more", () => {
    const after = (quantity: number) => routeFor(deep, factsWith(), remembering({ rounds: 1, asks: [point(quantity, 105)] }), { type: "lapse" }).level
    expect([after(1_999), after(2_000), after(2_001)]).toEqual(["rep", "director", "director"])
  })

  it("looks at what a basket's target comes to", () => {
    expect(routeFor(deep, factsWith(), FRESH, total(216_000)).level).toBe("director")
    expect(routeFor(deep, factsWith(), FRESH, total(217_000)).level).toBe("rep")
  })

  it("is a rep where the figures can't be reckoned with, whatever the rules", () => {
    expect(routeFor(all, factsWith(), FRESH, askFor(110)).level).toBe("director")
    expect(routeFor(all, factsWith([lineWith({ quantity: 0 })]), FRESH, askFor(110)).level).toBe("rep")
  })
})

describe("a suggestion to a rep", () => {
  const menu = (line: Partial<LineFacts>, state: CaseState, price = 110) => menuOf({ menu: suggest(policyWith(), factsWith([lineWith(line)]), state, askFor(price)) ?? [] } as never)
  const golden = ["volume 4000 @ 110", "counter 2000 @ 118"]

  it("passes over worries that are no missing fact", () => {
    for (const line of [{ largest_past_quantity: 1 }, { competing_unit_price: units(79) }]) expect(menu(line, FRESH)).toEqual(golden)
  })

  it("looks at an ask as new, however often it was made and however many rounds are spent", () => {
    const spent = remembering({ rounds: 4, asks: [point(2_000, 110)], counters: [point(2_000, 118)], marginal_price: units(100.9) })
    expect(menu({}, spent).at(-1)).toMatch(/^counter 2000 @ 118$/)
  })

  it("goes on from the window's counter down to the floor itself, not beneath it", () => {
    const given = (price: number) => menu({}, remembering({ rounds: 1, asks: [], counters: [point(1, price)] }), 90).at(-1)
    expect([given(94.12), given(94.11)]).toEqual(["counter 2000 @ 94.12", "counter 2000 @ 117.5"])
  })
})

describe("what several lines remember", () => {
  it("is each its own", () => {
    const facts = factsWith([lineWith(), lineWith({ line_id: "line_2", variant_id: "variant_2", quantity: 1_000 })])
    const asks = [...askFor(110).asks, ...askFor(115, 1_000, "line_2").asks]
    const { lines } = decide(policyWith({ automatic_limit: { usd: 1e7 } }), facts, FRESH, { type: "ask", asks })
    expect(lines.map(({ memory }) => memory.counters)).toEqual([[point(2_000, 118), point(4_000, 110)], [point(1_000, 118), point(1_500, 115)]])
  })
})
