import type { MenuOption } from "../../../../src/engine"
import type { Terms } from "../../world/valuation"

/** Engine units (1/10,000 major unit) in a cent. */
export const UNITS_PER_CENT = 100

/** Kinds that stand for the world's two levers, in the words of the contract. */
const LEVER_BITS: ReadonlyMap<unknown, number> = new Map([["freight", 1], ["payment_term", 2]])

type Fields = Readonly<Record<string, unknown>>

/** What an option concedes apart from unit prices: the list `concessions` where it has one, else the option itself. */
function concessionsOf(option: MenuOption): readonly Fields[] {
  const fields: Fields = { ...option }
  const listed = fields["concessions"]
  return Array.isArray(listed) ? listed.filter((each): each is Fields => typeof each === "object" && each !== null) : [fields]
}

/**
 * An option of the engine in the world's terms. Volume, counters and whatever else is a unit price are read off its
 * line; a lever is told by its kind, its `percent` off the goods comes off the unit price. Null for an option the
 * world has no use for (a substitute, several lines).
 */
export function termsOf(option: MenuOption): Terms | null {
  const [line, ...more] = option.lines
  const kind: unknown = option.kind
  if (line === undefined || more.length > 0 || kind === "substitute") return null
  let levers = 0
  let share = 1
  for (const { kind: conceded, percent, on } of concessionsOf(option)) {
    levers |= LEVER_BITS.get(conceded) ?? 0
    if (typeof percent === "number" && on !== "freight") share -= percent / 100
  }
  levers |= LEVER_BITS.get(kind) ?? 0
  return { quantity: line.quantity, unitPrice: (line.unit_price * share) / UNITS_PER_CENT, levers }
}
