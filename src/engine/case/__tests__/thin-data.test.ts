import fc from "fast-check"
import { decide, ladder, type LineFacts, type PolicyTerms } from "../.."
import { factsWith, FRESH, lineWith, policyWith, units } from "../../__tests__/story"

const LIMIT = { usd: 100_000_000 }
const lines = (count: number, change: (index: number) => Partial<LineFacts> = () => ({})) =>
  Array.from({ length: count }, (_, index) => lineWith({ line_id: `line_${index}`, variant_id: `variant_${index}`, quantity: 100, ...change(index) }))

function ask(asked: readonly LineFacts[], terms: Partial<PolicyTerms> = { thin_data_max_lines: 2 }, price = 110) {
  const asks = asked.map(({ line_id, quantity }) => ({ line_id, unit_price: units(price), quantity }))
  return decide(policyWith({ automatic_limit: LIMIT, volume_step: 10, ...terms }), factsWith(asked), FRESH, { type: "ask", asks })
}

describe("a large basket of articles the company never bought", () => {
  it("goes to a person beyond the policy's number of them, and not at it", () => {
    expect(ask(lines(3))).toMatchObject({ answer: "person", reason_code: "thin_data", menu: [] })
    expect(ask(lines(2)).answer).toBe("counter")
    expect(ask(lines(1), { thin_data_max_lines: 0 }).reason_code).toBe("thin_data")
  })

  it("is none where the policy does not look, as policies do that were written before the term", () => {
    expect(ask(lines(40), { thin_data_max_lines: null }).answer).toBe("counter")
    expect(ask(lines(40), {}).answer).toBe("counter")
  })

  it.each([
    ["bought before", { largest_past_quantity: 1_000 }],
    ["paid for before", { last_paid: { unit_price: units(119), quantity: 100, age_days: 5 } }],
    ["that may not be negotiated", { excluded: "clearance" }],
    ["that is in the cart twice", { variant_id: "variant_0" }],
  ] as const)("does not count an article %s", (_, change) => {
    expect(ask(lines(3, (index) => (index === 2 ? change : {}))).answer).toBe("counter")
  })

  it("comes after what a merchant looks at first: the size of the deal", () => {
    expect(ask(lines(3), { thin_data_max_lines: 2, automatic_limit: { usd: 1 } }).reason_code).toBe("over_automatic_limit")
  })

  it("shows no ladder for an article that nobody may be answered on", () => {
    const steps = (thin_data_max_lines: number) => ladder(policyWith({ initiation: "threshold", thin_data_max_lines }), factsWith(), lineWith(), null)
    expect(steps(1)).not.toEqual([])
    expect(steps(0)).toEqual([])
  })

  it("is one whatever the prices asked: no higher ask gets to the engine, no lower one to a person", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 6 }), fc.double({ min: 1, max: 130, noNaN: true }), (count, most, price) => {
        const decision = ask(lines(count), { thin_data_max_lines: most }, Math.round(price * 100) / 100)
        expect(decision.reason_code === "thin_data").toBe(count > most)
      })
    )
  })
})
