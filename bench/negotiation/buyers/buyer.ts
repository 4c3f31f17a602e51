import type { Line } from "../world/line"
import { surplusOf, type Terms } from "../world/valuation"
import type { Script } from "../table/talk"
import { outsideSurplus } from "./choose"
import { MIX_EXPLOITS, type Exploit } from "./exploits/scripts"

/** Levels of exploiters among the buyers that haggle (ENGINE.md, Mix). */
export const LEVELS = [0, 0.05, 0.1, 0.2] as const
/** The highest of them. */
export const TOP_LEVEL = 0.2

/** A script that ends like every buyer: it takes what it found only where that is no worse than not agreeing. */
export function* rational(line: Line, exploit: Exploit): Script {
  const found = yield* exploit(line)
  const nothing: readonly Terms[] = []
  return found.length > 0 && surplusOf(line, found) >= outsideSurplus(line) ? found : nothing
}

/** The script a line plays when it is an exploiter's. */
export function exploitOf(line: Line): Exploit {
  const kind = MIX_EXPLOITS[Math.floor(line.scriptDraw * MIX_EXPLOITS.length)]
  if (kind === undefined) throw new Error("a draw from 0 to under 1 picks a script")
  return kind.make(1)
}
