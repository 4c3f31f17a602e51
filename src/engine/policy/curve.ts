import { WHOLE } from "../money/brands"

/**
 * The concession of every round, in basis points of `R − c`: `α + (ρ − α) · ((t − 1)/(T − 1))^(1/β)`; with one round
 * it is ρ (ENGINE.md, Formulas, Curve). Counters and, from and to shares of their own, what asks are accepted at. This is the one place with an exponent, so it is tabulated when a policy is
 * saved; cut down to whole basis points, in the seller's favour.
 * @param opening α in basis points
 * @param limit ρ in basis points
 * @param shape β, above 0
 * @param rounds T, at least 1
 */
export function tabulateCurve(opening: number, limit: number, shape: number, rounds: number): number[] {
  if (rounds === 1) return [limit]
  return Array.from({ length: rounds }, (_, index) => {
    const progress = Math.pow(index / (rounds - 1), 1 / shape)
    return Math.min(limit, opening + Math.floor((limit - opening) * progress + 1 / WHOLE))
  })
}
