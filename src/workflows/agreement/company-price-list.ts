import type { MedusaContainer, UpdatePriceListDTO } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { ensureKnownAttributes } from "./known-attributes"
import { databaseOf } from "../database"
import { negotiationService } from "../negotiation-service"

/** What of a company decides where its prices go and to whom. */
export interface PricedCompany {
  readonly id: string
  readonly name: string
  readonly customer_group_id: string | null
  readonly price_list_id: string | null
}

/** What differs between the plugin's lists: the company's own is a `sale` without rules. */
export interface ListShape {
  readonly type: "sale" | "override"
  readonly rules_count: number
}

/** How a company's own list has to be. */
export const OWN_LIST: ListShape = { type: "sale", rules_count: 0 }

/** How every list of the plugin has to be for its prices to hold. */
const ALWAYS = { status: "active", starts_at: null, ends_at: null } as const

interface ListState {
  readonly id: string
  readonly status: string
  readonly type: string
  readonly starts_at: Date | string | null
  readonly ends_at: Date | string | null
  readonly rules_count: number | null
}

/** Whether a list of the plugin is as it has to be. */
export function isSound(list: ListState, shape: ListShape): boolean {
  const { status, type, starts_at, ends_at, rules_count } = list
  return status === ALWAYS.status && type === shape.type && starts_at === null && ends_at === null && rules_count === shape.rules_count
}

/** Reads how these lists stand; deleted ones are left out. SQL because a cart change may wait for it. */
export async function readLists(container: MedusaContainer, ids: readonly string[]): Promise<ListState[]> {
  if (ids.length === 0) return []
  const { rows } = await databaseOf(container).raw<ListState>(
    `SELECT id, status, type, starts_at, ends_at, rules_count FROM price_list WHERE id = ANY(?::text[]) AND deleted_at IS NULL`,
    [[...ids]]
  )
  return rows
}

/** Puts a list back as it has to be, whatever a merchant did to it. @param rules all rules it has to have. */
export async function mendList(container: MedusaContainer, id: string, type: ListShape["type"], rules: Record<string, string[]>): Promise<void> {
  // Medusa takes the type as well, its published type of an update doesn't say so.
  const update: UpdatePriceListDTO & { type: string } = { id, ...ALWAYS, type, rules }
  await container.resolve(Modules.PRICING).updatePriceLists([update])
}

/**
 * The company's own price list, made when it has none or a merchant deleted it, put right where it was changed. Type
 * `sale`, active, without rules of its own: Medusa looks list-level rules up by scanning (MEDUSA-FACTS), so who and where stand
 * on each row.
 *
 * @returns the list, and whether this call made or changed it.
 */
export async function ensureCompanyPriceList(
  container: MedusaContainer,
  company: PricedCompany
): Promise<{ readonly id: string; readonly changed: boolean }> {
  if (company.price_list_id !== null) {
    const [list] = await readLists(container, [company.price_list_id])
    if (list && isSound(list, OWN_LIST)) return { id: list.id, changed: false }
    if (list) {
      await mendList(container, list.id, OWN_LIST.type, {})
      return { id: list.id, changed: true }
    }
  }
  const pricing = container.resolve(Modules.PRICING)
  await ensureKnownAttributes(container)
  const title = `Agreed prices: ${company.name}`
  const [list] = await pricing.createPriceLists([
    { title, description: `${title}. Kept by the negotiation plugin; edit nothing here.`, status: "active", type: "sale" },
  ])
  if (!list) throw new Error(`No price list could be made for company ${company.id}`)
  const winner = await negotiationService(container).setCompanyPriceList({ company_id: company.id, price_list_id: list.id, replaces: company.price_list_id })
  if (winner === list.id) return { id: list.id, changed: true }
  await pricing.deletePriceLists([list.id])
  return { id: winner, changed: false }
}
