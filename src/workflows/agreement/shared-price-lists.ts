import type { CreatePriceListDTO, MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { isSound, mendList, readLists, type ListShape } from "./company-price-list"

/** A price list that all companies share, for rows that can't stand in a company's own. */
export interface SharedList {
  /** The region it carries as a rule; null where its rows carry it themselves. */
  readonly region_id: string | null
  readonly type: "sale" | "override"
}

/** The id of a shared list: known beforehand, so that two servers can't make two. */
export function sharedListId({ region_id, type }: SharedList): string {
  return ["plist_negotiation", ...(type === "override" ? ["override"] : []), ...(region_id === null ? [] : [region_id])].join("_")
}

/** The shared lists in which rows for a region may stand. */
export function sharedListsOf(region_id: string): SharedList[] {
  return [
    { region_id, type: "sale" },
    { region_id, type: "override" },
    { region_id: null, type: "override" },
  ]
}

/** How a shared list has to be for its prices to hold. */
export function shapeOf({ region_id, type }: SharedList): ListShape {
  return { type, rules_count: region_id === null ? 0 : 1 }
}

/** The shared lists there are. */
export async function sharedListIds(container: MedusaContainer): Promise<string[]> {
  const regions = await container.resolve(Modules.REGION).listRegions({}, { select: ["id"], take: null })
  const ids = new Set(regions.flatMap((region) => sharedListsOf(region.id)).map(sharedListId))
  return (await readLists(container, [...ids])).map((list) => list.id)
}

/** Brings a deleted list back without its rows: agreements may have ended meanwhile. */
async function restoreEmpty(container: MedusaContainer, id: string): Promise<boolean> {
  const pricing = container.resolve(Modules.PRICING)
  const [deleted] = await pricing.listPriceLists({ id: [id] }, { select: ["id"], withDeleted: true })
  if (!deleted) return false
  const rows = await pricing.listPrices({ price_list_id: [id] }, { select: ["id"], withDeleted: true, take: null })
  await pricing.removePrices(rows.map((row) => row.id))
  await pricing.restorePriceLists([id])
  return true
}

const titleOf = ({ region_id, type }: SharedList) =>
  `Agreed prices${type === "override" ? " above the base price" : ""}${region_id === null ? "" : " taxed by currency"}`

/**
 * Makes or mends a price list that companies share. There are two reasons for one.
 *
 * - The region stands on the list: for agreed prices that follow their currency's word on tax although the region says
 *   otherwise. A region as a rule on a price row makes it follow the region (Medusa's rule).
 * - Its type is `override`: for prices above the base price, where a merchant's own `override` list is what the buyer pays without
 *   the agreement. Of a `sale` above the base price Medusa takes the base price, which nobody was to pay.
 *
 * One for all companies: lists with rules are looked up by scanning, so there must be few of them.
 *
 * @returns whether this call made or changed it.
 */
export async function ensureSharedList(container: MedusaContainer, shared: SharedList): Promise<boolean> {
  const id = sharedListId(shared)
  const pricing = container.resolve(Modules.PRICING)
  const rules: Record<string, string[]> = shared.region_id === null ? {} : { region_id: [shared.region_id] }
  const [list] = await readLists(container, [id])
  if (list && isSound(list, shapeOf(shared))) return false
  if (list || (await restoreEmpty(container, id))) {
    await mendList(container, id, shared.type, rules)
    return true
  }
  const title = titleOf(shared)
  const wanted = { id, title, description: `${title}. Kept by the negotiation plugin; edit nothing here.`, status: "active", type: shared.type, rules }
  try {
    // Medusa takes an id, its published type doesn't say so.
    await pricing.createPriceLists([wanted as CreatePriceListDTO])
  } catch (error) {
    const [made] = await readLists(container, [id])
    if (!made) throw error
  }
  return true
}
