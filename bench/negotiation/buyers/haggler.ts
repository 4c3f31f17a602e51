import { LIST, type Line, type Style } from "../world/line"
import type { Terms } from "../world/valuation"
import type { Reply, Script } from "../table/talk"
import { bestOffer, outsideSurplus } from "./choose"

/** Exponent of the way from opening to limit: `((t − 1)/(n − 1))^(1/β)` with β = .2, 1 and 3. */
const EXPONENTS: Readonly<Partial<Record<Style, number>>> = { boulware: 5, linear: 1, conceder: 1 / 3 }

/** The seller's price for the pieces asked and nothing else, or list where none stands. */
function counterOf(reply: Reply, quantity: number): number {
  let price = LIST
  for (const terms of reply.offers) if (terms.quantity <= quantity && terms.levers === 0) price = Math.min(price, terms.unitPrice)
  return price
}

/**
 * The ask of round `round` (2, 3, …). Styles by time walk from opening to limit in `patience` rounds; who splits goes
 * half the way to the seller's price. Nobody goes back or beyond its limit, the smaller of worth and list.
 */
export function nextAsk(line: Line, round: number, last: number, reply: Reply): number {
  const limit = Math.floor(Math.min(line.value, LIST))
  const exponent = EXPONENTS[line.style]
  const aim = exponent === undefined
    ? (last + counterOf(reply, line.quantity)) / 2
    : line.opening + (limit - line.opening) * Math.pow((round - 1) / Math.max(1, line.patience - 1), exponent)
  return Math.max(last, Math.min(limit, Math.floor(aim)))
}

/**
 * An ordinary buyer (ENGINE.md, World). It asks, and takes the best offer as soon as that is worth no less than what it
 * would ask next; in its last round anything no worse than not agreeing. In between it may lose interest and leave.
 */
export function* haggler(line: Line): Script {
  const outside = outsideSurplus(line)
  let ask = line.opening
  for (let round = 1; round <= line.patience; round++) {
    const reply: Reply = yield { do: "ask", unitPrice: ask, quantity: line.quantity }
    if (reply.accepted !== null) return [reply.accepted]
    const best = bestOffer(line, reply)
    const last = reply.final || round === line.patience
    const next = nextAsk(line, round + 1, ask, reply)
    const wanted = last ? outside : Math.max(outside, (line.value - next) * line.quantity)
    if (best !== null && best.surplus >= wanted) return [best.terms]
    if (last || line.walks[round - 1] === true) return NOTHING
    ask = next
  }
  return NOTHING
}

const NOTHING: readonly Terms[] = []
