import { decide, ownPriceAt } from ".."
import { assertMoves, isUnderFloorNow } from "./moves"
import { plainStanding } from "./persons"
import { given, givenBefore } from "./properties"
import { after } from "./story"

describe("while policy, own prices, stock, jitter and last price paid change between asks", () => {
  it("1: nothing is offered or accepted under the floor of the moment", () => {
    assertMoves((turn) => {
      for (const line of given(turn)) expect(isUnderFloorNow(turn, line)).toBe(false)
    })
  })

  it("2: nothing given is taken back: what follows costs no more at its quantity or more", () => {
    assertMoves((turn, turns, index) => {
      // What a buyer pays anyway was not given: it moves with their price list. What stands binds, whoever offered it, to its own end.
      const before = [...givenBefore(turn, turns.slice(0, index)), ...plainStanding(turn)]
      for (const line of given(turn)) {
        for (const earlier of before) if (earlier.quantity <= line.quantity) expect(line.unit_price).toBeLessThanOrEqual(earlier.unit_price)
      }
    })
  })

  it("2: what stands is agreed to at its own price, whatever changed", () => {
    assertMoves(({ policy, facts, state }) => {
      for (const option of state.standing) {
        if ((option.concession ?? null) !== null || option.kind === "substitute") continue
        const asks = option.lines.map(({ unit_price, quantity }) => ({ line_id: "line", unit_price, quantity }))
        const { answer, accepted } = decide(policy, facts, state, { type: "ask", asks })
        expect([answer, (accepted[0]?.unit_price ?? Number.NaN) <= (option.lines[0]?.unit_price ?? 0)]).toEqual(["accept", true])
      }
    })
  })

  it("2: what stood plainly is to be had for the asking after a new offer has replaced it, but for what a person decides", () => {
    assertMoves((turn) => {
      const { policy, facts, state, decision } = turn
      if (decision.standing || decision.answer !== "counter") return
      const next = { ...after(decision, state), cooling_down: false }
      for (const { quantity, unit_price } of plainStanding(turn)) {
        if (quantity < (facts.lines[0]?.minimum_quantity ?? 1)) continue
        const { answer, accepted } = decide(policy, facts, next, { type: "ask", asks: [{ line_id: "line", unit_price, quantity }] })
        expect(["accept", "person"]).toContain(answer)
        if (answer === "accept") expect(accepted[0]?.unit_price).toBeLessThanOrEqual(unit_price)
      }
    })
  })

  it("2: a counter of the window is agreed to as long as it keeps today's floor and no fact sends the line to a person", () => {
    assertMoves(({ policy, facts, state }) => {
      for (const { quantity, unit_price } of state.memory["line"]?.counters ?? []) {
        // Fewer pieces than are sold at once can't be had at any price.
        if (quantity < (facts.lines[0]?.minimum_quantity ?? 1)) continue
        // One that their own price has fallen to is no offer any more: they pay less anyway.
        if (unit_price >= ownPriceAt(facts.lines[0]?.own_prices ?? [], quantity)) continue
        const { answer, accepted } = decide(policy, facts, { ...state, standing: [], cooling_down: false }, { type: "ask", asks: [{ line_id: "line", unit_price, quantity }] })
        expect(["accept", "person"]).toContain(answer)
        if (answer === "accept") expect(accepted[0]?.unit_price).toBeLessThanOrEqual(unit_price)
      }
    })
  })

  it("3: nobody pays more than their own price of the moment for what is offered anew", () => {
    assertMoves((turn) => {
      for (const line of given(turn)) expect(line.unit_price).toBeLessThanOrEqual(ownPriceAt(turn.facts.lines[0]?.own_prices ?? [], line.quantity))
    })
  })

  it("4: same bytes", () => {
    assertMoves(({ policy, facts, state, event, decision }) => {
      expect(JSON.stringify(decide(policy, facts, state, event))).toBe(JSON.stringify(decision))
    })
  })

  it("7: a round is spent only while the policy of the moment has one left, and no ask spends one twice", () => {
    assertMoves((turn, turns) => {
      const before = turn.state.memory["line"]?.rounds ?? 0
      const spent = (turn.decision.lines[0]?.memory.rounds ?? 0) - before
      expect([0, 1]).toContain(spent)
      if (spent === 1) expect(before).toBeLessThan(turn.terms.rounds)
      expect(turns.filter(({ decision, window }) => window === turn.window && decision.reason_code === "countered").length).toBeLessThanOrEqual(Math.max(...turns.map(({ terms }) => terms.rounds)))
      const ask = turn.event.type === "ask" ? turn.event.asks[0] : undefined
      const repeated = ask !== undefined && (turn.state.memory["line"]?.asks ?? []).some(({ quantity, unit_price }) => quantity >= ask.quantity && unit_price >= ask.unit_price)
      if (repeated) expect(spent).toBe(0)
    })
  })
})
