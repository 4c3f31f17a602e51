import { LEVER_GAINS, LIST, type Line } from "./line"

/** What is bought on which terms. Levers as bits: 1 the first, 2 the second. Prices in cents. */
export interface Terms {
  readonly quantity: number
  readonly unitPrice: number
  readonly levers: number
}

/** Every combination of levers. */
export const LEVER_SETS: readonly number[] = [0, 1, 2, 3]

/** `V(q)/(vQ)` of a flexible buyer for `ratio = q/Q ≥ 1` (ENGINE.md, World). */
function growth(ratio: number, elasticity: number): number {
  const power = 1 - 1 / elasticity
  return Math.abs(power) < 1e-9 ? Math.log(ratio) : (Math.pow(ratio, power) - 1) / power
}

/**
 * What `quantity` pieces are worth to the buyer, in cents. `V(q) = vQ[1 + ((q/Q)^(1−1/ε) − 1)/(1 − 1/ε)]` from `Q` up
 * to `κQ`; nothing is added beyond. Under `Q` every piece is worth `v`: the formula is given for growth, and the
 * pieces a buyer came for are all needed.
 */
export function worth(line: Line, quantity: number): number {
  const { value, quantity: wanted, flexible, cap, elasticity } = line
  if (quantity <= wanted) return value * quantity
  if (!flexible) return value * wanted
  return value * wanted * (1 + growth(Math.min(quantity / wanted, cap), elasticity))
}

/** What the levers of a set cost the buyer per piece, in cents. */
export function leverCost(line: Line, levers: number): number {
  return LIST * ((levers & 1 ? line.leverCosts[0] : 0) + (levers & 2 ? line.leverCosts[1] : 0))
}

/** What the levers of a set bring the seller per piece, in cents. */
export function leverGain(levers: number): number {
  return LIST * ((levers & 1 ? LEVER_GAINS[0] : 0) + (levers & 2 ? LEVER_GAINS[1] : 0))
}

/** What the buyer keeps of a purchase in one or several parts, in cents. */
export function surplusOf(line: Line, bought: readonly Terms[]): number {
  let pieces = 0
  let spent = 0
  for (const { quantity, unitPrice, levers } of bought) {
    pieces += quantity
    spent += (unitPrice + leverCost(line, levers)) * quantity
  }
  return pieces === 0 ? 0 : worth(line, pieces) - spent
}

/** What the seller keeps, in cents: contribution and what the levers bring. */
export function contributionOf(line: Line, bought: readonly Terms[]): number {
  return bought.reduce((sum, { quantity, unitPrice, levers }) => sum + (unitPrice - line.cost + leverGain(levers)) * quantity, 0)
}
