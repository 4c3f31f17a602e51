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
  readonly ask: { readonly quantity: number; /** `o` */ readonly unitPrice: number }
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

/** The `place`-th volume offer of every line, or its last; null for a line without one, and for one that takes the case past the limit. */
function offersWithin(limit: number | null, items: readonly MenuLine[], place: number): (VolumeOffer | null)[] {
  let left = limit === null ? null : limit - items.reduce((sum, item) => sum + valueAt(item, item.ask.quantity), 0)
  return items.map((item) => {
    const offer = item.volumes[Math.min(place, item.volumes.length - 1)] ?? null
    if (offer === null || left === null) return offer
    const more = valueAt(item, offer.quantity) - valueAt(item, item.ask.quantity)
    if (more > left) return null
    left -= more
    return offer
  })
}

/**
 * The `place`-th volume trade of every line; a line with fewer gives its last one, a line with none its price. A line whose trade takes
 * the case past the limit stays as asked for: one line's own tier must not keep the trade of another away. Null where no line grows.
 */
export function volumeTrade({ limit }: MenuView, items: readonly MenuLine[], place: number): Proposal | null {
  if (!items.some(({ volumes }) => volumes.length > place)) return null
  const offers = offersWithin(limit, items, place)
  if (!items.some(({ volumes }, index) => offers[index] !== null && volumes.length > place)) return null
  if (items.some(({ line, ask }, index) => (offers[index] ?? ask).quantity < (line.minimum_quantity ?? 1))) return null
  const existing = offers.some((offer) => offer !== null && (offer.existing || offer.honoured === true))
  return propose("volume", existing, items.map((item, index) => {
    const offer = offers[index] ?? null
    return offer === null ? proposedLine(item, item.ask.quantity, item.price) : proposedLine(item, offer.quantity, offer.unitPrice)
  }))
}

/** True where some line may be offered more pieces than asked for, whatever is asked. */
export function mayGrow({ policy, facts }: MenuView, items: readonly MenuLine[]): boolean {
  return items.some(({ line, ask }) => mostPieces(policy.capFactor, facts, line, ask.quantity) > ask.quantity)
}

/** The counter with something off its goods, for every lever there is, best first. None without levers. */
export function leverTrades({ policy, facts, grid }: MenuView, counter: Proposal, items: readonly MenuLine[], trace: Trace | null): Proposal[] {
  if (policy.levers === null || (facts.freight ?? facts.payment_terms) === undefined) return []
  const lines = items.map(({ line, ask, price, reference, marginal }) => ({
    line, quantity: ask.quantity, price, reference, least: marginal, held: heldPrice(policy, line, reference),
  }))
  return offeredLevers(policy.levers, facts, lines, grid, trace).map(({ lever, cut }) =>
    withConcession(counter, { kind: lever.kind, id: lever.id, cut, lever }))
}

/** Another article in place of the asked one. One-line cases only: in a basket it would be one of many changes at once. */
export function substituteTrade({ policy, grid }: MenuView, items: readonly MenuLine[], trace: Trace | null): Proposal | null {
  const item = items[0]
  if (policy.levers?.substitutes !== true || item === undefined || items.length > 1) return null
  const { line, basis, price, ask: { quantity, unitPrice: ask } } = item
  const found = bestSubstitute({ policy, line, basis, quantity, ask, price, grid }, trace)
  if (found === null) return null
  const { variantId, cost, unitPrice } = found
  return propose("substitute", false, [{ line, variantId, cost, costKnown: true, quantity, unitPrice }])
}
