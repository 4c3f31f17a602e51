import type { Trace } from "../explain/trace"
import { bestSubstitute } from "../levers/substitute"
import { offeredLevers } from "../levers/offered"
import type { CaseFacts, LineFacts } from "../types"
import type { CompiledPolicy } from "../policy/compiled"
import type { FloorBasis } from "../price/floor"
import { heldPrice } from "../price/last-paid"
import { ownPriceAt } from "../price/own-price"
import { mostPieces } from "../volume/usable"
import type { VolumeOffer } from "../volume/trade"
import { propose, withConcession, type Proposal, type ProposedLine } from "./option"

/** A line as the menu sees it: its price at the asked quantity and its trades. Prices in units. */
export interface MenuLine {
  readonly line: LineFacts
  readonly basis: FloorBasis | null
  /** `R` at the asked quantity. */
  readonly reference: number
  readonly quantity: number
  /** `o` */
  readonly ask: number
  /** Accepted price, counter, or `R`. */
  readonly price: number
  readonly volumes: readonly VolumeOffer[]
  /** `m`; null where the line's facts don't allow to tell it. */
  readonly marginal: number | null
}

/** The case a menu is made for. */
export interface MenuView {
  readonly policy: CompiledPolicy
  readonly facts: CaseFacts
  /** Largest value of an option in units, or null for none. */
  readonly limit: number | null
  /** Smallest unit of the currency. */
  readonly grid: number
}

/** A line of an option. */
export function proposedLine({ line, basis }: MenuLine, quantity: number, unitPrice: number): ProposedLine {
  return { line, variantId: line.variant_id, cost: basis?.cost ?? null, costKnown: basis?.known ?? false, quantity, unitPrice }
}

/** What a line costs the buyer now at so many pieces, in units. */
function valueAt({ line }: MenuLine, quantity: number): number {
  return ownPriceAt(line.own_prices, quantity) * quantity
}

/**
 * The `place`-th volume trade of every line; a line with fewer gives its last one, a line with none its price. A line whose trade takes
 * the case past the limit stays as asked for: one line's own tier must not keep the trade of another away. Null where no line grows.
 */
export function volumeTrade({ limit }: MenuView, items: readonly MenuLine[], place: number): Proposal | null {
  if (!items.some(({ volumes }) => volumes.length > place)) return null
  let left = limit === null ? null : limit - items.reduce((sum, item) => sum + valueAt(item, item.quantity), 0)
  let existing = false
  let any = false
  const lines: ProposedLine[] = []
  for (const item of items) {
    const found = item.volumes[Math.min(place, item.volumes.length - 1)]
    const more = found === undefined || left === null ? 0 : valueAt(item, found.quantity) - valueAt(item, item.quantity)
    const offer = left !== null && more > left ? undefined : found
    if (left !== null && offer !== undefined) left -= more
    const quantity = offer?.quantity ?? item.quantity
    if (quantity < (item.line.minimum_quantity ?? 1)) return null
    any ||= offer !== undefined && item.volumes.length > place
    existing ||= offer?.existing === true || offer?.honoured === true
    lines.push(proposedLine(item, quantity, offer?.unitPrice ?? item.price))
  }
  return any ? propose("volume", existing, lines) : null
}

/** True where some line may be offered more pieces than asked for, whatever is asked. */
export function mayGrow({ policy, facts }: MenuView, items: readonly MenuLine[]): boolean {
  return items.some(({ line, quantity }) => mostPieces(policy.capFactor, facts, line, quantity) > quantity)
}

/** The counter with something off its goods, for every lever there is, best first. None without levers. */
export function leverTrades({ policy, facts, grid }: MenuView, counter: Proposal, items: readonly MenuLine[], trace: Trace | null): Proposal[] {
  if (policy.levers === null || (facts.freight ?? facts.payment_terms) === undefined) return []
  const lines = items.map((item) => ({
    ...item, least: item.marginal, held: heldPrice(policy, item.line, item.reference),
  }))
  return offeredLevers(policy.levers, facts, lines, grid, trace).map(({ lever, cut }) =>
    withConcession(counter, { kind: lever.kind, id: lever.id, cut, lever }))
}

/** Another article in place of the asked one. One-line cases only: in a basket it would be one of many changes at once. */
export function substituteTrade({ policy, grid }: MenuView, items: readonly MenuLine[], trace: Trace | null): Proposal | null {
  const [item, ...more] = items
  if (policy.levers?.substitutes !== true || item === undefined || more.length > 0) return null
  const { line, basis, quantity, ask, price } = item
  const found = bestSubstitute({ policy, line, basis, quantity, ask, price, grid }, trace)
  if (found === null) return null
  const { variantId, cost, unitPrice } = found
  return propose("substitute", false, [{ line, variantId, cost, costKnown: true, quantity, unitPrice }])
}
