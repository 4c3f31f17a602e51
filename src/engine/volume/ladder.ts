import type { CaseFacts, LadderStep, LineFacts, LineMemory } from "../types"
import { asMoney, asUnitPrice } from "../money/brands"
import { ceilTo, coarseGrid, currencyGrid } from "../money/grid"
import { product } from "../money/muldiv"
import { emptyMemory, standingCounter } from "../memory/memory"
import type { CompiledPolicy } from "../policy/compiled"
import { talkBand } from "../price/band"
import { floorBasis, type FloorBasis } from "../price/floor"
import { jitterOf } from "../price/jitter"
import { heldPrice, honouredPrice } from "../price/last-paid"
import { ownPriceAt } from "../price/own-price"
import { lineConcern, promiseConcern } from "../routing/concern"
import { isOutOfScope } from "../routing/eligibility"
import { caseConcern } from "../routing/limit"
import { routedCase, routingOf } from "../routing/rules"
import { isValidFor } from "../routing/valid"
import { marginalPrice } from "./marginal"
import { schedulePrice, steppedCap, type Schedule } from "./schedule"
import { mostPieces } from "./usable"

/** Published prices move in steps of at most 1/50 of list: finer ones tell the cost in two visits (ENGINE.md, invariant 8). */
const GRID_PARTS = 50
/** Most steps of a ladder. */
const STEPS = 4

/** A line whose ladder is looked for, with what the company's window says about it. */
interface LadderLine {
  readonly policy: CompiledPolicy
  readonly facts: CaseFacts
  readonly line: LineFacts
  readonly memory: LineMemory
  readonly basis: FloorBasis
  /** Smallest unit of the currency. */
  readonly grid: number
}

/** Why a person would answer whatever is asked for `quantity` pieces of the line, or null: what is known of it, what was promised. */
function concernAt({ policy, line, memory, basis, grid }: LadderLine, quantity: number): string | null {
  const reference = ownPriceAt(line.own_prices, quantity)
  const concern = lineConcern(policy, line, quantity, reference, basis)
  if (concern !== null) return concern
  const lowest = standingCounter(memory, quantity)
  return promiseConcern({
    standing: lowest !== null && lowest < reference ? lowest : null,
    honoured: honouredPrice(policy, line, quantity),
    floor: basis.floor,
    band: talkBand(reference, basis, policy.talkLimit, grid),
  })
}

/** True where the engine itself would answer an ask for `quantity` pieces at `unitPrice`. */
function answersItself(wanted: LadderLine, quantity: number, unitPrice: number): boolean {
  const { policy, facts, line } = wanted
  const value = product(ownPriceAt(line.own_prices, quantity), quantity)
  const alone = { ...facts, lines: [line] }
  return (
    value !== null &&
    caseConcern(policy, alone, value) === null &&
    concernAt(wanted, quantity) === null &&
    routingOf(policy, alone, routedCase(policy, [{ line, quantity, unitPrice }])) === null
  )
}

/**
 * True where this line may be published a ladder: a threshold policy, nothing a person would have to look at, rounds left.
 * A deal too small as it is may be large enough at a step.
 */
function publishable(wanted: LadderLine): boolean {
  const { policy, facts, line, memory } = wanted
  const value = product(ownPriceAt(line.own_prices, line.quantity), line.quantity)
  const concern = value === null ? "too_large" : caseConcern(policy, { ...facts, lines: [line] }, value)
  return (concern === null || concern === "deal_too_small") && concernAt(wanted, line.quantity) === null && memory.rounds < policy.rounds
}

/**
 * The schedule a ladder is cut from: the one around `R`, without any counter, so that no ask is granted less in round 1.
 */
function ladderSchedule({ policy, line, memory, basis, grid }: LadderLine): Schedule {
  const reference = ownPriceAt(line.own_prices, line.quantity)
  const marginal = marginalPrice({
    policy, basis, reference, grid,
    list: line.list_unit_price,
    band: talkBand(reference, basis, policy.talkLimit, grid),
    price: reference,
    kept: memory.marginal_price,
    jitter: jitterOf(line),
  })
  // Coarse before anything is reckoned with it: however many ladders are looked at, they tell no more than this one figure.
  return { price: reference, marginal: ceilTo(marginal, coarseGrid(line.list_unit_price, GRID_PARTS, grid)), quantity: line.quantity }
}

/** True where a step costs no less in all than what follows it. */
function isNoCheaper(step: LadderStep | undefined, total: number): boolean {
  return step !== undefined && step.unit_price * step.min_quantity >= total
}

/**
 * The published thresholds of a line: at most four quantities above its own, up to cap and stock, with coarse unit
 * prices rounded up, never better than an ask for them would be granted in round 1. Empty unless the policy speaks
 * first by threshold; a step that a person would have to decide on is left out, as all of them are where one would at the
 * line's own quantity (ENGINE.md, Initiation; invariant 8).
 */
export function ladder(policy: CompiledPolicy, facts: CaseFacts, line: LineFacts, memory: LineMemory | null): readonly LadderStep[] {
  const known = memory ?? emptyMemory()
  if (policy.initiation !== "threshold" || !isValidFor(facts, line, known)) return []
  if (facts.company.opted_out || line.excluded !== null || isOutOfScope(policy, line)) return []
  const grid = currencyGrid(facts.currency.decimals)
  const basis = floorBasis(policy, line, grid)
  if (typeof basis === "string") return []
  const wanted: LadderLine = { policy, facts, line, memory: known, basis, grid }
  if (!publishable(wanted)) return []
  const schedule = ladderSchedule(wanted)
  const step = line.lot ?? policy.step
  const cap = steppedCap(line.quantity, mostPieces(policy.capFactor, facts, line, line.quantity), step)
  const coarse = coarseGrid(line.list_unit_price, GRID_PARTS, grid)
  const held = heldPrice(policy, line, schedule.price)
  const steps: LadderStep[] = []
  let last = schedule.price
  for (let part = 1; part <= STEPS; part++) {
    const quantity = line.quantity + ceilTo(Math.ceil(((cap - line.quantity) * part) / STEPS), step)
    const price = ceilTo(schedulePrice(schedule, quantity, grid), coarse)
    const own = ownPriceAt(line.own_prices, quantity)
    const value = product(own, quantity)
    if (quantity > cap || quantity < (line.minimum_quantity ?? 1) || price >= last || price >= own || value === null) continue
    if (price < held && quantity <= (line.last_paid?.quantity ?? 0)) continue
    // Who asks for so many pieces gets the honoured price: a dearer step would publish less than that, as a dearer trade would.
    if (price > (honouredPrice(policy, line, quantity) ?? price)) continue
    if (!answersItself(wanted, quantity, price)) continue
    // Up to the coarse grid more pieces may come out cheaper in all: who would buy the fewer then (ENGINE.md, invariant 3)?
    while (isNoCheaper(steps.at(-1), product(price, quantity) ?? value)) steps.pop()
    steps.push({ min_quantity: quantity, unit_price: asUnitPrice(price), saving_total: asMoney(value - price * quantity) })
    last = price
  }
  return steps
}
