/** A line of an order as Medusa counts it, and what it comes to. Pieces. */
export interface CountedItem {
  readonly id: string
  readonly variant_id: string
  readonly ordered: number
  /** Received back, in whatever state. */
  readonly returned: number
  /** Written off: claimed, or received back damaged. */
  readonly written_off: number
}

/** What a claim says of one line. Pieces. */
export interface ClaimedItem {
  readonly item_id: string
  /** Claimed without being asked back, or besides. */
  readonly written_off: number
  /** Asked back with the claim. */
  readonly asked_back: number
  /** Received back with the claim. */
  readonly received: number
}

/** A claim that was not taken back. */
export interface OrderClaim {
  readonly claimed: readonly ClaimedItem[]
  /** Lines of the order that were sent in place of what was claimed. */
  readonly sent: readonly { readonly item_id: string; readonly quantity: number }[]
}

/** Pieces of a line the buyer keeps, and those they don't. */
export interface KeptPieces {
  quantity: number
  given_back: number
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)

/** Pieces that are gone with a claim: what is claimed and then comes back is gone once. */
const gone = (claimed: ClaimedItem) => Math.max(claimed.written_off, claimed.received)

function withoutReplacements(item: CountedItem, claims: readonly OrderClaim[]): KeptPieces {
  const claimed = claims.flatMap((claim) => claim.claimed.filter((each) => each.item_id === item.id))
  const otherwise = item.returned - sum(claimed.map((each) => each.received))
  // Never less than Medusa itself counts, whoever wrote it.
  const given_back = Math.min(item.ordered, Math.max(otherwise + sum(claimed.map(gone)), item.returned, item.written_off))
  return { quantity: item.ordered - given_back, given_back }
}

/**
 * What the buyer keeps of each line of an order. A replacement takes the place of what was claimed: as many pieces of the
 * same article count once, on the line they were ordered on, whichever way they are on; what was claimed and not replaced is given back.
 * Other goods, and more of them than were claimed, count as what they are: further lines of the order.
 *
 * @param claims oldest first; what was sent with one may be claimed with the next.
 */
export function keptPieces(items: readonly CountedItem[], claims: readonly OrderClaim[]): Map<string, KeptPieces> {
  const kept = new Map(items.map((item) => [item.id, withoutReplacements(item, claims)]))
  const variantOf = new Map(items.map((item) => [item.id, item.variant_id]))
  for (const { claimed, sent } of [...claims].reverse()) {
    const open = claimed.map((each) => ({ item_id: each.item_id, left: Math.max(each.written_off, each.asked_back), gone: gone(each) }))
    for (const { item_id, quantity } of sent) {
      const replacement = kept.get(item_id)
      for (const place of open.filter((each) => variantOf.get(each.item_id) === variantOf.get(item_id))) {
        const original = kept.get(place.item_id)
        if (!replacement || !original) continue
        const pieces = Math.min(quantity, replacement.quantity, place.left)
        const again = Math.min(pieces, place.gone, original.given_back)
        replacement.quantity -= pieces
        original.quantity += again
        original.given_back -= again
        place.left -= pieces
        place.gone -= again
      }
    }
  }
  return kept
}
