import type { MenuOption } from "../../../../src/engine"
import type { Terms } from "../../world/valuation"

/** Engine units (1/10,000 major unit) in a cent. */
export const UNITS_PER_CENT = 100

const WHOLE = 10_000

/** The engine's levers as the world's: bit 1 the first, bit 2 the second. */
const LEVER_BITS = { freight: 1, payment_term: 2 } as const

/**
 * An option of the engine in the world's terms: its unit price with the concession taken off, in whole cents like every
 * price of the world (down, for a promotion may round in the buyer's favour), and the lever that costs the buyer. Null for an option the world has no use for (a substitute, several lines).
 */
export function termsOf({ kind, lines, concession }: MenuOption): Terms | null {
  const [line, ...more] = lines
  if (line === undefined || more.length > 0 || kind === "substitute") return null
  const unitPrice = line.unit_price / UNITS_PER_CENT
  if (concession === null) return { quantity: line.quantity, unitPrice, levers: 0 }
  return { quantity: line.quantity, unitPrice: Math.floor((unitPrice * (WHOLE - concession.percent)) / WHOLE), levers: LEVER_BITS[concession.kind] }
}
