import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { NEGOTIATION_MODULE, type NegotiationModuleService } from "../../modules/negotiation"
import { ensureKnownAttributes } from "./known-attributes"

/** What of a company decides where its prices go and to whom. */
export interface PricedCompany {
  readonly id: string
  readonly name: string
  readonly customer_group_id: string | null
  readonly price_list_id: string | null
}

async function exists(container: MedusaContainer, price_list_id: string): Promise<boolean> {
  const [list] = await container.resolve(Modules.PRICING).listPriceLists({ id: [price_list_id] }, { select: ["id"], take: 1 })
  return list !== undefined
}

/**
 * The company's own price list, made when it has none or a merchant deleted it. Type `sale`, active, without rules of its
 * own: Medusa looks list-level rules up by scanning (MEDUSA-FACTS), so who and where stand on each row.
 *
 * @returns the list, and whether this call made it.
 */
export async function ensureCompanyPriceList(
  container: MedusaContainer,
  company: PricedCompany
): Promise<{ readonly id: string; readonly created: boolean }> {
  if (company.price_list_id !== null && (await exists(container, company.price_list_id))) {
    return { id: company.price_list_id, created: false }
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
  if (winner === list.id) return { id: list.id, created: true }
  await pricing.deletePriceLists([list.id])
  return { id: winner, created: false }
}
