import type { LineFacts } from "../types"
import { isWhole, WHOLE } from "../money/brands"
import { compareProducts } from "../money/muldiv"

/** Fewer companies than this say nothing of what is usual. */
const ENOUGH_PEERS = 5

/** The discount nine in ten peers asked for at most, in basis points; null where too few asked, or nobody can tell. */
export function usualDepth({ peer_asks }: LineFacts): number | null {
  if (peer_asks === null || peer_asks === undefined) return null
  const { count, deepest_usual } = peer_asks
  return isWhole(count, ENOUGH_PEERS, Number.MAX_SAFE_INTEGER) && isWhole(deepest_usual, 0, WHOLE) ? deepest_usual : null
}

/**
 * True where the ask is deeper than nine in ten of its peers': off the buyer's own price, as theirs were off theirs. It is
 * flagged to the rep and never rerouted (ENGINE.md, Escalate): this is worked out after the answer, and nothing reads it.
 * @param reference `R` at the asked quantity, in units
 * @param ask in units
 */
export function isDeepAgainstPeers(line: LineFacts, reference: number, ask: number): boolean {
  const usual = usualDepth(line)
  return usual !== null && ask < reference && compareProducts(reference - ask, WHOLE, reference, usual) > 0
}
