import type { AgreementFlag } from "../../../contract"
import type { SettledLine } from "../agreement-types"

/** What flags are decided from: an agreed line as it is once the order is counted, and the order's part of it. */
export interface SettledPart {
  readonly title: string
  readonly min_quantity: number
  readonly max_quantity: number | null
  readonly bought_quantity: number
  /** Pieces counted before and now. */
  readonly before: number
  readonly now: SettledLine
  /** When the line ended or will end, the earliest of all its ends. */
  readonly ends_at: Date
}

/** An order's use of an agreement, for {@link flagsOf}. */
export interface SettledUse {
  readonly placed_at: Date
  /** When something about the order changed last. */
  readonly changed_at: Date
  /** True where nobody checked the order before it was placed and this is the first that is known of it. */
  readonly unchecked: boolean
  /** True where the order is one more than the agreement allows. */
  readonly over_orders: boolean
  readonly parts: readonly SettledPart[]
}

type Flag = readonly [AgreementFlag, string | null]

function ofPart(use: SettledUse, part: SettledPart): Flag[] {
  const { now, before, title, min_quantity, max_quantity, bought_quantity } = part
  const flags: Flag[] = []
  const changed = now.quantity !== before
  if (!changed) return flags
  if (now.quantity < before && now.given_back > 0) flags.push(["volume_returned", `${title}: ${before - now.quantity}`])
  if (now.smallest > 0 && now.smallest < min_quantity) flags.push(["under_quantity", `${title}: ${now.smallest} < ${min_quantity}`])
  if (now.quantity > before && max_quantity !== null && bought_quantity > max_quantity) {
    flags.push(["over_limit", `${title}: ${bought_quantity} > ${max_quantity}`])
  }
  const grown = before > 0 && now.quantity > before
  if ((use.unchecked && part.ends_at <= use.placed_at) || (grown && part.ends_at <= use.changed_at)) flags.push(["after_end", title])
  return flags
}

/**
 * What a person should look at of an order that was counted, or counted anew. Only what changed is flagged, so that counting
 * the same order again says nothing.
 */
export function flagsOf(use: SettledUse): Flag[] {
  const flags = use.parts.flatMap((part) => ofPart(use, part))
  if (use.unchecked) flags.unshift(["unchecked_order", null])
  if (use.over_orders) flags.push(["over_limit", null])
  return flags
}
