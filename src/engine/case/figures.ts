import { standingCounter } from "../memory/memory"
import { talkBand } from "../price/band"
import type { FloorBasis } from "../price/floor"
import { jitterOf } from "../price/jitter"
import { heldPrice, honouredPrice } from "../price/last-paid"
import { ownPriceAt } from "../price/own-price"
import { promiseConcern, type PromiseConcern } from "../routing/concern"
import type { HonouredPoint } from "../volume/trade"
import { usablePieces } from "../volume/usable"
import type { CaseView, LineCase } from "./draft"

/** The figures a line is decided with, once its facts are known to suffice. Prices in units. */
export interface Figures {
  /** `R` */
  readonly reference: number
  readonly basis: FloorBasis
  /** `E` */
  readonly band: number
  /** The deepest counter: `E` with ρ_c in place of ρ. */
  readonly counterBand: number
  /** Lowest counter of the window at this quantity or less where it is under `R`; null where nothing stands. */
  readonly standing: number | null
  /** Price held because it was paid last; 0 holds nothing. */
  readonly held: number
  readonly heldQuantity: number
  /** Price honoured because it was paid last, or null. */
  readonly honoured: number | null
  /** The same where it is honoured from a quantity on that is larger than the asked one, or null. */
  readonly honouredFrom: HonouredPoint | null
  readonly jitter: number
  /** Pieces a proposal goes up by. */
  readonly step: number
  /** Most pieces that can be promised and are of use, or null without a bound. */
  readonly stock: number | null
}

/** Where the last price paid is honoured above the asked quantity, or null. */
function honouredAbove({ policy, grid }: CaseView, { line, ask }: LineCase, basis: FloorBasis): HonouredPoint | null {
  const from = line.last_paid?.quantity ?? 0
  const unitPrice = from > ask.quantity ? honouredPrice(policy, line, from) : null
  if (unitPrice === null) return null
  return { quantity: from, unitPrice, byPerson: unitPrice < talkBand(ownPriceAt(line.own_prices, from), basis, policy.talkLimit, grid) }
}

/** Works out the figures of a line from its facts. Needs `R > f`. */
export function figuresOf(view: CaseView, item: LineCase, reference: number, basis: FloorBasis): Figures {
  const { line, ask } = item
  const { policy, grid, advising } = view
  const band = talkBand(reference, basis, policy.talkLimit, grid)
  const lowest = standingCounter(item, ask.quantity)
  const usable = lowest !== null && lowest < reference && !(advising && lowest < basis.floor)
  const honoured = honouredPrice(policy, line, ask.quantity)
  return {
    reference,
    basis,
    band,
    counterBand: talkBand(reference, basis, policy.counterLimit, grid),
    standing: usable ? lowest : null,
    held: heldPrice(policy, line, reference),
    heldQuantity: line.last_paid?.quantity ?? 0,
    honouredFrom: honouredAbove(view, item, basis),
    honoured: advising && honoured !== null && honoured < band ? null : honoured,
    jitter: jitterOf(line),
    step: line.lot ?? policy.step,
    stock: usablePieces(line, view.annualVolume, ask.quantity),
  }
}

/** Why a person decides although the facts are complete (ENGINE.md, Formulas, Counter; Last price paid); or null. */
export function figuresConcern({ standing, honoured, basis, band }: Figures): PromiseConcern | null {
  return promiseConcern({ standing, honoured, floor: basis.floor, band })
}
