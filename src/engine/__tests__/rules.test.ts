import fc from "fast-check"
import { compilePolicy, decide, ladder, routeFor, type CaseDecision, type CaseEvent, type CaseFacts, type CaseState, type PolicyTerms } from ".."
import { askFrom, caseArbitrary, factsFrom, RUNS, stepsArbitrary, type CaseDraw, type Step } from "./arbitraries"
import { knownArbitrary, ruledTermsArbitrary, withKnown, type KnownDraw } from "./rules-arbitraries"
import { after, FRESH } from "./story"

const HEIGHT = { rep: 1, manager: 2, director: 3 } as const
const RANK = { accept: 3, counter: 2, person: 1, decline: 0, expire: 0, limit: 0 } as const
/** Reasons that rules of eligibility and routing give. */
const OF_RULES = ["routing_rule", "class_missing", "deal_too_small", "not_eligible", "credit_watch", "credit_blocked"]

interface Played {
  readonly policy: Extract<ReturnType<typeof compilePolicy>, { ok: true }>["policy"]
  readonly facts: CaseFacts
  readonly state: CaseState
  readonly turns: { readonly event: CaseEvent; readonly state: CaseState; readonly decision: CaseDecision }[]
}

/** Plays a window against a policy with rules, as a company of its segment. */
function play(terms: PolicyTerms, draw: CaseDraw, known: KnownDraw, steps: readonly Step[]): Played {
  const result = compilePolicy(terms, known.company.segment ?? null)
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  const facts = withKnown(factsFrom(draw), known)
  let state = FRESH
  const turns: Played["turns"] = []
  for (const step of steps) {
    if (step.do === "restart") state = { ...state, standing: [] }
    if (step.do === "cool") state = { ...state, cooling_down: step.on }
    if (step.do !== "ask") continue
    const event = askFrom(draw, step)
    const decision = decide(result.policy, facts, state, event)
    turns.push({ event, state, decision })
    state = after(decision, state)
  }
  return { policy: result.policy, facts, state, turns }
}

const plays = fc.record({ terms: ruledTermsArbitrary, draw: caseArbitrary, known: knownArbitrary, steps: stepsArbitrary(false) })
const prices = fc.record({
  first: fc.double({ min: 0.3, max: 1.05, noNaN: true }), second: fc.double({ min: 0.3, max: 1.05, noNaN: true }), quantity: fc.integer({ min: 1, max: 40 }),
})

describe("rules of eligibility and routing, drawn at random", () => {
  it("5: give a deeper ask at most as good an answer, and send it at least as high", () => {
    fc.assert(fc.property(plays, prices, ({ terms, draw, known, steps }, pair) => {
      const { policy, facts, state } = play(terms, draw, known, steps)
      const [low, high] = [Math.min(pair.first, pair.second), Math.max(pair.first, pair.second)]
      const events = [low, high].map((price) => askFrom(draw, { do: "ask", price, quantity: pair.quantity })) as [CaseEvent, CaseEvent]
      const [deeper, shallower] = events.map((event) => decide(policy, facts, state, event)) as [CaseDecision, CaseDecision]
      const aside = shallower.reason_code === "last_round" || shallower.reason_code === "cooling_down"
      if (!aside) expect(RANK[shallower.answer]).toBeGreaterThanOrEqual(RANK[deeper.answer])
      const [deep, shallow] = events.map((event) => HEIGHT[routeFor(policy, facts, state, event).level]) as [number, number]
      expect(deep).toBeGreaterThanOrEqual(shallow)
    }), RUNS)
  })

  it("accept first what stands, whatever they say", () => {
    fc.assert(fc.property(plays, ({ terms, draw, known, steps }) => {
      const { policy, facts, state } = play(terms, draw, known, steps)
      for (const option of state.standing) {
        if ((option.concession ?? null) !== null || option.kind === "substitute") continue
        const asks = option.lines.map(({ unit_price, quantity }) => ({ line_id: "line", unit_price, quantity }))
        const strict = { ...policy, rules: [{ name: "All", to: "director" as const, slaHours: 1, valueFrom: null, depthFrom: null, marginUnder: null, segments: null, profitability: null, products: null }] }
        for (const judge of [policy, strict]) expect(decide(judge, facts, state, { type: "ask", asks }).answer).toBe("accept")
      }
    }), RUNS)
  })

  it("name a route exactly where a person decides, the one the case would take later as well", () => {
    fc.assert(fc.property(plays, ({ terms, draw, known, steps }) => {
      const { policy, facts, turns } = play(terms, draw, known, steps)
      for (const { event, state, decision } of turns) {
        expect(decision.route === null).toBe(decision.answer !== "person")
        if (decision.route !== null) expect(decision.route).toEqual(routeFor(policy, facts, state, event))
      }
    }), RUNS)
  })

  it("give the same bytes for the same case", () => {
    fc.assert(fc.property(plays, ({ terms, draw, known, steps }) => {
      const { policy, facts, turns } = play(terms, draw, known, steps)
      for (const { event, state, decision } of turns) expect(JSON.stringify(decide(policy, facts, state, event))).toBe(JSON.stringify(decision))
    }), RUNS)
  })

  it("publish no step that they would keep from the engine", () => {
    fc.assert(fc.property(plays, ({ terms, draw, known }) => {
      const { policy, facts } = play({ ...terms, initiation: "threshold", strategies: [] }, draw, known, [])
      const [line] = facts.lines
      if (line === undefined) return
      for (const step of ladder(policy, facts, line, null)) {
        const asks = [{ line_id: "line", unit_price: step.unit_price, quantity: step.min_quantity }]
        expect(OF_RULES).not.toContain(decide(policy, facts, FRESH, { type: "ask", asks }).reason_code)
      }
    }), RUNS)
  })
})
