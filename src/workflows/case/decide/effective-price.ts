import type { StoreOption } from "../../../contract"
import type { OptionTerms } from "../../../modules/negotiation/case-types"

const UNITS = 10_000
const WHOLE_BPS = 10_000n

/** Something off an option's goods, as the buyer is shown it. */
export type ShownConcession = NonNullable<StoreOption["concession"]>

/** The one concession off the goods that an option hangs on; null where it brings none, or several. */
export function concessionOf(terms: OptionTerms | null): ShownConcession | null {
  const [only, ...more] = terms?.concessions ?? []
  if (!only || more.length > 0) return null
  if (only.kind === "freight" && only.on === "goods") {
    return { kind: "freight", percent: only.percent, shipping_option_id: only.shipping_option_id, payment_term: null }
  }
  if (only.kind !== "payment_term") return null
  return { kind: "payment_term", percent: only.percent, shipping_option_id: null, payment_term: only.payment_term }
}

const left = (units: bigint, percent: number) => units * (WHOLE_BPS - BigInt(Math.round(percent * 100)))

/** A ten-thousandth of ten-thousandths, to the nearest ten-thousandth of a major unit. */
const rounded = (amount: bigint) => Number((amount + WHOLE_BPS / 2n) / WHOLE_BPS) / UNITS

/** A unit price with a share taken off, in major units: as the cart takes it off, to the nearest ten-thousandth. */
export function effectiveUnitPrice(unit_price: number, percent: number): number {
  return rounded(left(BigInt(Math.round(unit_price * UNITS)), percent))
}

/** What lines come to with a share taken off, in major units: the cart takes it off the sum of a line, not off each piece. */
export function goodsTotal(lines: readonly { readonly unit_price: number; readonly quantity: number }[], percent: number): number {
  const units = lines.reduce((sum, line) => sum + BigInt(Math.round(line.unit_price * UNITS)) * BigInt(line.quantity), 0n)
  return rounded(left(units, percent))
}
