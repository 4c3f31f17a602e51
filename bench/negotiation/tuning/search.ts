import { LEVELS } from "../buyers/buyer"
import { EXPLOITS } from "../buyers/exploits/scripts"
import { attack, TALKS } from "../measure/exploitability"
import { simulate, type Field } from "../measure/simulate"
import type { Entrant } from "../sellers/roster"
import type { Settings } from "../sellers/settings"
import type { Population } from "../world/populations"
import { Random } from "../world/random"
import { middleOf, type Space } from "./spaces"

/** Settings tried for every seller and population; the first third drawn, the rest some steps off the best so far. */
export const BUDGET = 512
/** Part of the budget that is drawn. */
const DRAWN = BUDGET / 3
/** The level of exploiters tuned for. */
const LEVEL = LEVELS[2]
/** Lines of the first seed a candidate of the engine is attacked on. */
const ATTACK_LINES = 80
/** ENGINE.md allows a script .50 after five restarts; a little less, because a candidate is attacked on few lines. */
export const MOST_TAKEN = 0.48

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
  readonly best: Trial
  readonly trials: readonly Trial[]
}

function draw(space: Space, random: Random): Settings {
  return Object.fromEntries(Object.entries(space).map(([name, values]) => [name, values[random.integer(0, values.length - 1)] ?? 0]))
}

/** Some settings with one to three of them moved to a neighbouring value. */
export function neighbour(space: Space, from: Settings, random: Random): Settings {
  const names = Object.keys(space)
  const next: Record<string, number> = { ...from }
  for (let change = random.integer(1, 3); change > 0; change--) {
    const name = names[random.integer(0, names.length - 1)] ?? ""
    const values = space[name] ?? []
    const place = values.indexOf(next[name] ?? Number.NaN)
    const moved = Math.min(values.length - 1, Math.max(0, place + (random.uniform() < 0.5 ? -1 : 1)))
    next[name] = values[moved] ?? next[name] ?? 0
  }
  return next
}

/** Settings not tried yet, if some tries find any: small spaces run out. */
function untried(trials: readonly Trial[], next: () => Settings): Settings {
  const seen = new Set(trials.map(({ settings }) => JSON.stringify(settings)))
  let settings = next()
  for (let attempt = 0; attempt < 20 && seen.has(JSON.stringify(settings)); attempt++) settings = next()
  return settings
}

function worstTaken(fields: readonly Field[], entrant: Entrant, population: Population, settings: Settings): number {
  const lines = fields[0]?.lines.slice(0, ATTACK_LINES) ?? []
  const seller = entrant.make(population, settings)
  const shares = EXPLOITS.flatMap((kind) => TALKS.map((talks) => attack(lines, seller, kind, talks)))
  return Math.max(...shares.map(({ share, lines: played }) => share / Math.max(1, played)))
}

/** What the search climbs: the share, less half of what a script takes beyond the limit, so that it finds its way back under it. */
function scoreOf({ share, taken }: Trial): number {
  return share - 0.5 * Math.max(0, (taken ?? 0) - MOST_TAKEN)
}

function trial(fields: readonly Field[], entrant: Entrant, population: Population, settings: Settings, best: number): Trial {
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
  const looked = entrant.role === "engine" && share > best
  return { settings, share, closes: room === 0 ? 0 : agreed / room, taken: looked ? worstTaken(fields, entrant, population, settings) : null }
}

/**
 * Tunes a seller: the settings with the largest share of `U` with 10% exploiters, on tuning seeds, within the budget
 * everyone has. The engine alone is also held to ENGINE.md's limit of what a script may take: of what was tried the best that
 * keeps to it is taken. Peers are free of it.
 */
export function tune(fields: readonly Field[], entrant: Entrant, population: Population, space: Space, budget = BUDGET): Tuned {
  const random = new Random(0x70e, population.name.length, entrant.name.length)
  const trials: Trial[] = []
  let lead: Trial | null = null
  for (let number = 0; number < budget; number++) {
    const from: Settings | null = lead === null || number < Math.min(DRAWN, budget / 2) ? null : lead.settings
    const settings = number === 0 ? middleOf(space) : untried(trials, () => (from === null ? draw(space, random) : neighbour(space, from, random)))
    const least: number = lead === null ? Number.NEGATIVE_INFINITY : scoreOf(lead)
    const tried = trial(fields, entrant, population, settings, least)
    trials.push(tried)
    if (scoreOf(tried) > least) lead = tried
  }
  const isAllowed = ({ settings, taken }: Trial): boolean =>
    entrant.role === "peer" || (taken ?? worstTaken(fields, entrant, population, settings)) <= MOST_TAKEN
  const found = [...trials].sort((a, b) => b.share - a.share).find(isAllowed) ?? lead
  if (found === null) throw new Error("a budget of nothing tunes nothing")
  return { best: found, trials }
}
