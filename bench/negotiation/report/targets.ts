import type { Speed } from "../measure/speed"
import type { PopulationFigures, SellerFigures } from "./summary"

/** One of ENGINE.md's targets against what was measured. */
export interface Target {
  readonly target: string
  readonly met: boolean
  readonly measured: string
}

/** Places of the levels without and with 10% exploiters. */
const NONE = 0
const TENTH = 2

const percent = (share: number): string => (share * 100).toFixed(1)
const shareAt = ({ levels }: SellerFigures, place: number): number => levels[place]?.shareOfU.value ?? 0
const peersOf = ({ sellers }: PopulationFigures): SellerFigures[] => sellers.filter(({ role }) => role === "peer")

function engineOf({ sellers }: PopulationFigures): SellerFigures {
  const engine = sellers.find(({ role }) => role === "engine")
  if (engine === undefined) throw new Error("the engine did not take part")
  return engine
}

function frontier(populations: readonly PopulationFigures[], by: "mean" | "worst"): Target {
  const beaten = populations.flatMap((population) => {
    const engine = engineOf(population)
    return peersOf(population)
      .filter((peer) => shareAt(peer, TENTH) > shareAt(engine, TENTH) && (peer.exploitability?.[by] ?? 1) < (engine.exploitability?.[by] ?? 1))
      .map((peer) => `${peer.title} (${population.name})`)
  })
  return {
    target: `no peer has a higher share (10% exploiters) and a lower exploitability (${by} of the scripts, five restarts)`,
    met: beaten.length === 0,
    measured: beaten.length === 0 ? "none has" : beaten.join(", "),
  }
}

function ahead(populations: readonly PopulationFigures[]): Target {
  const closest = populations.map((population) => {
    const gaps = peersOf(population).flatMap((peer) => {
      const gap = peer.levels[TENTH]?.engineAhead
      return gap === undefined ? [] : [{ peer, gap }]
    })
    return { population, ...gaps.reduce((least, each) => (each.gap.value < least.gap.value ? each : least)) }
  })
  return {
    target: "10% exploiters: at least 3 points of U over every peer, interval excluding 0",
    met: closest.every(({ gap }) => gap.value >= 0.03 && gap.low > 0),
    measured: closest.map(({ population, peer, gap }) =>
      `${population.name} ${percent(gap.value)} [${percent(gap.low)}, ${percent(gap.high)}] over ${peer.title}`).join("; "),
  }
}

function notBehind(populations: readonly PopulationFigures[]): Target {
  const gaps = populations.map((population) => {
    const best = peersOf(population).reduce((most, peer) => (shareAt(peer, NONE) > shareAt(most, NONE) ? peer : most))
    return { population, best, gap: shareAt(engineOf(population), NONE) - shareAt(best, NONE) }
  })
  return {
    target: "no exploiters: not more than 1 point of U under the best peer",
    met: gaps.every(({ gap }) => gap >= -0.01),
    measured: gaps.map(({ population, best, gap }) => `${population.name} ${percent(gap)} to ${best.title}`).join("; "),
  }
}

function creep(populations: readonly PopulationFigures[]): Target {
  const taken = populations.map((population) => engineOf(population).exploits.find(({ script }) => script === "creep-1")?.afterRestarts ?? 1)
  return { target: "the creep from 1% takes at most .05 of the range", met: taken.every((share) => share <= 0.05), measured: taken.map((share) => share.toFixed(3)).join(", ") }
}

function anyScript(populations: readonly PopulationFigures[]): Target {
  const worst = populations.map((population) => {
    const most = engineOf(population).exploits.reduce((a, b) => (b.afterRestarts > a.afterRestarts ? b : a))
    return { name: population.name, most }
  })
  return {
    target: "any script takes at most .50 of the range after five restarts",
    met: worst.every(({ most }) => most.afterRestarts <= 0.5),
    measured: worst.map(({ name, most }) => `${name} ${most.afterRestarts.toFixed(3)} (${most.script})`).join("; "),
  }
}

function closes(populations: readonly PopulationFigures[]): Target {
  const b2b = populations.find(({ name }) => name === "b2b")
  const value = b2b === undefined ? 0 : engineOf(b2b).closes.value
  return { target: "sincere B2B buyers with room to agree close at least 80%", met: value >= 0.8, measured: `${percent(value)}%` }
}

function rounds(populations: readonly PopulationFigures[]): Target {
  const medians = populations.map((population) => engineOf(population).medianRounds)
  return { target: "median rounds at most 2", met: medians.every((median) => median <= 2), measured: medians.join(", ") }
}

function faults(populations: readonly PopulationFigures[]): Target {
  const all = populations.flatMap((population) => Object.entries(engineOf(population).faults))
  return { target: "0 invariant breaks", met: all.length === 0, measured: all.length === 0 ? "0" : all.map(([name, count]) => `${name}: ${count}`).join("; ") }
}

function speed({ engine, ratio }: Speed): Target {
  const thousands = Math.round(engine / 1_000)
  return { target: "at least 500,000 decisions a second on one core", met: engine >= 500_000, measured: `${thousands},000 (${ratio.toFixed(4)} of plain split in the same run)` }
}

/** Time per line a longer cart may take against a cart of one line: no more, with room for what a shared machine makes of it. */
const LINEAR = 1.25

function linear({ carts }: Speed): Target {
  return {
    target: "time at most linear in lines",
    met: carts.every(({ perLine }) => perLine <= LINEAR),
    measured: `a line of a cart of ${carts.map(({ lines, perLine }) => `${lines}: ${perLine.toFixed(2)}`).join(", of ")} of a one-line cart's time`,
  }
}

/** Every target of ENGINE.md (The benchmark, Targets) with its verdict. */
export function targetsOf(populations: readonly PopulationFigures[], measured: Speed): Target[] {
  return [
    frontier(populations, "mean"), frontier(populations, "worst"), ahead(populations), notBehind(populations), creep(populations),
    anyScript(populations), closes(populations), rounds(populations), faults(populations), speed(measured), linear(measured),
  ]
}
