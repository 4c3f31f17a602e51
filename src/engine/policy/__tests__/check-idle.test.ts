import { checkPolicy, compilePolicy, policyWarnings, type EligibilityTerms, type PolicyTerms, type RoutingRule, type StrategyTerms } from "../.."
import { GOLDEN_TERMS } from "../../__tests__/story"

const EVERYTHING: EligibilityTerms = {
  minimum_value: {}, profitability: [], growth: [], credit: { watch: "negotiate", blocked: "negotiate" }, only_products: [], never_products: [],
}
const eligible = (change: Partial<EligibilityTerms>): Partial<PolicyTerms> => ({ eligibility: { ...EVERYTHING, ...change } })
const rule = (to: RoutingRule["to"], when: RoutingRule["when"]): RoutingRule => ({ name: "Rule", when, to, sla_hours: null })
/** An exception from a rule below, which is what exceptions are for. */
const excepted = (when: RoutingRule["when"]): Partial<PolicyTerms> => ({ routing: [rule("automatic", when), { ...rule("rep", {}), name: "Any" }] })
const strategy = (terms: StrategyTerms["terms"]): StrategyTerms => ({ name: "S", segments: ["gold"], objective: "as_set", terms })
const problemsOf = (change: Partial<PolicyTerms>, segments: readonly string[] = []) => checkPolicy({ ...GOLDEN_TERMS, ...change }, segments)
const warningsOf = (change: Partial<PolicyTerms>) => policyWarnings({ ...GOLDEN_TERMS, ...change })

describe("what can never work", () => {
  const refused: [string, Partial<PolicyTerms>, readonly string[], string, RegExp][] = [
    ["a scope that is kept out as a whole", eligible({ excluded_segments: ["tin", "gold"] }), ["gold"], "eligibility.excluded_segments", /kept out \(gold\): it would answer nobody/],
    ["a rule for a segment kept out", { ...eligible({ excluded_segments: ["gold"] }), routing: [rule("rep", { segments: ["gold"] })] }, [], "routing[0].when.segments", /“gold”: kept out by eligibility.excluded_segments/],
    ["a rule for one kept out and one the policy isn't for", { ...eligible({ excluded_segments: ["gold"] }), routing: [rule("rep", { segments: ["gold", "tin"] })] }, ["gold", "silver"], "routing[0].when.segments", /“gold”: kept out/],
    ["a rule for parts of the catalogue that are never negotiated", { ...eligible({ never_products: ["tag:1", "tag:2"] }), routing: [rule("rep", { products: ["tag:2"] })] }, [], "routing[0].when.products", /“tag:2”: in eligibility.never_products/],
    ["an exception for a class that may not negotiate", { ...eligible({ profitability: ["a"] }), ...excepted({ profitability: ["b", "c"] }) }, [], "routing[0].when.profitability", /“b”, “c”: not in eligibility.profitability: the rule would never fit/],
    ["an exception from the automatic limit on", excepted({ value_from: { USD: 500_000 } }), [], "routing[0].when.value_from", /automatic_limit ends/],
    ["an exception in a currency without a limit", excepted({ value_from: { eur: 1 } }), [], "routing[0].when.value_from", /a person decides such a case anyway/],
    ["a rule for asks of nothing", { routing: [rule("rep", { depth_from: 1 })] }, [], "routing[0].when.depth_from", /nobody asks for nothing/],
  ]
  it.each(refused)("is refused, with its place: %s", (_, change, segments, path, message) => {
    expect(problemsOf(change, segments)).toEqual([{ path, message: expect.stringMatching(message) }])
  })

  it("still compiles: a policy that was saved before goes on answering", () => {
    for (const [, change] of refused) expect(compilePolicy({ ...GOLDEN_TERMS, ...change }).ok).toBe(true)
  })

  const taken: [string, Partial<PolicyTerms>, readonly string[]][] = [
    ["a scope kept out in part", eligible({ excluded_segments: ["gold"] }), ["gold", "silver"]],
    ["segments kept out of a policy for everybody", eligible({ excluded_segments: ["gold"] }), []],
    ["a rule for a segment beside one kept out", { ...eligible({ excluded_segments: ["gold"] }), routing: [rule("rep", { segments: ["gold", "silver"] })] }, []],
    ["a rule for a part of the catalogue beside one never negotiated", { ...eligible({ never_products: ["tag:1"] }), routing: [rule("rep", { products: ["tag:1", "tag:2"] })] }, []],
    ["an exception for a class that may", { ...eligible({ profitability: ["a", "b"] }), ...excepted({ profitability: ["b", "c"] }) }, []],
    ["an exception of every class", { ...eligible({ profitability: ["a"] }), ...excepted({ value_from: { usd: 499_999 } }) }, []],
    ["a person's rule from the automatic limit on", { routing: [rule("manager", { value_from: { usd: 500_000 } })] }, []],
    ["a depth just under the whole", { routing: [rule("rep", { depth_from: 0.9999 })] }, []],
    ["a little without a cost, and an ask a little under list", { without_cost_max_discount: 0.0001, minimum_plausible_ask: 0.9999 }, []],
  ]
  it.each(taken)("is none of this: %s", (_, change, segments) => {
    expect(problemsOf(change, segments)).toEqual([])
    expect(warningsOf(change)).toEqual([])
  })
})

describe("what merely has no effect", () => {
  const warned: [string, Partial<PolicyTerms>, string, RegExp][] = [
    ["a floor without a cost that is list itself", { without_cost_max_discount: 0 }, "without_cost_max_discount", /nothing is offered under list/],
    ["no plausible ask under list", { minimum_plausible_ask: 1 }, "minimum_plausible_ask", /none is ever given a counter/],
    ["thresholds where nothing more may be proposed", { initiation: "threshold", volume_cap_factor: 1 }, "initiation", /volume_cap_factor is 1/],
    ["thresholds where more pieces lower no price", { initiation: "threshold", volume_gain_share: 1, talk_concession_limit: 0, opening_concession: 0 }, "initiation", /more pieces then lower no price/],
    ["the same in a strategy", { initiation: "threshold", strategies: [strategy({ volume_cap_factor: 1 })] }, "strategies[0].terms.initiation", /volume_cap_factor is 1/],
    ["a rule for a class that may not negotiate", { ...eligible({ profitability: ["a"] }), routing: [rule("rep", { profitability: ["c"] })] }, "routing[0].when.profitability", /none but companies of no class/],
    ["one currency of an exception past its limit", excepted({ value_from: { usd: 1_000, eur: 5 } }), "routing[0].when.value_from.eur", /there a person decides anyway/],
  ]
  it.each(warned)("is said, and taken: %s", (_, change, path, message) => {
    expect(problemsOf(change)).toEqual([])
    expect(warningsOf(change)).toEqual([{ path, message: expect.stringMatching(message) }])
  })

  it("is not said of what works, nor twice of what a strategy leaves as it is", () => {
    expect(warningsOf({ initiation: "threshold" })).toEqual([])
    expect(warningsOf({ initiation: "threshold", volume_gain_share: 1 })).toEqual([])
    expect(warningsOf({ volume_cap_factor: 1 })).toEqual([])
    expect(warningsOf({ initiation: "threshold", volume_cap_factor: 1, strategies: [strategy({ rounds: 2 })] })).toHaveLength(1)
    expect(warningsOf({ initiation: "threshold", volume_cap_factor: 1, strategies: [strategy({ volume_cap_factor: 2 })] })).toHaveLength(1)
    expect(warningsOf({ routing: [rule("rep", { profitability: ["a"], value_from: { eur: 1 } })] })).toEqual([])
  })
})
