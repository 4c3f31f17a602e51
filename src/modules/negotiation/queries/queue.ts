import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import type { AdminNegotiationRow, NegotiationStatus, QueueOrder, ReviewLevel } from "../../../contract"
import { turnOf } from "../../../lifecycle"
import { queueConditions, type QueueFilters } from "./queue-conditions"
import { rowsOf, toIso, toIsoOrNull, toNumber, toShareOrNull, type SqlNumber, type SqlTime } from "./sql"

/** What one page of the queue is asked for. */
export interface QueueQuery extends QueueFilters {
  readonly order: QueueOrder
  readonly limit: number
  readonly offset: number
}

interface QueueSqlRow {
  id: string
  display_id: number
  status: NegotiationStatus
  version: number
  company_id: string
  company_name: string
  customer_id: string
  customer_email: string
  segment: string | null
  currency_code: string
  value: SqlNumber
  asked_value: SqlNumber
  ask_margin: SqlNumber | null
  title: string | null
  line_count: SqlNumber
  round: number
  policy_id: string | null
  policy_version: number | null
  assigned_to: string | null
  level: ReviewLevel
  reason_code: string | null
  sla_due_at: SqlTime | null
  overdue: boolean
  created_at: SqlTime
  updated_at: SqlTime
}

/** Column and direction; the id makes pages of equal values stable. Names come from the fixed list above, never from a request. */
function orderBy(order: QueueOrder): string {
  const descending = order.startsWith("-")
  const column = descending ? order.slice(1) : order
  const direction = descending ? "DESC" : "ASC"
  return column === "sla_due_at" ? `n.sla_due_at ${direction} NULLS LAST, n.id ${direction}` : `n.${column} ${direction}, n.id ${direction}`
}

/**
 * The page is cut first; only its cases' lines are read. The margin is `(ask − cost) / ask` over all lines, the ask without
 * the tax its prices may carry; null where one line has no cost, or carries tax nobody knows (no rate, no floor).
 */
function pageSql(where: string, order: QueueOrder): string {
  return `
    WITH page AS (
      SELECT n.* FROM negotiation n WHERE ${where} ORDER BY ${orderBy(order)} LIMIT :limit OFFSET :offset
    )
    SELECT n.id, n.display_id, n.status, n.version, n.company_id, n.company_name, n.customer_id, n.customer_email, n.segment,
      n.currency_code, n.value, n.asked_value, n.round, n.policy_id, n.policy_version, n.assigned_to, n.level, n.reason_code, n.sla_due_at,
      (n.status = 'in_review' AND n.sla_due_at IS NOT NULL AND n.sla_due_at < :now) AS overdue, n.created_at, n.updated_at,
      lines.title, lines.line_count,
      CASE WHEN lines.cost_missing OR lines.asked <= 0 THEN NULL
        ELSE (lines.asked - lines.cost) / lines.asked END AS ask_margin
    FROM page n
    CROSS JOIN LATERAL (
      SELECT count(*) AS line_count, (array_agg(l.title ORDER BY l.position, l.id))[1] AS title,
        sum(l.target_unit_price * l.quantity / (1 + l.tax_ppm / 1000000.0)) AS asked, sum(l.unit_cost * l.quantity) AS cost,
        coalesce(bool_or(l.unit_cost IS NULL OR (n.is_tax_inclusive AND l.tax_ppm = 0 AND l.floor_unit_price IS NULL)), true) AS cost_missing
      FROM negotiation_line l WHERE l.negotiation_id = n.id AND l.deleted_at IS NULL
    ) lines
    ORDER BY ${orderBy(order)}`
}

function toRow(row: QueueSqlRow): AdminNegotiationRow {
  return {
    ...row,
    turn: turnOf(row.status),
    value: toNumber(row.value),
    asked_value: toNumber(row.asked_value),
    ask_margin: toShareOrNull(row.ask_margin),
    title: row.title ?? "",
    line_count: toNumber(row.line_count),
    sla_due_at: toIsoOrNull(row.sla_due_at),
    created_at: toIso(row.created_at),
    updated_at: toIso(row.updated_at),
  }
}

/** One page of the approval queue and how many cases match in all, in two statements however long the page. */
export async function queueRows(
  manager: SqlEntityManager,
  query: QueueQuery,
  now: Date
): Promise<{ rows: AdminNegotiationRow[]; count: number }> {
  const { where, bindings } = queueConditions(query, now)
  const [rows, counted] = await Promise.all([
    rowsOf<QueueSqlRow>(manager, pageSql(where, query.order), { ...bindings, now, limit: query.limit, offset: query.offset }),
    rowsOf<{ count: SqlNumber }>(manager, `SELECT count(*) AS count FROM negotiation n WHERE ${where}`, bindings),
  ])
  return { rows: rows.map(toRow), count: toNumber(counted[0]?.count ?? 0) }
}
