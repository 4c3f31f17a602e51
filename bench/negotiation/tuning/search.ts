import { LEVELS } from "../buyers/buyer"
import { EXPLOITS } from "../buyers/exploits/scripts"
import { attack, TALKS } from "../measure/exploitability"
import { simulate, type Field } from "../measure/simulate"
import type { Entrant } from "../sellers/roster"
import type { Settings } from "../sellers/settings"
import type { Population } from "../world/populations"
import { Random } from "../world/random"
import { middleOf, type Space } from "./spaces"

/** Settings tried for every seller and population; the first quarter drawn, the rest some steps off the best so far. */
export const BUDGET = 2_048
/** Part of the budget that is drawn. */
const DRAWN = BUDGET / 4
/** The best of what was tried that are played again, on more lines of other tuning seeds: luck on few lines is not what is kept. */
const FINALISTS = 24
/** How often a moved setting takes any value of its space instead of the one beside it: out of a dead end. */
const JUMPS = 0.25
/** The level of exploiters tuned for. */
const LEVEL = LEVELS[2]
/** Lines of the first seed settings are attacked on, while searching and as finalists. */
const ATTACK_LINES = { search: 80, final: 200 } as const
/** ENGINE.md allows a script .50 after five restarts; a little less, because settings are attacked on few lines. */
export const MOST_TAKEN = 0.48

/** The lines a seller is tuned on: few to search on, more of other seeds to decide between the best. */
export interface TuningFields {
  readonly search: readonly Field[]
  readonly final: readonly Field[]
}

/** One setting that was tried. */
export interface Trial {
  readonly settings: Settings
  /** Share of `U` on the tuning seeds with 10% exploiters. */
  readonly share: number
  /** Share of sincere buyers with room that agreed, without exploiters. */
  readonly closes: number
  /** The most any script took, where it was looked at. */
  readonly taken: number | null
}

/** What tuning found for one seller in one population. */
export interface Tuned {
  /** The best finalist, with its figures as one; where nothing keeps to the limit, the lead of the search. */
  readonly best: Trial
  readonly trials: readonly Trial[]
}

function draw(space: Space, random: Random): Settings {
  return Object.fromEntries(Object.entries(space).map(([name, values]) => [name, values[random.integer(0, values.length - 1)] ?? 0]))
}

/** Some settings with one to three of them moved: to the value beside, now and then to any. */
export function neighbour(space: Space, from: Settings, random: Random): Settings {
  const names = Object.keys(space)
  const next: Record<string, number> = { ...from }
  for (let change = random.integer(1, 3); change > 0; change--) {
    const name = names[random.integer(0, names.length - 1)] ?? ""
    const values = space[name] ?? []
    const place = values.indexOf(next[name] ?? Number.NaN)
    const aside = Math.min(values.length - 1, Math.max(0, place + (random.uniform() < 0.5 ? -1 : 1)))
    const moved = random.uniform() < JUMPS ? random.integer(0, values.length - 1) : aside
    next[name] = values[moved] ?? next[name] ?? 0
  }
  return next
}

/** Settings not in `seen`, if some tries find any: small spaces run out. They are in it from then on. */
function untried(seen: Set<string>, next: () => Settings): Settings {
  let settings = next()
  for (let attempt = 0; attempt < 20 && seen.has(JSON.stringify(settings)); attempt++) settings = next()
  seen.add(JSON.stringify(settings))
  return settings
}

function worstTaken(fields: readonly Field[], entrant: Entrant, population: Population, settings: Settings, lines: number): number {
  const attacked = fields[0]?.lines.slice(0, lines) ?? []
  const seller = entrant.make(population, settings)
  const shares = EXPLOITS.flatMap((kind) => TALKS.map((talks) => attack(attacked, seller, kind, talks)))
  return Math.max(...shares.map(({ share, lines: played }) => share / Math.max(1, played)))
}

/** What a script takes beyond the limit. */
function beyond({ taken }: Trial): number {
  return Math.max(0, (taken ?? 0) - MOST_TAKEN)
}

/** What the search climbs: the share, less half of what a script takes beyond the limit, so that it finds its way back under it. */
function scoreOf(trial: Trial): number {
  return trial.share - 0.5 * beyond(trial)
}

/** Plays some settings; they are attacked where `attacked(share)` says so. */
function play(
  fields: readonly Field[], entrant: Entrant, population: Population, settings: Settings, lines: number, attacked: (share: number) => boolean
): Trial {
  const seller = entrant.make(population, settings)
  let [contribution, asked, room, agreed] = [0, 0, 0, 0]
  for (const field of fields) {
    const [honest, mixed] = simulate(field, seller, [0, LEVEL])
    contribution += mixed?.contribution ?? 0
    asked += field.base.asked
    room += honest?.room ?? 0
    agreed += honest?.roomAgreed ?? 0
  }
  const share = contribution / asked
  return {
    settings, share,
    closes: room === 0 ? 0 : agreed / room,
    taken: attacked(share) ? worstTaken(fields, entrant, population, settings, lines) : null,
  }
}

/** The best of what was tried that keep to the limit. Settings that did the same to the last digit count once. */
function finalists(trials: readonly Trial[], keeps: (trial: Trial) => boolean): Trial[] {
  const found: Trial[] = []
  for (const trial of [...trials].sort((a, b) => b.share - a.share)) {
    if (found.length === FINALISTS) break
    if (trial.share !== found.at(-1)?.share && keeps(trial)) found.push(trial)
  }
  return found
}

/**
 * Tunes a seller: the settings with the largest share of `U` with 10% exploiters, on tuning seeds, within the budget
 * everyone has. The engine, and peers in the role `held`, are also held to ENGINE.md's limit of what a script may take: of
 * what was tried the best that keeps to it is taken, or what comes nearest. Peers are free of it.
 */
export function tune({ search, final }: TuningFields, entrant: Entrant, population: Population, space: Space, budget = BUDGET): Tuned {
  const random = new Random(0x70e, population.name.length, entrant.name.length)
  const isHeld = entrant.role !== "peer"
  const trials: Trial[] = []
  const seen = new Set<string>()
  let lead: Trial | null = null
  for (let number = 0; number < budget; number++) {
    const from: Settings | null = lead === null || number < Math.min(DRAWN, budget / 2) ? null : lead.settings
    const settings = untried(seen, () => (number === 0 ? middleOf(space) : from === null ? draw(space, random) : neighbour(space, from, random)))
    const least: number = lead === null ? Number.NEGATIVE_INFINITY : scoreOf(lead)
    const tried = play(search, entrant, population, settings, ATTACK_LINES.search, (share) => isHeld && share >= least)
    trials.push(tried)
    if (scoreOf(tried) >= least) lead = tried
  }
  const keeps = ({ settings, taken }: Trial): boolean =>
    !isHeld || (taken ?? worstTaken(search, entrant, population, settings, ATTACK_LINES.search)) <= MOST_TAKEN
  const [found] = finalists(trials, keeps)
    .map(({ settings }) => play(final, entrant, population, settings, ATTACK_LINES.final, () => isHeld))
    .sort((a, b) => beyond(a) - beyond(b) || b.share - a.share)
  const best = found ?? lead
  if (best === null) throw new Error("a budget of nothing tunes nothing")
  return { best, trials }
}
