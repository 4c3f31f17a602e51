import { decide, type CaseState } from "../.."
import { after, askFor, factsWith, FRESH, lineWith, menuOf, policyWith, units } from "../../__tests__/story"

const policy = policyWith()
const facts = factsWith()

/** Plays asks one after the other; the decisions and the state they leave. */
function play(prices: readonly number[], from: CaseState = FRESH, by = policy) {
  let state = from
  const decisions = prices.map((price) => {
    const decision = decide(by, facts, state, askFor(price))
    state = after(decision, state)
    return decision
  })
  return { decisions, state }
}

describe("rounds", () => {
  it("answers every raise with a lower counter and a smaller trade", () => {
    expect(play([105, 108, 110, 111]).decisions.map(menuOf)).toEqual([
      ["counter 2000 @ 118"],
      ["counter 2000 @ 117.5"],
      ["volume 3500 @ 110", "counter 2000 @ 115.5"],
      ["volume 3000 @ 111", "counter 2000 @ 114.5"],
    ])
  })

  it("gives nothing for cents, and back no more than the raise was worth", () => {
    const { decisions } = play([105, 105.01, 105.02, 105.6])
    expect(decisions.map((decision) => decision.lines[0]?.counter_unit_price)).toEqual([118, 118, 118, 117.5].map(units))
  })

  it("lets a repeated, lower or implausible ask hear the standing answer, and counts no round", () => {
    const { state } = play([110])
    for (const ask of [askFor(110), askFor(109), askFor(109, 1_500), askFor(50, 3_000)]) {
      const again = decide(policy, facts, state, ask)
      expect(again).toMatchObject({ answer: "counter", reason_code: "standing_answer", standing: true })
      expect(menuOf(again)).toEqual(["volume 4000 @ 110", "counter 2000 @ 118"])
      expect(again.lines[0]?.memory).toEqual(state.memory["line_1"])
    }
  })

  it("restates the standing counter from memory where its offer has ended", () => {
    const { state } = play([110])
    const again = decide(policy, facts, { ...state, standing: [] }, askFor(100))
    expect(again).toMatchObject({ answer: "counter", reason_code: "standing_answer", standing: false })
    expect(menuOf(again)).toEqual(["volume 4000 @ 110", "counter 2000 @ 118"])
    expect(again.lines[0]?.memory).toEqual(state.memory["line_1"])
  })

  it("shows an implausible ask a trade around today's price, without a counter", () => {
    const wide = policyWith({ automatic_limit: { usd: 1_000_000 } })
    const decision = decide(wide, facts, FRESH, askFor(60))
    expect(menuOf(decision)).toEqual(["volume 6000 @ 108"])
    expect(decision.lines[0]?.memory.rounds).toBe(0)
  })

  it("takes an ask that meets the standing counter at the counter's price, in every round", () => {
    const { state } = play([105, 108, 110, 111])
    const decision = decide(policy, facts, { ...state, standing: [] }, askFor(119))
    expect(decision).toMatchObject({ answer: "accept", accepted_option_id: null })
    expect(decision.accepted).toEqual([{ line_id: "line_1", variant_id: "variant_1", quantity: 2_000, unit_price: units(114.5) }])
  })

  it("hands a plausible ask after the last round to a person, and keeps what stands", () => {
    const { state } = play([105, 108, 110, 111])
    const decision = decide(policy, facts, state, askFor(112))
    expect(decision).toMatchObject({ answer: "person", reason_code: "last_round", standing: true })
    expect(menuOf(decision)).toEqual(["volume 3000 @ 111", "counter 2000 @ 114.5"])
    expect(decide(policyWith({ on_last_round: "stand" }), facts, state, askFor(112))).toMatchObject({ answer: "counter", standing: true })
  })

  it("knows the round limit only where nothing stands", () => {
    const { state } = play([105, 108, 110, 111])
    expect(decide(policy, facts, { ...state, standing: [] }, askFor(112, 1_000))).toMatchObject({
      answer: "limit", reason_code: "round_limit", menu: [],
    })
  })

  it("accepts within the tolerance of the counter, but never under the band", () => {
    expect(decide(policy, facts, FRESH, askFor(117.6)).accepted[0]?.unit_price).toBe(units(117.6))
    expect(decide(policy, facts, FRESH, askFor(117.5)).answer).toBe("counter")
    expect(decide(policy, facts, FRESH, askFor(125)).accepted[0]?.unit_price).toBe(units(118))
    const noBand = policyWith({ talk_concession_limit: 0, opening_concession: 0 })
    expect(decide(noBand, facts, FRESH, askFor(119.9)).answer).toBe("counter")
  })
})

describe("cool-down", () => {
  const { state } = play([110])
  const ended: CaseState = { ...state, standing: [], cooling_down: true }

  it("grants nothing new where nothing stands", () => {
    expect(decide(policy, facts, ended, askFor(112))).toMatchObject({ answer: "limit", reason_code: "cooling_down" })
    expect(decide(policy, facts, { ...FRESH, cooling_down: true }, askFor(112))).toMatchObject({ answer: "limit" })
  })

  it("repeats the counter to an ask no better than before, and takes one that meets it", () => {
    expect(menuOf(decide(policy, facts, ended, askFor(110)))).toEqual(["volume 4000 @ 110", "counter 2000 @ 118"])
    expect(decide(policy, facts, ended, askFor(118)).accepted[0]?.unit_price).toBe(units(118))
  })

  it("leaves standing what stands", () => {
    const open = { ...state, cooling_down: true }
    expect(decide(policy, facts, open, askFor(112))).toMatchObject({ answer: "counter", standing: true })
    expect(decide(policy, facts, open, askFor(110, 4_500))).toMatchObject({ answer: "accept", accepted_option_id: "option_0" })
  })
})

describe("a cost that moves", () => {
  const { state } = play([110])
  const dear = factsWith([lineWith({ unit_cost: units(101) })])

  it("honours the open offer", () => {
    expect(decide(policy, dear, state, askFor(118)).accepted[0]?.unit_price).toBe(units(118))
  })

  it("sends what follows to a person", () => {
    expect(decide(policy, dear, state, askFor(112))).toMatchObject({ answer: "person", reason_code: "floor_rose", standing: true })
    expect(decide(policy, dear, { ...state, standing: [] }, askFor(118))).toMatchObject({ answer: "person", reason_code: "floor_rose", menu: [] })
  })

  it("gives no higher counter to a larger quantity, and remembers trades as prices given", () => {
    expect(decide(policy, facts, { ...state, standing: [] }, askFor(110, 4_000)).accepted[0]?.unit_price).toBe(units(110))
    const larger = decide(policyWith({ automatic_limit: { usd: 1e6 } }), facts, { ...state, standing: [] }, askFor(109, 4_000))
    expect(menuOf(larger)).toContain("counter 4000 @ 110")
  })
})
