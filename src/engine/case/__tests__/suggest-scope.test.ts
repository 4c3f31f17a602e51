import fc from "fast-check"
import { decide, suggest, type Money } from "../.."
import { RUNS } from "../../__tests__/arbitraries"
import { askFor, factsWith, FRESH, lineWith, policyWith, units } from "../../__tests__/story"

const scoped = (never_products: string[], only_products: string[] = []) =>
  policyWith({ eligibility: { profitability: [], growth: [], credit: { watch: "person", blocked: "decline" }, minimum_value: {}, never_products, only_products } })
const two = (first: readonly string[] | undefined, second: readonly string[] | undefined) =>
  factsWith([lineWith(first ? { scopes: [...first] } : {}), lineWith({ line_id: "line_2", variant_id: "variant_2", ...(second ? { scopes: [...second] } : {}) })])
const both = { type: "ask", asks: [...askFor(110).asks, ...askFor(110, 2_000, "line_2").asks] } as const

describe("a suggestion to a rep obeys the policy's scope", () => {
  it.each([
    ["kept out by name", scoped(["tag:sale"]), ["tag:sale"]],
    ["in none of the parts that may be negotiated", scoped([], ["category:pumps"]), ["category:valves"]],
  ])("an article %s: nothing is suggested", (_, policy, scopes) => {
    expect(suggest(policy, factsWith([lineWith({ scopes })]), FRESH, askFor(110))).toEqual([])
  })

  it("an article nobody told the parts of: a person has to say, nothing is suggested", () => {
    expect(suggest(scoped(["tag:sale"]), factsWith(), FRESH, askFor(110))).toBeNull()
    expect(suggest(policyWith({}), factsWith(), FRESH, askFor(110))).not.toBeNull()
  })

  it("in a basket: for the lines that may be negotiated alone, as if they were asked for alone", () => {
    const policy = scoped(["tag:sale"])
    const found = suggest(policy, two(["tag:sale"], ["category:pumps"]), FRESH, both)
    expect(found?.map((option) => option.lines.map((line) => line.line_id))).toEqual([["line_2"], ["line_2"]])
    const alone = factsWith([lineWith({ line_id: "line_2", variant_id: "variant_2", scopes: ["category:pumps"] })])
    expect(found).toEqual(suggest(policy, alone, FRESH, askFor(110, 2_000, "line_2")))
  })

  it("a basket's target is laid on these lines alone, and an event without a price suggests nothing for the others", () => {
    const policy = scoped(["tag:sale"])
    const facts = two(["tag:sale"], ["category:pumps"])
    for (const event of [{ type: "ask_total", total: units(230_000) as number as Money } as const, { type: "refuse" } as const]) {
      expect(suggest(policy, facts, FRESH, event)?.flatMap((option) => option.lines).some((line) => line.line_id === "line_1")).toBe(false)
    }
  })

  it("whatever the scopes: a line is suggested for only where the decision does not keep it out", () => {
    const names = fc.subarray(["a", "b", "c"])
    fc.assert(
      fc.property(names, names, names, names, fc.integer({ min: 90, max: 120 }), (never, only, first, second, price) => {
        const policy = scoped(never, only)
        const facts = two(first, second)
        const event = { type: "ask", asks: both.asks.map((ask) => ({ ...ask, unit_price: units(price) })) } as const
        const kept = decide(policy, facts, FRESH, event).lines.filter((line) => line.reason_code === "not_eligible").map((line) => line.line_id)
        const suggested = (suggest(policy, facts, FRESH, event) ?? []).flatMap((option) => option.lines.map((line) => line.line_id))
        expect(suggested.filter((id) => kept.includes(id))).toEqual([])
      }),
      RUNS
    )
  })
})
