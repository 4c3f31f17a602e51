import { LEVELS } from "../buyers/buyer"
import { EXPLOITS, type ExploitName } from "../buyers/exploits/scripts"
import { bootstrap, ratioOf, type Estimate } from "../measure/bootstrap"
import { TALKS } from "../measure/exploitability"
import { medianOf, type Base, type Tally } from "../measure/tally"
import type { MeasureResult, SellerResult } from "../run/jobs"
import { roster, type Entrant, type Role } from "../sellers/roster"
import type { Population, PopulationName } from "../world/populations"

/** A seller's figures at one level of exploiters. */
export interface LevelFigures {
  readonly level: number
  /** Contribution as a share of the two ceilings. */
  readonly shareOfU: Estimate
  readonly shareOfF: Estimate
  /** Engine minus this seller, in shares of `U`, on the same resamples. */
  readonly engineAhead: Estimate
}

/** What a script took, as shares of the range from list to floor. */
export interface ExploitFigures {
  readonly script: ExploitName
  readonly inMix: boolean
  readonly once: number
  readonly afterRestarts: number
}

/** A seller's figures in one population. Those without a level are without exploiters. */
export interface SellerFigures {
  readonly name: string
  readonly title: string
  readonly role: Role
  readonly menu: boolean
  readonly levels: readonly LevelFigures[]
  readonly agreement: Estimate
  /** Sincere buyers with room: agreed, and bought at all. */
  readonly closes: Estimate
  readonly boughtWithRoom: number
  /** Joint surplus as a share of the largest there is. */
  readonly joint: Estimate
  readonly nashDistance: number
  /** What is missing to `F`, as shares of it: on lines that bought nothing, and on lines that bought. */
  readonly regretLost: number
  readonly regretConceded: number
  readonly medianRounds: number
  /** Share of talks a person has to look at. */
  readonly touched: number
  readonly exploits: readonly ExploitFigures[]
  /** Mean and largest share of the mix's scripts after five restarts, and the largest of all scripts. Null for references. */
  readonly exploitability: { readonly mean: number; readonly worst: number } | null
  readonly faults: Readonly<Record<string, number>>
}

/** One population's figures. */
export interface PopulationFigures {
  readonly name: PopulationName
  readonly basis: string
  readonly lines: number
  /** `F ÷ U` */
  readonly fullOverAsked: number
  readonly sellers: readonly SellerFigures[]
}

/** Sellers without the held peers, which have a table of their own. */
export function reported(sellers: readonly SellerFigures[]): SellerFigures[] {
  return sellers.filter(({ role }) => role !== "held")
}

interface Cluster {
  readonly base: Base
  readonly result: SellerResult
  readonly engine: SellerResult
}

/** The tally of a level; every result has one for each. */
function at(result: SellerResult, level: number): Tally {
  const tally = result.tallies[level]
  if (tally === undefined) throw new Error(`no tally of level ${level}`)
  return tally
}

function levelFigures(clusters: readonly Cluster[], place: number, level: number): LevelFigures {
  const earned = ({ result }: Cluster): number => at(result, place).contribution
  return {
    level,
    shareOfU: bootstrap(clusters, ratioOf(earned, ({ base }) => base.asked)),
    shareOfF: bootstrap(clusters, ratioOf(earned, ({ base }) => base.full)),
    engineAhead: bootstrap(clusters, ratioOf((cluster) => at(cluster.engine, place).contribution - earned(cluster), ({ base }) => base.asked)),
  }
}

function exploitFigures(clusters: readonly Cluster[]): ExploitFigures[] {
  return EXPLOITS.map(({ name, inMix }, script): ExploitFigures => {
    const [once = 0, afterRestarts = 0] = TALKS.map((_, talks) =>
      ratioOf<Cluster>(({ result }) => result.taken[script]?.[talks]?.share ?? 0, ({ result }) => result.taken[script]?.[talks]?.lines ?? 0)(clusters)
    )
    return { script: name, inMix, once, afterRestarts }
  })
}

function exploitability(exploits: readonly ExploitFigures[]): { mean: number; worst: number } {
  const mix = exploits.filter(({ inMix }) => inMix)
  return {
    mean: mix.reduce((sum, { afterRestarts }) => sum + afterRestarts, 0) / mix.length,
    worst: Math.max(...exploits.map(({ afterRestarts }) => afterRestarts)),
  }
}

function addFaults(clusters: readonly Cluster[]): Record<string, number> {
  const all: Record<string, number> = {}
  for (const { result } of clusters) {
    for (const [name, count] of Object.entries(result.faults)) all[name] = (all[name] ?? 0) + count
  }
  return all
}

function sellerFigures(entrant: Entrant, clusters: readonly Cluster[]): SellerFigures {
  const honest = ({ result }: Cluster): Tally => at(result, 0)
  const share = (above: (tally: Tally) => number, under: (tally: Tally) => number) =>
    ratioOf<Cluster>((cluster) => above(honest(cluster)), (cluster) => under(honest(cluster)))
  const ofFull = (above: (tally: Tally) => number): number =>
    ratioOf<Cluster>((cluster) => above(honest(cluster)), ({ base }) => base.full)(clusters)
  const exploits = exploitFigures(clusters)
  const asks = clusters.map((cluster) => honest(cluster).asks)
  return {
    name: entrant.name, title: entrant.title, role: entrant.role, menu: entrant.menu,
    levels: LEVELS.map((level, place) => levelFigures(clusters, place, level)),
    agreement: bootstrap(clusters, share((tally) => tally.agreed, (tally) => tally.talks)),
    closes: bootstrap(clusters, share((tally) => tally.roomAgreed, (tally) => tally.room)),
    boughtWithRoom: share((tally) => tally.roomBought, (tally) => tally.room)(clusters),
    joint: bootstrap(clusters, ratioOf((cluster) => honest(cluster).joint, ({ base }) => base.joint)),
    nashDistance: share((tally) => tally.nash, (tally) => tally.nashTalks)(clusters),
    regretLost: ofFull((tally) => tally.lost),
    regretConceded: ofFull((tally) => tally.conceded),
    medianRounds: medianOf((asks[0] ?? []).map((_, place) => asks.reduce((sum, each) => sum + (each[place] ?? 0), 0))),
    touched: share((tally) => tally.touched, (tally) => tally.talks)(clusters),
    exploits: entrant.role === "reference" ? [] : exploits,
    exploitability: entrant.role === "reference" ? null : exploitability(exploits),
    faults: addFaults(clusters),
  }
}

/** Adds up the seeds of one population. Seeds are the clusters of every interval. */
export function summarize(population: Population, results: readonly MeasureResult[], levers: boolean): PopulationFigures {
  const own = results.filter((result) => result.population === population.name)
  const sum = (of: (base: Base) => number): number => own.reduce((total, { base }) => total + of(base), 0)
  const sellers = roster(levers).map((entrant) => {
    const clusters = own.flatMap(({ base, sellers: all }): Cluster[] => {
      const result = all.find(({ name }) => name === entrant.name)
      const engine = all.find(({ name }) => name === "engine")
      return result === undefined || engine === undefined ? [] : [{ base, result, engine }]
    })
    return sellerFigures(entrant, clusters)
  })
  return {
    name: population.name, basis: population.basis, sellers,
    lines: sum(({ lines }) => lines),
    fullOverAsked: sum(({ full }) => full) / sum(({ asked }) => asked),
  }
}
