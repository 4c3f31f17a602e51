import type { LineFacts } from "../types"
import type { CompiledPolicy } from "../policy/compiled"

const DAYS_PER_YEAR = 365
const MONTHS_PER_YEAR = 12

/**
 * The price under which nothing is granted because the company last paid it: `min(R, last)` under the policy "hold",
 * while the cost hasn't fallen since; else 0 (ENGINE.md, Formulas, Last price paid). A cost of that day that is not
 * known counts as not fallen.
 */
export function heldPrice(policy: CompiledPolicy, line: LineFacts, reference: number): number {
  const last = line.last_paid
  if (policy.lastPaid !== "hold" || last === null) return 0
  const before = last.unit_cost ?? null
  if (before !== null && line.unit_cost !== null && line.unit_cost < before) return 0
  return Math.min(reference, last.unit_price)
}

/**
 * The last price paid where the policy honours it: at its quantity or more, if it is young enough; else null
 * (ENGINE.md, Formulas, Last price paid).
 */
export function honouredPrice(policy: CompiledPolicy, line: LineFacts, quantity: number): number | null {
  const last = line.last_paid
  if (policy.lastPaid !== "honour" || last === null || quantity < last.quantity) return null
  return last.age_days * MONTHS_PER_YEAR <= policy.lastPaidMonths * DAYS_PER_YEAR ? last.unit_price : null
}
