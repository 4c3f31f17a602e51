import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import { measureSpeed } from "./measure/speed"
import { renderMarkdown } from "./report/markdown"
import type { Report } from "./report/report"
import { closesChart, frontierChart, shareChart } from "./report/charts"
import { summarize } from "./report/summary"
import { targetsOf } from "./report/targets"
import { readArguments, type RunArguments } from "./run/arguments"
import type { MeasureJob, MeasureResult, TuneJob, TuneResult } from "./run/jobs"
import { runJobs, type Progress } from "./run/pool"
import { engineOffersLevers } from "./sellers/engine/levers"
import { roster } from "./sellers/roster"
import { perPopulation, readKept, settingsFor, writeKept, type Kept, type Tried } from "./tuning/kept"
import { BUDGET } from "./tuning/search"
import { calibrate } from "./world/calibration"
import { drawLines, type SeedKind } from "./world/line"
import { POPULATIONS } from "./world/populations"

/**
 * `npm run bench:negotiation`: simulated buyers against the engine and its peers (README.md). Results go to
 * `results/latest/`; with `--publish`, on the test seeds, to `results/`. Exit code 1 where an invariant broke.
 */
const RESULTS = path.join(__dirname, "results")
/** Seeds tuned on, and as many more for the finalists. */
const TUNING_SEEDS = 4
/** Lines of a finalists' seed to one searched on. */
const FINAL_LINES = 5

/** Test seeds are for publishing alone: whoever works on a seller looks at other ones. */
function seedsOf({ publish }: RunArguments): SeedKind {
  return publish ? "test" : "trial"
}

const say = (words: string): void => void process.stdout.write(`${words}\n`)

function progressOf(what: string): Progress {
  const started = Date.now()
  return (done, all) => void process.stderr.write(`${what}: ${done}/${all} after ${Math.round((Date.now() - started) / 1_000)} s\n`)
}

/** Six digits are plenty for a dot of a chart. */
const rounded = (value: number): number => Number(value.toFixed(6))
const triedOf = ({ share, closes, taken }: Tried): Tried => ({ share: rounded(share), closes: rounded(closes), taken: taken === null ? null : rounded(taken) })

async function tuneAll({ workers, tuneLines, populations }: RunArguments, before: Kept | null, levers: boolean): Promise<Kept> {
  const size = { seeds: TUNING_SEEDS, lines: tuneLines, finalLines: FINAL_LINES * tuneLines }
  const sellers = roster(levers).filter(({ role }) => role !== "reference").map(({ name }) => name)
  const jobs = populations.flatMap(({ name }) => sellers.map((seller): TuneJob => ({ kind: "tune", population: name, seller, levers, ...size })))
  const found = (await runJobs(jobs, workers, progressOf("tuning"))).filter((result): result is TuneResult => result.kind === "tune")
  const of = (population: string): TuneResult[] => found.filter((result) => result.population === population)
  return {
    about: "Found by `npm run bench:negotiation -- --tune` on tuning seeds alone; the same budget for every seller.",
    budget: BUDGET, ...size,
    settings: perPopulation((name) => ({ ...before?.settings[name], ...Object.fromEntries(of(name).map(({ seller, best }) => [seller, best.settings])) })),
    trials: perPopulation((name) => of(name).find(({ seller }) => seller === "engine")?.trials.map(triedOf) ?? before?.trials[name] ?? []),
  }
}

async function measureAll(run: RunArguments, kept: Kept | null, levers: boolean): Promise<MeasureResult[]> {
  const { seeds, lines, attacked, populations } = run
  const jobs = Array.from({ length: seeds }, (_, seed) => seed + 1).flatMap((seed) =>
    populations.map(({ name }): MeasureJob => ({
      kind: "measure", population: name, seeds: seedsOf(run), seed, lines, attacked, levers, settings: settingsFor(kept, name, levers),
    }))
  )
  const results = await runJobs(jobs, run.workers, progressOf("seeds"))
  return results.filter((result): result is MeasureResult => result.kind === "measure")
}

function report(run: RunArguments, results: readonly MeasureResult[], kept: Kept | null, levers: boolean): Report {
  const { seeds, lines, attacked } = run
  const populations = run.populations.map((population) => summarize(population, results, levers))
  const [marketplace = POPULATIONS[0]] = POPULATIONS
  if (marketplace === undefined) throw new Error("there is no marketplace")
  const settings = settingsFor(kept, "marketplace", levers)
  const b2b = settingsFor(kept, "b2b", levers)
  const sellers = roster(levers).filter(({ role }) => role === "engine" || role === "peer").map(({ name, make }) => make(marketplace, settings[name] ?? {}))
  const speed = measureSpeed(b2b["engine"] ?? {}, b2b["split"] ?? {}, run.smoke ? 50 : 300)
  return {
    size: { seeds, of: seedsOf(run), lines, attacked }, levers, populations, speed,
    tuning: kept === null
      ? "Nobody was tuned."
      : `Every seller tuned with ${kept.budget.toLocaleString("en")} settings per population on ${kept.seeds} tuning seeds × ${kept.lines.toLocaleString("en")} lines, the best of them again on ${kept.seeds} others × ${kept.finalLines.toLocaleString("en")}; none is a test seed.`,
    calibration: calibrate(drawLines(marketplace, seedsOf(run), 1, lines), sellers),
    targets: targetsOf(populations, speed),
  }
}

function write(folder: string, found: Report, kept: Kept | null): void {
  fs.mkdirSync(folder, { recursive: true })
  const files: Record<string, string> = {
    "benchmark.json": `${JSON.stringify(found, null, 1)}\n`,
    "benchmark.md": renderMarkdown(found),
    "share-exploitability.svg": frontierChart(found.populations),
    "share-populations.svg": shareChart(found.populations),
  }
  for (const population of found.populations) files[`closes-share-${population.name}.svg`] = closesChart(population, kept?.trials ?? null)
  for (const [name, content] of Object.entries(files)) fs.writeFileSync(path.join(folder, name), content)
  say(`written to ${path.relative(process.cwd(), folder)}/`)
}

async function main(words: readonly string[]): Promise<number> {
  const run = readArguments(words, os.cpus().length)
  const before = readKept()
  const levers = engineOffersLevers(settingsFor(before, "b2b", false)["engine"] ?? {})
  const kept = run.tune ? await tuneAll(run, before, levers) : before
  if (run.tune && kept !== null) writeKept(kept)
  const found = report(run, await measureAll(run, kept, levers), kept, levers)
  say(renderMarkdown(found))
  if (!run.smoke) write(run.publish ? RESULTS : path.join(RESULTS, "latest"), found, kept)
  const broken = found.populations.flatMap(({ sellers }) => sellers.flatMap(({ faults }) => Object.keys(faults)))
  if (broken.length > 0) say(`invariants broke: ${broken.join(", ")}`)
  return broken.length > 0 ? 1 : 0
}

main(process.argv.slice(2)).then((code) => {
  process.exitCode = code
}, (error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  process.exitCode = 1
})
