import { decide, type CaseFacts, type CaseState, type EligibilityTerms, type LineFacts, type PolicyTerms } from "../.."
import { askFor, factsWith, FRESH, lineWith, policyWith, units } from "../../__tests__/story"

const EVERYTHING: EligibilityTerms = {
  minimum_value: {}, profitability: [], growth: [], credit: { watch: "negotiate", blocked: "negotiate" }, only_products: [], never_products: [],
}
const eligible = (rules: Partial<EligibilityTerms>): Partial<PolicyTerms> => ({ eligibility: { ...EVERYTHING, ...rules }, automatic_limit: { usd: 10_000_000 } })
const ask = (line: Partial<LineFacts>, terms: Partial<PolicyTerms> = {}, company: Partial<CaseFacts["company"]> = {}, state: CaseState = FRESH, price = 110) =>
  decide(policyWith(terms), factsWith([lineWith(line)], { company: { opted_out: false, strategic: false, ...company } }), state, askFor(price))
const second: Partial<LineFacts> = { line_id: "line_2", variant_id: "variant_2" }
const both = (terms: Partial<PolicyTerms>, first: Partial<LineFacts>, other: Partial<LineFacts>) =>
  decide(policyWith(terms), factsWith([lineWith(first), lineWith({ ...second, ...other })]), FRESH, { type: "ask", asks: [...askFor(110).asks, ...askFor(110, 2_000, "line_2").asks] })
const excludedOf = (decision: ReturnType<typeof decide>, index = 0) => decision.lines[index]?.trace.find(({ term }) => term === "excluded")?.value

describe("worries at their edges", () => {
  it("a competing price at our cost is none", () => {
    expect(ask({ competing_unit_price: units(80) }).answer).toBe("counter")
    expect(ask({ competing_unit_price: units(90) }).answer).toBe("counter")
    expect(ask({ competing_unit_price: units(1), unit_cost: null }, { without_cost_max_discount: 0.3 }).answer).toBe("counter")
  })

  it("a quantity at the factor is none, nor is any where nothing was bought or no factor is set", () => {
    expect(ask({ largest_past_quantity: 100 }).answer).toBe("counter")
    expect(ask({ largest_past_quantity: 0 }).answer).toBe("counter")
    expect(ask({ largest_past_quantity: 1 }, { outlier_quantity_factor: null }).answer).toBe("counter")
  })

  it("a floor at the current price leaves no room", () => {
    expect(ask({ unit_cost: units(102) })).toMatchObject({ answer: "person", reason_code: "no_room" })
  })

  it("a counter at today's floor still stands, one under it goes to a person", () => {
    const state: CaseState = { ...FRESH, memory: { line_1: { rounds: 1, asks: [], counters: [{ quantity: 2_000, unit_price: units(118) }], marginal_price: null } } }
    expect(ask({ unit_cost: units(100.3) }, {}, {}, state, 118).accepted[0]?.unit_price).toBe(units(118))
    expect(ask({ unit_cost: units(100.31) }, {}, {}, state, 118)).toMatchObject({ answer: "person", reason_code: "floor_rose" })
  })

  it("a price to honour at the end of talk is honoured", () => {
    const paid = (price: number) => ask({ last_paid: { unit_price: units(price), quantity: 100, age_days: 1 } }, { last_paid: "honour" }, {}, FRESH, 112)
    expect(paid(112).accepted[0]?.unit_price).toBe(units(112))
    expect(paid(111.99)).toMatchObject({ answer: "person", reason_code: "last_paid_under_band" })
  })
})

describe("eligibility at its edges", () => {
  it("credit marks that the policy negotiates with are none", () => {
    expect(ask({}, eligible({}), { credit: "watch" }).answer).toBe("counter")
    expect(ask({}, eligible({}), { credit: "blocked" }).answer).toBe("counter")
    expect(ask({}, eligible({ credit: { watch: "decline", blocked: "decline" } }), { credit: "good" }).answer).toBe("counter")
  })

  it("a segment kept out is declined whatever is asked; another, or none, is not", () => {
    const rules = eligible({ excluded_segments: ["bronze", "tin"] })
    for (const price of [1, 110, 120]) expect(ask({}, rules, { segment: "tin" }, FRESH, price)).toMatchObject({ answer: "decline", reason_code: "not_eligible" })
    expect(ask({}, rules, { segment: "gold" }).answer).toBe("counter")
    expect(ask({}, rules, { segment: null }).answer).toBe("counter")
    expect(ask({}, rules).answer).toBe("counter")
    expect(ask({}, eligible({}), { segment: "tin" }).answer).toBe("counter")
  })

  it("one line nobody placed is enough for a person, unless it is kept out anyway", () => {
    const rules = eligible({ only_products: ["tag:1"] })
    expect(both(rules, { scopes: ["tag:1"] }, {})).toMatchObject({ answer: "person", reason_code: "class_missing" })
    expect(both(rules, { scopes: ["tag:1"] }, { excluded: "clearance" }).answer).toBe("counter")
  })

  it("one of the parts is enough to be of those that may", () => {
    expect(ask({ scopes: ["tag:2", "tag:9"] }, eligible({ only_products: ["tag:1", "tag:2"] })).answer).toBe("counter")
    expect(ask({ scopes: [] }, eligible({ only_products: ["tag:1"] }))).toMatchObject({ answer: "decline", reason_code: "not_eligible" })
  })

  it("the trace says what kept a line out: the rules, or what had kept it out before", () => {
    const never = eligible({ never_products: ["tag:1"] })
    expect(excludedOf(ask({ scopes: ["tag:1"] }, never))).toBe("not_eligible")
    expect(excludedOf(ask({ scopes: ["tag:1"], excluded: "clearance" }, never))).toBe("clearance")
    const mixed = both(never, { scopes: ["tag:1"], excluded: "clearance" }, { scopes: ["tag:1"] })
    expect([excludedOf(mixed), excludedOf(mixed, 1)]).toEqual(["clearance", "not_eligible"])
    expect(excludedOf(both(never, { scopes: ["tag:2"] }, { scopes: ["tag:1"] }))).toBeUndefined()
  })

  it("lines that are kept out count for no rule of routing", () => {
    const big = { automatic_limit: { usd: 10_000_000 }, routing: [{ name: "Big", when: { value_from: { usd: 300_000 } }, to: "director" as const, sla_hours: null }] }
    expect(both(big, {}, { excluded: "clearance" }).answer).toBe("counter")
    expect(both(big, {}, {})).toMatchObject({ answer: "person", route: { level: "director" } })
    const thin = { ...big, routing: [{ name: "Thin", when: { margin_under: 0.2 }, to: "manager" as const, sla_hours: null }] }
    expect(both(thin, {}, { excluded: "clearance", unit_cost: null }).answer).toBe("counter")
  })
})
