import { checkPolicy, type EligibilityTerms, type PolicyTerms, type RoutingRule, type StrategyTerms } from "../.."
import { GOLDEN_TERMS } from "../../__tests__/story"

const EVERYTHING: EligibilityTerms = {
  minimum_value: {}, profitability: [], growth: [], credit: { watch: "negotiate", blocked: "negotiate" }, only_products: [], never_products: [],
}

function eligible(change: Partial<EligibilityTerms>): Partial<PolicyTerms> {
  return { eligibility: { ...EVERYTHING, ...change } }
}

function strategy(name: string, segments: string[], terms: StrategyTerms["terms"] = {}, objective: StrategyTerms["objective"] = "as_set"): StrategyTerms {
  return { name, segments, objective, terms }
}

function rule(name: string, to: RoutingRule["to"], when: RoutingRule["when"] = {}): RoutingRule {
  return { name, when, to, sla_hours: null }
}

function problemsOf(change: Partial<PolicyTerms>) {
  return checkPolicy({ ...GOLDEN_TERMS, ...change })
}

describe("checkPolicy", () => {
  const refused: [string, Partial<PolicyTerms>, string, RegExp][] = [
    ["α above ρ", { opening_concession: 0.3 }, "opening_concession", /talk_concession_limit/],
    ["a scope both asked for and kept out", eligible({ only_products: ["tag:a", "tag:b"], never_products: ["tag:c", "tag:b"] }), "eligibility.never_products[1]", /tag:b is also in only_products/],
    ["a smallest deal over the automatic limit", eligible({ minimum_value: { usd: 500_001 } }), "eligibility.minimum_value.usd", /under automatic_limit.usd/],
    ["a smallest deal at the automatic limit", eligible({ minimum_value: { usd: 500_000 } }), "eligibility.minimum_value.usd", /ever be answered automatically/],
    ["a segment kept out that has a strategy", { ...eligible({ excluded_segments: ["bronze", "gold"] }), strategies: [strategy("A", ["silver", "gold"])] }, "eligibility.excluded_segments[1]", /“gold” has the strategy “A”/],
    ["a segment with two strategies", { strategies: [strategy("A", ["gold", "silver"]), strategy("B", ["bronze", "silver"])] }, "strategies[1].segments", /“silver” already has the strategy “A”/],
    ["a strategy that lifts α over ρ", { strategies: [strategy("A", ["gold"], { opening_concession: 0.25 })] }, "strategies[0].terms.opening_concession", /talk_concession_limit/],
    ["a strategy that lowers ρ under α", { strategies: [strategy("A", ["gold"], { talk_concession_limit: 0.04 })] }, "strategies[0].terms.opening_concession", /talk_concession_limit/],
    ["trades only, with an opening", { strategies: [strategy("A", ["gold"], { opening_concession: 0.01 }, "margin")] }, "strategies[0].terms.opening_concession", /talk_concession_limit/],
    ["a share too fine", { strategies: [strategy("A", ["gold"], { volume_gain_share: 0.12345 })] }, "strategies[0].terms.volume_gain_share", /four decimals/],
    ["a rule under one without conditions", { routing: [rule("All", "rep"), rule("Big", "director", { value_from: { usd: 1 } })] }, "routing[1].when", /“All” above fits every such case/],
    ["a rule under a wider one", { routing: [rule("10%", "manager", { depth_from: 0.1, segments: ["a", "b"] }), rule("20%", "director", { depth_from: 0.2, segments: ["b"] })] }, "routing[1].when", /never reached/],
    ["a narrower value under a wider one", { routing: [rule("1k", "rep", { value_from: { usd: 1_000, eur: 900 } }), rule("2k", "director", { value_from: { usd: 2_000 } })] }, "routing[1].when", /“1k” above/],
    ["a thinner margin under a wider one", { routing: [rule("30%", "rep", { margin_under: 0.3 }), rule("20%", "director", { margin_under: 0.2 })] }, "routing[1].when", /“30%” above/],
    ["a rule like the one above, by depth", { routing: [rule("A", "rep", { depth_from: 0.1 }), rule("B", "director", { depth_from: 0.1 })] }, "routing[1].when", /“A” above/],
    ["a rule like the one above, by margin", { routing: [rule("A", "rep", { margin_under: 0.2 }), rule("B", "director", { margin_under: 0.2 })] }, "routing[1].when", /“A” above/],
    ["a rule like the one above, by value", { routing: [rule("A", "rep", { value_from: { usd: 1_000 } }), rule("B", "director", { value_from: { usd: 1_000 } })] }, "routing[1].when", /“A” above/],
    ["a deeper ask sent lower where segments meet", { routing: [rule("Deep", "rep", { depth_from: 0.2, segments: ["a", "b"] }), rule("Any", "director", { segments: ["b", "c"] })] }, "routing[0].to", /deeper ask to rep while “Any” below/],
    ["a deeper ask sent lower than by two rules, once", { routing: [rule("Deep", "rep", { depth_from: 0.2 }), rule("Usd", "manager", { value_from: { usd: 1 } }), rule("Eur", "director", { value_from: { eur: 1 } })] }, "routing[0].to", /while “Usd” below/],
    ["a deeper ask of one class sent lower than one of another: a company of none fits both", { routing: [rule("Deep A", "rep", { depth_from: 0.2, profitability: ["a"] }), rule("B", "director", { profitability: ["b"] })] }, "routing[0].to", /deeper ask to rep while “B” below/],
    ["a deeper ask sent lower", { routing: [rule("Deep", "rep", { depth_from: 0.2 }), rule("Any", "manager", { value_from: { usd: 1 } })] }, "routing[0].to", /deeper ask to rep while “Any” below/],
    ["a deeper ask kept from people", { routing: [rule("Deep", "automatic", { depth_from: 0.2 }), rule("Shallow", "rep", { depth_from: 0.1 })] }, "routing[0].to", /deeper ask to automatic/],
    ["an exception from nothing", { routing: [rule("Gold", "automatic", { segments: ["gold"] })] }, "routing[0].to", /has no effect/],
    ["an exception after all rules", { routing: [rule("Big", "rep", { value_from: { usd: 1 } }), rule("Gold", "automatic", { segments: ["gold"] })] }, "routing[1].to", /has no effect/],
    ["a value without a currency", { routing: [rule("Big", "rep", { value_from: {} })] }, "routing[0].when.value_from", /no currency/],
    ["a depth too fine", { routing: [rule("Deep", "rep", { depth_from: 0.10001 })] }, "routing[0].when.depth_from", /four decimals/],
  ]
  it.each(refused)("refuses %s, and says where", (_, change, path, message) => {
    expect(problemsOf(change)).toEqual([{ path, message: expect.stringMatching(message) }])
  })

  const taken: [string, Partial<PolicyTerms>][] = [
    ["nothing at all", {}],
    ["deeper asks higher", { routing: [rule("20%", "director", { depth_from: 0.2 }), rule("10%", "manager", { depth_from: 0.1 }), rule("5%", "rep", { depth_from: 0.05 })] }],
    ["a wider rule under a narrower one, by segments", { routing: [rule("A", "rep", { segments: ["a"] }), rule("B", "director", { segments: ["a", "b"] })] }],
    ["a wider rule under a narrower one, by value", { routing: [rule("A", "director", { value_from: { usd: 1_000 } }), rule("B", "rep", { value_from: { usd: 999 } })] }],
    ["a wider rule under a narrower one, by a currency more", { routing: [rule("A", "director", { value_from: { usd: 1_000 } }), rule("B", "rep", { value_from: { usd: 2_000, eur: 1 } })] }],
    ["a wider rule under a narrower one, by depth", { routing: [rule("A", "director", { depth_from: 0.1 }), rule("B", "rep")] }],
    ["a wider rule under a narrower one, by margin", { routing: [rule("A", "director", { margin_under: 0.2 }), rule("B", "manager", { margin_under: 0.3 }), rule("C", "rep")] }],
    ["a deeper ask as high as a shallower one", { routing: [rule("Deep", "rep", { depth_from: 0.2 }), rule("Any", "rep", { value_from: { usd: 1 } })] }],
    ["one segment lower than another", { routing: [rule("Deep", "rep", { depth_from: 0.2, segments: ["gold"] }), rule("Any", "director", { segments: ["silver"] })] }],
    ["an exception for one class above a rule for another", { routing: [rule("Deep A", "automatic", { depth_from: 0.2, profitability: ["a"] }), rule("B", "director", { profitability: ["b"] })] }],
    ["currencies apart", { routing: [rule("Deep", "rep", { depth_from: 0.2, value_from: { usd: 1 } }), rule("Any", "director", { value_from: { eur: 1 } })] }],
    ["an exception from a rule below", { routing: [rule("Gold", "automatic", { segments: ["gold"] }), rule("Any", "rep")] }],
    ["a smallest deal in a currency without a limit", eligible({ minimum_value: { eur: 900_000, usd: 499_999 } })],
    ["every objective", { strategies: [strategy("G", ["g"], {}, "growth"), strategy("M", ["m"], {}, "margin"), strategy("S", ["s"])] }],
    ["growth at the edges", { volume_gain_share: 0.0001, volume_cap_factor: 100, strategies: [strategy("G", ["g"], {}, "growth")] }],
  ]
  it.each(taken)("takes %s", (_, change) => expect(problemsOf(change)).toEqual([]))

  it("names every problem at once, and none twice", () => {
    const paths = problemsOf({ rounds: 0, strategies: [strategy("A", ["x"], { opening_concession: 0.9 })], routing: [rule("A", "rep"), rule("B", "rep")] })
    expect(paths.map(({ path }) => path)).toEqual(["rounds", "strategies[0].terms.opening_concession", "routing[1].when"])
  })
})
