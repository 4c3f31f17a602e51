import type { MedusaContainer } from "@medusajs/framework/types"
import type { AgreementLineView } from "../../modules/negotiation/agreement-types"
import { isSound, OWN_LIST, readLists, type ListShape, type PricedCompany } from "./company-price-list"
import { desiredRows, type DesiredRow, type UnpricedLine } from "./desired-rows"
import { keyOf, readRows, type StoredRow } from "./price-rows"
import { shapeOf, sharedListId, sharedListsOf } from "./shared-price-lists"
import { negotiationService } from "../negotiation-service"

/** What is in a company's scope: all its prices, or those of some variants. */
export interface PriceScope {
  readonly company_id: string
  /** Null for all. */
  readonly variant_ids: readonly string[] | null
}

/** How a company's price rows differ from what its agreements say. */
export interface PriceDifference {
  readonly company: PricedCompany
  readonly lines: readonly AgreementLineView[]
  readonly desired: readonly DesiredRow[]
  readonly stored: readonly StoredRow[]
  /** Rows that should be there and are not. */
  readonly missing: readonly DesiredRow[]
  /** Rows that should not be there: of ended agreements, changed by hand, out of date. */
  readonly extra: readonly StoredRow[]
  /** Lists that a merchant changed or deleted, or that were never made. */
  readonly unsound_lists: readonly string[]
  readonly unpriced: readonly UnpricedLine[]
}

/** The list a row belongs in; empty where the company has none yet. */
export function listOf(company: PricedCompany, row: DesiredRow): string {
  return row.shared_list === null ? (company.price_list_id ?? "") : sharedListId(row.shared_list)
}

/** The rows that have no equal among others; of several equal ones all but the first have none. */
function without<A, B>(rows: readonly A[], key: (row: A) => string, others: readonly B[], otherKey: (row: B) => string): A[] {
  const left = new Map<string, number>()
  for (const other of others) left.set(otherKey(other), (left.get(otherKey(other)) ?? 0) + 1)
  return rows.filter((row) => {
    const count = left.get(key(row)) ?? 0
    left.set(key(row), count - 1)
    return count <= 0
  })
}

/** Two desired rows that say the same are one: an agreement may name a price twice. */
function once(company: PricedCompany, rows: readonly DesiredRow[]): DesiredRow[] {
  return [...new Map(rows.map((row) => [keyOf(listOf(company, row), row.price), row])).values()]
}

/** Compares what stands in the store with what should. Reads only: five or six indexed statements, most of them side by side. */
export async function comparePrices(container: MedusaContainer, scope: PriceScope): Promise<PriceDifference> {
  const service = negotiationService(container)
  const [company, lines] = await Promise.all([
    service.retrieveNegotiationCompany(scope.company_id, { select: ["id", "name", "customer_group_id", "price_list_id"] }),
    service.liveLinesOf(scope.company_id, scope.variant_ids),
  ])
  const shared_list_ids = [...new Set(lines.flatMap((line) => sharedListsOf(line.region_id)).map(sharedListId))]
  const own = company.price_list_id === null || lines.length === 0 ? [] : [company.price_list_id]
  const [{ rows, unpriced }, stored, lists] = await Promise.all([
    desiredRows(container, company, lines),
    readRows(container, {
      price_list_id: company.price_list_id,
      shared_list_ids,
      agreement_ids: [...new Set(lines.map((line) => line.agreement_id))],
      variant_ids: scope.variant_ids,
    }),
    readLists(container, [...own, ...shared_list_ids]),
  ])
  const desired = once(company, rows)
  const wanted = new Map<string, ListShape>(own.map((id) => [id, OWN_LIST]))
  for (const { shared_list } of desired) if (shared_list !== null) wanted.set(sharedListId(shared_list), shapeOf(shared_list))
  const unsound_lists = [...wanted].filter(([id, shape]) => !lists.some((list) => list.id === id && isSound(list, shape))).map(([id]) => id)
  const rowKey = (row: StoredRow) => keyOf(row.price_list_id, row.price)
  const wantedKey = (row: DesiredRow) => keyOf(listOf(company, row), row.price)
  // What can't be worked out now stays as it is: a price that was right a minute ago is better than none.
  const kept = new Set(unpriced.map(({ line }) => line.agreement_id))
  const extra = without(stored, rowKey, desired, wantedKey).filter((row) => !kept.has(row.agreement_id))
  return { company, lines, desired, stored, missing: without(desired, wantedKey, stored, rowKey), extra, unsound_lists, unpriced }
}

/** Whether there is anything to mend. */
export function differs({ missing, extra, unsound_lists }: PriceDifference): boolean {
  return missing.length + extra.length + unsound_lists.length > 0
}
