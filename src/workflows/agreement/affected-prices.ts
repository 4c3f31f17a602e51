import type { MedusaContainer } from "@medusajs/framework/types"
import { OWN_ROW_PREFIX } from "../cart-price/price-candidates"
import { companiesReaching } from "../company/buyers-companies"
import type { PriceScope } from "./compare-prices"
import { databaseOf } from "../database"

interface Pair {
  readonly company_id: string
  readonly variant_id: string | null
}

/**
 * SQL of an active agreement's lines, `l` with `a`. Whether a line is live is asked where its rows are worked out: one that ran out
 * and that no job has ended yet counts here, for its rows are still in the store, with a sale's price it may have taken over.
 */
const LINES = `negotiation_agreement_line l JOIN negotiation_agreement a ON a.id = l.agreement_id
  AND a.status = 'active' AND a.deleted_at IS NULL AND l.deleted_at IS NULL`

/** Scopes of pairs, a company once: all its prices where a pair names no variant. */
function scopesOf(pairs: readonly Pair[]): PriceScope[] {
  const scopes = new Map<string, Set<string> | null>()
  for (const { company_id, variant_id } of pairs) {
    const variants = scopes.has(company_id) ? scopes.get(company_id) : new Set<string>()
    if (variant_id === null || variants === null || variants === undefined) scopes.set(company_id, null)
    else scopes.set(company_id, variants.add(variant_id))
  }
  return [...scopes].map(([company_id, variants]) => ({ company_id, variant_ids: variants === null ? null : [...variants] }))
}

async function ask(container: MedusaContainer, sql: string, bindings: readonly unknown[] | Readonly<Record<string, unknown>>): Promise<PriceScope[]> {
  const { rows } = await databaseOf(container).raw<Pair>(sql, bindings)
  return scopesOf(rows)
}

/**
 * Whose agreed prices a change of these price rows may touch: companies with agreements on the same variants, and the company
 * whose own row somebody edited. By index, from the rows on. Medusa tells of a deleted list's rows before it has committed,
 * so whoever still writes them is waited for, five seconds at most.
 *
 * @param own whether a change of the plugin's own rows counts: it writes them by adding and removing, never by updating.
 */
export async function scopesOfPrices(container: MedusaContainer, price_ids: readonly string[], own: boolean, limit: number): Promise<PriceScope[]> {
  if (price_ids.length === 0) return []
  const knex = databaseOf(container)
  const { rows } = await knex.transaction(async (transaction) => {
    await transaction.raw(`SELECT set_config('lock_timeout', '5s', true)`, [])
    return transaction.raw<Pair>(
      `WITH touched AS MATERIALIZED (SELECT price_set_id, title FROM price WHERE id = ANY(?::text[]) FOR SHARE)
       SELECT DISTINCT l.company_id, l.variant_id FROM touched p
       JOIN product_variant_price_set s ON s.price_set_id = p.price_set_id AND s.deleted_at IS NULL
       JOIN ${LINES} ON l.variant_id = s.variant_id
       WHERE p.title IS NULL OR p.title NOT LIKE '${OWN_ROW_PREFIX}%' OR (? AND p.title = '${OWN_ROW_PREFIX}' || a.id) LIMIT ?`,
      [[...price_ids], own, limit]
    )
  })
  return scopesOf(rows)
}

/**
 * Whose agreed prices may have changed with the price lists of the last minutes: lists that were edited, began or ended, and
 * the rows of lists that were deleted. Medusa emits nothing when a list is edited, and nothing happens when one begins. Reads the
 * lists (a row each) and, for the few that moved, goes by index.
 */
export async function scopesOfLists(container: MedusaContainer, minutes: number, limit: number): Promise<PriceScope[]> {
  return ask(
    container,
    `WITH moved AS (
       SELECT id FROM price_list WHERE deleted_at IS NULL AND (updated_at > now() - make_interval(mins => ?)
         OR starts_at BETWEEN now() - make_interval(mins => ?) AND now() OR ends_at BETWEEN now() - make_interval(mins => ?) AND now())
     ), sets AS (
       SELECT p.price_set_id FROM price p JOIN moved ON moved.id = p.price_list_id
       WHERE p.deleted_at IS NULL AND (p.title IS NULL OR p.title NOT LIKE '${OWN_ROW_PREFIX}%')
       UNION SELECT p.price_set_id FROM price p WHERE p.deleted_at > now() - make_interval(mins => ?)
     )
     SELECT DISTINCT l.company_id, l.variant_id FROM sets
     JOIN product_variant_price_set s ON s.price_set_id = sets.price_set_id AND s.deleted_at IS NULL
     JOIN ${LINES} ON l.variant_id = s.variant_id
     UNION SELECT c.id, NULL FROM moved JOIN negotiation_company c ON c.price_list_id = moved.id WHERE c.deleted_at IS NULL
     LIMIT ?`,
    [minutes, minutes, minutes, minutes, limit]
  )
}

/** What a request is about to price: a cart's variants and those it names itself. */
export interface PricedRequest {
  readonly customer_id: string
  readonly cart_id: string | null
  readonly variant_ids: readonly string[]
}

/**
 * The companies whose prices reach this buyer and that have agreements on what is about to be priced. One indexed statement, and
 * for everybody without agreements the only one.
 */
export async function scopesOfRequest(container: MedusaContainer, request: PricedRequest): Promise<PriceScope[]> {
  const { sql, bindings } = companiesReaching([request.customer_id])
  return ask(
    container,
    `SELECT DISTINCT l.company_id, l.variant_id FROM ${LINES}
     WHERE l.company_id IN (${sql}) AND (l.variant_id = ANY(CAST(:variants AS text[])) OR l.variant_id IN (
       SELECT i.variant_id FROM cart_line_item i WHERE i.cart_id = :cart AND i.deleted_at IS NULL))`,
    { ...bindings, variants: [...request.variant_ids], cart: request.cart_id ?? "" }
  )
}
