import type { CreatePriceListPriceDTO, FilterablePriceProps, IPricingModuleService, PriceDTO } from "@medusajs/framework/types"
import { OWN_ROW_PREFIX, rowTitle } from "../cart-price/price-candidates"

/** A price row of the plugin as it stands in Medusa's tables. */
export interface StoredRow {
  readonly id: string
  readonly agreement_id: string
  readonly price_list_id: string
  readonly price: Omit<CreatePriceListPriceDTO, "id"> & { readonly title: string; readonly rules: Record<string, string> }
}

type Row = Omit<PriceDTO, "price_rules"> & {
  price_set_id: string
  price_list_id: string
  title: string
  price_rules?: { attribute: string; value: string }[]
}

const numberOrNull = (value: unknown) => (value === null || value === undefined ? null : Number(value))

function toStored(row: Row): StoredRow {
  return {
    id: row.id,
    agreement_id: row.title.slice(OWN_ROW_PREFIX.length),
    price_list_id: row.price_list_id,
    price: {
      title: row.title,
      price_set_id: row.price_set_id,
      currency_code: row.currency_code ?? "",
      amount: Number(row.amount),
      min_quantity: numberOrNull(row.min_quantity),
      max_quantity: numberOrNull(row.max_quantity),
      rules: Object.fromEntries((row.price_rules ?? []).map((rule) => [rule.attribute, rule.value])),
    },
  }
}

/** Reads the rows of these agreements (by title), or, with `all`, a page of every row the plugin has. */
export async function readRows(
  pricing: IPricingModuleService,
  which: { readonly agreement_ids: readonly string[]; readonly price_list_ids: readonly string[] }
): Promise<StoredRow[]> {
  if (which.agreement_ids.length === 0 || which.price_list_ids.length === 0) return []
  // The list narrows the search to an index; titles alone have none. The published filter type knows neither.
  const filters: unknown = { price_list_id: [...which.price_list_ids], title: which.agreement_ids.map(rowTitle) }
  const rows = await pricing.listPrices(filters as FilterablePriceProps, { relations: ["price_rules"], take: null })
  return (rows as unknown as Row[]).map(toStored)
}

/** Every row of these price lists, the plugin's and whatever a merchant put there by hand left out. */
export async function readOwnRowsOfLists(pricing: IPricingModuleService, price_list_ids: readonly string[]): Promise<StoredRow[]> {
  if (price_list_ids.length === 0) return []
  const filters: unknown = { price_list_id: [...price_list_ids], title: { $like: `${OWN_ROW_PREFIX}%` } }
  const rows = await pricing.listPrices(filters as FilterablePriceProps, { relations: ["price_rules"], take: null })
  return (rows as unknown as Row[]).map(toStored)
}

/** Two rows that say the same. */
export function sameRow(a: StoredRow["price"], b: StoredRow["price"]): boolean {
  const key = (price: StoredRow["price"]) =>
    JSON.stringify([
      price.title,
      price.price_set_id,
      price.currency_code,
      Number(price.amount),
      price.min_quantity ?? null,
      price.max_quantity ?? null,
      Object.entries(price.rules).sort(([x], [y]) => x.localeCompare(y)),
    ])
  return key(a) === key(b)
}

interface RowCreator {
  createPrices(rows: readonly object[]): Promise<{ id: string }[]>
}

/**
 * Adds rows to a price list. `addPriceListPrices` won't do: it takes over a row with the same list, quantity and rules, so
 * that two agreements of one company on one variant would share a row and lose it together.
 */
export async function addRows(
  pricing: IPricingModuleService,
  price_list_id: string,
  prices: readonly StoredRow["price"][]
): Promise<StoredRow[]> {
  if (prices.length === 0) return []
  const rows = prices.map(({ rules, ...price }) => ({
    ...price,
    price_list_id,
    rules_count: Object.keys(rules).length,
    price_rules: Object.entries(rules).map(([attribute, value]) => ({ attribute, value, operator: "eq" })),
  }))
  // Generated like every model's methods, but left out of the published interface.
  const created = await (pricing as unknown as RowCreator).createPrices(rows)
  return prices.flatMap((price, index) => {
    const id = created[index]?.id
    return id ? [{ id, agreement_id: price.title.slice(OWN_ROW_PREFIX.length), price_list_id, price }] : []
  })
}

/** Removes rows for good: a row left behind in any state is a price nobody agreed to any more. */
export async function removeRows(pricing: IPricingModuleService, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await pricing.removePrices([...ids])
}
