import { floorBasis } from "../price/floor"
import type { CompiledPolicy, LineFacts, PolicyTerms, UnitPrice } from ".."
import { policyOf, viewOf, type Article, type View, type World } from "./views"

/** Costs and floors of one article under which a buyer would have seen exactly the same, as shares of its list price. */
export interface Open {
  readonly costs: readonly [number, number]
  readonly floors: readonly [number, number]
}

/** Multipliers of the margin that are tried. */
const FACTORS = [1.35, 1.45, 1.6, 1.25, 1.15, 0.9, 0.82, 0.75, 1.12, 0.86, 0.78, 1.5, 1.4, 1.3, 1.2, 0.94, 0.7]
/** Moves of the shares around a stretched policy, in basis points: rounding leaves room for some. */
const NUDGES = [0, 4, -4, 20, -20, 60, -60, 110, -110, 160, -160, 220, -220].flatMap((limit) => [0, 4, -4, 12].flatMap((opening) => [0, 10, -10].map((incremental) => ({ limit, opening, incremental }))))
/** Margins that are tried with the true costs, as shares of the true rest `1 − μ`: the floor alone moves. */
const RESTS = [0.86, 0.88, 0.9, 0.92, 0.94, 0.96, 0.98, 1.02, 1.04, 1.06, 1.08, 1.1, 1.12, 1.14]
/** Moves of a cost around the stretched one, in basis points of list. */
const SHIFTS = [0, 10, -10, 25, -25, 50, -50]

/** What has to stay open, as a share of list: the search ends there (ENGINE.md, invariant 8). */
export const LEAST_OPEN = 0.1

/** True where at least {@link LEAST_OPEN} is open. */
export function isWide([low, high]: readonly [number, number]): boolean {
  return high - low >= LEAST_OPEN
}

const cut = (value: number): number => Math.min(1, Math.max(0, Math.round(value * 10_000) / 10_000))
const own = (line: LineFacts): number => line.own_prices[0]?.unit_price ?? line.list_unit_price
const costOf = ({ line }: Article): UnitPrice => line.unit_cost ?? (0 as UnitPrice)
const stretchedCost = ({ line }: Article, factor: number): number => own(line) - factor * (own(line) - (line.unit_cost ?? 0))

/** φ takes up a larger margin whole; a smaller one γ does, for φ has its end at 1. */
function volumeShares({ incremental_share, volume_gain_share }: PolicyTerms, factor: number, nudge: number) {
  return factor >= 1
    ? { incremental_share: cut(incremental_share / factor + nudge) }
    : { volume_gain_share: cut(1 - (1 - volume_gain_share) / factor + nudge) }
}

/**
 * Policies under which every margin `R − c` may be `factor` times as large: each share of it as much smaller (α, ρ, and φ for the
 * marginal price, `R − m = γ(R − p) + (1 − γ)φ(R − c)`), so that prices at `R` come out alike. It is the one direction a buyer
 * who doesn't know the policy can't tell by figures at one price; tiers, rounding, the floor and a term that is at its end are
 * what may give it away.
 */
function* stretched(terms: PolicyTerms, factor: number, ratio: number): Generator<PolicyTerms> {
  const margins = [terms.minimum_margin, cut(1 - (1 - terms.minimum_margin) * ratio)]
  for (const minimum_margin of new Set(margins.map((margin) => Math.min(0.95, margin)))) {
    for (const nudge of NUDGES) {
      const limit = cut(terms.talk_concession_limit / factor + nudge.limit / 10_000)
      yield {
        ...terms, minimum_margin, talk_concession_limit: limit,
        opening_concession: Math.min(limit, cut(terms.opening_concession / factor + nudge.opening / 10_000)),
        ...volumeShares(terms, factor, nudge.incremental / 10_000),
      }
    }
  }
}

function isAlike(policy: CompiledPolicy, article: Article, cost: UnitPrice, seen: View | undefined): boolean {
  if (seen === undefined) return false
  const { words } = viewOf(policy, article, cost, seen.words)
  return words.length === seen.words.length && words.at(-1) === seen.words.at(-1)
}

/** A cost near the stretched one under which the article would have looked the same, or null. */
function alike(policy: CompiledPolicy, article: Article, seen: View, factor: number): UnitPrice | null {
  const aim = stretchedCost(article, factor)
  for (const shift of SHIFTS) {
    const cost = Math.round(aim + (shift * article.line.list_unit_price) / 10_000)
    if (cost < 0 || cost >= own(article.line)) continue
    if (isAlike(policy, article, cost as UnitPrice, seen)) return cost as UnitPrice
  }
  return null
}

function figures(policy: CompiledPolicy, { line }: Article, unit_cost: UnitPrice): { readonly cost: number; readonly floor: number } {
  const basis = floorBasis(policy, { ...line, unit_cost }, 100)
  if (typeof basis === "string") throw new Error("a cost without a floor")
  return { cost: unit_cost / line.list_unit_price, floor: basis.floor / line.list_unit_price }
}

/** The same articles at other costs, and under another policy, that would have looked the same; or null where none was found. */
function witness(world: World, seen: readonly View[], target: number, factor: number): World | null {
  const article = world.articles[target]
  if (article === undefined) throw new Error("no such article")
  const ratio = stretchedCost(article, factor) / Math.max(1, costOf(article))
  for (const terms of stretched(world.terms, factor, ratio)) {
    const policy = policyOf(terms)
    if (policy === null) continue
    const articles: Article[] = []
    for (const place of [target, ...world.articles.keys()]) {
      const [each, view] = [world.articles[place], seen[place]]
      const unit_cost = each === undefined || view === undefined ? null : alike(policy, each, view, factor)
      if (each === undefined || unit_cost === null) break
      articles[place] = { ...each, line: { ...each.line, unit_cost } }
    }
    if (Object.keys(articles).length === world.articles.length) return { terms, articles }
  }
  return null
}

/**
 * Shares γ under which the marginal price of an article would have come out as it did if the floor had not bound it: where it did,
 * a lower floor looks the same under one of these. In steps of a quarter of the grid that price is published on.
 */
function gainsAlike({ volume_gain_share, incremental_share }: PolicyTerms, { line }: Article, { price, memory }: View): number[] {
  const cost = line.unit_cost ?? 0
  const lifted = cost + (1 - incremental_share) * (own(line) - cost)
  const marginal = memory?.marginal_price ?? null
  if (marginal === null || price <= lifted) return [volume_gain_share]
  const step = line.list_unit_price / 4_000
  // It is reckoned at the first counter, or at the own price where the first ask earned nothing.
  const at = (base: number) => [0.5, 1, 1.5, 2, 2.5, 3, 4, 6, 8].map((steps) => cut((marginal - steps * step - lifted) / (base - lifted)))
  return [volume_gain_share, ...at(price), ...at(own(line))]
}

/** Floors of the target under which all articles of a world would look the same at its costs, as shares of its list price. */
function floorsAlike({ terms, articles }: World, seen: readonly View[], target: number): number[] {
  const [article, view] = [articles[target], seen[target]]
  if (article === undefined || view === undefined) throw new Error("no such article")
  return RESTS.flatMap((rest) => {
    const minimum_margin = cut(1 - (1 - terms.minimum_margin) * rest)
    for (const volume_gain_share of gainsAlike(terms, article, view)) {
      const policy = policyOf({ ...terms, minimum_margin, volume_gain_share })
      if (policy === null || !articles.every((each, place) => isAlike(policy, each, costOf(each), seen[place]))) continue
      return [figures(policy, article, costOf(article)).floor]
    }
    return []
  })
}

/**
 * Looks for worlds that a buyer could not tell from the true one: they know this engine, their own prices and all they saw,
 * and no number of the policy. What is found is a proof (the views are equal to the letter); what isn't found may exist all
 * the same, so the width is the least that stays open.
 */
export function openFigures(world: World, target: number): Open {
  const truth = policyOf(world.terms)
  if (truth === null) throw new Error("a world without a policy")
  const seen = world.articles.map((each) => viewOf(truth, each, costOf(each)))
  const costs: number[] = []
  const floors: number[] = []
  const range = (of: readonly number[]) => [Math.min(...of), Math.max(...of)] as const
  const alikes = [world]
  const note = ({ terms, articles }: World): void => {
    const [policy, article] = [policyOf(terms), articles[target]]
    if (policy === null || article === undefined) throw new Error("a world without a policy or the article")
    const { cost, floor } = figures(policy, article, costOf(article))
    costs.push(cost)
    floors.push(floor)
  }
  note(world)
  for (const factor of FACTORS) {
    const other = witness(world, seen, target, factor)
    if (other === null) continue
    alikes.push(other)
    note(other)
    if (isWide(range(costs)) && isWide(range(floors))) break
  }
  for (const each of alikes) if (!isWide(range(floors))) floors.push(...floorsAlike(each, seen, target))
  return { costs: range(costs), floors: range(floors) }
}
