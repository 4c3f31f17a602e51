import type { LineFacts } from "../types"
import { WHOLE } from "../money/brands"
import { mulDivFloor } from "../money/muldiv"

/**
 * The jitter of a line in units, either sign. Added to `C_t` and to `c̃ + γ(p_t − c̃)` before any maximum, minimum or
 * rounding, never after (ENGINE.md, Attacks, measured).
 */
export function jitterOf(line: LineFacts): number {
  const size = mulDivFloor(line.list_unit_price, Math.abs(line.jitter), WHOLE)
  return line.jitter < 0 ? -size : size
}
