import type { LineFacts } from "../../../engine"
import type { PeerAsk } from "../../../modules/negotiation/operations/read-peer-asks"

/** Nine in ten. */
const USUAL_SHARE = 0.9

/**
 * How deep peers asked for a variant within the window: one ask of each company, its newest, so that nobody makes the usual by
 * asking often.
 * @param asks newest first @returns null where none did
 */
export function peerAsks(asks: readonly PeerAsk[], variant_id: string, windowDays: number): NonNullable<LineFacts["peer_asks"]> | null {
  const newest = new Map<string, number>()
  for (const ask of asks) {
    if (ask.variant_id !== variant_id || ask.age_days >= windowDays || newest.has(ask.company_id)) continue
    newest.set(ask.company_id, ask.depth)
  }
  const depths = [...newest.values()].sort((a, b) => a - b)
  const deepest_usual = depths[Math.ceil(depths.length * USUAL_SHARE) - 1]
  return deepest_usual === undefined ? null : { count: depths.length, deepest_usual }
}
