import fc from "fast-check"
import { decide, ownPriceAt, type OptionLine, type UnitPrice } from ".."
import { askFrom, factsFrom, RUNS } from "./arbitraries"
import { plainStanding, promised } from "./persons"
import { assertWalks, given, givenBefore, isOwnTier, isUnderFloor, offered, walks } from "./properties"
import { after } from "./story"
import { compiled, walk } from "./walk"

describe("1: nothing under the floor", () => {
  it("offers and accepts nothing under the floor of the moment", () => {
    assertWalks((turn) => {
      for (const line of given(turn)) expect(isUnderFloor(turn, line.unit_price)).toBe(false)
    })
  })

  it("prices in whole smallest units, but for prices the buyer brought", () => {
    assertWalks((turn) => {
      const grid = 10 ** (4 - turn.facts.currency.decimals)
      const brought = new Set([
        ...turn.state.standing.flatMap((option) => option.lines.map((line) => line.unit_price)),
        ...(turn.event.type === "ask" ? turn.event.asks.map((ask) => ask.unit_price) : []),
        ...Object.values(turn.state.memory).flatMap((memory) => memory.counters.map((entry) => entry.unit_price)),
        turn.facts.lines[0]?.last_paid?.unit_price,
      ])
      for (const line of given(turn)) {
        if (!brought.has(line.unit_price) && !isOwnTier(turn, line)) expect(line.unit_price % grid).toBe(0)
      }
    })
  })
})

describe("2: counters never rise", () => {
  it("gives no more than was given before for the same quantity or less, over restarts and cost changes", () => {
    assertWalks((turn, turns, index) => {
      const before = [...givenBefore(turn, turns.slice(0, index)), ...plainStanding(turn)]
      for (const line of given(turn)) {
        for (const earlier of before) {
          if (earlier.quantity <= line.quantity) expect(line.unit_price).toBeLessThanOrEqual(earlier.unit_price)
        }
      }
    })
  })

  it("keeps what stands acceptable to the letter", () => {
    assertWalks(({ policy, facts, state }) => {
      for (const option of state.standing) {
        if ((option.concession ?? null) !== null || option.kind === "substitute") continue
        const asks = option.lines.map(({ unit_price, quantity }) => ({ line_id: "line", unit_price, quantity }))
        const decision = decide(policy, facts, { ...state, cooling_down: true }, { type: "ask", asks })
        expect(decision.answer).toBe("accept")
        expect(decision.accepted[0]?.unit_price).toBeLessThanOrEqual(option.lines[0]?.unit_price ?? 0)
      }
    })
  })
})

describe("3: the schedule", () => {
  it("never charges less in total for more, nor more per piece where nothing hangs on a condition", () => {
    assertWalks((turn) => {
      const options = offered(turn).filter(({ kind }) => kind !== "substitute").map(({ lines, concession, overall_cost }) => ({
        line: lines[0] as OptionLine, free: concession === null, goods: overall_cost.goods,
      }))
      for (const a of options) {
        for (const b of options) {
          if (a.line.quantity >= b.line.quantity) continue
          expect(a.goods).toBeLessThanOrEqual(b.goods)
          if (a.free && b.free) expect(a.line.unit_price).toBeGreaterThanOrEqual(b.line.unit_price)
        }
      }
    })
  })

  it("never leaves the buyer worse off than their own prices", () => {
    assertWalks((turn) => {
      for (const line of given(turn)) {
        expect(line.unit_price).toBeLessThanOrEqual(ownPriceAt(turn.facts.lines[0]?.own_prices ?? [], line.quantity))
      }
    })
  })

  it("leaves the seller at least the counter's contribution in every option, trades first, three at most", () => {
    assertWalks((turn) => {
      if (turn.decision.standing) return
      const { menu } = turn.decision
      expect(menu.length).toBeLessThanOrEqual(3)
      const counter = menu.find((option) => option.kind === "counter")
      expect(counter === undefined || menu.at(-1) === counter).toBe(true)
      if (counter?.contribution === undefined || counter.contribution === null) return
      for (const option of menu) {
        const line = option.lines[0] as OptionLine
        const before = promised(turn, "line").some((entry) => entry.quantity === line.quantity && entry.unit_price === line.unit_price)
        if (before || isOwnTier(turn, line)) continue
        expect(option.contribution).toBeGreaterThanOrEqual(counter.contribution)
      }
    })
  })

  it("accepts at no more than was asked", () => {
    assertWalks(({ decision, event }) => {
      if (event.type !== "ask") return
      decision.accepted.forEach((line, index) => expect(line.unit_price).toBeLessThanOrEqual(event.asks[index]?.unit_price ?? 0))
    })
  })
})

describe("4: same state, same event, same bytes", () => {
  it("holds, and leaves its arguments alone", () => {
    assertWalks(({ policy, facts, state, event, decision }) => {
      const before = JSON.stringify({ facts, state, event })
      const copy = JSON.parse(before) as { facts: typeof facts; state: typeof state; event: typeof event }
      expect(JSON.stringify(decide(policy, copy.facts, copy.state, copy.event))).toBe(JSON.stringify(decision))
      expect(JSON.stringify(copy)).toBe(before)
    })
  })
})

describe("6: scale and cost", () => {
  it("answers ten times the prices with ten times the prices, to one grid step and one lot", () => {
    fc.assert(
      fc.property(walks, ({ terms, draw, steps }) => {
        const step = steps.find((candidate) => candidate.do === "ask")
        if (step?.do !== "ask") return
        const lifted = { ...terms, automatic_limit: { jpy: 1e9, eur: 1e9, kwd: 1e9 } }
        const small = decide(compiled(lifted), factsFrom(draw), { memory: {}, standing: [], cooling_down: false }, askFrom(draw, step))
        const large = decide(compiled(lifted), factsFrom(draw, draw.line.cost, 10), { memory: {}, standing: [], cooling_down: false }, askFrom(draw, step, 10))
        const term = (decision: typeof small, name: string) => decision.lines[0]?.trace.find((entry) => entry.term === name)?.value
        const grid = 10 ** (4 - draw.currency.decimals)
        const [before, after] = [term(small, "counter"), term(large, "counter")]
        if (typeof before !== "number" || typeof after !== "number") return
        expect(Math.abs(before * 10 - after)).toBeLessThanOrEqual(grid * 10)
      }),
      RUNS
    )
  })

  it("never lowers a counter for a higher cost", () => {
    fc.assert(
      fc.property(walks, fc.double({ min: 0, max: 1, noNaN: true }), ({ terms, draw, steps }, other) => {
        const turn = walk(terms, draw, steps).at(-1)
        if (turn === undefined || draw.line.cost === null || turn.event.type !== "ask") return
        const counterAt = (cost: number) => {
          const decision = decide(turn.policy, factsFrom(draw, cost), turn.state, turn.event)
          return decision.lines[0]?.trace.find((entry) => entry.term === "counter")?.value
        }
        const [low, high] = [counterAt(Math.min(other, draw.line.cost)), counterAt(Math.max(other, draw.line.cost))]
        if (typeof low === "number" && typeof high === "number") expect(high).toBeGreaterThanOrEqual(low)
      }),
      RUNS
    )
  })
})

describe("7: it ends", () => {
  it("spends at most T rounds a window, and says nothing new after them", () => {
    fc.assert(
      fc.property(walks, ({ terms, draw, steps }) => {
        const turns = walk(terms, draw, steps)
        const fresh = turns.filter(({ decision }) => decision.reason_code === "countered")
        for (const { window } of turns) expect(fresh.filter((turn) => turn.window === window).length).toBeLessThanOrEqual(terms.rounds)
        for (const { decision } of turns) {
          for (const line of decision.lines) expect(line.memory.rounds).toBeLessThanOrEqual(terms.rounds)
        }
      }),
      RUNS
    )
  })

  it("spends no round on the same ask again, nor on a lower one at the same or a smaller quantity", () => {
    fc.assert(
      fc.property(walks, fc.double({ min: 0.01, max: 1, noNaN: true }), fc.double({ min: 0.01, max: 1, noNaN: true }), ({ terms, draw, steps }, price, pieces) => {
        for (const turn of walk(terms, draw, steps)) {
          const ask = turn.event.type === "ask" ? turn.event.asks[0] : undefined
          if (ask === undefined || turn.decision.reason_code !== "countered") continue
          for (const again of [ask, { ...ask, unit_price: Math.floor(ask.unit_price * price) as UnitPrice, quantity: Math.ceil(ask.quantity * pieces) }]) {
            const next = decide(turn.policy, turn.facts, after(turn.decision, turn.state), { type: "ask", asks: [again] })
            expect(next.lines[0]?.memory.rounds).toBe(turn.decision.lines[0]?.memory.rounds)
            expect(next.reason_code).not.toBe("countered")
          }
        }
      }),
      RUNS
    )
  })
})
