import { ContractError, type MetricsQuery } from "../../../contract"
import { dayOf, daysAfter, mondayOf, type Day } from "../../../insight/weeks"

/** Whole weeks shown where no period is asked for, the running one included. */
const DEFAULT_WEEKS = 12
const DAYS_IN_WEEK = 7
/** Five years: more weeks than a chart can show, few enough for one answer. */
const MAX_DAYS = 1_827

/**
 * The days to measure, both included: by default the running week and the eleven before it.
 * @throws ContractError `invalid_data` where the period ends before it starts or is longer than five years
 */
export function periodOf(query: Pick<MetricsQuery, "from" | "to">, now: Date): { from: Day; to: Day } {
  const to = query.to ?? dayOf(now)
  const from = query.from ?? mondayOf(daysAfter(to, -(DEFAULT_WEEKS - 1) * DAYS_IN_WEEK))
  if (from > to) throw new ContractError("invalid_data", "from: must not be after to")
  if (daysAfter(from, MAX_DAYS) < to) throw new ContractError("invalid_data", "from: a period can't be longer than five years")
  return { from, to }
}
