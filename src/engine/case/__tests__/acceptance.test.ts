import { compilePolicy, decide, type CaseDecision, type CaseState, type LineFacts, type PolicyTerms } from "../.."
import { after, askFor, factsWith, FRESH, GOLDEN_TERMS, lineWith, menuOf, policyWith, termOf, units } from "../../__tests__/story"

/** Counters end at 10% of the way to cost (116), asks are taken from 10% (116) in round 1 to 20% (112 = E) in round 4, evenly. */
const BY_ROUND: Partial<PolicyTerms> = { counter_concession_limit: 0.1, acceptance_opening: 0.1, acceptance_shape: 1 }

/** Asks one after the other under a policy, the answers in their order. */
function play(change: Partial<PolicyTerms>, asks: readonly (readonly [number, number?])[], line: Partial<LineFacts> = {}): CaseDecision[] {
  const policy = policyWith(change)
  let state: CaseState = FRESH
  return asks.map(([price, quantity]) => {
    const decision = decide(policy, factsWith([lineWith(line)]), state, askFor(price, quantity))
    state = after(decision, state)
    return decision
  })
}

/** What was agreed on, or how else the ask was answered. */
const said = ({ answer, accepted }: CaseDecision): string => (answer === "accept" ? `accept ${(accepted[0]?.unit_price ?? 0) / 10_000}` : answer)
const last = (decisions: readonly CaseDecision[]): string => said(decisions.at(-1) as CaseDecision)

describe("asks taken by round", () => {
  it("are taken down to A₁ = 116 in round 1, at what was asked", () => {
    expect(last(play(BY_ROUND, [[116]]))).toBe("accept 116")
    expect(last(play(BY_ROUND, [[117.3]]))).toBe("accept 117.3")
    expect(last(play(BY_ROUND, [[115.99]]))).toBe("counter")
  })

  it("cost the counter where they are over it", () => {
    expect(last(play(BY_ROUND, [[119]]))).toBe("accept 118")
  })

  it("are taken deeper in every later round: 115, 113.50, 112", () => {
    const low = [90, 91, 92].map((price) => [price] as const)
    expect(last(play(BY_ROUND, [...low.slice(0, 1), [115]]))).toBe("accept 115")
    expect(last(play(BY_ROUND, [...low.slice(0, 1), [114.99]]))).toBe("counter")
    expect(last(play(BY_ROUND, [...low.slice(0, 2), [113.5]]))).toBe("accept 113.5")
    expect(last(play(BY_ROUND, [...low.slice(0, 2), [113.49]]))).toBe("counter")
    expect(last(play(BY_ROUND, [...low, [112]]))).toBe("accept 112")
  })

  it("are never taken under E = 112, whatever the round and the tolerance", () => {
    const change = { ...BY_ROUND, acceptance_opening: 0.2, acceptance_tolerance: 0.2 }
    expect(last(play(change, [[112]]))).toBe("accept 112")
    expect(last(play(change, [[111.99]]))).toBe("counter")
    expect(last(play(change, [[90], [91], [92], [111.99]]))).toBe("counter")
  })

  it("are taken near the counter as ever", () => {
    // 0.4% of 120 is 0.48 under a counter of 118.
    const change = { acceptance_opening: 0, acceptance_shape: 1 }
    expect(last(play(change, [[117.52]]))).toBe("accept 117.52")
    expect(last(play(change, [[117.51]]))).toBe("counter")
  })

  it("deepen by shape: late under 1, early over 1", () => {
    const from = (shape: number) => termOf(play({ ...BY_ROUND, acceptance_shape: shape }, [[90], [91]]).at(-1) as CaseDecision, "accepts_from")
    expect([from(0.5), from(1), from(3)]).toEqual([units(116), units(115), units(113.5)])
  })

  it("are as the trace says", () => {
    const answers = play(BY_ROUND, [[90], [91], [92], [93]])
    expect(answers.map((answer) => termOf(answer, "accepts_from"))).toEqual([116, 115, 113.5, 112].map(units))
  })

  it("stop at a last price paid that is held, up to its quantity", () => {
    const held = { last_paid: { unit_price: units(117), quantity: 2_000, age_days: 30 } }
    expect(last(play({ ...BY_ROUND, last_paid: "hold" }, [[116.99]], held))).toBe("counter")
    expect(last(play({ ...BY_ROUND, last_paid: "hold" }, [[117]], held))).toBe("accept 117")
    expect(last(play({ ...BY_ROUND, last_paid: "hold" }, [[116.5, 2_001]], held))).toBe("accept 116.5")
    expect(last(play({ ...BY_ROUND, last_paid: "ignore" }, [[116.5]], held))).toBe("accept 116.5")
  })

  it("leave a basket's other lines open: agreed lines cost what was asked, beside counters", () => {
    const other = lineWith({ line_id: "line_2", variant_id: "variant_2" })
    const asks = [...askFor(116).asks, ...askFor(90, 2_000, "line_2").asks]
    const decision = decide(policyWith({ ...BY_ROUND, automatic_limit: { usd: 5_000_000 } }), factsWith([lineWith(), other]), FRESH, { type: "ask", asks })
    expect([decision.answer, decision.lines.map(({ answer }) => answer)]).toEqual(["counter", ["accept", "counter"]])
    expect(menuOf(decision).at(-1)).toMatch(/^counter 2000 @ 116 \+ 2000 @ /)
  })
})

describe("how deep counters go", () => {
  const creeping = [[100], [104], [107], [111]] as const
  const counters = (change: Partial<PolicyTerms>) => play(change, creeping).map(({ lines }) => (lines[0]?.counter_unit_price ?? 0) / 10_000)

  it("ends at the counters' own limit, while asks are taken deeper", () => {
    expect(counters({ ...BY_ROUND, counter_concession_limit: 0.1 }).at(-1)).toBe(116)
    expect(counters({}).at(-1)).toBe(112)
  })

  it("is the limit of talk where none is named", () => {
    expect(counters({ counter_concession_limit: null })).toEqual(counters({}))
    expect(counters({ counter_concession_limit: 0.2 })).toEqual(counters({}))
  })
})

describe("a policy without an acceptance schedule", () => {
  it("answers as it ever did", () => {
    for (const asks of [[[110]], [[117.52]], [[117.51]], [[112]], [[90], [100], [113], [112]]] as const) {
      const named = play({ acceptance_opening: null, counter_concession_limit: null, acceptance_shape: 3 }, asks)
      expect(named).toEqual(play({}, asks))
      for (const decision of named) expect(termOf(decision, "accepts_from")).toBeUndefined()
    }
  })

  it("is what a strategy for margin makes of any: nothing for talk", () => {
    const strategies = [{ name: "optimisers", objective: "margin" as const, segments: ["optimiser"], terms: {} }]
    const asked = (segment: string | null) => {
      const compiled = compilePolicy({ ...GOLDEN_TERMS, ...BY_ROUND, strategies }, segment)
      if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems))
      return decide(compiled.policy, factsWith(), FRESH, askFor(117))
    }
    expect(said(asked(null))).toBe("accept 117")
    expect(said(asked("optimiser"))).toBe("counter")
    expect(termOf(asked("optimiser"), "accepts_from")).toBeUndefined()
  })
})
