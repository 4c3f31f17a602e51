import type { PromotionStacking } from "../../../contract"

/** What a merchant's promotion would take off a line. Millionths of a major unit, in the terms the line's price is in. */
export interface MerchantDiscount {
  readonly code: string
  readonly amount: bigint
}

/** A line at an agreed price with the promotions that want to take something off it. All amounts in millionths. */
export interface StackedLine {
  readonly stacking: PromotionStacking
  /** The line at the agreed price, before any discount. */
  readonly agreed: bigint
  /** The line at the price it would have without an agreement; null where there is none. */
  readonly normal: bigint | null
  /** What the agreement's own concessions take off. */
  readonly own: bigint
  /**
   * What the merchant's promotions would take off: at the normal price and alone (`best`), or off what the concessions
   * leave (`floor`).
   */
  readonly merchant: readonly MerchantDiscount[]
  /** What promotions must leave of the line: its floor, on coarse steps; null where that is not known. */
  readonly floor: bigint | null
  /** Smallest unit of the currency. */
  readonly grid: bigint
}

const atLeastZero = (amount: bigint) => (amount > 0n ? amount : 0n)
const least = (a: bigint, b: bigint) => (a < b ? a : b)

/** Gives each promotion what it asks, in their order, until nothing is left. */
function spread(discounts: readonly MerchantDiscount[], total: bigint): MerchantDiscount[] {
  let left = total
  const given: MerchantDiscount[] = []
  for (const { code, amount } of discounts) {
    const part = least(atLeastZero(amount), left)
    if (part > 0n) given.push({ code, amount: part })
    left -= part
  }
  return given
}

/** The extra discount that brings the line to what the promotions would make of its normal price, if that is less. */
function bestOf(line: StackedLine, room: bigint): MerchantDiscount[] {
  if (line.normal === null) return []
  const asked = line.merchant.reduce((sum, { amount }) => sum + atLeastZero(amount), 0n)
  const missing = room - atLeastZero(line.normal - asked)
  if (missing <= 0n) return []
  // Up to the next cent, in the buyer's favour: never worse off than without the agreement.
  const extra = least(((missing + line.grid - 1n) / line.grid) * line.grid, room)
  const given = spread(line.merchant, extra)
  const rest = extra - given.reduce((sum, { amount }) => sum + amount, 0n)
  const first = given[0]
  return first && rest > 0n ? [{ ...first, amount: first.amount + rest }, ...given.slice(1)] : given
}

/** All that is asked, as far as the floor allows; cut to whole cents where it does not. */
function downToFloor(line: StackedLine, room: bigint): MerchantDiscount[] {
  if (line.floor === null) return []
  const most = atLeastZero(room - line.floor)
  const asked = line.merchant.reduce((sum, { amount }) => sum + atLeastZero(amount), 0n)
  return spread(line.merchant, asked <= most ? asked : (most / line.grid) * line.grid)
}

/**
 * What a merchant's promotions may take off a line at an agreed price, as the agreement says: `none`: nothing; `best`: what
 * makes the line as cheap as its normal price with the promotions, where that is less than the agreed price with its
 * concessions; `floor`: what they ask, down to the next coarse step above the policy's floor: a promotion
 * that takes all off must not show where the floor is. The agreement's own concessions come off first and are
 * never cut; the line never ends under nothing.
 */
export function allowedDiscounts(line: StackedLine): MerchantDiscount[] {
  const room = atLeastZero(line.agreed - line.own)
  if (line.stacking === "none") return []
  return line.stacking === "best" ? bestOf(line, room) : downToFloor(line, room)
}
