import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import type { AgreementStatus, PromotionStacking } from "../../../contract"
import type { AgreementLineView } from "../agreement-types"

/**
 * SQL of "this agreement gives its price": one place, so that cart, checkout and jobs can't disagree. The start has a minute's
 * grace: it was written with a server's clock, and an agreement must hold at once wherever the database's clock stands.
 */
export const AGREEMENT_LIVE = `(a.status = 'active' AND a.valid_from <= now() + interval '1 minute' AND a.valid_until > now()
  AND (a.revoke_at IS NULL OR a.revoke_at > now()) AND (a.max_orders IS NULL OR a.orders < a.max_orders))`

/** SQL of "something may still be bought at this line's price". What is left but less than the agreed quantity can't be. */
export const LINE_LEFT = `((l.valid_until IS NULL OR l.valid_until > now()) AND (l.remaining_quantity IS NULL
  OR (l.remaining_quantity > 0 AND l.remaining_quantity >= l.min_quantity)))`

interface LineRow {
  id: string
  agreement_id: string
  negotiation_id: string
  company_id: string
  customer_id: string
  region_id: string
  currency_code: string
  status: AgreementStatus
  line_id: string | null
  variant_id: string
  title: string
  min_quantity: number
  unit_price: string | number
  remaining_quantity: number | null
  shared: boolean
  is_tax_inclusive: boolean
  promotion_stacking: PromotionStacking
  committed_quantity: number | null
  bought_quantity: number
  fulfilled_quantity: number
  line_valid_until: string | Date | null
  max_orders: number | null
  orders: number
  price_ids: string[]
  valid_from: string | Date
  valid_until: string | Date
  revoke_at: string | Date | null
  live: boolean
  stands_in: boolean
}

/** Reads agreement lines with their agreements, oldest agreement first. `condition` speaks of `l` (line) and `a` (agreement). */
export async function readAgreementLines(
  manager: SqlEntityManager,
  condition: string,
  values: readonly unknown[]
): Promise<AgreementLineView[]> {
  const rows = await manager.execute<LineRow[]>(
    `SELECT l.id, l.agreement_id, a.negotiation_id, l.company_id, a.customer_id, a.region_id, a.currency_code, a.status,
        l.line_id, l.variant_id, l.title, l.min_quantity, l.unit_price, l.remaining_quantity, a.max_orders, a.orders,
        a.shared, a.is_tax_inclusive, a.promotion_stacking, l.committed_quantity, l.bought_quantity, l.fulfilled_quantity, l.valid_until AS line_valid_until,
        l.price_ids, a.valid_from, a.valid_until, a.revoke_at,
        (${AGREEMENT_LIVE} AND ${LINE_LEFT}) AS live,
        EXISTS (SELECT 1 FROM negotiation_line n WHERE n.id = l.line_id AND n.variant_id <> l.variant_id) AS stands_in
     FROM negotiation_agreement_line l JOIN negotiation_agreement a ON a.id = l.agreement_id
     WHERE l.deleted_at IS NULL AND a.deleted_at IS NULL AND ${condition}
     ORDER BY a.created_at, a.id, l.valid_until IS NOT NULL, l.id`,
    [...values]
  )
  return rows.map((row) => ({
    ...row,
    unit_price: Number(row.unit_price),
    valid_from: new Date(row.valid_from),
    valid_until: new Date(row.valid_until),
    revoke_at: row.revoke_at === null ? null : new Date(row.revoke_at),
    line_valid_until: row.line_valid_until === null ? null : new Date(row.line_valid_until),
  }))
}
