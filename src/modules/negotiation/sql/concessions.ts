import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import { generateEntityId } from "@medusajs/framework/utils"
import type { CarriedBy, ChosenTerm, ConcessionView } from "../concession-types"
import { AGREEMENT_LIVE, LINE_LEFT } from "./agreements"
import { placeholders } from "./rows"

/**
 * SQL of "this concession holds": its agreement gives its prices, and the line it hangs on has not ended before it.
 * `a` is the agreement, `l` the line (null where it hangs on none).
 */
export const CONCESSION_LIVE = `(${AGREEMENT_LIVE} AND (l.id IS NULL OR ${LINE_LEFT}))`

/** SQL of the ids of concessions that have a promotion or may need one. Ended ones without are found in neither index. */
export const CARRIED_OR_DUE = `SELECT id FROM negotiation_concession WHERE promotion_id IS NOT NULL AND deleted_at IS NULL
  UNION SELECT due.id FROM negotiation_agreement active JOIN negotiation_concession due ON due.agreement_id = active.id AND due.deleted_at IS NULL
  WHERE active.status = 'active' AND active.deleted_at IS NULL`

/** `k` is the concession, `a` its agreement, `l` the line it hangs on, `c` the company. */
const JOINED = `negotiation_concession k
  JOIN negotiation_agreement a ON a.id = k.agreement_id AND a.deleted_at IS NULL
  JOIN negotiation_company c ON c.id = k.company_id
  LEFT JOIN negotiation_agreement_line l ON l.id = k.agreement_line_id AND l.deleted_at IS NULL`

type Row = Omit<ConcessionView, "percent" | "amount" | "min_subtotal"> & Record<"percent" | "amount" | "min_subtotal", string | number | null>

const numberOrNull = (value: string | number | null) => (value === null ? null : Number(value))

/** Reads concessions with their agreements, in the order of their ids. `condition` speaks of `k`, `a`, `l`. */
export async function readConcessions(
  manager: SqlEntityManager,
  condition: string,
  values: readonly unknown[],
  limit: number | null = null
): Promise<ConcessionView[]> {
  const rows = await manager.execute<Row[]>(
    `SELECT k.id, k.agreement_id, k.company_id, k.kind, k.target, k.percent, k.amount, k.shipping_option_id, k.payment_term, k.min_subtotal,
        k.variant_id, k.min_quantity, k.max_quantity, k.promotion_id, k.promotion_code, a.customer_id, c.customer_group_id, a.region_id, a.currency_code,
        a.shared, a.is_tax_inclusive, l.remaining_quantity, ${CONCESSION_LIVE} AS live
     FROM ${JOINED} WHERE k.deleted_at IS NULL AND ${condition} ORDER BY k.id ${limit === null ? "" : "LIMIT ?"}`,
    [...values, ...(limit === null ? [] : [limit])]
  )
  return rows.map((row) => ({
    ...row,
    percent: numberOrNull(row.percent),
    amount: numberOrNull(row.amount),
    min_subtotal: numberOrNull(row.min_subtotal),
  }))
}

/** Notes which promotion carries a concession, where it is still carried as the caller believes. @returns whether it was. */
export async function carryConcession(manager: SqlEntityManager, carried: CarriedBy): Promise<boolean> {
  const rows = await manager.execute<unknown[]>(
    `UPDATE negotiation_concession SET promotion_id = ?, promotion_code = ?, updated_at = now()
     WHERE id = ? AND promotion_id IS NOT DISTINCT FROM ? AND deleted_at IS NULL RETURNING id`,
    [carried.promotion?.id ?? null, carried.promotion?.code ?? null, carried.concession_id, carried.replaces]
  )
  return rows.length > 0
}

/** Keeps how a buyer means to pay for a cart; the last word counts, whichever company it was said for. */
export async function chooseTerm(manager: SqlEntityManager, term: ChosenTerm): Promise<void> {
  await manager.execute(
    `UPDATE negotiation_cart SET payment_term = NULL, updated_at = now() WHERE cart_id = ? AND customer_id = ? AND payment_term IS NOT NULL AND deleted_at IS NULL`,
    [term.cart_id, term.customer_id]
  )
  if (term.payment_term === null) return
  await manager.execute(
    `INSERT INTO negotiation_cart (id, cart_id, company_id, customer_id, payment_term) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (cart_id, company_id) WHERE deleted_at IS NULL
     DO UPDATE SET payment_term = EXCLUDED.payment_term, customer_id = EXCLUDED.customer_id, updated_at = now()`,
    [generateEntityId(undefined, "ncart"), term.cart_id, term.company_id, term.customer_id, term.payment_term]
  )
}

/** A variant and a moment. */
export interface VariantAt {
  readonly variant_id: string
  readonly at: Date
}

/** What a piece of each variant cost at its moment: the newest cost that held then. Variants without one are left out. */
export async function readCostsAt(
  manager: SqlEntityManager,
  moments: readonly VariantAt[],
  currency_code: string
): Promise<{ variant_id: string; unit_cost: number }[]> {
  const rows = await manager.execute<{ variant_id: string; unit_cost: string | number }[]>(
    `SELECT DISTINCT ON (c.variant_id) c.variant_id, c.unit_cost
     FROM (VALUES ${moments.map(() => "(?::text, ?::timestamptz)").join(", ")}) AS asked(variant_id, at)
     JOIN negotiation_cost c ON c.variant_id = asked.variant_id AND c.valid_from <= asked.at AND c.currency_code = ? AND c.deleted_at IS NULL
     ORDER BY c.variant_id, c.valid_from DESC`,
    [...moments.flatMap(({ variant_id, at }) => [variant_id, new Date(at).toISOString()]), currency_code]
  )
  return rows.map((row) => ({ ...row, unit_cost: Number(row.unit_cost) }))
}

/** What a piece of these variants costs now: by variant, the newest cost that holds, and its age in days. */
export async function readCostsNow(
  manager: SqlEntityManager,
  variant_ids: readonly string[],
  currency_code: string
): Promise<{ variant_id: string; unit_cost: number; age_days: number }[]> {
  const rows = await manager.execute<{ variant_id: string; unit_cost: string | number; age_days: number }[]>(
    `SELECT DISTINCT ON (variant_id) variant_id, unit_cost, greatest(0, extract(epoch FROM now() - valid_from) / 86400)::int AS age_days
     FROM negotiation_cost WHERE variant_id IN (${placeholders(variant_ids)}) AND currency_code = ? AND valid_from <= now() AND deleted_at IS NULL
     ORDER BY variant_id, valid_from DESC`,
    [...variant_ids, currency_code]
  )
  return rows.map((row) => ({ ...row, unit_cost: Number(row.unit_cost) }))
}
