import type { PriceLadder } from "../../client"

/** A price that holds from a quantity on. */
export interface Step {
  readonly from: number
  readonly price: number
  readonly kind: "now" | "threshold" | "agreed"
}

/** The steps of a ladder from one piece on, each at a lower price than the one before. */
export function stepsOf(ladder: PriceLadder): Step[] {
  const later: Step[] = [
    ...ladder.thresholds.map((each): Step => ({ from: each.min_quantity, price: each.unit_price, kind: "threshold" })),
    ...ladder.agreed.map((each): Step => ({ from: each.min_quantity, price: each.unit_price, kind: "agreed" })),
  ].sort((left, right) => left.from - right.from || left.price - right.price)
  const steps: Step[] = [{ from: 1, price: ladder.current_unit_price, kind: "now" }]
  for (const step of later) if (step.price < (steps.at(-1)?.price ?? Infinity)) steps.push(step)
  return steps
}
