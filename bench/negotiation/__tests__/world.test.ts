import { drawLine, drawLines, LIST, type Line } from "../world/line"
import { POPULATIONS, populationOf } from "../world/populations"
import { quantileAt, Random } from "../world/random"

const COUNT = 20_000
const b2b = populationOf("b2b")
const lines = drawLines(b2b, "test", 1, COUNT)

function quantile(values: readonly number[], share: number): number {
  return [...values].sort((a, b) => a - b)[Math.floor(share * values.length)] ?? Number.NaN
}
const shareOf = (test: (line: Line) => boolean): number => lines.filter(test).length / COUNT

describe("the generators draw what ENGINE.md publishes", () => {
  it.each([[0.05, 0.06], [0.25, 0.26], [0.5, 0.34], [0.75, 0.47], [0.95, 0.49]])("margin at %f → %f", (share, margin) => {
    expect(quantile(lines.map(({ cost }) => 1 - cost / LIST), share)).toBeCloseTo(margin, 2)
  })

  it.each(POPULATIONS.map((population) => [population.name, population] as const))("valuations of %s → lognormal with its median and σ", (_, population) => {
    const logs = drawLines(population, "test", 1, COUNT).map(({ value }) => Math.log(value / LIST))
    const mean = logs.reduce((sum, log) => sum + log, 0) / COUNT
    const deviation = Math.sqrt(logs.reduce((sum, log) => sum + (log - mean) ** 2, 0) / COUNT)
    expect(Math.exp(mean)).toBeCloseTo(population.valueMedian, 2)
    expect(deviation).toBeCloseTo(population.valueSigma, 2)
  })

  it("quantities → lognormal(ln 40, 1), at least a piece", () => {
    const quantities = lines.map(({ quantity }) => quantity)
    expect(Math.abs(quantile(quantities, 0.5) - 40)).toBeLessThanOrEqual(1)
    expect(quantile(quantities, 0.8413) / quantile(quantities, 0.5)).toBeCloseTo(Math.E, 0)
    expect(Math.min(...quantities)).toBeGreaterThanOrEqual(1)
  })

  it("flexible buyers → half of B2B, cap from 1.3 to 5, elasticity about 2.1 inside [.7, 4.3]", () => {
    const flexible = lines.filter((line) => line.flexible)
    const elasticities = flexible.map(({ elasticity }) => elasticity)
    expect(flexible.length / COUNT).toBeCloseTo(b2b.flexible, 1)
    expect(quantile(flexible.map(({ cap }) => cap), 0.5)).toBeCloseTo(3.15, 1)
    expect(flexible.every(({ cap }) => cap >= 1.3 && cap < 5)).toBe(true)
    expect(quantile(elasticities, 0.5)).toBeCloseTo(2.1, 1)
    expect([Math.min(...elasticities), Math.max(...elasticities)]).toEqual([0.7, 4.3])
    expect(lines.filter((line) => !line.flexible).every(({ cap }) => cap === 1)).toBe(true)
  })

  it.each([["split", 0.4], ["boulware", 0.2], ["linear", 0.15], ["one-shot", 0.15], ["conceder", 0.1]] as const)("style %s → %f", (style, share) => {
    expect(Math.abs(shareOf((line) => line.style === style) - share)).toBeLessThan(0.01)
  })

  it.each([[0, 0.5], [0.1, 0.3], [0.25, 0.2]] as const)("shading %f more → %f of the buyers", (temper, share) => {
    expect(Math.abs(shareOf((line) => line.temper === temper) - share)).toBeLessThan(0.011)
  })

  it("patience 2 to 6, one ask for one-shot buyers; haggle, walk and fall back as given", () => {
    const patient = lines.filter(({ style }) => style !== "one-shot").map(({ patience }) => patience)
    expect([Math.min(...patient), Math.max(...patient)]).toEqual([2, 6])
    expect(lines.every(({ style, patience }) => style !== "one-shot" || patience === 1)).toBe(true)
    // Four standard errors of a share of a half among so many lines.
    const near = 4 * (0.5 / Math.sqrt(COUNT))
    expect(Math.abs(shareOf(({ haggles }) => haggles) - b2b.haggle)).toBeLessThan(near)
    expect(Math.abs(shareOf(({ walks }) => walks[0] === true) - b2b.walk)).toBeLessThan(near)
    expect(Math.abs(shareOf(({ fallsBack }) => fallsBack) - 0.9)).toBeLessThan(near)
  })

  it("lever costs → uniform up to 3% of list", () => {
    for (const place of [0, 1] as const) {
      const costs = lines.map(({ leverCosts }) => leverCosts[place])
      expect(Math.max(...costs)).toBeLessThan(0.03)
      expect(quantile(costs, 0.5)).toBeCloseTo(0.015, 3)
    }
  })

  it("sincere openings → 2 to 15% under the valuation, and never nearer to list than 2%", () => {
    for (const { temper, opening, value } of lines) {
      if (temper !== 0) continue
      expect(opening).toBeLessThanOrEqual(LIST * 0.98)
      expect(opening).toBeLessThanOrEqual(value * 0.98)
      if (value < LIST) expect(opening).toBeGreaterThanOrEqual(Math.floor(value * 0.85))
    }
  })

  it("marketplace's sincere first offers → eBay's .608 of list, to a hundredth", () => {
    const sincere = drawLines(populationOf("marketplace"), "test", 1, COUNT).filter(({ haggles, temper }) => haggles && temper === 0)
    const mean = sincere.reduce((sum, { opening }) => sum + opening / LIST, 0) / sincere.length
    expect(Math.abs(mean - 0.608)).toBeLessThan(0.01)
  })
})

describe("chance can be had again", () => {
  it("same seed and place → the same line, whatever was drawn before", () => {
    expect(drawLine(b2b, "test", 1, 17)).toEqual(lines[17])
  })

  it("tuning and trial seeds → no line in common with test seeds", () => {
    const values = new Set(lines.map(({ value }) => value))
    for (const kind of ["tuning", "trial"] as const) {
      expect(drawLines(b2b, kind, 1, 2_000).some(({ value }) => values.has(value))).toBe(false)
    }
  })

  it("populations → the same uniform draws, so that costs and quantities agree", () => {
    const others = drawLines(populationOf("catalogue"), "test", 1, 500)
    expect(others.map(({ cost, quantity }) => [cost, quantity])).toEqual(lines.slice(0, 500).map(({ cost, quantity }) => [cost, quantity]))
  })

  it("uniform draws → spread evenly", () => {
    const random = new Random(1, 2, 3)
    const bins = Array.from({ length: 10 }, () => 0)
    for (let draw = 0; draw < 100_000; draw++) {
      const bin = Math.floor(random.uniform() * 10)
      bins[bin] = (bins[bin] ?? 0) + 1
    }
    for (const bin of bins) expect(Math.abs(bin - 10_000)).toBeLessThan(400)
  })

  it("quantiles between and beyond the knots → straight lines", () => {
    const knots = [[0.1, 1], [0.5, 2], [0.9, 6]] as const
    expect([0, 0.1, 0.3, 0.7, 1].map((share) => quantileAt(knots, share))).toEqual([0.75, 1, 1.5, 4, 7].map((value) => expect.closeTo(value, 9)))
  })
})
