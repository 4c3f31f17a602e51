import { LEVELS } from "../buyers/buyer"
import { bootstrap, ratioOf } from "../measure/bootstrap"
import { nashDistance } from "../measure/nash"
import { settle } from "../measure/settle"
import { fieldOf, simulate } from "../measure/simulate"
import { medianOf } from "../measure/tally"
import { roster } from "../sellers/roster"
import { drawLines, LIST } from "../world/line"
import { populationOf } from "../world/populations"
import { Random } from "../world/random"
import { lineWith, SETTINGS } from "./lines"

describe("intervals by seed", () => {
  it("twenty draws of a known normal → about ±1.96 σ/√20 around their mean", () => {
    const random = new Random(4, 2)
    const clusters = Array.from({ length: 20 }, () => random.normal(10, 2))
    const mean = (sample: readonly number[]): number => sample.reduce((sum, value) => sum + value, 0) / sample.length
    const { value, low, high } = bootstrap(clusters, mean)
    const deviation = Math.sqrt(mean(clusters.map((each) => (each - value) ** 2)))
    expect(value).toBeCloseTo(mean(clusters), 12)
    expect((high - low) / ((2 * 1.96 * deviation) / Math.sqrt(20))).toBeCloseTo(1, 1)
    expect([low < value, value < high]).toEqual([true, true])
  })

  it("a hundred repetitions → the truth lies inside about 95 times", () => {
    const random = new Random(7, 7)
    let inside = 0
    for (let repetition = 0; repetition < 100; repetition++) {
      const { low, high } = bootstrap(Array.from({ length: 20 }, () => random.normal(0, 1)), (sample) => sample.reduce((sum, value) => sum + value, 0) / sample.length)
      if (low <= 0 && high >= 0) inside++
    }
    expect(inside).toBeGreaterThanOrEqual(86)
    expect(inside).toBeLessThan(100)
  })

  it("clusters alike → no width; a single cluster → none claimed", () => {
    expect(bootstrap([3, 3, 3], ([first = 0]) => first)).toEqual({ value: 3, low: 3, high: 3 })
    expect(bootstrap([5], ([first = 0]) => first)).toEqual({ value: 5, low: 5, high: 5 })
  })

  it("a ratio → of the sums, not the mean of ratios", () => {
    expect(ratioOf<readonly [number, number]>(([above]) => above, ([, under]) => under)([[1, 1], [1, 9]])).toBe(0.2)
  })
})

describe("how a line ends", () => {
  it("talks failed → list where it is worth that and the draw says so", () => {
    const shelf = { quantity: 40, unitPrice: LIST, levers: 0 }
    const rich = lineWith({ value: LIST * 1.1 })
    expect(settle(rich, LIST, [])).toEqual({ agreed: false, bought: [shelf] })
    expect(settle({ ...rich, fallsBack: false }, LIST, []).bought).toEqual([])
    expect(settle({ ...rich, fallsBack: false, haggles: false }, LIST, []).bought).toEqual([shelf])
    expect(settle(lineWith(), LIST, []).bought).toEqual([])
  })

  it("a part agreed → the rest off the shelf, where that is worth it", () => {
    const part = { quantity: 10, unitPrice: 8_000, levers: 0 }
    expect(settle(lineWith({ value: LIST }), LIST, [part]).bought).toEqual([part, { quantity: 30, unitPrice: LIST, levers: 0 }])
    expect(settle(lineWith(), LIST, [part]).bought).toEqual([part])
  })

  it("Nash distance → 0 at the even split, .71 for a lost deal, 0 at list for who would pay list", () => {
    expect(nashDistance(lineWith(), 1_000, { seller: 500, buyer: 500 })).toBe(0)
    expect(nashDistance(lineWith(), 1_000, { seller: 0, buyer: 0 })).toBeCloseTo(Math.SQRT1_2, 9)
    const rich = lineWith({ value: LIST * 1.1 })
    const seller = 0.4 * LIST * 40
    const buyer = 0.1 * LIST * 40
    expect(nashDistance(rich, seller + buyer, { seller, buyer })).toBeCloseTo(0, 9)
  })

  it("median of a histogram", () => {
    expect([medianOf([0, 3, 1]), medianOf([0, 1, 3]), medianOf([])]).toEqual([1, 2, 0])
  })
})

describe("common random numbers", () => {
  const population = populationOf("marketplace")
  const field = fieldOf(drawLines(population, "tuning", 3, 400))
  const make = (name: string) => {
    const entrant = roster(false).find((each) => each.name === name)
    if (entrant === undefined) throw new Error(name)
    return entrant.make(population, SETTINGS)
  }

  it("same field, same seller → the same figures", () => {
    expect(simulate(field, make("engine"))).toEqual(simulate(field, make("engine")))
  })

  it("a level alone → what it is beside the others", () => {
    const all = simulate(field, make("split"))
    LEVELS.forEach((level, place) => expect(simulate(field, make("split"), [level])[0]?.contribution).toBeCloseTo(all[place]?.contribution ?? 0, 6))
  })

  it("more exploiters → the same talks, fewer honest ones; list only is the same at every level", () => {
    const tallies = simulate(field, make("split"))
    expect(new Set(tallies.map(({ talks }) => talks)).size).toBe(1)
    const [none, , , most] = simulate(field, make("list"))
    expect(most?.contribution).toBeCloseTo(none?.contribution ?? 0, -4)
  })

  it("regret and contribution → add up to F", () => {
    for (const name of ["engine", "split+menu", "posted"]) {
      for (const tally of simulate(field, make(name))) {
        expect((tally.contribution + tally.lost + tally.conceded) / field.base.full).toBeCloseTo(1, 9)
      }
    }
  })

  it("non-hagglers → list or nothing, at any seller of the roster that has a list price", () => {
    const quiet = fieldOf(field.lines.map((line) => ({ ...line, haggles: false })))
    const figures = roster(false).filter(({ role }) => role !== "reference").map(({ name }) => simulate(quiet, make(name))[0]?.contribution)
    expect(new Set(figures).size).toBe(1)
  })
})
