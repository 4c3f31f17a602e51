import type { LineMemory, PriceTier } from "../types"
import { ceilTo } from "../money/grid"
import { ownPriceAt } from "../price/own-price"
import { largestQuantity, requiredQuantity, schedulePrice, soldFrom, steppedCap, type Schedule } from "./schedule"

/** A quantity and the unit price it earns. */
export interface VolumeOffer {
  readonly quantity: number
  readonly unitPrice: number
  /** True where it grants nothing new: the buyer's own tier, or a price the window gave before. */
  readonly existing: boolean
  /** True where it is the last price paid, which who asks for so many pieces is given by talk (ENGINE.md, honour). */
  readonly honoured?: boolean
}

/** Where the last price paid is honoured. Price in units. */
export interface HonouredPoint {
  readonly quantity: number
  readonly unitPrice: number
  /** True where it lies under the talk band: who asks for so many pieces hears a person. */
  readonly byPerson: boolean
}

/** What a trade of volume for price rests on. Prices in units, quantities in pieces. */
export interface TradeTerms {
  readonly schedule: Schedule
  readonly ask: number
  readonly tiers: readonly PriceTier[]
  /** `f`: own tiers under it are not pointed out. */
  readonly floor: number
  readonly capFactor: number
  readonly step: number
  readonly stock: number | null
  /** Fewest pieces that are sold at once (MOQ). */
  readonly minimum: number
  /** Price held because the company last paid it, at `heldQuantity` pieces or fewer; 0 holds nothing. */
  readonly held: number
  readonly heldQuantity: number
  /** The last price paid where the policy honours it from a larger quantity on; null or left out: none. */
  readonly honoured?: HonouredPoint | null
  /** Prices given in the window at their quantity or more, ascending by quantity. */
  readonly given: LineMemory["counters"]
  readonly grid: number
}

function worthOffering(terms: TradeTerms, quantity: number, unitPrice: number): boolean {
  const { schedule, tiers, minimum, held, heldQuantity } = terms
  return (
    quantity > schedule.quantity &&
    quantity >= minimum &&
    unitPrice < schedule.price &&
    unitPrice < ownPriceAt(tiers, quantity) &&
    !(unitPrice < held && quantity <= heldQuantity)
  )
}

/** The quantity itself, or the next one that is sold. */
function soldQuantity({ schedule, minimum, step }: TradeTerms): number {
  return soldFrom(schedule.quantity, minimum, step)
}

/** The most pieces that are offered: the cap in whole steps, within stock. */
function capOf({ schedule, capFactor, step, stock }: TradeTerms): number {
  return steppedCap(schedule.quantity, largestQuantity(schedule.quantity, capFactor, stock), step)
}

/**
 * An offer in the light of the last price paid: from its quantity on nothing dearer is offered (ENGINE.md, Last price paid). The
 * honoured price stands in for such an offer; where a person decides on it, only at as many pieces as earn it by themselves, or a
 * higher ask would hear a person where a lower one is offered more pieces (invariant 5).
 */
function honouring(terms: TradeTerms, offer: VolumeOffer): VolumeOffer | null {
  const { honoured, schedule } = terms
  if (honoured === null || honoured === undefined) return offer
  const { unitPrice, byPerson } = honoured
  const quantity = Math.max(honoured.quantity, soldQuantity(terms))
  if (offer.quantity < quantity || offer.unitPrice <= unitPrice) return offer
  if (!byPerson) return { quantity, unitPrice, existing: false, honoured: true }
  if (unitPrice <= schedule.marginal) return null
  const earned = grantedQuantity({ ...terms, ask: unitPrice })
  return earned <= capOf(terms) ? { quantity: earned, unitPrice, existing: false } : null
}

/**
 * An offer in the light of what was given before: where the window already gave as low a price for as few pieces, that
 * is offered again; where it gave one that lies under today's floor, nothing is, for it would be a rise (ENGINE.md,
 * invariant 2). What was given for fewer pieces than are sold at once holds from the smallest quantity sold on.
 */
function consistent(terms: TradeTerms, wanted: VolumeOffer): VolumeOffer | null {
  const offer = honouring(terms, wanted)
  if (offer === null) return null
  let known: VolumeOffer | null = null
  // By quantity, each cheaper than those before: the last for the fewest pieces that can be had counts.
  for (const { quantity, unit_price } of terms.given) {
    if (quantity > (known ?? offer).quantity) break
    const from = quantity < terms.minimum ? soldQuantity(terms) : quantity
    if (quantity <= terms.schedule.quantity || from > offer.quantity || unit_price > offer.unitPrice) continue
    known = { quantity: from, unitPrice: unit_price, existing: true }
  }
  if (known === null) return offer
  return known.unitPrice < terms.floor ? null : known
}

/**
 * The fewest pieces above the asked quantity at which the buyer's own price meets the ask by itself: where a tier begins, or the
 * smallest quantity that is sold where one begins under it.
 */
function ownTier(terms: TradeTerms, largest: number): VolumeOffer | null {
  const { tiers, ask, floor, schedule, minimum } = terms
  let found: VolumeOffer | null = null
  for (const { min_quantity } of tiers) {
    const quantity = min_quantity < minimum ? soldQuantity(terms) : min_quantity
    if (quantity <= schedule.quantity || quantity > largest || (found !== null && found.quantity <= quantity)) continue
    const unitPrice = ownPriceAt(tiers, quantity)
    if (unitPrice <= ask && unitPrice >= floor) found = { quantity, unitPrice, existing: true }
  }
  return found === null ? null : consistent(terms, found)
}

/** Pieces at which the ask is granted: no fewer than are sold at once, lifted past the last quantity where a held price stands in the way. */
function grantedQuantity(terms: TradeTerms): number {
  const { schedule, ask, step, held, heldQuantity } = terms
  const required = Math.max(soldQuantity(terms), requiredQuantity(schedule, ask, step))
  if (ask >= held || required > heldQuantity) return required
  return schedule.quantity + ceilTo(heldQuantity + 1 - schedule.quantity, step)
}

/**
 * The best unit price of the schedule at the cap. Where a held price binds there, it is that price: a counter that falls a
 * little further must not take the option away (ENGINE.md, Last price paid; invariant 5).
 */
function priceAtCap({ schedule, held, heldQuantity, grid }: TradeTerms, cap: number): number {
  const price = schedulePrice(schedule, cap, grid)
  return cap <= heldQuantity ? Math.max(price, ceilTo(held, grid)) : price
}

/**
 * The counter where fewer pieces are asked for than are sold: at the smallest quantity that is, at `p_t` or at the buyer's own price where
 * that is no higher. Nothing can be had as asked.
 */
function counterWhereSold(terms: TradeTerms): VolumeOffer | null {
  const { schedule, tiers, minimum, floor } = terms
  if (schedule.quantity >= minimum) return null
  const quantity = soldQuantity(terms)
  if (quantity > capOf(terms)) return null
  const own = ownPriceAt(tiers, quantity)
  const offer = consistent(terms, { quantity, unitPrice: Math.min(own, schedule.price), existing: own <= schedule.price })
  return offer === null || offer.unitPrice < floor ? null : offer
}

/** The buyer's own tier, at the counter where that is lower: given for fewer pieces than are sold, it holds at the tier's as well. */
function noDearer(terms: TradeTerms, tier: VolumeOffer | null): VolumeOffer | null {
  const { price: unitPrice } = terms.schedule
  return tier === null || tier.unitPrice <= unitPrice ? tier : consistent(terms, { quantity: tier.quantity, unitPrice, existing: false })
}

/** What is offered where the price would be agreed to, but fewer pieces are asked for than are sold: the easier of the buyer's own tier and the counter. */
function smallestSold(terms: TradeTerms): VolumeOffer[] {
  const { schedule, capFactor, stock, minimum } = terms
  if (schedule.quantity >= minimum) return []
  const tier = ownTier(terms, largestQuantity(schedule.quantity, capFactor, stock))
  const counter = counterWhereSold(terms)
  if (tier === null || counter === null) return [counter ?? noDearer(terms, tier)].filter((offer) => offer !== null)
  return tier.quantity <= counter.quantity && tier.unitPrice <= counter.unitPrice ? [tier] : [counter]
}

/** The trade and the buyer's own tier for an ask under `p_t`, as far as there are any, smallest quantity first. */
function answering(terms: TradeTerms): VolumeOffer[] {
  const { schedule, ask, capFactor, stock } = terms
  const cap = capOf(terms)
  const tier = ownTier(terms, largestQuantity(schedule.quantity, capFactor, stock))
  const granted = ask > schedule.marginal ? grantedQuantity(terms) : Number.POSITIVE_INFINITY
  const offer = consistent(
    terms,
    granted <= cap
      ? { quantity: granted, unitPrice: ask, existing: false }
      : { quantity: cap, unitPrice: priceAtCap(terms, cap), existing: false }
  )
  const trade = offer !== null && worthOffering(terms, offer.quantity, offer.unitPrice) ? offer : null
  if (tier === null) return trade === null ? [] : [trade]
  if (trade === null || tier.quantity <= trade.quantity) return [tier]
  return trade.unitPrice > ask ? [trade, tier] : [trade]
}

/**
 * What volume can do for an ask under `p_t`, at most three offers, the trades first and by quantity (ENGINE.md, Formulas, Volume
 * for price): the quantity that earns the ask; past the cap, or for an ask at or under `m`, the best unit price at the
 * cap; or the buyer's own tier where that meets the ask with no more pieces. Last the counter, where more pieces are sold than
 * asked for.
 */
export function tradeVolume(terms: TradeTerms): VolumeOffer[] {
  if (terms.ask >= terms.schedule.price) return smallestSold(terms)
  const trades = answering(terms)
  const counter = counterWhereSold(terms)
  if (counter === null || trades.some((trade) => trade.quantity <= counter.quantity)) return trades
  return counter.unitPrice < ownPriceAt(terms.tiers, counter.quantity) ? [...trades, counter] : trades
}
