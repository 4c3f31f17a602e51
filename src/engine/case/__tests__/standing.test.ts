import { decide, type CaseState, type LineFacts, type StandingOption } from "../.."
import { after, askFor, factsWith, FRESH, lineWith, menuOf, policyWith, units } from "../../__tests__/story"

const policy = policyWith()
const facts = factsWith()
const open = after(decide(policy, facts, FRESH, askFor(110)))

/** An offer a rep made, or one of before: nothing of it is in memory. */
function offer(option_id: string, unit_price: number, quantity = 2_000): StandingOption {
  return { option_id, kind: "counter", lines: [{ line_id: "line_1", variant_id: "variant_1", quantity, unit_price: units(unit_price) }], concession: null }
}

describe("what stands", () => {
  it("is taken by an ask that meets it, without a round and without a new offer", () => {
    const taken = decide(policy, facts, open, askFor(110, 4_000))
    expect(taken).toMatchObject({ answer: "accept", reason_code: "accepted_ask", standing: true, menu: [], route: null })
    expect(taken.lines[0]).toMatchObject({ answer: "accept", reason_code: "accepted_ask", memory: open.memory["line_1"] })
  })

  it("is taken at its cheapest, in whatever order it was offered", () => {
    const [dear, cheap] = [offer("dear", 118), offer("cheap", 115)]
    for (const standing of [[dear, cheap], [cheap, dear]]) {
      expect(decide(policy, facts, { ...FRESH, standing }, askFor(119)).accepted_option_id).toBe("cheap")
    }
    const twins = [offer("first", 115), offer("second", 115)]
    expect(decide(policy, facts, { ...FRESH, standing: twins }, askFor(119)).accepted_option_id).toBe("first")
  })

  it("is not taken by an ask for fewer pieces or a cent less", () => {
    const standing = [offer("rep", 115)]
    expect(decide(policy, facts, { ...FRESH, standing }, askFor(115, 1_999)).accepted_option_id).toBeNull()
    expect(decide(policy, facts, { ...FRESH, standing }, askFor(114.99)).accepted_option_id).toBeNull()
    expect(decide(policy, facts, { ...FRESH, standing }, askFor(115)).accepted_option_id).toBe("rep")
  })

  it("goes on standing where there is nothing else to offer, and the ask costs no round", () => {
    const dry = policyWith({ opening_concession: 0, talk_concession_limit: 0 })
    const decision = decide(dry, factsWith([lineWith({ stock: 2_000 })]), { ...FRESH, standing: [offer("rep", 115)] }, askFor(110))
    expect(decision).toMatchObject({ answer: "counter", reason_code: "standing_answer", standing: true, accepted: [] })
    expect(menuOf(decision)).toEqual(["counter 2000 @ 115"])
    expect(decision.lines[0]?.memory).toEqual({ rounds: 0, asks: [], counters: [], marginal_price: null })
  })

  it("keeps no counter that the buyer's own price has come under", () => {
    const memory = { rounds: 4, asks: [{ quantity: 2_000, unit_price: units(105) }], counters: [{ quantity: 2_000, unit_price: units(118) }], marginal_price: null }
    const at = (unit_price: number) => factsWith([lineWith({ own_prices: [{ min_quantity: 1, unit_price: units(unit_price) }] })])
    const later: CaseState = { ...FRESH, memory: { line_1: memory } }
    expect(decide(policyWith({ on_last_round: "stand" }), at(119), later, askFor(110))).toMatchObject({ answer: "counter", reason_code: "standing_answer" })
    for (const own of [118, 115]) expect(decide(policy, at(own), later, askFor(110))).toMatchObject({ answer: "limit", reason_code: "round_limit" })
  })
})

describe("what stands on several lines", () => {
  const second: Partial<LineFacts> = { line_id: "line_2", variant_id: "variant_2" }
  const two = factsWith([lineWith(), lineWith(second)])
  const asks = (first: number, other: number) => ({ type: "ask", asks: [...askFor(first).asks, ...askFor(other, 2_000, "line_2").asks] }) as const
  const wide = policyWith({ automatic_limit: { usd: 2_000_000 } })
  const started = after(decide(wide, two, FRESH, asks(110, 110)))

  it("is heard again where no line raises its ask", () => {
    expect(decide(wide, two, started, asks(110, 109))).toMatchObject({ answer: "counter", reason_code: "standing_answer", standing: true })
  })

  it("gives way to a new offer where one line does", () => {
    const raised = decide(wide, two, started, asks(110, 112))
    expect(raised).toMatchObject({ answer: "counter", reason_code: "countered", standing: false })
    expect(raised.lines.map(({ memory }) => memory.rounds)).toEqual([1, 2])
  })

  it("is heard again beside a line that is kept out, or has no rounds left", () => {
    const kept = factsWith([lineWith(), lineWith({ ...second, excluded: "clearance" })])
    const alone = after(decide(wide, kept, FRESH, asks(110, 110)))
    expect(decide(wide, kept, alone, asks(110, 110))).toMatchObject({ answer: "counter", reason_code: "standing_answer", standing: true })
    const single = after(decide(wide, two, FRESH, askFor(110)))
    const spent = { rounds: 4, asks: [], counters: [], marginal_price: null }
    const decision = decide(wide, two, { ...single, memory: { ...single.memory, line_2: spent } }, asks(110, 110))
    expect(decision).toMatchObject({ answer: "counter", reason_code: "standing_answer", standing: true })
    expect(decision.lines.map(({ answer }) => answer)).toEqual(["counter", "limit"])
  })
})

describe("an offer that the window's memory doesn't hold: a person's, or one whose window has ended", () => {
  const asked = after(decide(policy, facts, FRESH, askFor(103)))
  const persons = (unit_price: number, quantity = 2_000): CaseState => ({ ...asked, standing: [offer("rep", unit_price, quantity)] })

  it.each([105, 107, 107.99])("is kept beside a new trade where an ask of %d earns one", (price) => {
    const answer = decide(policy, facts, persons(108), askFor(price))
    expect(answer).toMatchObject({ answer: "counter", reason_code: "countered", standing: false })
    expect(menuOf(answer).at(-1)).toBe("counter 2000 @ 108")
    expect(answer.lines[0]).toMatchObject({ counter_unit_price: units(108) })
    expect(answer.lines[0]?.memory.counters).toContainEqual({ quantity: 2_000, unit_price: units(108) })
  })

  it("is itself the answer, for no round, where an ask earns nothing new", () => {
    for (const terms of [{ volume_cap_factor: 1 }, { volume_step: 1_000_000 }]) {
      const answer = decide(policyWith(terms), facts, persons(108), askFor(112 - 5))
      expect(answer).toMatchObject({ answer: "counter", reason_code: "standing_answer", standing: true })
      expect(answer.lines[0]).toMatchObject({ counter_unit_price: units(108), memory: asked.memory["line_1"] })
    }
  })

  it("is offered anew, for a round, where deeper asks are taken by round: nobody looks for how deep for nothing", () => {
    const deepening = policyWith({ volume_cap_factor: 1, acceptance_opening: 0.1 })
    const answer = decide(deepening, facts, persons(115), askFor(107))
    expect(answer).toMatchObject({ answer: "counter", reason_code: "countered", standing: false, lines: [{ memory: { rounds: 2 } }] })
    expect(menuOf(answer)).toEqual(["counter 2000 @ 115"])
  })

  it("gives way to a trade, though it be the same one: a lower ask is offered another, and must not hear more", () => {
    const small = policyWith({ volume_step: 1, opening_concession: 0, talk_concession_limit: 0 })
    const standing = [{ ...offer("deep", 110, 6), kind: "volume" }, { ...offer("near", 119.9, 2), kind: "volume" }]
    const answer = (price: number) => decide(small, facts, { ...FRESH, standing }, askFor(price, 1))
    expect([menuOf(answer(119.9)), menuOf(answer(105))]).toEqual([["volume 2 @ 119.9"], ["volume 3 @ 108"]])
    expect([answer(119.9).standing, answer(105).standing]).toEqual([false, false])
  })

  it("is itself the answer where all else is worth less: fewer pieces for more money, though with a cut", () => {
    const levers = { kept_share: 0, freight: [], payment: { terms: ["prepaid"], standard_days: 30, annual_rate: 0.01, bad_debt: 0 }, substitutes: "off" as const }
    const trading = policyWith({ levers, volume_cap_factor: 1, opening_concession: 0, talk_concession_limit: 0 })
    const ways = factsWith([lineWith()], { payment_terms: [{ id: "prepaid", days: 0 }] })
    const answer = (standing: StandingOption[]) => decide(trading, ways, { ...FRESH, standing }, askFor(107))
    expect(menuOf(answer([]))).toEqual(["payment_term 2000 @ 120"])
    // The cut leaves 119.9, 239,800 in all.
    expect(answer([offer("rep", 109, 2_200)])).toMatchObject({ standing: true, reason_code: "standing_answer" })
    expect(answer([offer("rep", 109.01, 2_200)])).toMatchObject({ standing: false, reason_code: "countered" })
    // At its own quantity the cut is off the person's price, and more than that.
    expect(menuOf(answer([offer("rep", 119)]))).toEqual(["payment_term 2000 @ 119", "counter 2000 @ 119"])
  })

  it("stands in for a dearer trade at its quantity or more", () => {
    expect(menuOf(decide(policy, facts, persons(105, 4_000), askFor(104)))).toEqual(["volume 4000 @ 105", "counter 2000 @ 117.5"])
  })

  it("binds what follows after the window's end", () => {
    const climbed = [100, 104, 107, 110].reduce((state, price) => after(decide(policy, facts, state, askFor(price)), state), FRESH)
    const later = { ...climbed, memory: {} }
    const next = decide(policy, facts, later, askFor(111))
    expect(menuOf(next)).toEqual(["volume 2500 @ 111", "counter 2000 @ 112.5"])
    expect(decide(policy, facts, after(next, later), askFor(110, 3_000))).toMatchObject({ answer: "accept", accepted: [{ quantity: 3_000, unit_price: units(110) }] })
  })

  it("goes to a person once a risen cost has come over it", () => {
    expect(decide(policy, factsWith([lineWith({ unit_cost: units(92) })]), persons(108), askFor(107))).toMatchObject({ answer: "person", reason_code: "floor_rose", standing: true })
  })

  it("moves no memory where a person decides or nothing is answered with a price", () => {
    const answer = decide(policy, factsWith([lineWith({ stock: 10 })]), persons(108), askFor(107))
    expect(answer).toMatchObject({ answer: "person", reason_code: "stock_unknown" })
    expect(answer.lines[0]).toMatchObject({ counter_unit_price: units(108), memory: asked.memory["line_1"] })
  })

  it("binds no other article, no condition, and nothing a buyer pays anyway", () => {
    const other: StandingOption = { ...offer("rep", 108), lines: [{ line_id: "line_1", variant_id: "variant_2", quantity: 2_000, unit_price: units(108) }] }
    const conditional: StandingOption = { ...offer("rep", 108), concession: { kind: "payment_term", percent: 100 as never, shipping_option_id: null, payment_term: "prepaid" } }
    const withTerms: StandingOption = { ...offer("rep", 108), kind: "with_terms" }
    const substitute: StandingOption = { ...offer("rep", 108), kind: "substitute" }
    for (const option of [other, conditional, withTerms, substitute]) {
      expect(menuOf(decide(policy, facts, { ...FRESH, standing: [option] }, askFor(107))).at(-1)).toBe("counter 2000 @ 118")
    }
    const own = factsWith([lineWith({ own_prices: [{ min_quantity: 1, unit_price: units(120) }, { min_quantity: 3_000, unit_price: units(116) }] })])
    expect(decide(policy, own, { ...FRESH, standing: [offer("own", 116, 3_000)] }, askFor(107)).lines[0]?.memory.counters).not.toContainEqual({ quantity: 3_000, unit_price: units(116) })
  })

  it("outlives its offer on a line that has no rounds left, where other lines are answered anew", () => {
    const two = factsWith([lineWith(), lineWith({ line_id: "line_2", variant_id: "variant_2" })])
    const both: StandingOption = {
      option_id: "rep", kind: "counter",
      lines: ["1", "2"].map((index) => ({ line_id: `line_${index}`, variant_id: `variant_${index}`, quantity: 2_000, unit_price: units(108) })),
    }
    const spent = { rounds: 4, asks: [], counters: [], marginal_price: null }
    const asks = [...askFor(107).asks, ...askFor(107, 2_000, "line_2").asks]
    const wide = policyWith({ automatic_limit: { usd: 2_000_000 }, on_last_round: "stand" })
    const answer = decide(wide, two, { ...FRESH, memory: { line_2: spent }, standing: [both] }, { type: "ask", asks })
    expect(answer).toMatchObject({ answer: "counter", standing: false })
    expect(answer.lines[1]?.memory.counters).toContainEqual({ quantity: 2_000, unit_price: units(108) })
    const kept = factsWith([lineWith(), lineWith({ line_id: "line_2", variant_id: "variant_2", excluded: "clearance" })])
    const declined = decide(wide, kept, { ...FRESH, memory: { line_2: spent }, standing: [both] }, { type: "ask", asks }).lines[1]
    expect(declined).toMatchObject({ answer: "decline", memory: { ...spent, counters: [{ quantity: 2_000, unit_price: units(108) }] } })
  })
})
