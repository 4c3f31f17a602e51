import { breakEvenQuantity, decide } from ".."
import { after, askFor, factsWith, FRESH, menuOf, policyWith, termOf, units } from "./story"

const policy = policyWith()
const facts = factsWith()

describe("the golden story", () => {
  const decision = decide(policy, facts, FRESH, askFor(110))

  it("answers an ask of 110 with 2,000 more pieces, and with 118 for the asked quantity", () => {
    expect(decision.answer).toBe("counter")
    expect(decision.reason_code).toBe("countered")
    expect(menuOf(decision)).toEqual(["volume 4000 @ 110", "counter 2000 @ 118"])
    expect(decision.standing).toBe(false)
  })

  it("shows every figure in the trace", () => {
    expect(termOf(decision, "floor")).toBe(units(94.12))
    expect(termOf(decision, "band")).toBe(units(112))
    expect(termOf(decision, "counter")).toBe(units(118))
    expect(termOf(decision, "marginal_price")).toBe(units(100.9))
    expect(termOf(decision, "quantity_needed")).toBe(2_000 + 1_759)
    expect(termOf(decision, "step")).toBe(500)
  })

  it("counts savings, contribution and margin of each option", () => {
    expect(decision.menu.map((option) => option.saving_total)).toEqual([units(40_000), units(4_000)])
    expect(decision.menu.map((option) => option.contribution)).toEqual([units(120_000), units(76_000)])
    expect(decision.menu.map((option) => option.margin)).toEqual([2_727, 3_220])
  })

  it("remembers the round, the ask and the prices given", () => {
    expect(decision.lines[0]?.memory).toEqual({
      rounds: 1,
      asks: [{ quantity: 2_000, unit_price: units(110) }],
      counters: [{ quantity: 2_000, unit_price: units(118) }, { quantity: 4_000, unit_price: units(110) }],
      marginal_price: units(100.9),
    })
    expect(decision.lines[0]).toMatchObject({
      counter_unit_price: units(118), floor_unit_price: units(94.12), break_even_quantity: 2_667,
    })
  })

  it.each([
    [112, "volume 3500 @ 112"],
    [115, "volume 2500 @ 115"],
  ])("answers an ask of %d with a trade too, never with an acceptance", (price, trade) => {
    const answer = decide(policy, facts, FRESH, askFor(price))
    expect(answer.answer).toBe("counter")
    expect(menuOf(answer)).toEqual([trade, "counter 2000 @ 118"])
  })

  it("takes the volume when the buyer asks for it", () => {
    const taken = decide(policy, facts, after(decision), askFor(110, 4_000))
    expect(taken).toMatchObject({ answer: "accept", accepted_option_id: "option_0", standing: true })
    expect(taken.accepted).toEqual([{ line_id: "line_1", variant_id: "variant_1", quantity: 4_000, unit_price: units(110) }])
  })
})

describe("break-even for reps", () => {
  it.each([
    [90, 4_000, 6_000],
    [80, 6_000, 8_000],
    [60, 10_000, 12_000],
  ])("at a cost of %d, %d pieces at 120 earn what %d earn at 110", (cost, quantity, needed) => {
    expect(breakEvenQuantity(units(120), units(110), units(cost), quantity)).toBe(needed)
  })

  it("does not exist for a price that earns nothing", () => {
    expect(breakEvenQuantity(units(120), units(80), units(80), 100)).toBeNull()
    expect(breakEvenQuantity(units(120), units(70), units(80), 100)).toBeNull()
    // A hair over cost: 40 apiece to earn back, a ten-thousandth at a time. The most that may be asked for is ten million pieces.
    expect(breakEvenQuantity(units(120), units(80.0001), units(80), 25)).toBe(10_000_000)
    expect(breakEvenQuantity(units(120), units(80.0001), units(80), 26)).toBeNull()
    expect(breakEvenQuantity(Number.NaN, units(70), units(80), 100)).toBeNull()
  })
})
