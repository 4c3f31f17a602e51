import type { LineFacts } from "../types"
import type { CompiledPolicy } from "../policy/compiled"
import { WHOLE } from "../money/brands"
import { ceilTo } from "../money/grid"
import { mulDivCeil } from "../money/muldiv"
import { COARSE_STEPS, stepAbove } from "./coarse"

/** Steps of the list price a floor is hidden behind: 2% each (ENGINE.md: "rounded up to the next 2% of L first"). */
const VEIL_STEPS = 50

/** Why a line has no floor of its own. */
export type CostGap = "cost_missing" | "cost_stale"

/** What the floor of a line rests on. */
export interface FloorBasis {
  /** `f`, in units, on the currency's grid. */
  readonly floor: number
  /** `f` rounded up to the next 2% of `L`: what stands in for the floor wherever it would bind. */
  readonly veiled: number
  /** `f` rounded up to the next eighth of `L`: what stands in for it wherever a buyer could look for its border. */
  readonly coarse: number
  /** `c` as the formulas use it; the deepest price allowed where the cost is unknown and the policy allows that. */
  readonly cost: number
  /** True where `cost` is the real unit cost. */
  readonly known: boolean
}

/** `f = ceil(c / (1 − μ))`, up to the currency's smallest unit (ENGINE.md, Formulas, Floor). */
export function floorOf(cost: number, minimumMargin: number, grid: number): number {
  return ceilTo(mulDivCeil(cost, WHOLE, WHOLE - minimumMargin), grid)
}

/** Whether the cost of a line can be relied on: null, or what is wrong with it. */
export function costGap(policy: CompiledPolicy, line: LineFacts): CostGap | null {
  if (line.unit_cost === null) return "cost_missing"
  return policy.costMaxAgeDays !== null && line.cost_age_days > policy.costMaxAgeDays ? "cost_stale" : null
}

/**
 * The floor of a line. Where the cost is missing or stale: `L · (1 − max discount)` if the policy allows one, never
 * under the floor a stale cost gives; else the gap, and a person decides (ENGINE.md, Formulas, Floor).
 */
export function floorBasis(policy: CompiledPolicy, line: LineFacts, grid: number): FloorBasis | CostGap {
  const gap = costGap(policy, line)
  const list = line.list_unit_price
  const kept = WHOLE - policy.minimumMargin
  const cost = line.unit_cost ?? 0
  const floor = floorOf(cost, policy.minimumMargin, grid)
  const veiled = Math.max(floor, stepAbove(list, cost * WHOLE, kept * list, VEIL_STEPS, grid))
  const coarse = Math.max(floor, stepAbove(list, cost * WHOLE, kept * list, COARSE_STEPS, grid))
  if (gap === null) return { floor, veiled, coarse, cost, known: true }
  if (policy.withoutCostDiscount === null) return gap ?? "cost_missing"
  const share = WHOLE - policy.withoutCostDiscount
  const deepest = mulDivCeil(list, share, WHOLE)
  const least = Math.max(floor, ceilTo(deepest, grid))
  return {
    floor: least,
    veiled: Math.max(veiled, least, stepAbove(list, share, WHOLE, VEIL_STEPS, grid)),
    coarse: Math.max(coarse, least, stepAbove(list, share, WHOLE, COARSE_STEPS, grid)),
    cost: Math.max(cost, deepest),
    known: false,
  }
}
