import type { LineMemory } from "../types"
import { asUnitPrice } from "../money/brands"

/** A price at a quantity. */
interface Point {
  readonly quantity: number
  readonly unitPrice: number
}
type Entries = LineMemory["counters"]

/** The memory of a company that never negotiated this variant in the window. */
export function emptyMemory(): LineMemory {
  return { rounds: 0, asks: [], counters: [], marginal_price: null }
}

/** The lowest counter given at `quantity` pieces or fewer, in units; null where none was (ENGINE.md, Formulas, Counter: `p_{t−1}`). */
export function standingCounter({ counters }: Pick<LineMemory, "counters">, quantity: number): number | null {
  let lowest: number | null = null
  for (const entry of counters) {
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
 * @param direction 1 where a point says all that more pieces at a higher price would; −1 where fewer at a lower one would
 */
function withPoint(entries: Entries, quantity: number, unitPrice: number, direction: 1 | -1): Entries {
  const added = { quantity, unit_price: asUnitPrice(unitPrice) }
  if (entries.length === 0) return [added]
  const kept: Entries[number][] = []
  let placed = false
  for (const entry of entries) {
    const pieces = (entry.quantity - quantity) * direction
    const price = (entry.unit_price - unitPrice) * direction
    if (pieces <= 0 && price <= 0) return entries
    if (pieces >= 0 && price >= 0) continue
    if (!placed && entry.quantity >= quantity) {
      kept.push(added)
      placed = true
    }
    kept.push(entry)
  }
  if (!placed) kept.push(added)
  return kept
}

/** Prices that were given, with one more: it stands for its quantity or more. */
export function withCounter(counters: Entries, quantity: number, unitPrice: number): Entries {
  return withPoint(counters, quantity, unitPrice, 1)
}

/** Asks that were answered, with one more: from now on it earns nothing, nor does less at its quantity or fewer. */
export function withAsk(asks: Entries, quantity: number, unitPrice: number): Entries {
  return withPoint(asks, quantity, unitPrice, -1)
}
