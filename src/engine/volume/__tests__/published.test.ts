import fc from "fast-check"
import { decide, ladder, type CaseState, type LineFacts } from "../.."
import { caseArbitrary, factsFrom, RUNS, stepsArbitrary, termsArbitrary } from "../../__tests__/arbitraries"
import { after, factsWith, FRESH, lineWith, policyWith, units } from "../../__tests__/story"
import { compiled, walk } from "../../__tests__/walk"
import { asPublished } from "../published"

const publishing = { initiation: "threshold", automatic_limit: { usd: 1_000_000 } } as const
const policy = policyWith(publishing)
const answerTo = (price: number, quantity: number, line: Partial<LineFacts> = {}, state: Partial<CaseState> = {}, by = policy) =>
  decide(by, factsWith([lineWith(line)]), { ...FRESH, ...state }, { type: "ask", asks: [{ line_id: "line_1", unit_price: units(price), quantity }] })
const agreed = (price: number, quantity: number) => ({ answer: "accept", accepted: [{ quantity, unit_price: units(price) }] })
const memoryOf = (asks: readonly [number, number][], rounds = 1) => ({
  memory: { line_1: { rounds, asks: asks.map(([quantity, price]) => ({ quantity, unit_price: units(price) })), counters: [], marginal_price: null } },
})

describe("a published step, asked for at its own quantity", () => {
  it.each([[3_000, 114], [4_000, 112], [5_000, 110], [6_000, 108]])("%i pieces at %i → agreed", (quantity, price) => {
    expect(answerTo(price, quantity)).toMatchObject(agreed(price, quantity))
  })

  it("more is offered for it, or more pieces are asked for → agreed at what is published", () => {
    expect(answerTo(116, 3_000)).toMatchObject(agreed(114, 3_000))
    expect(answerTo(119, 3_900)).toMatchObject(agreed(114, 3_900))
    expect(answerTo(112.5, 4_400)).toMatchObject(agreed(112, 4_400))
  })

  it("less is offered for it, fewer pieces are asked for, or nothing is published → answered as any ask", () => {
    for (const [price, quantity] of [[113.99, 3_000], [114, 2_999], [110, 2_000]] as const) {
      const silent = answerTo(price, quantity, {}, {}, policyWith({ ...publishing, initiation: "buyer" }))
      expect([silent.answer, answerTo(price, quantity)]).toEqual(["counter", silent])
    }
  })

  it("the pieces are in the cart already → it was published for fewer: more of them support the price", () => {
    const answer = answerTo(114, 3_000, { quantity: 3_000 })
    expect([answer.answer, answer.menu[0]?.lines[0]?.quantity]).toEqual(["counter", 4_000])
    expect(ladder(policy, factsWith(), lineWith({ quantity: 3_000 }), null)[0]?.min_quantity).toBeGreaterThan(3_000)
  })

  it("in a case that asked for more pieces than the cart has → what counts is the cart", () => {
    expect(answerTo(114, 3_000, { quantity: 3_000, quantity_in_cart: 2_000 })).toMatchObject(agreed(114, 3_000))
  })

  it.each<[string, Partial<LineFacts>, Partial<CaseState>]>([
    ["asked before for more pieces", {}, memoryOf([[8_000, 115]])],
    ["inside the cool-down", {}, { cooling_down: true }],
    ["with a competing offer under the cost", { competing_unit_price: units(60) }, {}],
    ["with jitter in the counters", { jitter: 20 }, {}],
  ])("%s → agreed, for it is published all the same", (_, line, state) => {
    expect(answerTo(114, 3_000, line, state)).toMatchObject(agreed(114, 3_000))
  })

  it("costs no round where it brings nothing new, and stands for as many pieces or more afterwards", () => {
    const first = answerTo(114, 3_000, {}, memoryOf([[8_000, 115]]))
    expect(first.lines[0]?.memory).toMatchObject({ rounds: 1, counters: [{ quantity: 3_000, unit_price: units(114) }] })
    expect(answerTo(114, 3_000, { quantity: 3_000 }, after(first, FRESH))).toMatchObject(agreed(114, 3_000))
  })

  it("with no rounds left → nothing is published any more", () => {
    const { memory } = memoryOf([[8_000, 115]], 4)
    expect(ladder(policy, factsWith(), lineWith(), memory.line_1)).toEqual([])
    expect(answerTo(114, 3_000, {}, { memory }).answer).toBe("limit")
  })

  it("a round gives less for it → the lower price", () => {
    const last_paid = { unit_price: units(113), quantity: 2_500, age_days: 1 }
    const honouring = policyWith({ ...publishing, last_paid: "honour" })
    expect(answerTo(114, 3_000, { last_paid }, {}, honouring)).toMatchObject(agreed(113, 3_000))
  })

  it("whatever happened in the window: every step that is published is agreed to, at no more than its price", () => {
    let published = 0
    fc.assert(
      fc.property(termsArbitrary, caseArbitrary, stepsArbitrary(), (drawn, draw, steps) => {
        const terms = { ...drawn, initiation: "threshold" as const }
        const turns = walk(terms, draw, steps)
        const turn = turns.at(-1)
        const facts = turn?.facts ?? factsFrom(draw)
        const state = turn ? after(turn.decision, turn.state) : FRESH
        const line = facts.lines[0] as LineFacts
        for (const step of ladder(compiled(terms), { ...facts, annual_volume: null }, asPublished(line), state.memory["line"] ?? null)) {
          published += 1
          const asks = [{ line_id: "line", unit_price: step.unit_price, quantity: step.min_quantity }]
          const { answer, accepted } = decide(compiled(terms), facts, state, { type: "ask", asks })
          expect([answer, accepted[0]?.quantity]).toEqual(["accept", expect.any(Number)])
          expect(accepted[0]?.unit_price).toBeLessThanOrEqual(step.unit_price)
          expect(accepted[0]?.quantity).toBeLessThanOrEqual(step.min_quantity)
        }
      }),
      RUNS
    )
    expect(published).toBeGreaterThan(RUNS.numRuns / 10)
  })
})
