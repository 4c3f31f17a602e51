import type { CaseFacts, LineFacts } from "../types"
import { largestQuantity } from "./schedule"

/** What the buyer says they use a year of the only line of the case; null where unsaid, or where there are several lines. */
export function annualVolumeOf(facts: CaseFacts): number | null {
  return facts.lines.length === 1 ? (facts.annual_volume ?? null) : null
}

/**
 * The most pieces that can be promised and are of use to the buyer, or null without a bound. Who asks for more than they
 * say they use a year knows better.
 */
export function usablePieces(line: LineFacts, annualVolume: number | null, quantity: number): number | null {
  const stock = typeof line.stock === "number" ? line.stock : null
  if (annualVolume === null || annualVolume < quantity) return stock
  return stock === null ? annualVolume : Math.min(stock, annualVolume)
}

/** The most pieces that may be proposed to who asks for `quantity`, whatever the step and the price. */
export function mostPieces(capFactor: number, facts: CaseFacts, line: LineFacts, quantity: number): number {
  return largestQuantity(quantity, capFactor, usablePieces(line, annualVolumeOf(facts), quantity))
}
