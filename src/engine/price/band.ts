import { WHOLE } from "../money/brands"
import { ceilTo } from "../money/grid"
import { mulDivFloor } from "../money/muldiv"
import type { FloorBasis } from "./floor"

/**
 * Talk band `E = max(f, R − ρ(R − c))`: the deepest price talk alone can reach (ENGINE.md, Formulas, Talk band).
 * The floor enters rounded up to the next 2% of list, always, so that neither it nor a price near it is an answer and
 * `E` falls evenly. Rounded up to the currency, never above `R`. Needs `R ≥ c`.
 */
export function talkBand(reference: number, basis: FloorBasis, talkLimit: number, grid: number): number {
  const talk = ceilTo(reference - mulDivFloor(reference - basis.cost, talkLimit, WHOLE), grid)
  return Math.min(reference, Math.max(basis.veiled, talk))
}
