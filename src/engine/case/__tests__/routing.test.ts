import { decide, type CaseFacts, type LineFacts, type PolicyTerms } from "../.."
import { after, askFor, factsWith, FRESH, lineWith, menuOf, policyWith, units } from "../../__tests__/story"

function ask(line: Partial<LineFacts>, terms: Partial<PolicyTerms> = {}, rest: Partial<CaseFacts> = {}, price = 110) {
  return decide(policyWith(terms), factsWith([lineWith(line)], rest), FRESH, askFor(price))
}

describe("a person decides", () => {
  const cases: [string, ReturnType<typeof ask>][] = [
    ["cost_missing", ask({ unit_cost: null })],
    ["cost_stale", ask({ cost_age_days: 31 }, { cost_max_age_days: 30 })],
    ["strategic_customer", ask({}, {}, { company: { opted_out: false, strategic: true } })],
    ["commitment_missed", ask({}, {}, { company: { opted_out: false, strategic: false, commitment_missed: true } })],
    ["over_automatic_limit", ask({}, { automatic_limit: { usd: 239_999 } })],
    // No concession by talk, and every trade passes the limit: not for want of room.
    ["over_automatic_limit", ask({}, { opening_concession: 0, talk_concession_limit: 0, automatic_limit: { usd: 240_000 } })],
    ["no_automatic_limit", ask({}, { automatic_limit: { eur: 500_000 } })],
    ["outlier_quantity", ask({ largest_past_quantity: 99 })],
    ["competitor_under_cost", ask({ competing_unit_price: units(74.99) })],
    ["stock_unknown", ask({ stock: "unknown" })],
    ["stock_unknown", ask({ stock: 1_999 })],
    ["no_room", ask({ unit_cost: units(103) })],
    ["last_paid_under_band", ask({ last_paid: { unit_price: units(111), quantity: 100, age_days: 10 } }, { last_paid: "honour" })],
  ]
  it.each(cases)("for %s, at no price", (reason, decision) => {
    expect(decision).toMatchObject({ answer: "person", reason_code: reason, menu: [], accepted: [], standing: false })
    expect(decision.lines[0]?.memory).toEqual({ rounds: 0, asks: [], counters: [], marginal_price: null })
  })

  it("says the same whatever the price asked", () => {
    for (const price of [1, 60, 95, 112, 119]) {
      expect(ask({ unit_cost: units(103) }, {}, {}, price).reason_code).toBe("no_room")
      expect(ask({}, { automatic_limit: { usd: 1 } }, {}, price).reason_code).toBe("over_automatic_limit")
    }
  })

  it("compares the limit with the current price, inclusive, over all lines", () => {
    expect(ask({}, { automatic_limit: { usd: 240_000 } }).answer).toBe("counter")
    const lines = [lineWith(), lineWith({ line_id: "line_2", variant_id: "variant_2" })]
    const asks = lines.map(({ line_id }) => ({ line_id, unit_price: units(110), quantity: 2_000 }))
    const two = (limit: number) => decide(policyWith({ automatic_limit: { usd: limit } }), factsWith(lines), FRESH, { type: "ask", asks })
    expect(two(479_999).reason_code).toBe("over_automatic_limit")
    expect(two(480_000).answer).toBe("counter")
  })

  it("finds the limit whatever the case of the currency code", () => {
    expect(ask({}, {}, { currency: { code: "USD", decimals: 2 } }).answer).toBe("counter")
  })

  it("keeps what stands when a person takes over", () => {
    const open = after(decide(policyWith(), factsWith(), FRESH, askFor(110)))
    const over = decide(policyWith({ automatic_limit: { usd: 1 } }), factsWith(), open, askFor(112))
    expect(over).toMatchObject({ answer: "person", standing: true })
    expect(menuOf(over)).toEqual(["volume 4000 @ 110", "counter 2000 @ 118"])
  })
})

describe("nobody decides", () => {
  it("declines a company that opted out and a line that may not be negotiated", () => {
    expect(ask({}, {}, { company: { opted_out: true, strategic: false } })).toMatchObject({ answer: "decline", reason_code: "opted_out" })
    expect(ask({ excluded: "clearance" })).toMatchObject({ answer: "decline", reason_code: "not_eligible", menu: [] })
  })
})

describe("events that are no ask", () => {
  const open = after(decide(policyWith(), factsWith(), FRESH, askFor(110)))
  it.each([
    ["refuse", {}, "person", "buyer_refused"],
    ["refuse", { on_refusal: "decline" }, "decline", "buyer_refused"],
    ["lapse", {}, "expire", "offer_lapsed"],
    ["lapse", { on_lapse: "person" }, "person", "offer_lapsed"],
    ["ask_person", {}, "person", "asked_for_person"],
  ] as const)("%s with %j: %s", (type, terms, answer, reason) => {
    const decision = decide(policyWith(terms), factsWith(), open, { type })
    expect(decision).toMatchObject({ answer, reason_code: reason, standing: answer === "person", accepted: [] })
    expect(decision.menu.length).toBe(answer === "person" ? 2 : 0)
    expect(decision.lines[0]?.memory).toEqual(open.memory["line_1"])
  })
})

describe("without a cost", () => {
  const terms = { without_cost_max_discount: 0.1 }
  it("takes the deepest discount allowed for the floor, and tells no contribution", () => {
    const decision = ask({ unit_cost: null }, terms, {}, 114)
    expect(decision.answer).toBe("counter")
    expect(decision.lines[0]).toMatchObject({ floor_unit_price: units(108), break_even_quantity: null })
    expect(decision.menu.map(({ contribution, margin }) => [contribution, margin])).toEqual(decision.menu.map(() => [null, null]))
  })

  it("never goes under what a stale cost would allow", () => {
    expect(ask({ unit_cost: units(100), cost_age_days: 99 }, { ...terms, cost_max_age_days: 30 }).lines[0]?.floor_unit_price).toBe(units(117.65))
  })
})
