import fc from "fast-check"
import { MIX_EXPLOITS } from "../buyers/exploits/scripts"
import { haggler } from "../buyers/haggler"
import { rational } from "../buyers/buyer"
import { settle } from "../measure/settle"
import { roster } from "../sellers/roster"
import { play } from "../table/play"
import { askedCeiling, ceilingsOf, concaveMaximum } from "../world/ceilings"
import { drawLines, itemOf, LIST } from "../world/line"
import { POPULATIONS, populationOf } from "../world/populations"
import { contributionOf, LEVER_SETS, leverCost, leverGain, surplusOf, worth } from "../world/valuation"
import { lineWith, SETTINGS } from "./lines"

describe("what pieces are worth", () => {
  const flexible = lineWith({ flexible: true, cap: 4, elasticity: 2 })

  it("V(Q) → vQ, and the next piece is worth about v", () => {
    expect(worth(flexible, 40)).toBe(flexible.value * 40)
    expect((worth({ ...flexible, quantity: 1e6 }, 1e6 + 1) - worth({ ...flexible, quantity: 1e6 }, 1e6)) / flexible.value).toBeCloseTo(1, 2)
  })

  it("V(q) with ε = 2 → vQ(1 + 2(√(q/Q) − 1)), nothing more past the cap", () => {
    expect(worth(flexible, 90) / (flexible.value * 40)).toBeCloseTo(1 + 2 * (1.5 - 1), 9)
    expect(worth(flexible, 400)).toBe(worth(flexible, 160))
  })

  it("ε near 1 → the logarithm", () => {
    expect(worth({ ...flexible, elasticity: 1 }, 80) / (flexible.value * 40)).toBeCloseTo(1 + Math.log(2), 6)
    expect(worth({ ...flexible, elasticity: 1.0001 }, 80) / (flexible.value * 40)).toBeCloseTo(1 + Math.log(2), 3)
  })

  it("a fixed quantity → nothing for more, v a piece for less", () => {
    expect([worth(lineWith(), 400), worth(lineWith(), 10)]).toEqual([LIST * 0.9 * 40, LIST * 0.9 * 10])
  })

  it("levers → the seller's gain and the buyer's cost are counted on their own sides", () => {
    const bought = [{ quantity: 40, unitPrice: LIST * 0.8, levers: 3 }]
    expect(contributionOf(lineWith(), bought)).toBeCloseTo((0.2 + 0.012 + 0.008) * LIST * 40, 6)
    expect(surplusOf(lineWith(), bought)).toBeCloseTo((0.1 - 0.01 - 0.02) * LIST * 40, 6)
  })
})

describe("ceilings are ceilings", () => {
  it("U and F → what trying every quantity and lever set finds", () => {
    for (const line of drawLines(populationOf("b2b"), "tuning", 5, 150)) {
      let full = 0
      let joint = 0
      for (let pieces = line.quantity; pieces <= Math.max(line.quantity, line.quantity * line.cap); pieces++) {
        for (const levers of LEVER_SETS) {
          const paid = Math.min(worth(line, pieces) - leverCost(line, levers) * pieces, LIST * pieces)
          full = Math.max(full, paid + (leverGain(levers) - line.cost) * pieces)
          joint = Math.max(joint, worth(line, pieces) + (leverGain(levers) - leverCost(line, levers) - line.cost) * pieces)
        }
      }
      const found = ceilingsOf(line)
      expect(found.full).toBeCloseTo(full, 3)
      expect(found.joint).toBeCloseTo(joint, 3)
      expect(found.full).toBeGreaterThanOrEqual(found.asked - 1e-6)
      expect(found.joint).toBeGreaterThanOrEqual(found.full - 1e-6)
    }
  })

  it("U → min(v, L) − c on Q, never under nothing", () => {
    expect(askedCeiling(lineWith())).toBeCloseTo(0.3 * LIST * 40, 6)
    expect(askedCeiling(lineWith({ value: LIST * 3 }))).toBeCloseTo(0.4 * LIST * 40, 6)
    expect(askedCeiling(lineWith({ value: LIST * 0.5 }))).toBe(0)
  })

  it("any seller, any buyer that isn't fooled → no more than F, and no buyer loses", () => {
    for (const population of POPULATIONS) {
      const lines = drawLines(population, "tuning", 6, 20)
      for (const entrant of roster(true)) {
        const seller = entrant.make(population, SETTINGS)
        for (const line of lines) {
          const scripts = seller.fixed ? [] : [haggler(line), ...MIX_EXPLOITS.map(({ make }) => rational(line, make(1)))]
          for (const script of scripts) {
            const { bought } = settle(line, seller.shelfPrice(itemOf(line)), play(script, seller, itemOf(line)).taken)
            expect(surplusOf(line, bought)).toBeGreaterThanOrEqual(-1e-6)
            expect(contributionOf(line, bought)).toBeLessThanOrEqual(ceilingsOf(line).full + 1e-6)
          }
        }
      }
    }
  })

  it("the search for a concave maximum → finds it wherever it lies", () => {
    fc.assert(fc.property(fc.integer({ min: -50, max: 150 }), fc.integer({ min: 1, max: 100 }), (peak, high) => {
      const value = (place: number): number => -((place - peak) ** 2)
      let best = Number.NEGATIVE_INFINITY
      for (let place = 0; place <= high; place++) best = Math.max(best, value(place))
      expect(concaveMaximum(value, 0, high)).toBe(best)
    }))
  })
})
