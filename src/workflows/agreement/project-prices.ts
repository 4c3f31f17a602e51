import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { withCompanyPrices } from "./company-lock"
import { comparePrices, differs, listOf, type PriceDifference, type PriceScope } from "./compare-prices"
import { ensureCompanyPriceList } from "./company-price-list"
import type { DesiredRow, UnpricedLine } from "./desired-rows"
import { addRows, keyOf, readRows, removeRows, type StoredRow } from "./price-rows"
import { ensureSharedList, sharedListId } from "./shared-price-lists"
import { negotiationService } from "../negotiation-service"

/** What bringing a company's prices into the store changed. */
export interface PriceProjection {
  readonly company_id: string
  readonly price_list_id: string | null
  readonly added: readonly StoredRow[]
  readonly removed: readonly StoredRow[]
  /** Live agreements whose rows were not as they should be. */
  readonly mended: readonly string[]
  /** Rows removed because no live agreement stands behind them. */
  readonly orphans: number
  readonly unpriced: readonly UnpricedLine[]
  /** Which rows carried which line before: line → price ids, for lines where that changed. */
  readonly price_ids_before: Readonly<Record<string, readonly string[]>>
}

async function notePriceIds(
  container: MedusaContainer,
  difference: PriceDifference,
  desired: readonly (DesiredRow & { readonly key: string })[],
  stored: readonly StoredRow[]
): Promise<Record<string, string[]>> {
  const ids = new Map(stored.map((row) => [keyOf(row.price_list_id, row.price), row.id]))
  const unpriced = new Set(difference.unpriced.map(({ line }) => line.id))
  const changed = difference.lines.flatMap((line) => {
    const now = desired.filter((row) => row.line_id === line.id).flatMap((row) => ids.get(row.key) ?? [])
    const same = now.length === line.price_ids.length && now.every((id) => line.price_ids.includes(id))
    return same || unpriced.has(line.id) ? [] : [{ line, now }]
  })
  if (changed.length > 0) {
    await negotiationService(container).setPriceIds(Object.fromEntries(changed.map(({ line, now }) => [line.id, now])))
  }
  return Object.fromEntries(changed.map(({ line }) => [line.id, line.price_ids]))
}

async function apply(container: MedusaContainer, difference: PriceDifference): Promise<PriceProjection> {
  const pricing = container.resolve(Modules.PRICING)
  const { missing, extra, unsound_lists, lines } = difference
  const needsOwnList = difference.desired.some((row) => row.shared_list === null)
  const own = needsOwnList ? await ensureCompanyPriceList(container, difference.company) : { id: difference.company.price_list_id, changed: false }
  const shared = new Map(difference.desired.flatMap(({ shared_list }) => (shared_list === null ? [] : [[sharedListId(shared_list), shared_list] as const])))
  for (const [id, list] of shared) if (unsound_lists.includes(id)) await ensureSharedList(container, list)
  const company = { ...difference.company, price_list_id: own.id }
  // A list that was deleted took its rows with it: all of them are to be made anew in the next one.
  const moved = own.id !== difference.company.price_list_id
  const wanted = moved ? difference.desired : missing
  // Added before removed: a price must not be gone for a moment.
  const added = await addRows(pricing, wanted.map((row) => ({ price_list_id: listOf(company, row), price: row.price })))
  const removed = moved ? difference.stored : extra
  await removeRows(pricing, removed.map((row) => row.id))
  const gone = new Set(removed.map((row) => row.id))
  const desired = difference.desired.map((row) => ({ ...row, key: keyOf(listOf(company, row), row.price) }))
  const price_ids_before = await notePriceIds(container, difference, desired, [...difference.stored.filter((row) => !gone.has(row.id)), ...added])
  const live = new Set(lines.map((line) => line.agreement_id))
  const touched = [...added, ...removed].map((row) => row.agreement_id)
  return {
    company_id: company.id,
    price_list_id: own.id,
    added,
    removed,
    mended: [...new Set(unsound_lists.length > 0 ? [...touched, ...live] : touched)].filter((id) => live.has(id)),
    orphans: removed.filter((row) => !live.has(row.agreement_id)).length,
    unpriced: difference.unpriced,
    price_ids_before,
  }
}

/** Takes a projection back: rows it added go, rows it removed return. */
export async function restorePrices(container: MedusaContainer, projection: PriceProjection): Promise<void> {
  const pricing = container.resolve(Modules.PRICING)
  const { company_id, price_list_id, added, removed } = projection
  await withCompanyPrices(container, company_id, async () => {
    const stored = await readRows(container, {
      price_list_id,
      shared_list_ids: [...new Set([...added, ...removed].map((row) => row.price_list_id))],
      agreement_ids: [...new Set([...added, ...removed].map((row) => row.agreement_id))],
      variant_ids: null,
    })
    const there = new Set(stored.map((row) => keyOf(row.price_list_id, row.price)))
    await addRows(pricing, removed.filter((row) => !there.has(keyOf(row.price_list_id, row.price))))
    const ids = new Set(stored.map((row) => row.id))
    await removeRows(pricing, added.map((row) => row.id).filter((id) => ids.has(id)))
    await negotiationService(container).setPriceIds(projection.price_ids_before)
  })
}

/**
 * Brings a company's agreed prices into the store: what is missing is added, what is out of date, changed by hand or without
 * a live agreement is removed, lists that somebody changed are put right. Doing it again changes nothing. Lines that can't be
 * priced keep what they have.
 *
 * @param check looks at the difference before anything is written; what it throws leaves everything as it was.
 */
export async function projectPrices(
  container: MedusaContainer,
  scope: PriceScope,
  check: (difference: PriceDifference) => void = () => undefined
): Promise<PriceProjection> {
  return withCompanyPrices(container, scope.company_id, async () => {
    const difference = await comparePrices(container, scope)
    check(difference)
    return apply(container, difference)
  })
}

/**
 * {@link projectPrices} where there is something to mend, without waiting for anybody where there is not.
 * @returns what was mended; null for nothing.
 */
export async function mendPrices(container: MedusaContainer, scope: PriceScope): Promise<PriceProjection | null> {
  const difference = await comparePrices(container, scope)
  if (differs(difference)) return projectPrices(container, scope)
  if (difference.unpriced.length === 0) return null
  const { company, unpriced } = difference
  return { company_id: company.id, price_list_id: company.price_list_id, added: [], removed: [], mended: [], orphans: 0, unpriced, price_ids_before: {} }
}
