import fc from "fast-check"
import { decide, type CaseDecision, type LineFacts } from "../.."
import { askFrom, factsFrom, RUNS } from "../../__tests__/arbitraries"
import { walks } from "../../__tests__/properties"
import { askFor, factsWith, FRESH, lineWith, policyWith, termOf, units } from "../../__tests__/story"
import { walk } from "../../__tests__/walk"

const ask = (peer_asks: LineFacts["peer_asks"], price: number, line: Partial<LineFacts> = {}) =>
  decide(policyWith(), factsWith([lineWith({ peer_asks: peer_asks ?? null, ...line })]), FRESH, askFor(price))
const flagsOf = (decision: CaseDecision) => decision.lines[0]?.flags

describe("an ask that is deep against its peers", () => {
  it("is flagged beyond the discount nine in ten asked for, and not at it", () => {
    expect(flagsOf(ask({ count: 5, deepest_usual: 1_000 }, 107.99))).toEqual(["deep_against_peers"])
    expect(flagsOf(ask({ count: 5, deepest_usual: 1_000 }, 108))).toEqual([])
    expect(termOf(ask({ count: 5, deepest_usual: 1_000 }, 108), "peer_depth")).toBe(1_000)
  })

  it("is measured off the buyer's own price", () => {
    const own = { own_prices: [{ min_quantity: 1, unit_price: units(110) }] }
    expect(flagsOf(ask({ count: 9, deepest_usual: 500 }, 106, own))).toEqual([])
    expect(flagsOf(ask({ count: 9, deepest_usual: 500 }, 104, own))).toEqual(["deep_against_peers"])
  })

  it.each([
    ["too few asked", { count: 4, deepest_usual: 100 }],
    ["nobody did", null],
    ["nobody can tell", { count: Number.NaN, deepest_usual: 100 }],
    ["it can't be", { count: 50, deepest_usual: -1 }],
  ])("is no matter where %s", (_, peers) => {
    const decision = ask(peers, 60)
    expect(flagsOf(decision)).toEqual([])
    expect(termOf(decision, "peer_depth")).toBeUndefined()
  })

  it("is flagged to whoever decides, where a person does anyway", () => {
    const decision = ask({ count: 50, deepest_usual: 100 }, 110, { unit_cost: null })
    expect(decision).toMatchObject({ answer: "person", reason_code: "cost_missing", lines: [{ flags: ["deep_against_peers"] }] })
  })

  it("moves no answer: without flags and their term every byte is the same", () => {
    const bare = (decision: CaseDecision) =>
      JSON.stringify({ ...decision, lines: decision.lines.map((line) => ({ ...line, flags: [], trace: line.trace.filter(({ term }) => term !== "peer_depth") })) })
    const peers = fc.record({ count: fc.integer({ min: 0, max: 60 }), deepest_usual: fc.integer({ min: 0, max: 10_000 }) })
    fc.assert(
      fc.property(walks, peers, fc.double({ min: 0.3, max: 1.05, noNaN: true }), ({ terms, draw, steps }, peer_asks, price) => {
        const turn = walk(terms, draw, steps).at(-1)
        if (turn === undefined) return
        const facts = factsFrom(draw)
        const flagged = { ...facts, lines: facts.lines.map((line) => ({ ...line, peer_asks })) }
        const event = askFrom(draw, { do: "ask", price, quantity: 10 })
        expect(bare(decide(turn.policy, flagged, turn.state, event))).toBe(bare(decide(turn.policy, facts, turn.state, event)))
      }),
      RUNS
    )
  })
})
