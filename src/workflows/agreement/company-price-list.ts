import type { MedusaContainer, UpdatePriceListDTO } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { NEGOTIATION_MODULE, type NegotiationModuleService } from "../../modules/negotiation"
import { ensureKnownAttributes } from "./known-attributes"

interface Knex {
  raw<Row>(sql: string, bindings: readonly unknown[]): Promise<{ rows: Row[] }>
}

/** What of a company decides where its prices go and to whom. */
export interface PricedCompany {
  readonly id: string
  readonly name: string
  readonly customer_group_id: string | null
  readonly price_list_id: string | null
}

/** How a list of the plugin has to be for its prices to hold. */
const ALWAYS = { status: "active", type: "sale", starts_at: null, ends_at: null } as const

interface ListState {
  readonly id: string
  readonly status: string
  readonly type: string
  readonly starts_at: Date | string | null
  readonly ends_at: Date | string | null
  readonly rules_count: number | null
}

/** Whether a list of the plugin is as it has to be. */
export function isSound(list: ListState, rules_count: number): boolean {
  const { status, type, starts_at, ends_at } = list
  return status === ALWAYS.status && type === ALWAYS.type && starts_at === null && ends_at === null && list.rules_count === rules_count
}

/** Reads how these lists stand; deleted ones are left out. SQL because a cart change may wait for it. */
export async function readLists(container: MedusaContainer, ids: readonly string[]): Promise<ListState[]> {
  if (ids.length === 0) return []
  const { rows } = await container.resolve<Knex>(ContainerRegistrationKeys.PG_CONNECTION).raw<ListState>(
    `SELECT id, status, type, starts_at, ends_at, rules_count FROM price_list WHERE id = ANY(?::text[]) AND deleted_at IS NULL`,
    [[...ids]]
  )
  return rows
}

/** Puts a list back as it has to be, whatever a merchant did to it. @param rules all rules it has to have. */
export async function mendList(container: MedusaContainer, id: string, rules: Record<string, string[]>): Promise<void> {
  // Medusa takes the type as well, its published type of an update doesn't say so.
  const update: UpdatePriceListDTO & { type: string } = { id, ...ALWAYS, rules }
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
    if (list && isSound(list, 0)) return { id: list.id, changed: false }
    if (list) {
      await mendList(container, list.id, {})
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
  const winner = await container
    .resolve<NegotiationModuleService>(NEGOTIATION_MODULE)
    .setCompanyPriceList({ company_id: company.id, price_list_id: list.id, replaces: company.price_list_id })
  if (winner === list.id) return { id: list.id, changed: true }
  await pricing.deletePriceLists([list.id])
  return { id: winner, changed: false }
}
