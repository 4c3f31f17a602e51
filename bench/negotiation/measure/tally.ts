import { MAX_PATIENCE } from "../world/line"

/** Sums over the lines of one seed, in cents and counts. Everything reported is a ratio of such sums. */
export interface Tally {
  contribution: number
  /** Joint surplus of what was bought. */
  joint: number
  /** `F − contribution` of lines that bought nothing. */
  lost: number
  /** `F − contribution` of lines that bought. */
  conceded: number
  /** Lines whose buyers talked, and of those: agreed, and seen by a person. */
  talks: number
  agreed: number
  touched: number
  /** Nash distances, over talks with something to share. */
  nash: number
  nashTalks: number
  /** Talks of sincere buyers with room to agree (worth at least the floor), of those agreed, and bought at all. */
  room: number
  roomAgreed: number
  roomBought: number
  /** Agreed talks by asks made; the last place holds that many or more. */
  readonly asks: number[]
}

/** Places of the histogram of asks. */
export const MOST_ASKS = MAX_PATIENCE + 1

/** Nothing counted. */
export function emptyTally(): Tally {
  return {
    contribution: 0, joint: 0, lost: 0, conceded: 0, talks: 0, agreed: 0, touched: 0, nash: 0, nashTalks: 0,
    room: 0, roomAgreed: 0, roomBought: 0, asks: Array.from({ length: MOST_ASKS + 1 }, () => 0),
  }
}

/** What is the same for every seller of a seed: the ceilings' sums, in cents. */
export interface Base {
  readonly lines: number
  readonly asked: number
  readonly full: number
  readonly joint: number
}

/** Median of a histogram by place; 0 where it is empty. */
export function medianOf(histogram: readonly number[]): number {
  const all = histogram.reduce((sum, count) => sum + count, 0)
  let seen = 0
  for (const [place, count] of histogram.entries()) {
    seen += count
    if (all > 0 && seen * 2 >= all) return place
  }
  return 0
}
