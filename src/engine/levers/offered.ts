import { noteMoney, notePrice, noteShare, noteText, type Trace } from "../explain/trace"
import { WHOLE } from "../money/brands"
import { mulDivFloor } from "../money/muldiv"
import type { CompiledLevers } from "../policy/levers"
import type { CaseFacts, LineFacts } from "../types"
import { floorCut, type PricedLine } from "./floor-cut"
import { freightLevers } from "./freight"
import { cutOf, gainOf, largestCut, type Lever } from "./lever"
import { paymentLevers } from "./payment"

/** A lever with what it takes off the goods. */
export interface LeverOffer {
  readonly lever: Lever
  /** In whole basis points of the goods, at least 1. */
  readonly cut: number
}

/** A line of the case: its price in the menu, and what the buyer pays now. */
export interface LeverLine extends PricedLine {
  /** `R` at the asked quantity. */
  readonly reference: number
  /** With the buyer's own prices at other quantities, and what was paid last. */
  readonly line: Pick<LineFacts, "own_prices" | "last_paid">
}

/**
 * A line at the lowest price it may be bought at under the option: a cut comes off whatever more pieces cost too, so the
 * floor has to hold there as well, and up to the last quantity a price that was paid last and is held.
 */
function atLowest({ least, quantity, price, line, held }: LeverLine): PricedLine[] {
  const lowest = (largest: number) =>
    Math.min(price, ...line.own_prices.filter(({ min_quantity: from }) => from > quantity && from <= largest).map((tier) => tier.unit_price))
  const last = line.last_paid?.quantity ?? 0
  const bound = { least, quantity, price: lowest(Number.POSITIVE_INFINITY) }
  return held === undefined || held === 0 || quantity > last ? [bound] : [bound, { least, quantity, price: lowest(last), held }]
}

function sumOf(lines: readonly LeverLine[], price: (line: LeverLine) => number): number {
  return lines.reduce((sum, line) => sum + price(line) * line.quantity, 0)
}

/** What shipping this way costs the buyer more than shipping as the cart stands; 0 where that can't be told. */
function dearerBy({ shipping }: Lever, facts: CaseFacts): number {
  const now = facts.freight_total ?? null
  return shipping === null || now === null ? 0 : shipping - now
}

/**
 * The levers that are worth something at today's prices, the largest cut first, then in the policy's order. Looking at
 * today's prices and not at the counter keeps the choice and its order the same for every ask (ENGINE.md, invariant 5).
 */
function ranked(terms: CompiledLevers, facts: CaseFacts, lines: readonly LeverLine[], trace: Trace | null): Lever[] {
  const goods = sumOf(lines, (line) => line.reference)
  const known = [...freightLevers(terms, facts, trace), ...paymentLevers(terms, facts, trace)]
  const valued = known.map((lever) => ({ lever, cut: largestCut(lever, goods, terms.keptShare) }))
  return valued
    .filter(({ lever, cut }) => {
      const given = mulDivFloor(gainOf(lever, goods), WHOLE - terms.keptShare, WHOLE)
      const left = cut < 1 ? "under_a_basis_point" : given <= dearerBy(lever, facts) ? "dearer_shipping" : null
      if (left !== null && trace !== null) noteText(trace, "lever_left_out", `${lever.kind} ${lever.id}: ${left}`)
      return left === null
    })
    .sort((a, b) => b.cut - a.cut)
    .map(({ lever }) => lever)
}

function explain(trace: Trace, { lever, cut }: LeverOffer, goods: number, keptShare: number, first: LeverLine | undefined): void {
  noteText(trace, "lever", `${lever.kind} ${lever.id}`)
  noteMoney(trace, "lever_gain", gainOf(lever, goods - cutOf(goods, cut)))
  noteShare(trace, "lever_kept_share", keptShare)
  noteShare(trace, "lever_cut", cut)
  notePrice(trace, "lever_cash_price", mulDivFloor(first?.price ?? 0, WHOLE - cut, WHOLE))
}

/**
 * What freight and payment terms can take off the goods of a case at its counters, best first (ENGINE.md, Formulas,
 * Levers). A cut that the floor leaves no basis point of, or that dearer shipping eats, is no offer.
 * @param grid smallest unit of the currency
 * @param trace where the terms are noted, or null
 */
export function offeredLevers(
  terms: CompiledLevers, facts: CaseFacts, lines: readonly LeverLine[], grid: number, trace: Trace | null
): LeverOffer[] {
  const levers = ranked(terms, facts, lines, trace)
  if (levers.length === 0) return []
  const goods = sumOf(lines, (line) => line.price)
  const most = floorCut(lines.flatMap(atLowest), grid)
  const offers: LeverOffer[] = []
  for (const lever of levers) {
    const cut = Math.min(most, largestCut(lever, goods, terms.keptShare))
    const left = cut < 1 ? "no_room_above_floor" : cutOf(goods, cut) <= dearerBy(lever, facts) ? "dearer_shipping" : null
    if (left === null) offers.push({ lever, cut })
    if (trace === null) continue
    if (left === null) explain(trace, { lever, cut }, goods, terms.keptShare, lines[0])
    else noteText(trace, "lever_left_out", `${lever.kind} ${lever.id}: ${left}`)
  }
  return offers
}
