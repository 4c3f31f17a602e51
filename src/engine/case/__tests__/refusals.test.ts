import { decide, lineFloor, mayBeNegotiated, routeFor, suggest, type CaseFacts, type EligibilityTerms } from "../.."
import { askFor, factsWith, FRESH, lineWith, menuOf, policyWith, units } from "../../__tests__/story"

const EVERYTHING: EligibilityTerms = {
  minimum_value: {}, profitability: [], growth: [], credit: { watch: "negotiate", blocked: "negotiate" }, only_products: [], never_products: [],
}
const eligible = (rules: Partial<EligibilityTerms>) => policyWith({ eligibility: { ...EVERYTHING, ...rules } })
const UNTOUCHED = { rounds: 0, asks: [], counters: [], marginal_price: null }

describe("a refusal", () => {
  const second = lineWith({ line_id: "line_2", variant_id: "variant_2", excluded: "clearance" })
  const both = { type: "ask", asks: [...askFor(110).asks, ...askFor(110, 2_000, "line_2").asks] } as const

  it("is told for every line, and remembers nothing", () => {
    const decision = decide(eligible({ minimum_value: { usd: 300_000 } }), factsWith(), FRESH, askFor(110))
    expect(decision).toMatchObject({ answer: "decline", reason_code: "deal_too_small", menu: [], standing: false, route: null })
    expect(decision.lines[0]).toMatchObject({ answer: "decline", reason_code: "deal_too_small", memory: UNTOUCHED })
  })

  it("says of articles kept out that they are, not that the deal is small", () => {
    const policy = eligible({ minimum_value: { usd: 1 } })
    expect(decide(policy, factsWith([second]), FRESH, askFor(110, 2_000, "line_2"))).toMatchObject({ answer: "decline", reason_code: "not_eligible" })
  })

  it("counts only the articles that may be negotiated when it measures a deal", () => {
    const facts = factsWith([lineWith(), second])
    expect(decide(eligible({ minimum_value: { usd: 240_000 } }), facts, FRESH, both).answer).toBe("counter")
    expect(decide(eligible({ minimum_value: { usd: 240_001 } }), facts, FRESH, both)).toMatchObject({ answer: "decline", reason_code: "deal_too_small" })
  })
})

describe("who may negotiate, before anybody asks", () => {
  const may = (rules: Partial<EligibilityTerms>, company: Partial<CaseFacts["company"]> = {}) =>
    mayBeNegotiated(eligible(rules), factsWith([lineWith({ scopes: ["tag:1"] })], { company: { opted_out: false, strategic: false, ...company } }), lineWith({ scopes: ["tag:1"] }))

  it("nobody and nothing the policy keeps out", () => {
    expect(may({ never_products: ["tag:1"] })).toBe(false)
    expect(may({ only_products: ["tag:2"] })).toBe(false)
    expect(may({ profitability: ["a"] }, { profitability: "c" })).toBe(false)
    expect(may({ credit: { watch: "negotiate", blocked: "decline" } }, { credit: "blocked" })).toBe(false)
  })

  it("everybody else: for a missing fact or a small cart keeps nobody from asking", () => {
    expect(may({})).toBe(true)
    expect(may({ profitability: ["a"] })).toBe(true)
    expect(may({ minimum_value: { usd: 1_000_000 } })).toBe(true)
    expect(may({ credit: { watch: "person", blocked: "decline" } }, { credit: "watch" })).toBe(true)
    expect(mayBeNegotiated(policyWith(), factsWith(), lineWith())).toBe(true)
  })
})

describe("for the seller's people", () => {
  it("the floor of a line, on the currency's smallest unit", () => {
    expect(lineFloor(policyWith(), factsWith(), lineWith())).toBe(units(94.12))
    expect(lineFloor(policyWith(), factsWith([], { currency: { code: "jpy", decimals: 0 } }), lineWith())).toBe(units(95))
    expect(lineFloor(policyWith({ without_cost_max_discount: 0.25 }), factsWith(), lineWith({ unit_cost: null }))).toBe(units(90))
    expect(lineFloor(policyWith(), factsWith(), lineWith({ unit_cost: null }))).toBeNull()
    expect(lineFloor(policyWith({ cost_max_age_days: 30 }), factsWith(), lineWith({ cost_age_days: 31 }))).toBeNull()
  })

  it("a route that looks at the lines asked for alone", () => {
    const policy = policyWith({ routing: [{ name: "Big", when: { value_from: { usd: 300_000 } }, to: "director", sla_hours: 4 }] })
    const facts = factsWith([lineWith(), lineWith({ line_id: "line_2", variant_id: "variant_2" })])
    expect(routeFor(policy, facts, FRESH, askFor(110)).level).toBe("rep")
    expect(routeFor(policy, facts, FRESH, { type: "ask_person" }).level).toBe("director")
  })

  it("a suggestion honours a last price down to the end of talk, and passes over one beneath it", () => {
    const policy = policyWith({ last_paid: "honour" })
    const paid = (price: number) => factsWith([lineWith({ last_paid: { unit_price: units(price), quantity: 100, age_days: 10 } })])
    expect(menuOf({ menu: suggest(policy, paid(112), FRESH, askFor(105)) ?? [] } as never)).toContain("counter 2000 @ 112")
    expect(menuOf({ menu: suggest(policy, paid(111), FRESH, askFor(105)) ?? [] } as never)).toContain("counter 2000 @ 118")
  })
})

describe("an ask that earns nothing", () => {
  it("is taken at the buyer's own price where it reaches that, and costs no round", () => {
    const facts = factsWith([lineWith({ own_prices: [{ min_quantity: 1, unit_price: units(80) }], unit_cost: units(60) })])
    const decision = decide(policyWith(), facts, FRESH, askFor(82))
    expect(decide(policyWith(), facts, FRESH, askFor(80))).toMatchObject({ answer: "accept", reason_code: "accepted_ask" })
    expect(decision).toMatchObject({ answer: "accept", reason_code: "accepted_ask" })
    expect(decision.accepted).toEqual([{ line_id: "line_1", variant_id: "variant_1", quantity: 2_000, unit_price: units(80) }])
    expect(decision.lines[0]).toMatchObject({ answer: "accept", reason_code: "accepted_ask", memory: UNTOUCHED })
  })
})

describe("trades of the window beside a held last price", () => {
  const policy = policyWith({ last_paid: "hold" })
  const memory = {
    rounds: 1, asks: [{ quantity: 2_000, unit_price: units(110) }],
    counters: [{ quantity: 2_000, unit_price: units(118) }, { quantity: 4_000, unit_price: units(110) }], marginal_price: units(100.9),
  }
  const heard = (quantity: number) =>
    menuOf(decide(policy, factsWith([lineWith({ last_paid: { unit_price: units(115), quantity, age_days: 10 } })]), { ...FRESH, memory: { line_1: memory } }, askFor(110)))

  it("are heard again past the quantity it was paid for, not up to it", () => {
    expect(heard(3_999)).toEqual(["volume 4000 @ 110", "counter 2000 @ 118"])
    expect(heard(4_000)).toEqual(["counter 2000 @ 118"])
  })
})
