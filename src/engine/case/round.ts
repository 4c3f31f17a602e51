import { asUnitPrice, WHOLE } from "../money/brands"
import { compareProducts, mulDivCeil } from "../money/muldiv"
import { noteShare, notePrice, noteRounds, notePieces, type Trace } from "../explain/trace"
import { bestAsk } from "../memory/memory"
import { acceptancePrice, counterPrice, curvePrice, reciprocalPrice, type CounterTerms } from "../price/counter"
import { ownPriceAt } from "../price/own-price"
import { marginalPrice } from "../volume/marginal"
import { largestQuantity, requiredQuantity, soldFrom } from "../volume/schedule"
import { tradeVolume, type VolumeOffer } from "../volume/trade"
import type { CaseView, LineCase } from "./draft"
import type { Figures } from "./figures"

/** What a line may be offered: the price at the asked quantity, and volume for less. */
export interface Prices {
  readonly price: number
  readonly marginal: number
  readonly volumes: readonly VolumeOffer[]
}

/** The round an ask is answered in, from 0. */
function roundOf({ rounds }: CaseView["policy"], { memory }: LineCase): number {
  return Math.min(memory.rounds, rounds - 1)
}

/** `o_min` in units, rounded up. */
function plausibleFrom(view: CaseView, { line }: LineCase): number {
  return mulDivCeil(line.list_unit_price, view.policy.minimumAsk, WHOLE)
}

/** True where the ask is not under the minimum plausible ask `o_min · L`. */
export function isPlausible(view: CaseView, { line, ask }: LineCase): boolean {
  return compareProducts(ask.unitPrice, WHOLE, line.list_unit_price, view.policy.minimumAsk) >= 0
}

/** What counter and acceptance of this round rest on. */
export function counterTerms({ policy, grid }: CaseView, item: LineCase, figures: Figures): CounterTerms {
  return {
    reference: figures.reference,
    cost: figures.basis.cost,
    band: figures.counterBand,
    previous: figures.standing ?? figures.reference,
    concession: policy.curve[roundOf(policy, item)] ?? policy.counterLimit,
    reciprocity: policy.reciprocity,
    ask: item.ask.unitPrice,
    bestAsk: bestAsk(item.memory),
    list: item.line.list_unit_price,
    minimumAsk: policy.minimumAsk,
    jitter: item.line.jitter,
    grid,
  }
}

/** The counter `p_t` of a fresh ask, with the last price paid as anchor (ENGINE.md, Formulas, Counter; Last price paid). */
export function freshPrice(view: CaseView, item: LineCase, figures: Figures, terms: CounterTerms, trace: Trace): number {
  noteRounds(trace, "round", roundOf(view.policy, item) + 1)
  notePrice(trace, "plausible_from", plausibleFrom(view, item))
  noteShare(trace, "concession", terms.concession)
  notePrice(trace, "curve_price", curvePrice(terms, terms.concession))
  notePrice(trace, "best_ask_before", terms.bestAsk)
  notePrice(trace, "reciprocal_price", reciprocalPrice(terms))
  const price = counterPrice(terms, figures.held)
  return figures.honoured === null ? price : Math.min(price, figures.honoured)
}

/** `m` around `price`, the unit price at the asked quantity, as the window keeps it. */
export function marginalAt({ policy, grid }: CaseView, { line, memory }: LineCase, figures: Figures, price: number): number {
  const { reference, basis, band, jitter } = figures
  return marginalPrice({ policy, basis, reference, band, price, jitter, grid, list: line.list_unit_price, kept: memory.marginal_price })
}

/** What can be offered around `price`, the unit price at the asked quantity: the schedule and its trades. */
export function offerAround(view: CaseView, item: LineCase, figures: Figures, price: number, trace: Trace): Prices {
  const { policy, grid } = view
  const { line, ask, counters } = item
  const { basis, step, stock, held, heldQuantity, honouredFrom } = figures
  const marginal = marginalAt(view, item, figures, price)
  const schedule = { price, marginal, quantity: ask.quantity }
  notePrice(trace, "marginal_price", marginal)
  if (ask.unitPrice > marginal && ask.unitPrice < price) {
    notePieces(trace, "quantity_needed", requiredQuantity(schedule, ask.unitPrice, 1))
  }
  notePieces(trace, "step", step)
  notePieces(trace, "largest_quantity", largestQuantity(ask.quantity, policy.capFactor, stock))
  const volumes = tradeVolume({
    schedule, ask: ask.unitPrice, tiers: line.own_prices, floor: basis.floor, capFactor: policy.capFactor,
    step, stock, minimum: line.minimum_quantity ?? 1, held, heldQuantity, honoured: honouredFrom, given: counters, grid,
  })
  return { price, marginal, volumes }
}

/** `A_t`, from which on asks are taken as they are in this round; null where only what is near the counter is. */
function acceptedFrom({ policy }: CaseView, item: LineCase, figures: Figures, terms: CounterTerms): number | null {
  const { acceptance, talkLimit } = policy
  if (acceptance === null) return null
  return acceptancePrice(terms, figures.band, acceptance[roundOf(policy, item)] ?? talkLimit)
}

/**
 * Accept iff `o ≥ p_t`, the buyer pays `p_t`; or `o ≥ E` and either `p_t − o ≤ δR` or `o ≥ A_t`, the buyer pays `o` (ENGINE.md,
 * Formulas, Accept; ADR 0016). A held last price binds the second kind at its quantity or less.
 * @returns the unit price agreed on, or null
 */
export function acceptedPrice(
  view: CaseView, item: LineCase, figures: Figures, terms: CounterTerms, price: number, trace: Trace
): number | null {
  const { ask } = item
  const from = acceptedFrom(view, item, figures, terms)
  if (from !== null) notePrice(trace, "accepts_from", from)
  if (ask.unitPrice >= price) return price
  if (ask.unitPrice < figures.band) return null
  if (ask.unitPrice < figures.held && ask.quantity <= figures.heldQuantity) return null
  if (from !== null && ask.unitPrice >= from) return ask.unitPrice
  const close = compareProducts(price - ask.unitPrice, WHOLE, figures.reference, view.policy.tolerance) <= 0
  return close ? ask.unitPrice : null
}

/** Most trades of the window that are offered again. */
const REMEMBERED = 2

type Given = LineCase["counters"]

/**
 * What the window gave for more pieces than are asked for now. Given for fewer than are sold it holds from the smallest quantity
 * sold on; so does the counter itself, where nothing cheaper was.
 */
function givenAbove({ policy }: CaseView, { line, ask, counters }: LineCase, { step, stock }: Figures, price: number): Given {
  const minimum = line.minimum_quantity ?? 1
  const above = counters.filter(({ quantity }) => quantity > ask.quantity)
  const sold = soldFrom(ask.quantity, minimum, step)
  if (sold === ask.quantity) return above.filter(({ unit_price }) => unit_price < price)
  const lowest = above.filter(({ quantity }) => quantity < minimum).at(-1)?.unit_price ?? asUnitPrice(price)
  const trades = above.filter(({ quantity, unit_price }) => quantity >= minimum && unit_price < price)
  const reached = sold <= largestQuantity(ask.quantity, policy.capFactor, stock) && !trades.some(({ quantity }) => quantity <= sold)
  return reached ? [{ quantity: sold, unit_price: lowest }, ...trades] : trades
}

/**
 * The trades of the window that still stand above the asked quantity, cheapest threshold first (ENGINE.md: the standing
 * answer comes back). One that has become the buyer's own price meanwhile, say by an agreement, is pointed out only where
 * it meets the ask and a place is left: so a higher ask only sees more.
 */
export function rememberedVolumes(view: CaseView, item: LineCase, figures: Figures, price: number): VolumeOffer[] {
  const { line, ask } = item
  const standing = givenAbove(view, item, figures, price).filter(
    (entry) =>
      entry.unit_price >= figures.basis.floor &&
      (figures.stock === null || entry.quantity <= figures.stock) &&
      !(entry.unit_price < figures.held && entry.quantity <= figures.heldQuantity)
  )
  const better = standing.filter((entry) => entry.unit_price < ownPriceAt(line.own_prices, entry.quantity)).slice(0, REMEMBERED)
  const own = standing.find((entry) => entry.unit_price <= ask.unitPrice && entry.unit_price === ownPriceAt(line.own_prices, entry.quantity))
  const shown = own === undefined || better.length === REMEMBERED ? better : [...better, own].sort((a, b) => a.quantity - b.quantity)
  return shown.map((entry) => ({ quantity: entry.quantity, unitPrice: entry.unit_price, existing: true }))
}
