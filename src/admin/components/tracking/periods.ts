/** The periods to choose from, in whole weeks up to now; the API's own choice is twelve. */
export const PERIODS = [4, 12, 26, 52] as const
/** Weeks shown where nobody chose. */
export const DEFAULT_PERIOD = 12

const DAY = 86_400_000
const DAYS_IN_WEEK = 7

/** The Monday (UTC) on which a period of so many weeks, the running one included, begins: `2026-09-07`. */
export function startOfPeriod(weeks: number, now: number): string {
  const today = new Date(now)
  const sinceMonday = (today.getUTCDay() + 6) % DAYS_IN_WEEK
  return new Date(now - (sinceMonday + (weeks - 1) * DAYS_IN_WEEK) * DAY).toISOString().slice(0, 10)
}
