import fc from "fast-check"
import { checkPolicy, compilePolicy, routeFor, type PolicyTerms, type ReviewLevel, type RoutingRule, type StrategyTerms, type UnitPrice } from "../.."
import { RUNS } from "../../__tests__/arbitraries"
import { factsWith, FRESH, GOLDEN_TERMS, lineWith } from "../../__tests__/story"

function rule(name: string, to: RoutingRule["to"], when: RoutingRule["when"] = {}): RoutingRule {
  return { name, when, to, sla_hours: null }
}

function problemsOf(change: Partial<PolicyTerms>, segments: readonly string[] = []) {
  return checkPolicy({ ...GOLDEN_TERMS, ...change }, segments)
}

const strategy = (...segments: string[]): StrategyTerms => ({ name: "S", segments, objective: "as_set", terms: {} })

describe("rules that several above take every case from", () => {
  const gold = rule("Gold", "rep", { segments: ["gold"] })
  const silver = rule("Silver", "manager", { segments: ["silver"] })
  const refused: [string, readonly RoutingRule[], RegExp][] = [
    ["by segments", [gold, silver, rule("Metals", "director", { segments: ["gold", "silver"] })], /“Gold” and “Silver” above together fit/],
    ["by parts of the catalogue", [rule("A", "rep", { products: ["tag:a"] }), rule("B", "rep", { products: ["tag:b"] }), rule("AB", "director", { products: ["tag:a", "tag:b"] })], /“A” and “B” above together fit/],
    ["by currencies", [rule("Usd", "rep", { value_from: { usd: 1 } }), rule("Eur", "rep", { value_from: { eur: 5 } }), rule("Both", "director", { value_from: { usd: 2, eur: 5 } })], /“Usd” and “Eur” above together fit/],
    ["by all classes", [rule("A", "rep", { profitability: ["a", "b"] }), rule("C", "rep", { profitability: ["c"] }), rule("Any", "director", { depth_from: 0.1 })], /“A” and “C” above together fit/],
    ["by one that names all classes", [rule("Classes", "rep", { profitability: ["a", "b", "c"] }), rule("Any", "director")], /“Classes” above fits every/],
    ["by a depth of nothing", [rule("Deep", "rep", { depth_from: 0 }), rule("Any", "rep", { segments: ["gold"] })], /“Deep” above fits every/],
    ["by segments and figures", [rule("Gold", "rep", { segments: ["gold"], depth_from: 0.1 }), rule("Silver", "rep", { segments: ["silver"] }), rule("Metals", "director", { segments: ["gold", "silver"], depth_from: 0.1 })], /“Gold” and “Silver”/],
  ]
  it.each(refused)("are refused: %s", (_, routing, message) => {
    expect(problemsOf({ routing })).toContainEqual({ path: `routing[${routing.length - 1}].when`, message: expect.stringMatching(message) })
  })

  const taken: [string, readonly RoutingRule[]][] = [
    ["one segment left", [gold, silver, rule("Metals", "director", { segments: ["gold", "silver", "bronze"] })]],
    ["one class left", [rule("AB", "rep", { profitability: ["a", "b"] }), rule("Any", "director")]],
    ["companies of no class left by exceptions", [rule("Classes", "automatic", { profitability: ["a", "b", "c"] }), rule("Any", "director")]],
    ["a depth above nothing", [rule("Deep", "rep", { depth_from: 0.0001 }), rule("Any", "rep")]],
    ["companies in no segment", [gold, silver, rule("Any", "director")]],
    ["shallower asks of one segment", [rule("Gold", "rep", { segments: ["gold"], depth_from: 0.2 }), silver, rule("Metals", "rep", { segments: ["gold", "silver"], depth_from: 0.1 })]],
  ]
  it.each(taken)("are taken with %s", (_, routing) => expect(problemsOf({ routing })).toEqual([]))
})

describe("what a policy for some segments says of others", () => {
  const scope = ["gold", "silver"]

  it("is refused where it could never be used, and says where", () => {
    expect(problemsOf({ routing: [rule("Bronze", "rep", { segments: ["bronze"] })] }, scope)).toEqual([
      { path: "routing[0].when.segments", message: "“bronze”: not among the segments the policy is for (gold, silver): the rule would never fit" },
    ])
    expect(problemsOf({ strategies: [strategy("gold"), strategy("bronze", "tin")] }, scope)).toEqual([
      { path: "strategies[1].segments", message: "“bronze”, “tin”: not among the segments the policy is for (gold, silver): the strategy would never be used" },
    ])
  })

  it("is refused where the rules above have taken all segments there are", () => {
    const routing = [rule("Gold", "rep", { segments: ["gold"] }), rule("Silver", "rep", { segments: ["silver"] }), rule("Any", "director")]
    expect(problemsOf({ routing }, scope)).toEqual([{ path: "routing[2].when", message: "is never reached: “Gold” and “Silver” above together fit every such case" }])
    expect(problemsOf({ routing }, [...scope, "bronze"])).toEqual([])
  })

  it("is taken where some of it is used, and everywhere by a policy for all", () => {
    expect(problemsOf({ strategies: [strategy("gold", "bronze")], routing: [rule("Some", "rep", { segments: ["silver", "tin"] })] }, scope)).toEqual([])
    expect(problemsOf({ strategies: [strategy("bronze")], routing: [rule("Tin", "rep", { segments: ["tin"] })] })).toEqual([])
  })
})

describe("rules that are taken and rules that are refused", () => {
  const names = <Name extends string>(all: readonly Name[]) => fc.subarray([...all], { minLength: 1 })
  const when = fc.record<RoutingRule["when"], never>(
    {
      value_from: fc.record({ usd: fc.constantFrom(10, 20, 30) }), depth_from: fc.constantFrom(0, 0.1, 0.2), margin_under: fc.constantFrom(0.2, 0.4),
      segments: names(["gold", "silver"]), profitability: names(["a", "b", "c"]), products: names(["tag:a", "tag:b"]),
    },
    { requiredKeys: [] }
  )
  const rules = fc.array(fc.record({ when, to: fc.constantFrom<ReviewLevel[]>("rep", "manager", "director") }), { minLength: 2, maxLength: 5 })
  const cases = fc.record({
    quantity: fc.constantFrom(5, 10, 20, 30), ask: fc.constantFrom(1, 0.9, 0.8), cost: fc.constantFrom(0.5, 0.7, 0.9),
    segment: fc.constantFrom("gold", "silver", "tin", null), profitability: fc.constantFrom("a" as const, "b" as const, "c" as const, null),
    scopes: fc.subarray(["tag:a", "tag:b"]),
  })

  it("no case ever goes where a rule that was refused as never reached sends it", () => {
    fc.assert(fc.property(rules, fc.array(cases, { minLength: 1, maxLength: 20 }), (drawn, played) => {
      const routing = drawn.map(({ when: conditions, to }, index) => ({ ...rule(`R${index}`, to, conditions) }))
      const hidden = new Set(problemsOf({ routing }).filter(({ message }) => message.startsWith("is never reached")).map(({ path }) => `R${/\d+/.exec(path)?.[0] ?? ""}`))
      const compiled = compilePolicy({ ...GOLDEN_TERMS, routing })
      if (!compiled.ok) throw new Error("rules that don't compile")
      for (const { quantity, ask, cost, segment, profitability, scopes } of played) {
        const line = lineWith({ list_unit_price: 10_000 as UnitPrice, own_prices: [{ min_quantity: 1, unit_price: 10_000 as UnitPrice }], unit_cost: (cost * 10_000) as UnitPrice, quantity, scopes })
        const facts = factsWith([line], { company: { opted_out: false, strategic: false, segment, profitability } })
        const event = { type: "ask" as const, asks: [{ line_id: "line_1", unit_price: (ask * 10_000) as UnitPrice, quantity }] }
        expect(hidden.has(routeFor(compiled.policy, facts, FRESH, event).rule ?? "")).toBe(false)
      }
    }), RUNS)
  })
})
