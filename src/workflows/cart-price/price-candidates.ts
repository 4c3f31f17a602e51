import type { MedusaContainer } from "@medusajs/framework/types"
import type { CandidateList, PriceCandidate, PriceRule } from "./resolve-prices"
import { databaseOf } from "../database"

/** How every price row the plugin writes is called: `negotiation:<agreement id>`. */
export const OWN_ROW_PREFIX = "negotiation:"

/** The title of an agreement's price rows. It is how they are found, counted and removed. */
export function rowTitle(agreement_id: string): string {
  return `${OWN_ROW_PREFIX}${agreement_id}`
}

/** A price row with the variant it is for, and what the store says about tax where it is asked for. */
export interface CandidateRow extends PriceCandidate {
  readonly variant_id: string
  readonly region_includes_tax: boolean | null
  readonly currency_includes_tax: boolean | null
}

interface SqlRow {
  id: string
  variant_id: string
  price_set_id: string
  amount: string | number
  min_quantity: string | number | null
  max_quantity: string | number | null
  rules_count: number | null
  rules: PriceRule[] | null
  list: CandidateList | null
  region_includes_tax: boolean | null
  currency_includes_tax: boolean | null
}

const numberOrNull = (value: string | number | null) => (value === null ? null : Number(value))

const tax = (attribute: string) =>
  `(SELECT is_tax_inclusive FROM price_preference WHERE attribute = '${attribute}' AND value = ? AND deleted_at IS NULL LIMIT 1)`

/**
 * Every price row of these variants in one currency that could reach a buyer and is not the plugin's own, lists that are
 * inactive, over or not begun left out.
 *
 * One statement of our own over the pricing module's tables, as that module's `calculatePrices` is one: through the module's
 * list methods the same rows take four statements and ten times as long, on the path of every price request. Rows of
 * agreements are left out by the database, for one popular variant may carry thousands. A test compares what comes out with
 * `calculatePrices`, so that a change of the tables in Medusa fails there.
 */
export async function readCandidates(
  container: MedusaContainer,
  where: {
    readonly variant_ids: readonly string[]
    readonly region_id: string
    readonly currency_code: string
    readonly without_price_list_id: string | null
  }
): Promise<CandidateRow[]> {
  if (where.variant_ids.length === 0) return []
  const knex = databaseOf(container)
  const { rows } = await knex.raw<SqlRow>(
    `SELECT p.id, s.variant_id, p.price_set_id, p.amount, p.min_quantity, p.max_quantity, p.rules_count,
        CASE WHEN p.rules_count > 0 THEN (
          SELECT json_agg(json_build_object('attribute', r.attribute, 'operator', r.operator, 'value', r.value))
          FROM price_rule r WHERE r.price_id = p.id AND r.deleted_at IS NULL) END AS rules,
        CASE WHEN l.id IS NOT NULL THEN json_build_object('id', l.id, 'type', l.type, 'status', l.status,
          'starts_at', l.starts_at, 'ends_at', l.ends_at, 'rules_count', l.rules_count,
          'rules', CASE WHEN l.rules_count > 0 THEN (
            SELECT json_agg(json_build_object('attribute', r.attribute, 'value', r.value))
            FROM price_list_rule r WHERE r.price_list_id = l.id AND r.deleted_at IS NULL) ELSE '[]'::json END) END AS list,
        ${tax("region_id")} AS region_includes_tax, ${tax("currency_code")} AS currency_includes_tax
     FROM product_variant_price_set s
     JOIN price p ON p.price_set_id = s.price_set_id
     LEFT JOIN price_list l ON l.id = p.price_list_id
     WHERE s.variant_id IN (${where.variant_ids.map(() => "?").join(", ")}) AND s.deleted_at IS NULL
       AND p.currency_code = ? AND p.deleted_at IS NULL
       AND (p.title IS NULL OR p.title NOT LIKE '${OWN_ROW_PREFIX}%')
       AND (p.price_list_id IS NULL OR (p.price_list_id <> ? AND l.status = 'active' AND l.deleted_at IS NULL
         AND (l.starts_at IS NULL OR l.starts_at <= now()) AND (l.ends_at IS NULL OR l.ends_at >= now())))`,
    [where.region_id, where.currency_code, ...where.variant_ids, where.currency_code, where.without_price_list_id ?? ""]
  )
  return rows.map((row) => ({
    ...row,
    amount: Number(row.amount),
    min_quantity: numberOrNull(row.min_quantity),
    max_quantity: numberOrNull(row.max_quantity),
    rules: row.rules ?? [],
    list: row.list ? { ...row.list, rules: row.list.rules ?? [] } : null,
  }))
}
