import fc from "fast-check"
import { decide, ladder, type CaseState, type LineFacts } from "../.."
import { caseArbitrary, factsFrom, RUNS, stepsArbitrary, termsArbitrary } from "../../__tests__/arbitraries"
import { after, factsWith, FRESH, lineWith, policyWith, units } from "../../__tests__/story"
import { compiled, walk } from "../../__tests__/walk"

const honour = { initiation: "threshold", automatic_limit: { usd: 1_000_000 }, last_paid: "honour" } as const
const stepsOf = (last: number, quantity: number, age_days = 1) =>
  ladder(policyWith(honour), factsWith(), lineWith({ last_paid: { unit_price: units(last), quantity, age_days } }), null).map((step) => step.min_quantity)

describe("a ladder where the last price paid is honoured", () => {
  it("has no step that a person would have to answer: from the last quantity on where the last price is under the band", () => {
    // E is 112: 105 is under it, 115 is not.
    expect(stepsOf(115, 4_500)).toEqual([3_000, 4_000, 5_000, 6_000])
    expect(stepsOf(105, 4_500)).toEqual([3_000, 4_000])
    expect(stepsOf(105, 6_001)).toEqual([3_000, 4_000, 5_000, 6_000])
    expect(stepsOf(105, 2_000)).toEqual([])
  })

  it("has no step dearer than it from its quantity on: who asks for so many pieces gets the honoured price", () => {
    // The steps are 114, 112, 110 and 108; talk may go to 108 here, so no person is asked.
    const wide = { ...honour, talk_concession_limit: 0.3 }
    const steps = (last: number, quantity: number) =>
      ladder(policyWith(wide), factsWith(), lineWith({ last_paid: { unit_price: units(last), quantity, age_days: 1 } }), null).map((step) => step.min_quantity)
    expect(steps(110, 3_000)).toEqual([5_000, 6_000])
    expect(steps(110, 3_001)).toEqual([3_000, 5_000, 6_000])
    expect(steps(109.99, 4_001)).toEqual([3_000, 4_000, 6_000])
  })

  it("forgets a price that is too old to be honoured", () => {
    expect(stepsOf(105, 2_000, 400)).toEqual([3_000, 4_000, 5_000, 6_000])
  })

  it("never publishes more than the company may order without a person", () => {
    const line = lineWith({ largest_past_quantity: 1_100 })
    const policy = policyWith({ ...honour, outlier_quantity_factor: 4 })
    expect(ladder(policy, factsWith(), line, null).map((step) => step.min_quantity)).toEqual([3_000, 4_000])
  })

  it("whatever happened in the window: the line of no published step is answered by a person", () => {
    let published = 0
    fc.assert(
      fc.property(termsArbitrary, caseArbitrary, stepsArbitrary(), fc.constantFrom("ignore", "hold", "honour"), (drawn, draw, steps, last_paid) => {
        const terms = { ...drawn, initiation: "threshold" as const, minimum_plausible_ask: 0, last_paid }
        const policy = compiled(terms)
        const turns = walk(terms, draw, steps.filter((step) => step.do !== "cool"))
        const turn = turns.at(-1)
        const facts = turn?.facts ?? factsFrom(draw)
        const memory = turn ? (after(turn.decision, turn.state).memory["line"] ?? null) : null
        const line = facts.lines[0] as LineFacts
        const state: CaseState = { ...FRESH, memory: memory === null ? {} : { line: memory } }
        for (const step of ladder(policy, facts, line, memory)) {
          published += 1
          for (const quantity of [line.quantity, step.min_quantity]) {
            const answer = decide(policy, facts, state, { type: "ask", asks: [{ line_id: "line", unit_price: step.unit_price, quantity }] })
            expect([answer.lines[0]?.answer, answer.lines[0]?.reason_code]).not.toEqual(["person", expect.anything()])
          }
        }
      }),
      RUNS
    )
    expect(published).toBeGreaterThan(RUNS.numRuns / 10)
  })
})
