import fc from "fast-check"
import { decide, type CaseFacts, type UnitPrice } from "../.."
import { COARSE_STEPS } from "../../price"
import { RUNS } from "../../__tests__/arbitraries"
import { walks } from "../../__tests__/properties"
import { askFor, factsWith, FRESH, lineWith, policyWith, units } from "../../__tests__/story"
import { walk } from "../../__tests__/walk"

const answerTo = (competing: number, cost: number) =>
  decide(policyWith(), factsWith([lineWith({ competing_unit_price: units(competing), unit_cost: units(cost) })]), FRESH, askFor(110)).reason_code

describe("a competing price under our cost", () => {
  it("is one where it lies in a lower eighth of list than the cost", () => {
    // Eighths of 120: 75 and 90.
    expect([60, 74.99].map((price) => answerTo(price, 80))).toEqual(["competitor_under_cost", "competitor_under_cost"])
    expect([75, 79.99, 80].map((price) => answerTo(price, 80))).toEqual(["countered", "countered", "countered"])
    expect([75, 89.99].map((cost) => answerTo(74.99, cost))).toEqual(["competitor_under_cost", "competitor_under_cost"])
    expect(answerTo(74.99, 74.99)).toBe("countered")
  })

  it("whatever happened in the window: all prices in one eighth get the same bytes", () => {
    const shares = fc.record({ step: fc.integer({ min: 0, max: COARSE_STEPS }), one: fc.double({ min: 0, max: 1, noNaN: true }), other: fc.double({ min: 0, max: 1, noNaN: true }) })
    fc.assert(fc.property(walks, shares, ({ terms, draw, steps }, { step, one, other }) => {
      const { policy, facts, state, event } = walk(terms, draw, steps).at(-1) ?? {}
      const [line] = facts?.lines ?? []
      if (policy === undefined || facts === undefined || state === undefined || event === undefined || line === undefined) return
      const list = line.list_unit_price
      const [from, to] = [Math.ceil((step * list) / COARSE_STEPS), Math.ceil(((step + 1) * list) / COARSE_STEPS) - 1]
      const claimed = (share: number): CaseFacts => ({ ...facts, lines: [{ ...line, competing_unit_price: (from + Math.round((to - from) * share)) as UnitPrice }] })
      const bytes = [0, one, other, 1].map((share) => JSON.stringify(decide(policy, claimed(share), state, event)))
      expect(new Set(bytes).size).toBe(1)
    }), RUNS)
  })
})
