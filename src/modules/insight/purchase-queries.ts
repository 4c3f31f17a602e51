import { generateEntityId } from "@medusajs/framework/utils"
import { runSql, type SqlContext } from "./sql"
import type { PurchaseFacts, PurchaseQuestion, PurchaseRow } from "./types"

interface FactsRow {
  variant_id: string
  unit_price: string | null
  quantity: number | null
  ordered_at: Date | null
  largest: number | null
}

/**
 * The statement behind {@link purchaseFacts}: two index look-ups a variant. Its conditions repeat those of the partial
 * indexes word for word; that is what lets Postgres use them.
 */
export function factsStatement(question: PurchaseQuestion): { statement: string; values: unknown[] } {
  const byCompany = question.company_id !== undefined
  const who = byCompany ? question.company_id : question.customer_id
  const owner = byCompany ? "p.company_id = ?" : "p.customer_id = ? AND p.company_id IS NULL"
  const theirs = `${owner} AND p.variant_id = asked.variant_id AND NOT p.cancelled AND p.deleted_at IS NULL`
  return {
    statement: `SELECT asked.variant_id, last.unit_price, last.quantity, last.ordered_at, most.quantity AS largest
       FROM unnest(?::text[]) AS asked(variant_id)
       LEFT JOIN LATERAL (SELECT p.unit_price, p.quantity, p.ordered_at FROM negotiation_purchase p
         WHERE ${theirs} AND p.currency_code = ?
         ORDER BY p.ordered_at DESC, p.order_line_item_id DESC LIMIT 1) last ON true
       LEFT JOIN LATERAL (SELECT p.quantity FROM negotiation_purchase p
         WHERE ${theirs} ORDER BY p.quantity DESC LIMIT 1) most ON true`,
    values: [[...new Set(question.variant_ids)], who, question.currency_code, who],
  }
}

/** Last purchase and largest quantity of each variant, in one round trip for all of them. */
export async function purchaseFacts(context: SqlContext, question: PurchaseQuestion): Promise<PurchaseFacts[]> {
  if (question.variant_ids.length === 0) return []
  const { statement, values } = factsStatement(question)
  const rows = await runSql<FactsRow>(context, statement, values)
  return rows.map((row) => ({
    variant_id: row.variant_id,
    last_paid:
      row.unit_price === null || row.quantity === null || row.ordered_at === null
        ? null
        : { unit_price: Number(row.unit_price), quantity: row.quantity, at: row.ordered_at },
    largest_quantity: row.largest,
  }))
}

/**
 * Writes purchases, one row an order line. A line already known is brought up to date, with two exceptions: it stays with
 * the company it was bought for when its buyer changes companies, and once cancelled it stays so, whichever event comes last.
 */
export async function upsertPurchases(context: SqlContext, rows: readonly PurchaseRow[]): Promise<void> {
  if (rows.length === 0) return
  // Postgres refuses a statement that would update one row twice.
  const unique = [...new Map(rows.map((row) => [row.order_line_item_id, row])).values()]
  const records = unique.map((row) => ({ ...row, id: generateEntityId(undefined, "npur"), raw: { value: String(row.unit_price), precision: 20 } }))
  await runSql(
    context,
    `INSERT INTO negotiation_purchase AS p (id, order_id, order_line_item_id, company_id, customer_id, variant_id, product_id,
         currency_code, region_id, unit_price, raw_unit_price, quantity, ordered_at, cancelled)
       SELECT id, order_id, order_line_item_id, company_id, customer_id, variant_id, product_id,
         currency_code, region_id, unit_price, raw, quantity, ordered_at, cancelled
       FROM jsonb_to_recordset(?::jsonb) AS r(id text, order_id text, order_line_item_id text, company_id text, customer_id text,
         variant_id text, product_id text, currency_code text, region_id text, unit_price numeric, raw jsonb, quantity integer,
         ordered_at timestamptz, cancelled boolean)
       ORDER BY order_line_item_id
     ON CONFLICT (order_line_item_id) WHERE deleted_at IS NULL DO UPDATE SET
       company_id = CASE WHEN p.customer_id = excluded.customer_id THEN coalesce(p.company_id, excluded.company_id) ELSE excluded.company_id END,
       customer_id = excluded.customer_id, variant_id = excluded.variant_id, product_id = excluded.product_id,
       currency_code = excluded.currency_code, region_id = excluded.region_id, unit_price = excluded.unit_price,
       raw_unit_price = excluded.raw_unit_price, quantity = excluded.quantity, ordered_at = excluded.ordered_at,
       cancelled = p.cancelled OR excluded.cancelled, updated_at = now()`,
    [JSON.stringify(records)]
  )
}

/** Removes the purchases of these orders, but for the order lines to keep. */
export async function deletePurchases(context: SqlContext, orderIds: readonly string[], keepLines: readonly string[] = []): Promise<void> {
  if (orderIds.length === 0) return
  await runSql(
    context,
    `DELETE FROM negotiation_purchase WHERE order_id = ANY(?::text[]) AND NOT (order_line_item_id = ANY(?::text[])) AND deleted_at IS NULL`,
    [[...orderIds], [...keepLines]]
  )
}

/** The purchases stored for these orders. */
export async function purchasesOf(context: SqlContext, orderIds: readonly string[]): Promise<PurchaseRow[]> {
  if (orderIds.length === 0) return []
  const rows = await runSql<Omit<PurchaseRow, "unit_price"> & { unit_price: string }>(
    context,
    `SELECT order_id, order_line_item_id, company_id, customer_id, variant_id, product_id, currency_code, region_id,
       unit_price, quantity, ordered_at, cancelled
     FROM negotiation_purchase WHERE order_id = ANY(?::text[]) AND deleted_at IS NULL ORDER BY order_line_item_id`,
    [[...orderIds]]
  )
  return rows.map((row) => ({ ...row, unit_price: Number(row.unit_price) }))
}
