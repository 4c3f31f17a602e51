import { haggler } from "../buyers/haggler"
import { exploitOf, LEVELS, rational, TOP_LEVEL } from "../buyers/buyer"
import { play, type Played } from "../table/play"
import type { Seller } from "../table/talk"
import { ceilingsOf, type Ceilings } from "../world/ceilings"
import { floorOf, itemOf, type Line } from "../world/line"
import { contributionOf, surplusOf } from "../world/valuation"
import { nashDistance } from "./nash"
import { settle } from "./settle"
import { emptyTally, MOST_ASKS, type Base, type Tally } from "./tally"

/** The lines of one seed with their ceilings. */
export interface Field {
  readonly lines: readonly Line[]
  readonly ceilings: readonly Ceilings[]
  readonly base: Base
}

/** Works out the ceilings of some lines, once for all sellers. */
export function fieldOf(lines: readonly Line[]): Field {
  const ceilings = lines.map(ceilingsOf)
  const sum = (of: (ceiling: Ceilings) => number): number => ceilings.reduce((total, ceiling) => total + of(ceiling), 0)
  return {
    lines, ceilings,
    base: { lines: lines.length, asked: sum(({ asked }) => asked), full: sum(({ full }) => full), joint: sum(({ joint }) => joint) },
  }
}

/** Adds one line, played one way, to the tallies of some levels. */
function count(line: Line, ceiling: Ceilings, shelfPrice: number, played: Played | null, tallies: readonly Tally[]): void {
  const { bought, agreed } = settle(line, shelfPrice, played?.taken ?? [])
  const seller = contributionOf(line, bought)
  const buyer = surplusOf(line, bought)
  const room = line.haggles && line.temper === 0 && line.value >= floorOf(line.cost)
  for (const tally of tallies) {
    tally.contribution += seller
    tally.joint += seller + buyer
    tally[bought.length > 0 ? "conceded" : "lost"] += ceiling.full - seller
    if (played === null) continue
    tally.talks++
    if (played.person) tally.touched++
    if (agreed) {
      tally.agreed++
      const place = Math.min(played.asks, MOST_ASKS)
      tally.asks[place] = (tally.asks[place] ?? 0) + 1
    }
    if (ceiling.joint > 0) {
      tally.nash += nashDistance(line, ceiling.joint, { seller, buyer })
      tally.nashTalks++
    }
    if (room) {
      tally.room++
      if (agreed) tally.roomAgreed++
      if (bought.length > 0) tally.roomBought++
    }
  }
}

/**
 * Plays every line of a field against one seller. A line is played as itself and, where its draw makes it an
 * exploiter's at some level, a second time as one; every level's tally takes the line as it is at that level. So all
 * levels and all sellers share every draw (common random numbers).
 * @returns a tally per level, in the order of `LEVELS`
 */
export function simulate(field: Field, seller: Seller, levels: readonly number[] = LEVELS): Tally[] {
  const tallies = levels.map(emptyTally)
  const highest = Math.min(TOP_LEVEL, Math.max(...levels))
  for (const [place, line] of field.lines.entries()) {
    const ceiling = field.ceilings[place]
    if (ceiling === undefined) continue
    const item = itemOf(line)
    const shelfPrice = seller.shelfPrice(item)
    if (!line.haggles || seller.fixed) {
      count(line, ceiling, shelfPrice, null, tallies)
      continue
    }
    const isExploiter = (level: number | undefined): boolean => line.exploitDraw < (level ?? 0)
    const honest = tallies.filter((_, index) => !isExploiter(levels[index]))
    const exploited = tallies.filter((_, index) => isExploiter(levels[index]))
    if (honest.length > 0) count(line, ceiling, shelfPrice, play(haggler(line), seller, item), honest)
    if (line.exploitDraw < highest) count(line, ceiling, shelfPrice, play(rational(line, exploitOf(line)), seller, item), exploited)
  }
  return tallies
}
