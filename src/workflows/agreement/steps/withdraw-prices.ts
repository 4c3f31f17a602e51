import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { withCompanyPrices } from "../company-lock"
import { addRows, readRows, removeRows, type StoredRow } from "../price-rows"
import { sharedListId, sharedListsOf } from "../shared-price-lists"
import { negotiationService } from "../../negotiation-service"

/** Price rows that were removed, and which of them carried which agreed line: line → price ids. */
export interface WithdrawnPrices {
  readonly rows: readonly StoredRow[]
  readonly price_ids: Readonly<Record<string, readonly string[]>>
}

/** Removes the price rows of these agreements and returns them. Agreements without rows are no error. */
export async function withdrawPrices(container: MedusaContainer, agreement_ids: readonly string[]): Promise<WithdrawnPrices> {
  if (agreement_ids.length === 0) return { rows: [], price_ids: {} }
  const service = negotiationService(container)
  const pricing = container.resolve(Modules.PRICING)
  const lines = await service.linesOfAgreements(agreement_ids)
  const companies = await service.listNegotiationCompanies({ id: [...new Set(lines.map((line) => line.company_id))] }, { take: null })
  const removed: StoredRow[] = []
  for (const company of companies) {
    const own = lines.filter((line) => line.company_id === company.id)
    // Under the company's lock: whoever brings prices in at this moment read the agreements before they ended.
    await withCompanyPrices(container, company.id, async () => {
      const lists = [company.price_list_id ?? "", ...new Set(own.flatMap((line) => sharedListsOf(line.region_id)).map(sharedListId))]
      const ids = [...new Set(own.map((line) => line.agreement_id))]
      const rows = await readRows(container, { price_list_id: null, shared_list_ids: lists, agreement_ids: ids, variant_ids: null })
      await removeRows(pricing, rows.map((row) => row.id))
      removed.push(...rows)
    })
  }
  const carried = lines.filter((line) => line.price_ids.length > 0)
  await service.setPriceIds(Object.fromEntries(carried.map((line) => [line.id, []])))
  return { rows: removed, price_ids: Object.fromEntries(carried.map((line) => [line.id, line.price_ids])) }
}

/** Puts withdrawn rows back: the same prices under new ids, which the agreed lines are told. */
async function putBack(container: MedusaContainer, { rows, price_ids }: WithdrawnPrices): Promise<void> {
  const added = await addRows(container.resolve(Modules.PRICING), rows)
  const ids = new Map(rows.map((row, index) => [row.id, added[index]?.id]))
  const renamed = Object.entries(price_ids).map(([line_id, before]) => [line_id, before.flatMap((id) => ids.get(id) ?? [])])
  await negotiationService(container).setPriceIds(Object.fromEntries(renamed))
}

/** Step: the prices of these agreements leave the store; the compensation puts the same rows back. */
export const withdrawPricesStep = createStep(
  "negotiation-withdraw-prices",
  async (input: { agreement_ids: string[] }, { container }) => {
    const withdrawn = await withdrawPrices(container, input.agreement_ids)
    return new StepResponse({ removed: withdrawn.rows.length }, withdrawn)
  },
  async (withdrawn, { container }) => {
    if (withdrawn) await putBack(container, withdrawn)
  }
)
