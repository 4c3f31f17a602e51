import { mulDivFloor } from "./muldiv"

/**
 * Splits `total` in proportion to `weights`, to the last unit: everyone gets the whole part, the units left over go one
 * each to the largest remainders, ties to the earlier (ENGINE.md, Money: largest remainder).
 * @param total whole, ≥ 0
 * @param weights whole, ≥ 0; where all are 0 they count as equal
 * @returns shares in the order of the weights; their sum is `total`
 */
export function allocate(total: number, weights: readonly number[]): number[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  const base = whole === 0 ? weights.map(() => 1) : weights
  const divisor = whole === 0 ? weights.length : whole
  const shares = base.map((weight) => mulDivFloor(total, weight, divisor))
  let left = total - shares.reduce((sum, share) => sum + share, 0)
  const order = base
    .map((weight, index) => ({ index, remainder: (BigInt(total) * BigInt(weight)) % BigInt(divisor) }))
    .sort((a, b) => Number(b.remainder - a.remainder))
  for (const { index } of order) {
    if (left <= 0) break
    shares[index] = (shares[index] ?? 0) + 1
    left -= 1
  }
  return shares
}
