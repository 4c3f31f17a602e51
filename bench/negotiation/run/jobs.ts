import { EXPLOITS } from "../buyers/exploits/scripts"
import { attack, TALKS, type Taken } from "../measure/exploitability"
import { fieldOf, simulate, type Field } from "../measure/simulate"
import type { Base, Tally } from "../measure/tally"
import { roster } from "../sellers/roster"
import type { Settings } from "../sellers/settings"
import { tune, type Tuned } from "../tuning/search"
import { spaceOf } from "../tuning/spaces"
import { drawLines, type SeedKind } from "../world/line"
import { populationOf, type PopulationName } from "../world/populations"

/** Settings of every seller of a population, by name. */
export type SettingsOf = Readonly<Record<string, Settings>>

/** One seed of one population, all sellers. */
export interface MeasureJob {
  readonly kind: "measure"
  readonly population: PopulationName
  readonly seeds: SeedKind
  readonly seed: number
  readonly lines: number
  readonly attacked: number
  readonly levers: boolean
  readonly settings: SettingsOf
}

/** One seller of one population, on the tuning seeds. */
export interface TuneJob {
  readonly kind: "tune"
  readonly population: PopulationName
  readonly seller: string
  /** Seeds searched on; the finalists get as many others. */
  readonly seeds: number
  /** Lines of each seed searched on. */
  readonly lines: number
  /** Lines of each seed of the finalists. */
  readonly finalLines: number
  readonly levers: boolean
}

/** Work for a worker. Plain data, so that it can be sent. */
export type Job = MeasureJob | TuneJob

/** How one seller did on one seed. */
export interface SellerResult {
  readonly name: string
  /** In the order of the levels of exploiters. */
  readonly tallies: readonly Tally[]
  /** By script and then by `TALKS`. */
  readonly taken: readonly (readonly Taken[])[]
  readonly faults: Readonly<Record<string, number>>
}

/** What a job brings. */
export interface MeasureResult {
  readonly kind: "measure"
  readonly population: PopulationName
  readonly seed: number
  readonly base: Base
  readonly sellers: readonly SellerResult[]
}
/** What a job brings. */
export interface TuneResult extends Tuned {
  readonly kind: "tune"
  readonly population: PopulationName
  readonly seller: string
}
/** What a job brings. */
export type Result = MeasureResult | TuneResult

function measure({ population: name, seeds, seed, lines: count, attacked, levers, settings }: MeasureJob): MeasureResult {
  const population = populationOf(name)
  const lines = drawLines(population, seeds, seed, count)
  const field = fieldOf(lines)
  const sellers = roster(levers).map((entrant): SellerResult => {
    const seller = entrant.make(population, settings[entrant.name] ?? {})
    const tallies = simulate(field, seller)
    const taken = seller.fixed ? [] : EXPLOITS.map((kind) => TALKS.map((talks) => attack(lines.slice(0, attacked), seller, kind, talks)))
    return { name: entrant.name, tallies, taken, faults: seller.faults() }
  })
  return { kind: "measure", population: name, seed, base: field.base, sellers }
}

function tuneSeller({ population: name, seller, seeds, lines, finalLines, levers }: TuneJob): TuneResult {
  const population = populationOf(name)
  const entrant = roster(levers).find((each) => each.name === seller)
  if (entrant === undefined) throw new Error(`no seller is called ${seller}`)
  const fieldsFrom = (first: number, count: number): Field[] =>
    Array.from({ length: seeds }, (_, seed) => fieldOf(drawLines(population, "tuning", first + seed, count)))
  const fields = { search: fieldsFrom(1, lines), final: fieldsFrom(1 + seeds, finalLines) }
  return { kind: "tune", population: name, seller, ...tune(fields, entrant, population, spaceOf(seller, levers)) }
}

/** Does a job. */
export function work(job: Job): Result {
  return job.kind === "measure" ? measure(job) : tuneSeller(job)
}
