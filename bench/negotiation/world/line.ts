import type { Population } from "./populations"
import { quantileAt, Random } from "./random"

/** List price of every line, in cents: `L = 100`. All prices of the benchmark are cents. */
export const LIST = 10_000
/** The merchant's least margin. A fact of the world, the same for every seller: floor `f = c / (1 − μ)`. */
export const MINIMUM_MARGIN = 0.05
/** What the seller gains by each lever, as a share of list. */
export const LEVER_GAINS: readonly [number, number] = [0.012, 0.008]
/** Most asks of an ordinary buyer. */
export const MAX_PATIENCE = 6

/** How a buyer moves from its opening to its limit. */
export type Style = "split" | "boulware" | "linear" | "one-shot" | "conceder"
/** How far a buyer shades beyond what its population does, in shares of its valuation. */
export type Temper = 0 | 0.1 | 0.25

/** Margin at 5, 25, 50, 75 and 95% (ENGINE.md, World). */
export const MARGIN_QUANTILES = [[0.05, 0.06], [0.25, 0.26], [0.5, 0.34], [0.75, 0.47], [0.95, 0.49]] as const
/** Styles by weight (ENGINE.md, World). */
export const STYLES = [["split", 0.4], ["boulware", 0.2], ["linear", 0.15], ["one-shot", 0.15], ["conceder", 0.1]] as const
/** Tempers by weight (ENGINE.md, Mix). */
export const TEMPERS = [[0, 0.5], [0.1, 0.3], [0.25, 0.2]] as const

/**
 * One line of one simulated buyer: everything chance decides about it, drawn once, so that every seller meets the same
 * buyer. Nobody but the ceilings sees all of it: sellers get {@link SellerItem}, buyers never see the cost.
 */
export interface Line {
  readonly index: number
  /** Unit cost in cents. */
  readonly cost: number
  /** Pieces the buyer came for, `Q`. */
  readonly quantity: number
  /** Worth of a piece at `Q`, `v`, in cents; not rounded. */
  readonly value: number
  readonly flexible: boolean
  /** `κ`: no more than `κQ` pieces are of use; 1 where the quantity is fixed. */
  readonly cap: number
  /** `ε` */
  readonly elasticity: number
  /** What each lever costs the buyer, as a share of list. */
  readonly leverCosts: readonly [number, number]
  readonly haggles: boolean
  readonly style: Style
  readonly temper: Temper
  /** First ask in cents. */
  readonly opening: number
  /** Most asks. */
  readonly patience: number
  /** Leaves after round `t` where `walks[t − 1]` is true and nothing was agreed. */
  readonly walks: readonly boolean[]
  /** Would buy at list after failed talks, if that is worth it. */
  readonly fallsBack: boolean
  /** Under a level of exploiters, the buyer is one: uniform from 0 to 1. */
  readonly exploitDraw: number
  /** Which script it then plays: uniform from 0 to 1. */
  readonly scriptDraw: number
  /** Words for what sellers draw about the buyer (jitter). */
  readonly words: readonly [number, number]
}

/** What a seller knows of a line. */
export interface SellerItem {
  readonly list: number
  readonly cost: number
  /** Floor `f`, whole cents. */
  readonly floor: number
  readonly words: readonly [number, number]
}

/** The merchant's floor `f = ceil(c / (1 − μ))` in cents. */
export function floorOf(cost: number): number {
  return Math.ceil(cost / (1 - MINIMUM_MARGIN))
}

/** The part of a line its seller knows. */
export function itemOf(line: Line): SellerItem {
  return { list: LIST, cost: line.cost, floor: floorOf(line.cost), words: line.words }
}

const clip = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value))

/**
 * First ask: `v(1 − shade)`, and never closer to list than the population's smallest shade: who would pay list anyway
 * and still haggles asks for something off it.
 */
function openingOf(population: Population, value: number, shade: number): number {
  return Math.max(1, Math.floor(Math.min(value * (1 - shade), LIST * (1 - population.shade[0]))))
}

/** Seeds that are published, tuned on, and for looking at while working. They never share a draw. */
export type SeedKind = "test" | "tuning" | "trial"
const KIND_WORDS: Readonly<Record<SeedKind, number>> = { test: 0x7e57, tuning: 0x70e5, trial: 0x7219 }

/** Draws one line. Populations share the uniform draws of a line: they differ by their figures alone. */
export function drawLine(population: Population, kind: SeedKind, seed: number, index: number): Line {
  const random = new Random(KIND_WORDS[kind], seed, index)
  const margin = quantileAt(MARGIN_QUANTILES, random.uniform())
  const value = LIST * population.valueMedian * Math.exp(random.normal(0, population.valueSigma))
  const quantity = Math.max(1, Math.round(Math.exp(random.normal(Math.log(40), 1))))
  const flexible = random.uniform() < population.flexible
  const cap = random.between(1.3, 5)
  const elasticity = clip(random.normal(2.1, 0.9), 0.7, 4.3)
  const leverCosts = [random.between(0, 0.03), random.between(0, 0.03)] as const
  const haggles = random.uniform() < population.haggle
  const style = random.pick<Style>(STYLES)
  const temper = random.pick<Temper>(TEMPERS)
  const shade = random.between(...population.shade) + temper
  const patience = random.integer(2, MAX_PATIENCE)
  const walks = Array.from({ length: MAX_PATIENCE }, () => random.uniform() < population.walk)
  return {
    index, quantity, value, flexible, elasticity, leverCosts, haggles, style, temper, walks,
    cost: Math.round(LIST * (1 - margin)),
    cap: flexible ? cap : 1,
    opening: openingOf(population, value, shade),
    patience: style === "one-shot" ? 1 : patience,
    fallsBack: random.uniform() < 0.9,
    exploitDraw: random.uniform(),
    scriptDraw: random.uniform(),
    words: [seed, index],
  }
}

/** Draws the lines of one seed. */
export function drawLines(population: Population, kind: SeedKind, seed: number, count: number): Line[] {
  return Array.from({ length: count }, (_, index) => drawLine(population, kind, seed, index))
}
