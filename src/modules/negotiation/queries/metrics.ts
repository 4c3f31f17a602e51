import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import type { MetricsAnswer, MetricsFigures } from "../../../contract"
import { BUSIEST_CURRENCY_SQL, CLOSED_SQL, CURRENCIES_SQL, OPENED_SQL } from "./metrics-sql"
import { rowsOf, toNumber, toNumberOrNull, toShareOrNull, type SqlNumber } from "./sql"
import { daysAfter, startOf, weeksOf, type Day } from "../../../insight/weeks"

/** What a period's cases say; how buyers rated them is another module's to know. */
export type CaseMetrics = Omit<MetricsAnswer, "ratings">

/** What figures are asked for. Days are UTC, both included. */
export interface MetricsFilters {
  /** Left out: the currency most requests of the period were made in. */
  readonly currency_code?: string
  readonly from: Day
  readonly to: Day
  readonly segment?: string
  /** Answered with where there is no case in any currency. */
  readonly fallback_currency_code: string
}

interface OpenedRow {
  week: Day | null
  requests: SqlNumber
  automatic: SqlNumber
}

interface ClosedRow {
  week: Day | null
  closed: SqlNumber
  agreed: SqlNumber
  median_hours: SqlNumber | null
  agreed_total: SqlNumber | null
  current_total: SqlNumber | null
  margin_kept: SqlNumber | null
  without_cost: SqlNumber
}

function share(part: number, whole: number): number | null {
  return whole > 0 ? toShareOrNull(part / whole) : null
}

function hundredths(value: number | null): number | null {
  return value === null ? null : Math.round(value * 100) / 100
}

/** The mean discount weighted by value: what the agreed goods cost less than at current prices, as a share of those. */
function concessionOf(row: ClosedRow | undefined): number | null {
  const current = toNumberOrNull(row?.current_total ?? null)
  const agreed = toNumberOrNull(row?.agreed_total ?? null)
  return current === null || agreed === null ? null : share(current - agreed, current)
}

function figuresOf(opened: OpenedRow | undefined, closed: ClosedRow | undefined): MetricsFigures {
  const requests = toNumber(opened?.requests ?? 0)
  const closedCount = toNumber(closed?.closed ?? 0)
  const agreed = toNumber(closed?.agreed ?? 0)
  return {
    requests,
    automatic_share: share(toNumber(opened?.automatic ?? 0), requests),
    win_rate: share(agreed, closedCount),
    closed: closedCount,
    agreed,
    median_hours_to_close: hundredths(toNumberOrNull(closed?.median_hours ?? null)),
    concession: concessionOf(closed),
    margin_kept: hundredths(toNumberOrNull(closed?.margin_kept ?? null)),
    without_cost: toNumber(closed?.without_cost ?? 0),
  }
}

/** The currencies there are cases in, and the one to answer in. */
async function currenciesOf(
  manager: SqlEntityManager,
  filters: MetricsFilters,
  period: { starts: Date; ends: Date }
): Promise<{ currencies: string[]; chosen: string }> {
  const found = await rowsOf<{ currency_code: string }>(manager, CURRENCIES_SQL)
  const currencies = found.map((row) => row.currency_code)
  if (filters.currency_code !== undefined) return { currencies, chosen: filters.currency_code }
  if (currencies.length < 2) return { currencies, chosen: currencies[0] ?? filters.fallback_currency_code }
  const busiest = await rowsOf<{ currency_code: string }>(manager, BUSIEST_CURRENCY_SQL, { ...period, currencies })
  return { currencies, chosen: busiest[0]?.currency_code ?? currencies[0] ?? filters.fallback_currency_code }
}

/**
 * What negotiating did in a period, by week and in all, in one currency. Every week of the period is there; where nothing
 * happened counts are 0 and everything else is null. The total is measured on the cases, never averaged over weeks.
 * Only requests of buyers count: a case the seller opened answers nobody's request.
 */
export async function metrics(manager: SqlEntityManager, filters: MetricsFilters, now: Date): Promise<CaseMetrics> {
  const period = { starts: startOf(filters.from), ends: startOf(daysAfter(filters.to, 1)) }
  const { currencies, chosen } = await currenciesOf(manager, filters, period)
  const bySegment = filters.segment !== undefined
  const bindings = { currency_code: chosen, ...period, ...(bySegment ? { segment: filters.segment } : {}) }
  const [openedRows, closedRows] = await Promise.all([
    rowsOf<OpenedRow>(manager, OPENED_SQL(bySegment), bindings),
    rowsOf<ClosedRow>(manager, CLOSED_SQL(bySegment), bindings),
  ])
  const opened = new Map(openedRows.map((row) => [row.week, row]))
  const closed = new Map(closedRows.map((row) => [row.week, row]))
  return {
    currency_code: chosen,
    currencies,
    from: filters.from,
    to: filters.to,
    as_of: now.toISOString(),
    total: figuresOf(opened.get(null), closed.get(null)),
    weeks: weeksOf(filters.from, filters.to).map((week) => ({ week, ...figuresOf(opened.get(week), closed.get(week)) })),
  }
}
