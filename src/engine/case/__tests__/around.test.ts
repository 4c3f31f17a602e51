import { decide, routeFor, type CaseState, type LineFacts, type RoutingRule, type StandingOption } from "../.."
import { askFor, factsWith, FRESH, lineWith, policyWith, units } from "../../__tests__/story"

const policy = policyWith({ automatic_limit: { usd: 2_000_000 } })
const as = (value: unknown): never => value as never
const second: Partial<LineFacts> = { line_id: "line_2", variant_id: "variant_2" }
/** A clearance article: its cost lies over its list price. */
const broken = lineWith({ ...second, unit_cost: units(121) })
const asks = (first: number, other: number) => ({ type: "ask", asks: [...askFor(first).asks, ...askFor(other, 2_000, "line_2").asks] }) as const
const option = (...lines: readonly string[]): StandingOption => ({
  option_id: "rep", kind: "counter",
  lines: lines.map((index) => ({ line_id: `line_${index}`, variant_id: `variant_${index}`, quantity: 2_000, unit_price: units(110) })),
})
const stands = (...lines: readonly string[]): CaseState => ({ ...FRESH, standing: [option(...lines)] })

describe("a line whose figures can't be reckoned with", () => {
  it("is taken at the price that stands, in whatever state its figures are", () => {
    const brokenMemory: CaseState = { ...stands("2"), memory: { line_2: as({ rounds: -1 }) } }
    for (const [line, state] of [[broken, stands("2")], [lineWith({ ...second, list_unit_price: as(Number.NaN) }), stands("2")], [lineWith(second), brokenMemory]] as const) {
      const taken = decide(policy, factsWith([line]), state, askFor(111, 2_500, "line_2"))
      expect(taken).toMatchObject({
        answer: "accept", reason_code: "accepted_ask", standing: true, accepted_option_id: "rep", menu: [], route: null,
        accepted: [{ line_id: "line_2", variant_id: "variant_2", quantity: 2_000, unit_price: units(110) }],
      })
      const beside = decide(policy, factsWith([lineWith(), line]), state, askFor(111, 2_500, "line_2"))
      expect([beside.answer, beside.lines]).toEqual(["accept", taken.lines])
      expect(taken.lines).toMatchObject([{ line_id: "line_2", answer: "accept", reason_code: "accepted_ask", ask: { unit_price: units(111), quantity: 2_500 } }])
      expect(decide(policy, factsWith([line]), state, askFor(109.99, 2_500, "line_2"))).toMatchObject({ answer: "person", reason_code: "invalid_facts", standing: true, accepted: [] })
    }
  })

  it("is taken together with the others, and with none where one of them is not met", () => {
    const two = factsWith([lineWith(), broken])
    expect(decide(policy, two, stands("1", "2"), asks(110, 110)).accepted).toHaveLength(2)
    expect(decide(policy, two, stands("1", "2"), asks(110, 109))).toMatchObject({ answer: "person", accepted: [] })
  })

  it("is a person's, and the case with it; the others are decided for themselves, and nothing is given on any", () => {
    const answer = decide(policy, factsWith([broken, lineWith(), lineWith({ line_id: "line_3", variant_id: "variant_3" })]), stands("1"), asks(110, 100))
    expect(answer).toMatchObject({ answer: "person", reason_code: "invalid_facts", standing: true, accepted: [], route: { level: "rep" } })
    expect(answer.menu).toHaveLength(1)
    expect(answer.lines).toMatchObject([
      { line_id: "line_2", answer: "person", reason_code: "invalid_facts", ask: null, floor_unit_price: null },
      { line_id: "line_1", answer: "accept", reason_code: "accepted_ask", floor_unit_price: units(94.12), memory: { rounds: 0, counters: [] } },
    ])
    expect(decide(policy, factsWith([broken, lineWith()]), FRESH, asks(105, 100)).lines[1]).toMatchObject({ answer: "counter", reason_code: "countered" })
  })

  it("keeps no other line from its answer where nobody asks for it", () => {
    const alone = decide(policy, factsWith([lineWith()]), FRESH, askFor(110))
    expect(decide(policy, factsWith([lineWith(), broken]), FRESH, askFor(110))).toEqual(alone)
  })

  it("makes a case of sums that can't be counted a person's", () => {
    const huge = lineWith({ list_unit_price: units(9_000_000), own_prices: [{ min_quantity: 1, unit_price: units(9_000_000) }] })
    const event = { type: "ask", asks: [...askFor(8_000_000, 10_000_000).asks, ...askFor(110, 1, "line_2").asks] } as const
    expect(decide(policy, factsWith([huge, broken]), FRESH, event)).toMatchObject({ answer: "person", reason_code: "invalid_facts", menu: [] })
    // What stands in it is taken all the same.
    const alone = { type: "ask", asks: askFor(8_000_000, 10_000_000).asks } as const
    expect(decide(policy, factsWith([huge]), FRESH, alone)).toMatchObject({ answer: "person", reason_code: "invalid_facts" })
    expect(decide(policy, factsWith([huge]), stands("1"), alone)).toMatchObject({ answer: "accept", accepted_option_id: "rep", accepted: [{ unit_price: units(110) }] })
  })

  it("sends the case where a missing cost would, and a later person to the same place", () => {
    const thin: RoutingRule = { name: "Thin", when: { margin_under: 0.1 }, to: "director", sla_hours: 4 }
    const large: RoutingRule = { name: "Large", when: { value_from: { usd: 200_000 } }, to: "manager", sla_hours: 8 }
    const routed = policyWith({ automatic_limit: { usd: 2_000_000 }, routing: [thin, large] })
    const byValue = policyWith({ automatic_limit: { usd: 2_000_000 }, routing: [large] })
    const two = factsWith([lineWith(), broken])
    for (const [judge, rule] of [[routed, "Thin"], [byValue, "Large"]] as const) {
      const { route } = decide(judge, two, FRESH, asks(110, 110))
      expect(route).toMatchObject({ rule })
      expect(routeFor(judge, two, FRESH, asks(110, 110))).toEqual(route)
    }
    // Asked for without it, its gaps are nobody's business.
    expect(routeFor(routed, two, FRESH, askFor(110))).toMatchObject({ rule: "Large" })
    for (const event of [askFor(110, 2_000, "line_2"), { type: "ask_person" }] as const) expect(routeFor(routed, two, FRESH, event)).toEqual({ level: "rep", sla_hours: null, rule: null })
  })

  it("that has no name is nobody's: the case is", () => {
    for (const line of [null, {}, { line_id: "line_2" }, { variant_id: "variant_2" }]) {
      expect(decide(policy, factsWith([lineWith(), as(line)]), stands("1"), askFor(110))).toMatchObject({ answer: "person", reason_code: "invalid_facts" })
    }
  })
})
