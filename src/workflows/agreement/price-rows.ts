import type { IPricingModuleService, MedusaContainer } from "@medusajs/framework/types"
import type { Condition } from "../cart-price/conditions"
import { OWN_ROW_PREFIX, rowTitle } from "../cart-price/price-candidates"
import { databaseOf } from "../database"

/** A price row of the plugin as it stands in Medusa's tables. */
export interface StoredRow {
  readonly id: string
  readonly agreement_id: string
  readonly price_list_id: string
  readonly price: {
    readonly title: string
    readonly price_set_id: string
    readonly currency_code: string
    /** Per piece in major units. */
    readonly amount: number
    readonly min_quantity: number | null
    readonly max_quantity: number | null
    /** One for each attribute and operator; their number is the row's rank. */
    readonly rules: readonly Condition[]
  }
}

interface SqlRow {
  id: string
  title: string
  price_set_id: string
  price_list_id: string
  currency_code: string
  amount: string | number
  min_quantity: string | number | null
  max_quantity: string | number | null
  rules_count: number | null
  rules: Condition[] | null
}

const numberOrNull = (value: string | number | null) => (value === null ? null : Number(value))

/** A row whose rules and their count fell apart is no row of ours any more: it gets a rule that none of ours has. */
const BROKEN: Condition = { attribute: "", operator: "", value: "" }

function toStored(row: SqlRow): StoredRow {
  const rules = row.rules ?? []
  return {
    id: row.id,
    agreement_id: row.title.slice(OWN_ROW_PREFIX.length),
    price_list_id: row.price_list_id,
    price: {
      title: row.title,
      price_set_id: row.price_set_id,
      currency_code: row.currency_code,
      amount: Number(row.amount),
      min_quantity: numberOrNull(row.min_quantity),
      max_quantity: numberOrNull(row.max_quantity),
      rules: row.rules_count === rules.length ? rules : [...rules, BROKEN],
    },
  }
}

/** Which of the plugin's rows to read. */
export interface RowsOf {
  /** A company's own list: every row of the plugin there. */
  readonly price_list_id: string | null
  /** Lists that companies share: the rows of these agreements there. */
  readonly shared_list_ids: readonly string[]
  readonly agreement_ids: readonly string[]
  /** Only rows for these variants; null for all. */
  readonly variant_ids: readonly string[] | null
}

const COLUMNS = `p.id, p.title, p.price_set_id, p.price_list_id, p.currency_code, p.amount, p.min_quantity, p.max_quantity, p.rules_count,
  (SELECT json_agg(json_build_object('attribute', r.attribute, 'operator', r.operator, 'value', r.value))
   FROM price_rule r WHERE r.price_id = p.id AND r.deleted_at IS NULL) AS rules`

/** A page of a list's rows by id: the plugin's own, whatever agreement they are of. */
export async function readRowsAfter(container: MedusaContainer, price_list_id: string, after: string, limit: number): Promise<StoredRow[]> {
  const { rows } = await databaseOf(container).raw<SqlRow>(
    `SELECT ${COLUMNS} FROM price p
     WHERE p.price_list_id = ? AND p.deleted_at IS NULL AND p.id > ? AND p.title LIKE '${OWN_ROW_PREFIX}%' ORDER BY p.id LIMIT ?`,
    [price_list_id, after, limit]
  )
  return rows.map(toStored)
}

/** Reads rows of the plugin in one statement, by the lists' and the variants' indexes. */
export async function readRows(container: MedusaContainer, which: RowsOf): Promise<StoredRow[]> {
  const ofVariants =
    which.variant_ids === null
      ? ""
      : "AND p.price_set_id IN (SELECT s.price_set_id FROM product_variant_price_set s WHERE s.variant_id = ANY(?::text[]) AND s.deleted_at IS NULL)"
  const { rows } = await databaseOf(container).raw<SqlRow>(
    `SELECT ${COLUMNS} FROM price p
     WHERE p.deleted_at IS NULL AND p.title LIKE '${OWN_ROW_PREFIX}%'
       AND (p.price_list_id = ? OR (p.price_list_id = ANY(?::text[]) AND p.title = ANY(?::text[]))) ${ofVariants}
     ORDER BY p.id`,
    [
      which.price_list_id ?? "",
      [...which.shared_list_ids],
      which.agreement_ids.map(rowTitle),
      ...(which.variant_ids === null ? [] : [[...which.variant_ids]]),
    ]
  )
  return rows.map(toStored)
}

/** What a row says, as a key: two rows with one key say the same in the same list. */
export function keyOf(price_list_id: string, price: StoredRow["price"]): string {
  const rules = price.rules.map(({ attribute, operator, value }) => `${attribute} ${operator} ${value}`).sort()
  return JSON.stringify([
    price_list_id, price.title, price.price_set_id, price.currency_code, price.amount, price.min_quantity, price.max_quantity, rules,
  ])
}

interface RowCreator {
  createPrices(rows: readonly object[]): Promise<{ id: string }[]>
}

/**
 * Adds rows to price lists. `addPriceListPrices` won't do: it takes over a row with the same list, quantity and rules, so
 * that two agreements of one company on one variant would share a row and lose it together.
 */
export async function addRows(pricing: IPricingModuleService, rows: readonly Pick<StoredRow, "price_list_id" | "price">[]): Promise<StoredRow[]> {
  if (rows.length === 0) return []
  const wanted = rows.map(({ price_list_id, price: { rules, ...price } }) => ({
    ...price,
    price_list_id,
    rules_count: rules.length,
    price_rules: rules.map(({ attribute, operator, value }) => ({ attribute, operator, value })),
  }))
  // Generated like every model's methods, but left out of the published interface.
  const created = await (pricing as unknown as RowCreator).createPrices(wanted)
  return rows.flatMap(({ price_list_id, price }, index) => {
    const id = created[index]?.id
    return id ? [{ id, agreement_id: price.title.slice(OWN_ROW_PREFIX.length), price_list_id, price }] : []
  })
}

/** Removes rows for good: a row left behind in any state is a price nobody agreed to any more. */
export async function removeRows(pricing: IPricingModuleService, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await pricing.removePrices([...ids])
}
