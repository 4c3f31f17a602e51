import { haggler } from "../buyers/haggler"
import { play } from "../table/play"
import type { Seller } from "../table/talk"
import { itemOf, LIST, type Line } from "./line"

/** Figures of the opening and of the agreement of some lines' talks. */
export interface Calibration {
  /** Mean first ask as a share of list: of sincere buyers, and of the whole mix. */
  readonly firstOfferSincere: number
  readonly firstOfferMix: number
  /** Share of talks that end in an agreement, by seller and for the same two groups. */
  readonly agreement: readonly { readonly seller: string; readonly sincere: number; readonly mix: number }[]
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)

/** Measures what eBay published, on talks without exploiters. eBay's sellers are people, so several sellers stand in for them. */
export function calibrate(lines: readonly Line[], sellers: readonly Seller[]): Calibration {
  const talks = lines.filter(({ haggles }) => haggles)
  const sincere = talks.filter(({ temper }) => temper === 0)
  const opening = (some: readonly Line[]): number => mean(some.map((line) => line.opening / LIST))
  const agreed = (some: readonly Line[], seller: Seller): number =>
    mean(some.map((line) => (play(haggler(line), seller, itemOf(line)).taken.length > 0 ? 1 : 0)))
  return {
    firstOfferSincere: opening(sincere),
    firstOfferMix: opening(talks),
    agreement: sellers.map((seller) => ({ seller: seller.name, sincere: agreed(sincere, seller), mix: agreed(talks, seller) })),
  }
}
