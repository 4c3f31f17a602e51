import { LIST, type Line } from "../world/line"
import { surplusOf, type Terms } from "../world/valuation"
import type { Reply } from "../table/talk"

/** What a buyer gets without any talk: the pieces at the shelf price, where that is worth it; in cents. */
export function outsideSurplus(line: Line, shelfPrice: number = LIST): number {
  return Math.max(0, (line.value - shelfPrice) * line.quantity)
}

/** An offer and what it leaves the buyer, in cents. */
export interface Choice {
  readonly terms: Terms
  readonly surplus: number
}

/** The best of what a reply offers, or null where it offers nothing. */
export function bestOffer(line: Line, reply: Reply): Choice | null {
  let best: Choice | null = null
  for (const terms of reply.offers) {
    const surplus = surplusOf(line, [terms])
    if (best === null || surplus > best.surplus) best = { terms, surplus }
  }
  return best
}
