import type { Line } from "../world/line"
import type { Terms } from "../world/valuation"

/** What a buyer ended with. */
export interface Outcome {
  /** Everything bought, at agreed prices or off the shelf; empty where nothing was. */
  readonly bought: readonly Terms[]
  /** True where at least a part was agreed on. */
  readonly agreed: boolean
}

/**
 * What a line comes to in the end. Who agreed on fewer pieces than needed, or on none, buys the rest off the shelf
 * where a piece is worth that: always if it doesn't haggle, else as the line's draw says (ENGINE.md, World).
 */
export function settle(line: Line, shelfPrice: number, taken: readonly Terms[]): Outcome {
  const agreed = taken.length > 0
  const left = line.quantity - taken.reduce((sum, { quantity }) => sum + quantity, 0)
  const buysRest = left > 0 && line.value >= shelfPrice && (line.fallsBack || !line.haggles)
  return { agreed, bought: buysRest ? [...taken, { quantity: left, unitPrice: shelfPrice, levers: 0 }] : taken }
}
