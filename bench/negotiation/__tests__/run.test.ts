import { closesChart, frontierChart, shareChart } from "../report/charts"
import { renderMarkdown } from "../report/markdown"
import { summarize } from "../report/summary"
import { ticks } from "../report/svg"
import { targetsOf } from "../report/targets"
import { readArguments } from "../run/arguments"
import { work, type MeasureResult } from "../run/jobs"
import { roster } from "../sellers/roster"
import type { Settings } from "../sellers/settings"
import { settingsFor } from "../tuning/kept"
import { MOST_TAKEN, neighbour, tune } from "../tuning/search"
import { middleOf, spaceOf } from "../tuning/spaces"
import { fieldOf, simulate } from "../measure/simulate"
import { calibrate } from "../world/calibration"
import { drawLines } from "../world/line"
import { POPULATIONS, populationOf } from "../world/populations"
import { Random } from "../world/random"

describe("the command", () => {
  it("nothing said → the published size on every core", () => {
    expect(readArguments([], 2)).toMatchObject({ seeds: 20, lines: 20_000, workers: 2, tune: false, publish: false, smoke: false })
  })

  it("sizes and a smoke run → as said", () => {
    expect(readArguments(["--smoke", "--seeds", "3"], 2)).toMatchObject({ seeds: 3, lines: 400, smoke: true })
  })

  it("a population named → that one alone", () => {
    expect(readArguments(["--population", "b2b"], 2).populations.map(({ name }) => name)).toEqual(["b2b"])
    expect(readArguments([], 2).populations).toEqual(POPULATIONS)
  })

  it.each([[["--seed", "3"]], [["--population", "c2c"]], [["--lines", "0"]], [["--lines"]], [["--lines", "many"]]])("%j → an error", (words) => {
    expect(() => readArguments(words, 2)).toThrow()
  })
})

describe("tuning", () => {
  const space = spaceOf("engine", false)

  it("every seller → as many settings tried, on tuning seeds", () => {
    const population = populationOf("b2b")
    const fields = { search: [fieldOf(drawLines(population, "tuning", 1, 20))], final: [fieldOf(drawLines(population, "tuning", 2, 40))] }
    for (const entrant of roster(false).filter(({ role }) => role !== "reference")) {
      const { trials, best } = tune(fields, entrant, population, spaceOf(entrant.name, false), 4)
      expect(trials).toHaveLength(4)
      expect(trials.map(({ settings }) => settings)).toContainEqual(best.settings)
      if (entrant.name === "engine") expect(new Set(trials.map(({ settings }) => JSON.stringify(settings))).size).toBe(4)
      if (entrant.role === "peer") expect(best.taken).toBeNull()
      else expect(best.taken).not.toBeNull()
    }
  })

  it("finalists → played again on lines of their own; the best of those is kept", () => {
    const population = populationOf("b2b")
    const entrant = roster(false).find(({ name }) => name === "boulware+menu")
    if (entrant === undefined) throw new Error("no Boulware")
    const [search, final] = [1, 2].map((seed) => [fieldOf(drawLines(population, "tuning", seed, 60))])
    const { best, trials } = tune({ search: search ?? [], final: final ?? [] }, entrant, population, spaceOf(entrant.name, false), 12)
    const again = trials.map(({ settings }) => {
      const [tally] = simulate(final?.[0] ?? fieldOf([]), entrant.make(population, settings), [0.1])
      return (tally?.contribution ?? 0) / (final?.[0]?.base.asked ?? 1)
    })
    expect(best.share).toBeCloseTo(Math.max(...again), 12)
  })

  it("a peer held to the limit → keeps more of the margin than one that is free of it", () => {
    const population = populationOf("marketplace")
    const fields = { search: [fieldOf(drawLines(population, "tuning", 1, 80))], final: [fieldOf(drawLines(population, "tuning", 2, 80))] }
    const [free, held] = ["boulware+menu", "boulware+menu/held"].map((name) => {
      const entrant = roster(false).find((each) => each.name === name)
      if (entrant === undefined) throw new Error(`no ${name}`)
      return tune(fields, entrant, population, spaceOf(name, false), 60).best
    })
    expect(held?.taken).toBeLessThanOrEqual(MOST_TAKEN)
    expect(held?.settings["kept"]).toBeGreaterThan(free?.settings["kept"] ?? 1)
  })

  it("a neighbour → at most three settings moved, most of them by a step", () => {
    const random = new Random(9)
    const from = middleOf(space)
    const steps: number[] = []
    for (let time = 0; time < 200; time++) {
      const next = neighbour(space, from, random)
      const moved = Object.keys(space).filter((name) => next[name] !== from[name])
      const placeOf = (settings: Settings, name: string): number => space[name]?.indexOf(settings[name] ?? Number.NaN) ?? -1
      steps.push(...moved.map((name) => Math.abs(placeOf(next, name) - placeOf(from, name))))
      expect(moved.length).toBeLessThanOrEqual(3)
      expect(Object.keys(space).every((name) => placeOf(next, name) >= 0)).toBe(true)
    }
    expect(steps.filter((step) => step === 1).length).toBeGreaterThan(steps.length * 0.7)
    expect(Math.max(...steps)).toBeGreaterThan(2)
  })

  it("peers with the menu → the engine's own choices of cap and gain; levers where it has them", () => {
    expect(spaceOf("split+menu", false)["volume_cap"]).toBe(space["volume_cap_factor"])
    expect(spaceOf("split+menu", false)["gain_share"]).toBe(space["volume_gain_share"])
    expect(spaceOf("split+menu/held", true)).toEqual(spaceOf("split+menu", true))
    expect([spaceOf("split+menu", true)["lever_kept"], spaceOf("split+menu", false)["lever_kept"]]).toEqual([expect.any(Array), undefined])
  })
})

describe("a report", () => {
  const results = [1, 2].flatMap((seed) => POPULATIONS.map(({ name }) =>
    work({ kind: "measure", population: name, seeds: "trial", seed, lines: 40, attacked: 2, levers: false, settings: settingsFor(null, name, false) }) as MeasureResult))
  const populations = POPULATIONS.map((population) => summarize(population, results, false))
  const speed = { engine: 1, split: 2, ratio: 0.5, carts: [{ lines: 1, perLine: 1 }, { lines: 50, perLine: 1.26 }] }
  const targets = targetsOf(populations, speed)

  it("every seller of the roster, every population, every level → figures inside their intervals", () => {
    for (const { sellers } of populations) {
      expect(sellers.map(({ name }) => name)).toEqual(roster(false).map(({ name }) => name))
      for (const { levels } of sellers) {
        expect(levels.map(({ level }) => level)).toEqual([0, 0.05, 0.1, 0.2])
        for (const { shareOfU, shareOfF } of levels) {
          expect(shareOfU.low).toBeLessThanOrEqual(shareOfU.value)
          expect(shareOfU.value).toBeLessThanOrEqual(shareOfU.high)
          expect(shareOfF.value).toBeLessThanOrEqual(Math.min(1, shareOfU.value))
        }
      }
    }
  })

  it("the engine against itself → 0, nothing broken", () => {
    for (const { sellers } of populations) {
      const engine = sellers.find(({ name }) => name === "engine")
      expect(engine?.levels.map(({ engineAhead }) => engineAhead.value)).toEqual([0, 0, 0, 0])
      expect(engine?.faults).toEqual({})
    }
  })

  it("targets → a peer better in both is named; a slow engine misses its speed", () => {
    const [population] = populations
    if (population === undefined) throw new Error("no population")
    const better = { ...population, sellers: population.sellers.map((seller) => (seller.name !== "micro" ? seller : {
      ...seller, exploitability: { mean: -1, worst: -1 },
      levels: seller.levels.map((figures) => ({ ...figures, shareOfU: { value: 2, low: 2, high: 2 }, engineAhead: { value: -1, low: -1, high: -1 } })),
    })) }
    const [frontier, , ahead] = targetsOf([better], speed)
    expect(frontier).toMatchObject({ met: false, measured: "MiCRO (marketplace)" })
    expect(ahead?.met).toBe(false)
    expect(targets.slice(-2).map(({ met }) => met)).toEqual([false, false])
    expect(targets.at(-1)?.measured).toBe("a line of a cart of 1: 1.00, of 50: 1.26 of a one-line cart's time")
    const straight = targetsOf(populations, { ...speed, carts: [{ lines: 50, perLine: 1.25 }] })
    expect(straight.at(-1)?.met).toBe(true)
  })

  it("held peers → a table of their own; in no other, no chart's names, and no target", () => {
    const words = renderMarkdown({
      size: { seeds: 2, of: "trial", lines: 40, attacked: 2 }, levers: false, tuning: "", populations, targets, speed,
      calibration: calibrate(drawLines(populationOf("marketplace"), "trial", 1, 20), []),
    })
    const [before = "", own = "", after = ""] = words.split(/## Peers with the menu, held[^\n]*|## Calibration/)
    expect(own.match(/menu, held \|/g)).toHaveLength(roster(false).filter(({ role }) => role === "held").length)
    expect(`${before}${after}${shareChart(populations)}`).not.toContain(", held")
    const unbeaten = populations.map((population) => ({ ...population, sellers: population.sellers.map((seller) => (seller.role !== "held" ? seller : {
      ...seller, exploitability: { mean: -1, worst: -1 },
      levels: seller.levels.map((figures) => ({ ...figures, shareOfU: { value: 2, low: 2, high: 2 }, engineAhead: { value: -1, low: -1, high: -1 } })),
    })) }))
    expect(targetsOf(unbeaten, speed)).toEqual(targets)
  })

  it("the table → says what is an assumption beside the figures", () => {
    const sellers = roster(false).slice(0, 3).map(({ make }) => make(populationOf("marketplace"), settingsFor(null, "marketplace", false)["engine"] ?? {}))
    const words = renderMarkdown({
      size: { seeds: 2, of: "trial", lines: 40, attacked: 2 }, levers: false, tuning: "", populations, targets, speed,
      calibration: calibrate(drawLines(populationOf("marketplace"), "trial", 1, 200), sellers.slice(0, 1)),
    })
    expect(words.match(/assumption, no data behind it/g)).toHaveLength(2)
    expect(words).toContain("first offer 0.608 of list, agreement 0.454")
  })

  it("charts → one svg each, every seller in it, assumptions named", () => {
    const [, , b2b] = populations
    if (b2b === undefined) throw new Error("no B2B")
    for (const chart of [frontierChart(populations), shareChart(populations), closesChart(b2b, null)]) {
      expect(chart.startsWith("<svg ")).toBe(true)
      expect(chart.trim().endsWith("</svg>")).toBe(true)
      expect(chart).toContain("this engine")
      expect(chart).toContain("(assumption)")
      expect(chart).not.toMatch(/NaN|Infinity/)
    }
  })

  it("marks of an axis → round and inside", () => {
    expect(ticks([0, 1])).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1])
    expect(ticks([0.32, 0.47])).toEqual([0.35, 0.4, 0.45])
  })
})
