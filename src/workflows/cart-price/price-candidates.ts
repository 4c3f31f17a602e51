import type { BigNumberValue, FilterablePriceProps, MedusaContainer, PriceDTO } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { PriceCandidate } from "./resolve-prices"

/** How every price row the plugin writes is called: `negotiation:<agreement id>`. */
export const OWN_ROW_PREFIX = "negotiation:"

/** The title of an agreement's price rows. It is how they are found, counted and removed. */
export function rowTitle(agreement_id: string): string {
  return `${OWN_ROW_PREFIX}${agreement_id}`
}

interface ListRow {
  id: string
  type: string
  status: string
  starts_at: Date | string | null
  ends_at: Date | string | null
  rules_count?: number | null
  price_list_rules?: { attribute: string; value: unknown }[]
}

type PriceRow = Omit<PriceDTO, "price_rules"> & {
  price_rules?: { attribute: string; operator?: string; value: string }[]
  rules_count?: number | null
  price_set_id: string
  price_list?: ListRow | null
}

const numberOrNull = (value: BigNumberValue | null | undefined) => (value === null || value === undefined ? null : Number(value))

function toCandidate(row: PriceRow): PriceCandidate {
  return {
    id: row.id,
    price_set_id: row.price_set_id,
    amount: Number(row.amount),
    min_quantity: numberOrNull(row.min_quantity),
    max_quantity: numberOrNull(row.max_quantity),
    rules_count: row.rules_count ?? null,
    rules: (row.price_rules ?? []).map(({ attribute, operator, value }) => ({ attribute, operator: operator ?? "eq", value })),
    list: row.price_list
      ? {
          id: row.price_list.id,
          type: row.price_list.type,
          status: row.price_list.status,
          starts_at: row.price_list.starts_at,
          ends_at: row.price_list.ends_at,
          rules_count: row.price_list.rules_count ?? null,
          rules: row.price_list.price_list_rules ?? [],
        }
      : null,
  }
}

/**
 * Every price row of these price sets in one currency that is not the plugin's own. Rows of agreements, this company's and
 * all others', are left out by the database: one popular variant may carry thousands.
 */
export async function readCandidates(
  container: MedusaContainer,
  where: { readonly price_set_ids: readonly string[]; readonly currency_code: string; readonly without_price_list_id: string | null }
): Promise<PriceCandidate[]> {
  if (where.price_set_ids.length === 0) return []
  // The service hands filters to the ORM as they are; its published type knows fewer of them.
  const filters: unknown = {
    price_set_id: [...where.price_set_ids],
    currency_code: where.currency_code,
    $and: [
      { $or: [{ title: null }, { title: { $not: { $like: `${OWN_ROW_PREFIX}%` } } }] },
      ...(where.without_price_list_id ? [{ $or: [{ price_list_id: null }, { price_list_id: { $ne: where.without_price_list_id } }] }] : []),
    ],
  }
  const rows = await container.resolve(Modules.PRICING).listPrices(filters as FilterablePriceProps, {
    select: ["id", "amount", "min_quantity", "max_quantity", "rules_count", "price_set_id", "price_list_id"],
    relations: ["price_rules", "price_list", "price_list.price_list_rules"],
    take: null,
  })
  return (rows as unknown as PriceRow[]).map(toCandidate)
}
