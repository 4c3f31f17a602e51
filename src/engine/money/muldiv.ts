/**
 * Products and quotients of whole numbers, exact whatever their size: where a product leaves the safe integers the
 * step is done in BigInt. A result beyond the safe integers comes back as `Number.MAX_SAFE_INTEGER`: too large for any
 * price or quantity, so every limit stops it.
 */
const SAFE = Number.MAX_SAFE_INTEGER

function clamp(value: bigint): number {
  return value > BigInt(SAFE) ? SAFE : Number(value)
}

/** `floor(a · b / d)` for whole `a, b ≥ 0` and `d ≥ 1`. */
export function mulDivFloor(a: number, b: number, d: number): number {
  const product = a * b
  // A quotient of safe integers never rounds up to the next whole number as long as the dividend is safe.
  if (product <= SAFE) return Math.floor(product / d)
  return clamp((BigInt(a) * BigInt(b)) / BigInt(d))
}

/** `ceil(a · b / d)` for whole `a, b ≥ 0` and `d ≥ 1`. */
export function mulDivCeil(a: number, b: number, d: number): number {
  const product = a * b
  if (product + d <= SAFE) return Math.floor((product + d - 1) / d)
  const divisor = BigInt(d)
  return clamp((BigInt(a) * BigInt(b) + divisor - 1n) / divisor)
}

/** Compares two fractions without dividing: negative, 0 or positive as `a · b` is under, at or over `c · d`. All whole, ≥ 0. */
export function compareProducts(a: number, b: number, c: number, d: number): number {
  const left = a * b
  const right = c * d
  // Where only `left` is beyond the safe integers the difference has the right sign all the same.
  if (right <= SAFE) return left - right
  const exactLeft = BigInt(a) * BigInt(b)
  const exactRight = BigInt(c) * BigInt(d)
  return exactLeft < exactRight ? -1 : exactLeft > exactRight ? 1 : 0
}

/** `a · b` where it is a safe integer, else null. */
export function product(a: number, b: number): number | null {
  const result = a * b
  return Number.isSafeInteger(result) ? result : null
}
