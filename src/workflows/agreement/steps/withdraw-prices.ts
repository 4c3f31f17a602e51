import type { MedusaContainer } from "@medusajs/framework/types"
import { isPresent, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { NEGOTIATION_MODULE, type NegotiationModuleService } from "../../../modules/negotiation"
import { addRows, readRows, removeRows, type StoredRow } from "../price-rows"

/** Removes the price rows of these agreements and returns them. Agreements without rows are no error. */
export async function withdrawPrices(container: MedusaContainer, agreement_ids: readonly string[]): Promise<StoredRow[]> {
  if (agreement_ids.length === 0) return []
  const service = container.resolve<NegotiationModuleService>(NEGOTIATION_MODULE)
  const pricing = container.resolve(Modules.PRICING)
  const lines = await service.linesOfAgreements(agreement_ids)
  const companies = await service.listNegotiationCompanies({ id: [...new Set(lines.map((line) => line.company_id))] }, { take: null })
  const price_list_ids = companies.map((company) => company.price_list_id).filter((id): id is string => isPresent(id))
  const rows = await readRows(pricing, { agreement_ids, price_list_ids })
  await removeRows(pricing, rows.map((row) => row.id))
  await service.setPriceIds(Object.fromEntries(lines.filter((line) => line.price_ids.length > 0).map((line) => [line.id, []])))
  return rows
}

/** Step: the prices of these agreements leave the company's list; the compensation puts the same rows back. */
export const withdrawPricesStep = createStep(
  "negotiation-withdraw-prices",
  async (input: { agreement_ids: string[] }, { container }) => {
    const rows = await withdrawPrices(container, input.agreement_ids)
    return new StepResponse({ removed: rows.length }, rows)
  },
  async (rows, { container }) => {
    const pricing = container.resolve(Modules.PRICING)
    for (const price_list_id of new Set(rows?.map((row) => row.price_list_id))) {
      const back = (rows ?? []).filter((row) => row.price_list_id === price_list_id)
      await addRows(pricing, price_list_id, back.map((row) => row.price))
    }
  }
)
