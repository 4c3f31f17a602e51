import type { PolicyTerms } from "../types"
import { checkLevers } from "./check-levers"
import type { PolicyProblem } from "./compiled"
import { toBasisPoints } from "./shares"

/** Terms that are shares of 1, with the largest each may be. */
const SHARES = {
  minimum_margin: 0.95,
  talk_concession_limit: 1,
  opening_concession: 1,
  acceptance_tolerance: 0.2,
  minimum_plausible_ask: 1,
  volume_gain_share: 1,
  incremental_share: 1,
} as const satisfies Partial<Record<keyof PolicyTerms, number>>

/** Terms that are plain numbers: lowest, highest, and whether they must be whole. */
const NUMBERS = {
  curve_shape: [0.05, 20, false],
  reciprocity: [0, 10, false],
  volume_cap_factor: [1, 100, false],
  volume_step: [1, 1_000_000, true],
  rounds: [1, 20, true],
  window_days: [1, 365, true],
  offer_days: [1, 90, true],
  agreement_days: [1, 730, true],
  cool_down_hours: [0, 720, true],
  last_paid_max_months: [1, 120, true],
  sla_hours: [1, 720, true],
} as const satisfies Partial<Record<keyof PolicyTerms, readonly [number, number, boolean]>>

const CHOICES = {
  last_paid: ["ignore", "hold", "honour"],
  initiation: ["buyer", "threshold", "seller"],
  on_refusal: ["person", "decline"],
  on_lapse: ["person", "expire"],
  on_last_round: ["person", "stand"],
} as const satisfies Partial<Record<keyof PolicyTerms, readonly string[]>>

/** Largest automatic limit, in major units: every deal under it fits the safe integers. */
const MAX_LIMIT = 1_000_000_000

function keysOf<Keys extends string>(table: Readonly<Record<Keys, unknown>>): Keys[] {
  return Object.keys(table) as Keys[]
}

function shareProblem(share: number, highest: number): string | null {
  if (!(share >= 0 && share <= highest)) return `must be a share from 0 to ${highest}`
  return toBasisPoints(share) === null ? "must have at most four decimals" : null
}

function numberProblem(value: number, low: number, high: number, whole: boolean): string | null {
  if (!(value >= low && value <= high)) return `must be from ${low} to ${high}`
  return whole && !Number.isInteger(value) ? "must be a whole number" : null
}

/** How deep counters and acceptances go, against how deep talk may go at all (ENGINE.md: α ≤ ρ). */
function checkDepths(terms: PolicyTerms, note: (path: string, message: string | null) => void): void {
  const { talk_concession_limit: talk, opening_concession: first, counter_concession_limit: counters = null, acceptance_opening: accepted = null } = terms
  if (first > talk) note("opening_concession", "must not be above talk_concession_limit: the first counter would give more than talk may ever give")
  else if (counters !== null && first > counters) note("opening_concession", "must not be above counter_concession_limit: the first counter would give more than any later one may")
  if (counters !== null) note("counter_concession_limit", shareProblem(counters, 1) ?? (counters > talk ? "must not be above talk_concession_limit" : null))
  if (accepted !== null) note("acceptance_opening", shareProblem(accepted, 1) ?? (accepted > talk ? "must not be above talk_concession_limit" : null))
  if (terms.acceptance_shape !== undefined) note("acceptance_shape", numberProblem(terms.acceptance_shape, ...NUMBERS.curve_shape))
}

/**
 * What can't work in a policy's terms, each with the name of the term (ENGINE.md: α ≤ ρ, T ≥ 1, o_min ≤ 1, κ ≥ 1).
 * Written for people who edit policies.
 */
export function checkTerms(terms: PolicyTerms): PolicyProblem[] {
  const problems: PolicyProblem[] = []
  const note = (path: string, message: string | null): void => {
    if (message !== null) problems.push({ path, message })
  }
  for (const key of keysOf(SHARES)) note(key, shareProblem(terms[key], SHARES[key]))
  for (const key of keysOf(NUMBERS)) {
    const [low, high, whole] = NUMBERS[key]
    note(key, numberProblem(terms[key], low, high, whole))
  }
  for (const key of keysOf(CHOICES)) {
    const allowed: readonly string[] = CHOICES[key]
    if (!allowed.includes(terms[key])) note(key, `must be one of ${allowed.join(", ")}`)
  }
  checkDepths(terms, note)
  if (terms.without_cost_max_discount !== null) note("without_cost_max_discount", shareProblem(terms.without_cost_max_discount, 1))
  if (terms.cost_max_age_days !== null) note("cost_max_age_days", numberProblem(terms.cost_max_age_days, 1, 36_500, true))
  if (terms.outlier_quantity_factor !== null) {
    note("outlier_quantity_factor", numberProblem(terms.outlier_quantity_factor, 1, 1_000_000, false))
  }
  if (terms.thin_data_max_lines !== null && terms.thin_data_max_lines !== undefined) {
    note("thin_data_max_lines", numberProblem(terms.thin_data_max_lines, 0, 1_000, true))
  }
  for (const [code, limit] of Object.entries(terms.automatic_limit ?? {})) {
    note(`automatic_limit.${code}`, limit > 0 && limit <= MAX_LIMIT ? null : `must be above 0 and at most ${MAX_LIMIT}`)
  }
  return [...problems, ...checkLevers(terms.levers)]
}
