import { decide, type CaseState, type LineFacts, type PolicyTerms } from "../.."
import { after, askFor, factsWith, FRESH, lineWith, policyWith, units } from "../../__tests__/story"

/** The trace as a rep reads it: amounts in major units. */
function told(price: number, line: Partial<LineFacts> = {}, terms: Partial<PolicyTerms> = {}, state: CaseState = FRESH): string[] {
  const { lines } = decide(policyWith(terms), factsWith([lineWith(line)]), state, askFor(price))
  return (lines[0]?.trace ?? []).map(({ term, value, unit }) => {
    const figure = typeof value === "number" && (unit === "price" || unit === "money") ? value / 10_000 : value
    return `${term} ${String(figure)} ${unit}`
  })
}
const open = after(decide(policyWith(), factsWith(), FRESH, askFor(110)))
const FACTS = ["list_price 120 price", "current_price 120 price", "ask 110 price", "quantity 2000 pieces"]
const FIGURES = ["cost 80 price", "floor 94.12 price", "band 112 price"]
const CASE = ["case_value 240000 money", "automatic_limit 500000 money"]

describe("the trace of a decision", () => {
  it("tells a round from the facts to what was offered, in the order it was found", () => {
    expect(told(110)).toEqual([
      ...FACTS, "rounds_spent 0 rounds", ...CASE, ...FIGURES, "standing_counter null price",
      "round 1 rounds", "plausible_from 84 price", "concession 500 bps", "curve_price 118 price", "best_ask_before 0 price",
      "reciprocal_price 94 price", "counter 118 price", "marginal_price 100.9 price", "quantity_needed 3759 pieces",
      "step 500 pieces", "largest_quantity 6000 pieces",
    ])
  })

  it("tells what a held price, jitter and the rounds before did", () => {
    const line = { jitter: 50, last_paid: { unit_price: units(119), quantity: 100, age_days: 1 } }
    expect(told(112, line, { last_paid: "hold" }, open).slice(4)).toEqual([
      "rounds_spent 1 rounds", ...CASE, ...FIGURES, "standing_counter 118 price", "held_price 119 price", "jitter 0.6 price",
      "round 2 rounds", "plausible_from 84 price", "concession 666 bps", "curve_price 117.936 price", "best_ask_before 110 price",
      "reciprocal_price 116 price", "counter 118 price", "marginal_price 100.9 price", "quantity_needed 3082 pieces",
      "step 500 pieces", "largest_quantity 6000 pieces",
    ])
  })

  it("tells why an ask earned nothing, and an honoured price", () => {
    expect(told(60, { last_paid: { unit_price: units(115), quantity: 100, age_days: 1 } }, { last_paid: "honour" }).slice(-5)).toEqual([
      "honoured_price 115 price", "earns_nothing implausible text", "marginal_price 102 price", "step 500 pieces", "largest_quantity 6000 pieces",
    ])
    expect(told(110, {}, {}, open).slice(-2)).toEqual(["standing_counter 118 price", "earns_nothing repeated text"])
  })

  it("names the pieces that would be needed only where some number of them would do", () => {
    const needed = (price: number) => told(price).some((entry) => entry.startsWith("quantity_needed"))
    expect([needed(101), needed(100.9), needed(100)]).toEqual([true, false, false])
  })

  it("stops where a line is kept out, or its facts don't suffice", () => {
    expect(told(110, { excluded: "clearance" })).toEqual([
      ...FACTS, "rounds_spent 0 rounds", "case_value 0 money", "automatic_limit 500000 money", "excluded clearance text",
    ])
    expect(told(110, { unit_cost: null })).toEqual([...FACTS, "rounds_spent 0 rounds", ...CASE])
  })
})
