import fc from "fast-check"
import { decide, ownPriceAt, type CaseDecision, type CaseFacts, type Money, type OptionLine, type UnitPrice } from ".."
import { RUNS } from "./arbitraries"
import { assertBaskets, basketWalks, playBasket } from "./baskets"
import { isUnderFloorNow } from "./moves"
import { plainStanding } from "./persons"
import { given } from "./properties"

/** True where a line costs what the buyer pays anyway. */
function isOwn({ lines }: CaseFacts, { line_id, quantity, unit_price }: OptionLine): boolean {
  return ownPriceAt(lines.find((line) => line.line_id === line_id)?.own_prices ?? [], quantity) === unit_price
}

describe("baskets: asks by line, on some lines and for the whole, over a window", () => {
  it("1: no line is offered or agreed to under its floor of the moment, whatever carries it", () => {
    assertBaskets((turn) => {
      for (const line of given(turn)) if (!isOwn(turn.facts, line)) expect(isUnderFloorNow(turn, line)).toBe(false)
    })
  })

  it("2: no line's price rises at its quantity or more, whichever lines are asked for together", () => {
    assertBaskets((turn, turns, index) => {
      const inWindow = turns.slice(0, index).filter(({ window }) => window === turn.window)
      const before = [...inWindow.flatMap((earlier) => given(earlier).filter((line) => !isOwn(earlier.facts, line))), ...plainStanding(turn)]
      for (const line of given(turn)) {
        for (const earlier of before) {
          if (earlier.line_id === line.line_id && earlier.quantity <= line.quantity) expect(line.unit_price).toBeLessThanOrEqual(earlier.unit_price)
        }
      }
    })
  })

  it("2: what stands for the asked lines is agreed to as it stands", () => {
    assertBaskets(({ policy, facts, state }) => {
      for (const { lines, kind, concession } of state.standing) {
        if ((concession ?? null) !== null || kind === "substitute") continue
        const asks = lines.map(({ line_id, unit_price, quantity }) => ({ line_id, unit_price, quantity }))
        const { answer, accepted } = decide(policy, facts, state, { type: "ask", asks })
        expect(answer).toBe("accept")
        const sum = (all: readonly { unit_price: number; quantity: number }[]) => all.reduce((total, each) => total + each.unit_price * each.quantity, 0)
        expect(sum(accepted)).toBeLessThanOrEqual(sum(asks))
      }
    })
  })

  it("3: no line costs more than the buyer's own price, and no basket more than its target", () => {
    assertBaskets((turn) => {
      for (const { line_id, quantity, unit_price } of given(turn)) {
        expect(unit_price).toBeLessThanOrEqual(ownPriceAt(turn.facts.lines.find((line) => line.line_id === line_id)?.own_prices ?? [], quantity))
      }
      if (turn.event.type !== "ask_total" || turn.decision.standing) return
      expect(turn.decision.accepted.reduce((sum, { unit_price, quantity }) => sum + unit_price * quantity, 0)).toBeLessThanOrEqual(turn.event.total)
    })
  })

  it("4: same bytes", () => {
    assertBaskets(({ policy, facts, state, event, decision }) => {
      expect(JSON.stringify(decide(policy, facts, state, event))).toBe(JSON.stringify(decision))
    })
  })

  it("7: no line spends more than T rounds, whether asked for alone or with others", () => {
    assertBaskets((turn) => {
      for (const { line_id, memory } of turn.decision.lines) {
        const before = turn.state.memory[line_id]?.rounds ?? 0
        expect(memory.rounds).toBeLessThanOrEqual(turn.terms.rounds)
        expect([0, 1]).toContain(memory.rounds - before)
      }
    })
  })
})

describe("5: baskets are buyer-monotone", () => {
  const RANK = { accept: 3, counter: 2, person: 1, decline: 0, expire: 0, limit: 0 } as const
  const shares = fc.record({ low: fc.double({ min: 0.3, max: 1.05, noNaN: true }), high: fc.double({ min: 0.3, max: 1.05, noNaN: true }) })

  /** True where an ask wants nothing that could be answered: what isn't out of rounds is asked for at the buyer's own price. */
  function wantsNothing({ lines }: CaseDecision, facts: CaseFacts): boolean {
    return lines.every(({ answer, ask, line_id }) => {
      const tiers = facts.lines.find((line) => line.line_id === line_id)?.own_prices ?? []
      return answer === "limit" || ask === null || ask.unit_price >= ownPriceAt(tiers, ask.quantity)
    })
  }

  function expectNoWorse(higher: CaseDecision, lower: CaseDecision): void {
    // With no rounds left a plausible ask goes to a person "as well": what stands stays acceptable, so it ranks the same.
    const aside = higher.reason_code === "last_round" || higher.lines.some(({ reason_code }) => reason_code === "last_round" || reason_code === "cooling_down")
    if (!aside) expect(RANK[higher.answer]).toBeGreaterThanOrEqual(RANK[lower.answer])
    if (higher.answer !== "counter" || lower.answer !== "counter" || higher.standing || lower.standing) return
    for (const { line_id, answer, counter_unit_price } of lower.lines) {
      const next = higher.lines.find((line) => line.line_id === line_id)
      // A line that is agreed to costs what was asked for it at most (ENGINE.md, First; Accept), in a basket whose other lines are
      // countered too; a higher ask is agreed to as well. At the buyer's own price there is no counter.
      if (answer === "accept") expect(next?.answer).toBe("accept")
      if (next?.answer === "accept") expect(next.counter_unit_price ?? 0).toBeLessThanOrEqual(Math.max(counter_unit_price ?? 0, next.ask?.unit_price ?? 0))
      else if (counter_unit_price !== null) expect(next?.counter_unit_price ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(counter_unit_price)
    }
  }

  it("a higher ask on every line gets no worse an answer and no higher counter", () => {
    fc.assert(fc.property(basketWalks, shares, (drawn, pair) => {
      const turn = playBasket(drawn).at(-1)
      if (turn === undefined) return
      const { policy, facts, state } = turn
      const [low, high] = [Math.min(pair.low, pair.high), Math.max(pair.low, pair.high)]
      const asked = (part: number) => ({
        type: "ask" as const,
        asks: facts.lines.map(({ line_id, quantity, own_prices }) => ({ line_id, quantity, unit_price: Math.floor(ownPriceAt(own_prices, quantity) * part) as UnitPrice })),
      })
      const higher = decide(policy, facts, state, asked(high))
      if (!wantsNothing(higher, facts)) expectNoWorse(higher, decide(policy, facts, state, asked(low)))
    }), RUNS)
  })

  it("a higher target for the basket gets no worse an answer", () => {
    fc.assert(fc.property(basketWalks, shares, (drawn, pair) => {
      const turn = playBasket(drawn).at(-1)
      if (turn === undefined) return
      const { policy, facts, state } = turn
      const now = facts.lines.reduce((sum, { own_prices, quantity }) => sum + ownPriceAt(own_prices, quantity) * quantity, 0)
      const asked = (part: number) => decide(policy, facts, state, { type: "ask_total", total: Math.floor(now * part) as Money })
      const [lower, higher] = [asked(Math.min(pair.low, pair.high)), asked(Math.max(pair.low, pair.high))]
      const aside = wantsNothing(higher, facts) || higher.lines.some(({ reason_code }) => reason_code === "last_round" || reason_code === "cooling_down")
      // A line's part of a target is on the price grid: where the higher target's came out lower, this line was asked less for.
      const lessFor = higher.lines.some(({ ask }, index) => (ask?.unit_price ?? 0) < (lower.lines[index]?.ask?.unit_price ?? 0))
      if (!aside && !lessFor) expect(RANK[higher.answer]).toBeGreaterThanOrEqual(RANK[lower.answer])
    }), RUNS)
  })
})
