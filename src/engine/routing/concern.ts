import type { LineFacts } from "../types"
import type { CompiledPolicy } from "../policy/compiled"
import { WHOLE } from "../money/brands"
import { compareProducts } from "../money/muldiv"
import { coarseStepOf } from "../price/coarse"
import type { CostGap, FloorBasis } from "../price/floor"

/** Why a person decides a line, before anything about its ask is looked at. */
export type LineConcern = "stock_unknown" | "competitor_under_cost" | "outlier_quantity" | "no_room" | CostGap

/** True where stock is counted and can't be told, or is less than what is asked for. */
function stockInDoubt(line: LineFacts, quantity: number): boolean {
  return line.stock === "unknown" || (line.stock !== null && line.stock < quantity)
}

/**
 * True where a competitor's price lies under our cost by a step of list. The price is what a buyer says it is, and may be said
 * anew as often as they like: compared to the cent it would tell the cost to the cent.
 */
function undercut({ unit_cost, competing_unit_price, list_unit_price: list }: LineFacts): boolean {
  return unit_cost !== null && competing_unit_price !== null && coarseStepOf(competing_unit_price, list) < coarseStepOf(unit_cost, list)
}

function outlier(policy: CompiledPolicy, line: LineFacts, quantity: number): boolean {
  const largest = line.largest_past_quantity
  if (policy.outlierFactor === null || largest === null || largest === 0) return false
  return compareProducts(quantity, WHOLE, largest, policy.outlierFactor) > 0
}

/**
 * Why a person decides this line, or null (ENGINE.md, Formulas, Escalate; Before deciding: `R > f`). Nothing here
 * looks at the price asked, so that no answer is an oracle for the floor.
 */
export function lineConcern(
  policy: CompiledPolicy,
  line: LineFacts,
  quantity: number,
  reference: number,
  basis: FloorBasis | CostGap
): LineConcern | null {
  if (stockInDoubt(line, quantity)) return "stock_unknown"
  if (typeof basis === "string") return basis
  if (undercut(line)) return "competitor_under_cost"
  if (outlier(policy, line, quantity)) return "outlier_quantity"
  return reference <= basis.floor ? "no_room" : null
}

/** Why a person decides what becomes of a price that was given or paid before. */
export type PromiseConcern = "floor_rose" | "last_paid_under_band"

/**
 * Why a person decides although the facts are complete, or null: a counter of the window lies under today's floor, or the
 * price to honour lies under the talk band (ENGINE.md, Formulas, Counter; Last price paid). Prices in units.
 */
export function promiseConcern(
  { standing, honoured, floor, band }: { readonly standing: number | null; readonly honoured: number | null; readonly floor: number; readonly band: number }
): PromiseConcern | null {
  if (standing !== null && standing < floor) return "floor_rose"
  return honoured !== null && honoured < band ? "last_paid_under_band" : null
}
