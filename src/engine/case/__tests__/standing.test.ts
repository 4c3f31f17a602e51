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
