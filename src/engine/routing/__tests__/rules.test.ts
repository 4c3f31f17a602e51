import { decide, ladder, routeFor, type CaseFacts, type EligibilityTerms, type LineFacts, type PolicyTerms, type RoutingRule } from "../.."
import { after, askFor, factsWith, FRESH, lineWith, menuOf, policyWith, units } from "../../__tests__/story"

const EVERYTHING: EligibilityTerms = {
  minimum_value: {}, profitability: [], growth: [], credit: { watch: "negotiate", blocked: "negotiate" }, only_products: [], never_products: [],
}
const COMPANY = { opted_out: false, strategic: false }

type Company = Partial<CaseFacts["company"]>

function ask(terms: Partial<PolicyTerms>, company: Company = {}, line: Partial<LineFacts> = {}, price = 110, quantity = 2_000) {
  return decide(policyWith(terms), factsWith([lineWith(line)], { company: { ...COMPANY, ...company } }), FRESH, askFor(price, quantity))
}

function eligible(rules: Partial<EligibilityTerms>): Partial<PolicyTerms> {
  return { eligibility: { ...EVERYTHING, ...rules } }
}

function routed(...routing: RoutingRule[]): Partial<PolicyTerms> {
  return { routing }
}

function rule(to: RoutingRule["to"], when: RoutingRule["when"] = {}, sla_hours: number | null = null): RoutingRule {
  return { name: `to ${to}`, when, to, sla_hours }
}

describe("eligibility", () => {
  const cases: [string, string, string, ReturnType<typeof ask>][] = [
    ["a deal under the minimum", "decline", "deal_too_small", ask(eligible({ minimum_value: { USD: 240_000.01 } }))],
    ["a class that may not", "decline", "not_eligible", ask(eligible({ profitability: ["a", "b"] }), { profitability: "c" })],
    ["a growth class that may not", "decline", "not_eligible", ask(eligible({ growth: ["growing"] }), { growth: "shrinking" })],
    ["a class nobody set", "person", "class_missing", ask(eligible({ profitability: ["a"] }))],
    ["a growth class nobody set", "person", "class_missing", ask(eligible({ growth: ["growing"] }), { profitability: "a", growth: null })],
    ["blocked credit, a person", "person", "credit_blocked", ask(eligible({ credit: { watch: "negotiate", blocked: "person" } }), { credit: "blocked" })],
    ["blocked credit, a no", "decline", "credit_blocked", ask(eligible({ credit: { watch: "negotiate", blocked: "decline" } }), { credit: "blocked" })],
    ["credit watch, a person", "person", "credit_watch", ask(eligible({ credit: { watch: "person", blocked: "decline" } }), { credit: "watch" })],
    ["a no before a missing class", "decline", "deal_too_small", ask(eligible({ growth: ["growing"], minimum_value: { usd: 300_000 } }))],
    ["an article that never may", "decline", "not_eligible", ask(eligible({ never_products: ["tag:1", "tag:2"] }), {}, { scopes: ["product:9", "tag:2"] })],
    ["an article of none that may", "decline", "not_eligible", ask(eligible({ only_products: ["tag:1"] }), {}, { scopes: ["tag:2"] })],
    ["an article nobody placed", "person", "class_missing", ask(eligible({ only_products: ["tag:1"] }))],
  ]
  it.each(cases)("%s: %s, %s, at no price and without a trace in memory", (_, answer, reason_code, decision) => {
    expect(decision).toMatchObject({ answer, reason_code, menu: [], accepted: [] })
    expect(decision.lines[0]?.memory).toEqual({ rounds: 0, asks: [], counters: [], marginal_price: null })
  })

  const fine: [string, ReturnType<typeof ask>][] = [
    ["at the minimum", ask(eligible({ minimum_value: { usd: 240_000 } }))],
    ["in a currency without one", ask(eligible({ minimum_value: { eur: 900_000 } }))],
    ["of a class that may", ask(eligible({ profitability: ["a", "b"], growth: ["steady"] }), { profitability: "b", growth: "steady" })],
    ["of a company nobody marked", ask(eligible({ credit: { watch: "decline", blocked: "decline" } }))],
    ["of a part that may", ask(eligible({ only_products: ["tag:1"], never_products: ["tag:2"] }), {}, { scopes: ["tag:1"] })],
  ]
  it.each(fine)("negotiates %s", (_, decision) => expect(menuOf(decision)).toEqual(["volume 4000 @ 110", "counter 2000 @ 118"]))

  it("keeps one line out and negotiates the other", () => {
    const lines = [lineWith({ scopes: ["tag:1"] }), lineWith({ line_id: "line_2", variant_id: "variant_2", scopes: ["tag:2"] })]
    const asks = lines.map(({ line_id }) => ({ line_id, unit_price: units(110), quantity: 2_000 }))
    const decision = decide(policyWith(eligible({ never_products: ["tag:2"] })), factsWith(lines), FRESH, { type: "ask", asks })
    expect(decision.answer).toBe("counter")
    expect(decision.lines.map(({ answer, reason_code }) => [answer, reason_code])).toEqual([["counter", "countered"], ["decline", "not_eligible"]])
    expect(decision.menu.flatMap((option) => option.lines.map((line) => line.line_id))).not.toContain("line_2")
  })

  it("lets what stands be taken after the rules have changed", () => {
    const open = after(decide(policyWith(), factsWith(), FRESH, askFor(110)))
    for (const terms of [eligible({ minimum_value: { usd: 400_000 } }), eligible({ profitability: ["a"] }), eligible({ never_products: ["tag:1"] }), routed(rule("director"))]) {
      const taken = decide(policyWith(terms), factsWith([lineWith({ scopes: ["tag:1"] })]), open, askFor(110, 4_000))
      expect(taken).toMatchObject({ answer: "accept", accepted_option_id: "option_0" })
    }
  })

  it("publishes a step that is large enough, not one that is not", () => {
    const terms = { initiation: "threshold" as const, ...eligible({ minimum_value: { usd: 300_000 } }) }
    const published = ladder(policyWith(terms), factsWith(), lineWith(), null)
    expect(published.length).toBeGreaterThan(0)
    for (const step of published) expect(step.min_quantity * 120).toBeGreaterThanOrEqual(300_000)
  })
})

describe("routing", () => {
  it.each<[string, RoutingRule["when"], boolean]>([
    ["value reached", { value_from: { USD: 240_000 } }, true],
    ["value not reached", { value_from: { usd: 240_000.01 } }, false],
    ["another currency", { value_from: { eur: 1 } }, false],
    ["depth reached", { depth_from: 0.0833 }, true],
    ["depth not reached", { depth_from: 0.0834 }, false],
    ["margin under", { margin_under: 0.3334 }, true],
    ["margin not under", { margin_under: 0.3333 }, false],
    ["its segment", { segments: ["silver", "gold"] }, true],
    ["another segment", { segments: ["silver"] }, false],
    ["its class", { profitability: ["b"] }, true],
    ["another class", { profitability: ["a"] }, false],
    ["its part", { products: ["tag:1"] }, true],
    ["another part", { products: ["tag:2"] }, false],
    ["all that fit", { depth_from: 0.05, segments: ["gold"], products: ["tag:1"] }, true],
    ["one that doesn't", { depth_from: 0.05, segments: ["gold"], products: ["tag:2"] }, false],
  ])("%s: %j fits: %s", (_, when, fits) => {
    const decision = ask(routed(rule("manager", when, 8)), { segment: "gold", profitability: "b" }, { scopes: ["tag:1"] })
    if (fits) expect(decision).toMatchObject({ answer: "person", reason_code: "routing_rule", route: { level: "manager", sla_hours: 8, rule: "to manager" } })
    else expect(decision).toMatchObject({ answer: "counter", route: null })
  })

  it("counts a depth that is met to the unit", () => {
    const at = (price: number) => ask(routed(rule("manager", { depth_from: 0.1 })), {}, {}, price).answer
    expect([at(108), at(108.0001)]).toEqual(["person", "counter"])
  })

  it("takes the first rule that fits, an exception among them", () => {
    const rules = routed(rule("automatic", { segments: ["gold"] }), rule("director", { depth_from: 0.2 }), rule("rep"))
    expect(ask(rules, { segment: "gold" }).answer).toBe("counter")
    expect(ask(rules, { segment: "silver" }).route?.level).toBe("rep")
    expect(ask(rules, { segment: "silver" }, {}, 90).route?.level).toBe("director")
  })

  it("never lifts another worry, and says to whom that goes", () => {
    const rules = routed(rule("automatic", { segments: ["gold"] }), rule("director", { value_from: { usd: 200_000 } }, 4))
    const decision = ask(rules, { segment: "gold", strategic: true })
    expect(decision).toMatchObject({ answer: "person", reason_code: "strategic_customer", route: { level: "director", sla_hours: 4 } })
    expect(ask({}, { strategic: true }).route).toEqual({ level: "rep", sla_hours: null, rule: null })
  })

  it("routes an ask that is no serious one, and one that was made before", () => {
    const rules = routed(rule("director", { depth_from: 0.2 }))
    expect(ask(rules, {}, {}, 1).route?.level).toBe("director")
    const once = after(ask(rules, {}, {}, 95))
    expect(decide(policyWith(rules), factsWith(), once, askFor(95)).route?.level).toBe("director")
  })

  it("counts a missing fact as fitting a person's rule and no exception", () => {
    expect(ask(routed(rule("manager", { profitability: ["c"] })))).toMatchObject({ answer: "person", reason_code: "class_missing", route: { level: "manager" } })
    expect(ask(routed(rule("automatic", { profitability: ["a"] }), rule("rep")))).toMatchObject({ answer: "person", reason_code: "routing_rule", route: { level: "rep" } })
    expect(ask({ ...routed(rule("manager", { margin_under: 0.1 })), without_cost_max_discount: 0.3 }, {}, { unit_cost: null })).toMatchObject({ reason_code: "class_missing" })
    expect(ask(routed(rule("manager", { products: ["tag:1"] })))).toMatchObject({ reason_code: "class_missing" })
  })

  it("says the same to a shallow and a deep ask once no round is left and nothing stands", () => {
    const policy = policyWith({ ...routed(rule("director", { depth_from: 0.2 })), rounds: 1 })
    const memory = { rounds: 1, asks: [{ quantity: 2_000, unit_price: units(100) }], counters: [], marginal_price: null }
    const state = { ...FRESH, memory: { line_1: memory } }
    expect([90, 110].map((price) => decide(policy, factsWith(), state, askFor(price)).answer)).toEqual(["limit", "limit"])
  })

  it("knows where a case goes that is refused, lapses or asks for a person", () => {
    const policy = policyWith(routed(rule("director", { depth_from: 0.2 }, 4), rule("manager", { depth_from: 0.05 }, 8)))
    const open = after(decide(policyWith(), factsWith(), FRESH, askFor(110)))
    expect(decide(policy, factsWith(), open, { type: "refuse" }).route).toEqual({ level: "manager", sla_hours: 8, rule: "to manager" })
    expect(decide(policy, factsWith(), open, { type: "lapse" }).route).toBeNull()
    expect(routeFor(policy, factsWith(), open, { type: "lapse" }).level).toBe("manager")
    expect(decide(policy, factsWith(), FRESH, { type: "ask_person" }).route?.level).toBe("rep")
  })
})
