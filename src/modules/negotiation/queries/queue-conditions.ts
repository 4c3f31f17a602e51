import type { NegotiationStatus, ReviewLevel } from "../../../contract"
import { containing, type Bindings } from "./sql"

/** Which cases of the queue are wanted. A filter left out lets every case through. */
export interface QueueFilters {
  readonly statuses?: readonly NegotiationStatus[]
  /** A user's id; null for the cases nobody has taken. */
  readonly assigned_to?: string | null
  /** True: a rep's answer is late. False: it isn't, or none is due. */
  readonly overdue?: boolean
  readonly segment?: string
  /** Who decides them. */
  readonly level?: ReviewLevel
  readonly policy_id?: string
  readonly company_id?: string
  /** Number of the case (with or without #), or part of a company's name, an e-mail, a title or a SKU. */
  readonly q?: string
  /** Value of the deal at current prices, in major units of its own currency. */
  readonly value_min?: number
  readonly value_max?: number
}

/** Largest number a case can carry: a Postgres integer. */
const MAX_DISPLAY_ID = 2_147_483_647

/** The number somebody typed to find a case, or null where it is no such number. */
function displayIdOf(text: string): number | null {
  const digits = /^#?(\d{1,10})$/.exec(text)?.[1]
  if (digits === undefined) return null
  const number = Number(digits)
  return number <= MAX_DISPLAY_ID ? number : null
}

const BY_NUMBER = "SELECT id FROM negotiation WHERE display_id = :display_id AND deleted_at IS NULL"

/** One branch per column and none of them joined by OR, so that each can use a trigram index of its own. */
const BY_TEXT = [
  "SELECT id FROM negotiation WHERE company_name ILIKE :pattern AND deleted_at IS NULL",
  "SELECT id FROM negotiation WHERE customer_email ILIKE :pattern AND deleted_at IS NULL",
  "SELECT negotiation_id FROM negotiation_line WHERE title ILIKE :pattern AND deleted_at IS NULL",
  "SELECT negotiation_id FROM negotiation_line WHERE sku ILIKE :pattern AND deleted_at IS NULL",
]

/** The search as a set of ids. `#12` is a number and nothing else; `12` may be part of a SKU as well. */
function search(text: string): { sql: string; bindings: Bindings } {
  const displayId = displayIdOf(text)
  if (displayId === null) return { sql: `n.id IN (${BY_TEXT.join(" UNION ")})`, bindings: { pattern: containing(text) } }
  if (text.startsWith("#")) return { sql: `n.id IN (${BY_NUMBER})`, bindings: { display_id: displayId } }
  return {
    sql: `n.id IN (${[BY_NUMBER, ...BY_TEXT].join(" UNION ")})`,
    bindings: { pattern: containing(text), display_id: displayId },
  }
}

/** The filters as one condition on `negotiation n` and the values it is bound to. */
export function queueConditions(filters: QueueFilters, now: Date): { where: string; bindings: Bindings } {
  const conditions = ["n.deleted_at IS NULL"]
  const bindings: Record<string, unknown> = {}
  const add = (condition: string, values: Bindings = {}): void => {
    conditions.push(condition)
    Object.assign(bindings, values)
  }
  const late = "(n.status = 'in_review' AND n.sla_due_at IS NOT NULL AND n.sla_due_at < :late_before)"

  if (filters.statuses !== undefined) add("n.status = ANY(:statuses)", { statuses: [...filters.statuses] })
  if (filters.assigned_to === null) add("n.assigned_to IS NULL")
  else if (filters.assigned_to !== undefined) add("n.assigned_to = :assigned_to", { assigned_to: filters.assigned_to })
  if (filters.overdue !== undefined) add(filters.overdue ? late : `NOT ${late}`, { late_before: now })
  if (filters.segment !== undefined) add("n.segment = :segment", { segment: filters.segment })
  if (filters.level !== undefined) add("n.level = :level", { level: filters.level })
  if (filters.policy_id !== undefined) add("n.policy_id = :policy_id", { policy_id: filters.policy_id })
  if (filters.company_id !== undefined) add("n.company_id = :company_id", { company_id: filters.company_id })
  if (filters.value_min !== undefined) add("n.value >= :value_min", { value_min: filters.value_min })
  if (filters.value_max !== undefined) add("n.value <= :value_max", { value_max: filters.value_max })
  const text = filters.q?.trim()
  if (text) {
    const { sql, bindings: found } = search(text)
    add(sql, found)
  }
  return { where: conditions.join(" AND "), bindings }
}
