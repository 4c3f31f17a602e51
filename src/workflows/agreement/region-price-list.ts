import type { CreatePriceListDTO, MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { isSound, mendList, readLists } from "./company-price-list"

/** The id of a region's shared list: known beforehand, so that two servers can't make two. */
export function regionListId(region_id: string): string {
  return `plist_negotiation_${region_id}`
}

/** The shared lists there are: one for each region that needed one. */
export async function sharedListIds(container: MedusaContainer): Promise<string[]> {
  const regions = await container.resolve(Modules.REGION).listRegions({}, { select: ["id"], take: null })
  return (await readLists(container, regions.map((region) => regionListId(region.id)))).map((list) => list.id)
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

/**
 * The price list for agreed prices that follow their currency's word on tax although the region says otherwise. A region as
 * a rule on a price row makes it follow the region (Medusa's rule), so the region stands on the list. One list for all companies
 * of a region: lists with rules are looked up by scanning, so there must be few of them.
 *
 * @returns whether this call made or changed it.
 */
export async function ensureRegionPriceList(container: MedusaContainer, region_id: string): Promise<boolean> {
  const id = regionListId(region_id)
  const pricing = container.resolve(Modules.PRICING)
  const rules = { region_id: [region_id] }
  const [list] = await readLists(container, [id])
  if (list && isSound(list, 1)) return false
  if (list) {
    await mendList(container, id, rules)
    return true
  }
  if (await restoreEmpty(container, id)) {
    await mendList(container, id, rules)
    return true
  }
  const title = "Agreed prices taxed by currency"
  const wanted = { id, title, description: `${title}. Kept by the negotiation plugin; edit nothing here.`, status: "active", type: "sale", rules }
  try {
    // Medusa takes an id, its published type doesn't say so.
    await pricing.createPriceLists([wanted as CreatePriceListDTO])
  } catch (error) {
    const [made] = await readLists(container, [id])
    if (!made) throw error
  }
  return true
}
