import { POPULATIONS, type Population } from "../world/populations"

/** What a run is asked to do. */
export interface RunArguments {
  /** Populations played; all where none is named. */
  readonly populations: readonly Population[]
  readonly seeds: number
  readonly lines: number
  /** Lines each script attacks per seed. */
  readonly attacked: number
  /** Lines of each tuning seed. */
  readonly tuneLines: number
  /** Worker threads. */
  readonly workers: number
  /** Tune first, on tuning seeds, and keep what was found. */
  readonly tune: boolean
  /** Write table, figures and charts where they are published. */
  readonly publish: boolean
  /** A short run for CI: fails on a fault, writes nothing. */
  readonly smoke: boolean
}

/** The published size (ENGINE.md: at least 20 seeds × 20,000 lines). */
export const FULL = { seeds: 20, lines: 20_000, attacked: 100, tuneLines: 800 } as const
/** The size of a smoke run. */
export const SMOKE = { seeds: 2, lines: 400, attacked: 10, tuneLines: 200 } as const

function wholeOf(word: string | undefined, name: string): number {
  const value = Number(word)
  if (!Number.isSafeInteger(value) || value < 1) throw new Error(`--${name} wants a whole number of 1 or more, not "${word ?? ""}"`)
  return value
}

function populationCalled(word: string | undefined): Population {
  const found = POPULATIONS.find(({ name }) => name === word)
  if (found === undefined) throw new Error(`--population wants one of ${POPULATIONS.map(({ name }) => name).join(", ")}`)
  return found
}

/**
 * Reads the words of the command: `--seeds N --lines M --attacked K --workers W --tune --tune-lines T --publish --smoke`,
 * and `--population NAME`, once or more.
 * Unknown words are an error, so that a slip doesn't start a long run.
 */
export function readArguments(words: readonly string[], cores: number): RunArguments {
  const numbers: Record<string, number> = {}
  const flags = new Set<string>()
  const named: Population[] = []
  for (let place = 0; place < words.length; place++) {
    const name = (words[place] ?? "").replace(/^--/, "")
    if (["seeds", "lines", "attacked", "workers", "tune-lines"].includes(name)) numbers[name] = wholeOf(words[++place], name)
    else if (name === "population") named.push(populationCalled(words[++place]))
    else if (["tune", "publish", "smoke"].includes(name)) flags.add(name)
    else throw new Error(`unknown word "${words[place] ?? ""}"`)
  }
  const size = flags.has("smoke") ? SMOKE : FULL
  return {
    populations: named.length > 0 ? POPULATIONS.filter((population) => named.includes(population)) : POPULATIONS,
    seeds: numbers["seeds"] ?? size.seeds,
    lines: numbers["lines"] ?? size.lines,
    attacked: numbers["attacked"] ?? size.attacked,
    tuneLines: numbers["tune-lines"] ?? size.tuneLines,
    workers: numbers["workers"] ?? cores,
    tune: flags.has("tune"),
    publish: flags.has("publish"),
    smoke: flags.has("smoke"),
  }
}
