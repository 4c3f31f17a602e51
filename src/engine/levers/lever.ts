import { WHOLE } from "../money/brands"
import { mulDivFloor } from "../money/muldiv"

const DAYS_PER_YEAR = 365
/** What shares of a lever are counted in: basis points a year, by the day. */
export const SHARE_PARTS = WHOLE * DAYS_PER_YEAR

/** A trade of something other than volume that a case allows. Sums in units, shares in parts of {@link SHARE_PARTS}. */
export interface Lever {
  readonly kind: "freight" | "payment_term"
  /** Of the way to ship, or to pay. */
  readonly id: string
  /** What it brings the seller on one order, whatever the order is worth. */
  readonly gain: number
  /** What it brings for every unit that is paid. */
  readonly gainShare: number
  /** What the buyer pays for shipping with it; null where that can't be told, or where it changes nothing about shipping. */
  readonly shipping: number | null
  /** What paying sooner costs the buyer for every unit paid, at a rate that is nobody's secret. */
  readonly interestShare: number
}

/** Basis points a year over some days, in parts of {@link SHARE_PARTS}. */
export function overDays(yearly: number, days: number): number {
  return yearly * days
}

/** A share in basis points that time does nothing to, in parts of {@link SHARE_PARTS}. */
export function atOnce(share: number): number {
  return share * DAYS_PER_YEAR
}

/** What a lever brings the seller where `paid` is paid for the goods, in units. */
export function gainOf({ gain, gainShare }: Lever, paid: number): number {
  return gain + mulDivFloor(paid, gainShare, SHARE_PARTS)
}

/** What a cut takes off the goods, in units. */
export function cutOf(goods: number, cut: number): number {
  return mulDivFloor(goods, cut, WHOLE)
}

/**
 * The largest cut, in whole basis points of the goods, that hands over no more than `1 − σ` of the gain (ENGINE.md,
 * Formulas, Levers). A gain that is a share of what is paid shrinks with the cut itself: of `x = (1 − σ)·share` of the
 * price before the cut only `x/(1 + x)` can be given.
 * @param goods `Σ p·q` before the cut, in units
 * @param keptShare σ in basis points
 */
export function largestCut({ gain, gainShare }: Lever, goods: number, keptShare: number): number {
  if (goods === 0) return 0
  const given = WHOLE - keptShare
  const fixed = mulDivFloor(mulDivFloor(gain, given, WHOLE), WHOLE, goods)
  const share = given * gainShare
  return fixed + mulDivFloor(WHOLE, share, WHOLE * SHARE_PARTS + share)
}
