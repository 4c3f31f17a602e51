import fc from "fast-check"
import { ownPriceAt, type OptionLine } from ".."
import { caseArbitrary, RUNS } from "./arbitraries"
import { movesArbitrary, playMoves, wideTermsArbitrary, type Move } from "./moves"
import { promised } from "./persons"
import { given, isOwnTier } from "./properties"
import type { Turn } from "./walk"

const share = (low: number, high: number) => fc.integer({ min: low * 10_000, max: high * 10_000 }).map((count) => count / 10_000)
const paid = fc.tuple(share(0.4, 1), fc.integer({ min: 1, max: 4_000 }), fc.integer({ min: 0, max: 800 }))

/** Windows of a policy that looks at the last price paid, of which there is one: policy and last price stay. */
function windows(lastPaid: "hold" | "honour") {
  return fc.record({
    terms: wideTermsArbitrary.map((terms) => ({ ...terms, last_paid: lastPaid })),
    draw: fc.record({ drawn: caseArbitrary, last: paid }).map(({ drawn, last }) => ({ ...drawn, line: { ...drawn.line, last } })),
    moves: movesArbitrary.map((moves) => moves.filter((move: Move) => move.do !== "policy" && move.do !== "last")),
  })
}

function assertWindows(lastPaid: "hold" | "honour", check: (turn: Turn) => void): void {
  fc.assert(fc.property(windows(lastPaid), (drawn) => playMoves(drawn).forEach(check)), RUNS)
}

/** Newly given prices that are neither the buyer's own nor such as the window gave before. */
function anew(turn: Turn): OptionLine[] {
  const counters = promised(turn, "line")
  return given(turn).filter((line) => !isOwnTier(turn, line) && !counters.some(({ quantity, unit_price }) => quantity <= line.quantity && unit_price <= line.unit_price))
}

describe("the last price paid", () => {
  it("hold: nothing at its quantity or fewer is offered or agreed to under it, or under today's own price", () => {
    assertWindows("hold", (turn) => {
      const line = turn.facts.lines[0]
      const last = line?.last_paid ?? null
      if (line === undefined || last === null) return
      for (const { quantity, unit_price } of anew(turn)) {
        if (quantity > last.quantity) continue
        expect(unit_price).toBeGreaterThanOrEqual(Math.min(ownPriceAt(line.own_prices, quantity), last.unit_price))
      }
    })
  })

  it("honour: nothing at its quantity or more is offered or agreed to over it, while it is young enough", () => {
    assertWindows("honour", (turn) => {
      const last = turn.facts.lines[0]?.last_paid ?? null
      if (last === null || last.age_days * 12 > turn.terms.last_paid_max_months * 365) return
      // An ask that earns nothing hears the menu at R, whatever was paid (ENGINE.md, Counter).
      if (turn.decision.reason_code !== "countered") return
      for (const { quantity, unit_price } of anew(turn)) if (quantity >= last.quantity) expect(unit_price).toBeLessThanOrEqual(last.unit_price)
    })
  })
})
