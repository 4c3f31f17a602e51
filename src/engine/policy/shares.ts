import { WHOLE } from "../money/brands"

/** A share (fraction of 1) as whole basis points, or null where it is finer than that or no number. */
export function toBasisPoints(share: number): number | null {
  const count = Math.round(share * WHOLE)
  return Number.isSafeInteger(count) && Math.abs(share * WHOLE - count) < 1e-6 ? count : null
}

/** A factor as basis points, cut down to whole ones. */
export function factorToBasisPoints(factor: number): number {
  return Math.floor(factor * WHOLE + 1e-6)
}
