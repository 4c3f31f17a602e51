import type { LineMemory } from "../types"
import { asUnitPrice } from "../money/brands"

/** A price at a quantity. */
interface Point {
  readonly quantity: number
  readonly unitPrice: number
}
type Entries = LineMemory["counters"]

const EMPTY: LineMemory = Object.freeze({
  rounds: 0,
  asks: Object.freeze([]),
  counters: Object.freeze([]),
  marginal_price: null,
})

/** The memory of a company that never negotiated this variant in the window. Frozen, so it may be shared. */
export function emptyMemory(): LineMemory {
  return EMPTY
}

/** The lowest counter given at `quantity` pieces or fewer, in units; null where none was (ENGINE.md, Formulas, Counter: `p_{t−1}`). */
export function standingCounter(memory: LineMemory, quantity: number): number | null {
  let lowest: number | null = null
  for (const entry of memory.counters) {
    if (entry.quantity <= quantity && (lowest === null || entry.unit_price < lowest)) lowest = entry.unit_price
  }
  return lowest
}

/** The highest ask of the window at any quantity, in units; 0 before the first. */
export function bestAsk(memory: LineMemory): number {
  let best = 0
  for (const ask of memory.asks) if (ask.unit_price > best) best = ask.unit_price
  return best
}

/** True for an ask that was made before: the same or a lower price at the same or a smaller quantity. */
export function isRepeated(memory: LineMemory, ask: Point): boolean {
  return memory.asks.some((entry) => entry.quantity >= ask.quantity && entry.unit_price >= ask.unitPrice)
}

/**
 * Adds a point and drops what it makes superfluous, so that memory stays as short as what it can still say.
 * @param implies whether its first entry says all its second says
 */
function withPoint(entries: Entries, point: Point, implies: (entry: Point, other: Point) => boolean): Entries {
  const added = { quantity: point.quantity, unit_price: asUnitPrice(point.unitPrice) }
  const kept: Entries[number][] = []
  let place = 0
  for (const entry of entries) {
    const seen = { quantity: entry.quantity, unitPrice: entry.unit_price }
    if (implies(seen, point)) return entries
    if (implies(point, seen)) continue
    kept.push(entry)
    if (entry.quantity < point.quantity) place = kept.length
  }
  kept.splice(place, 0, added)
  return kept
}

/** Remembers a price that was given: it stands for its quantity or more. */
export function withCounter(memory: LineMemory, point: Point): LineMemory {
  const counters = withPoint(memory.counters, point, (a, b) => a.quantity <= b.quantity && a.unitPrice <= b.unitPrice)
  return counters === memory.counters ? memory : { ...memory, counters }
}

/** Remembers an ask that was answered: from now on it earns nothing, nor does less at its quantity or fewer. */
export function withAsk(memory: LineMemory, point: Point): LineMemory {
  const asks = withPoint(memory.asks, point, (a, b) => a.quantity >= b.quantity && a.unitPrice >= b.unitPrice)
  return asks === memory.asks ? memory : { ...memory, asks }
}

/** Counts a round. */
export function withRound(memory: LineMemory): LineMemory {
  return { ...memory, rounds: memory.rounds + 1 }
}

/** Keeps the marginal price of the window, once. */
export function withMarginal(memory: LineMemory, marginal: number): LineMemory {
  return memory.marginal_price === null ? { ...memory, marginal_price: asUnitPrice(marginal) } : memory
}
