import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ContractError } from "../../../contract"
import { NEGOTIATION_MODULE, type NegotiationModuleService } from "../../../modules/negotiation"
import { ensureCompanyPriceList } from "../company-price-list"
import { desiredRows, type DesiredRow } from "../desired-rows"
import { addRows, readRows, removeRows, sameRow, type StoredRow } from "../price-rows"

/** What a projection did, and what was there before it. */
export interface Projection {
  readonly agreement_id: string
  readonly price_list_id: string
  readonly before: StoredRow[]
  readonly price_ids_before: Record<string, string[]>
}

function priceIdsByLine(desired: readonly DesiredRow[], stored: readonly StoredRow[]): Record<string, string[]> {
  const ids: Record<string, string[]> = {}
  for (const { line_id, price } of desired) {
    const row = stored.find((each) => sameRow(each.price, price))
    if (row) (ids[line_id] ??= []).push(row.id)
  }
  return ids
}

/**
 * Brings a live agreement's prices into its company's price list. Running it again adds, mends and removes only what
 * differs. Nothing is projected for an agreement that is not live.
 * @throws ContractError `agreement_not_applicable` when the agreement is gone, or a variant has no price any more.
 */
export async function projectAgreement(container: MedusaContainer, agreement_id: string): Promise<Projection | null> {
  const service = container.resolve<NegotiationModuleService>(NEGOTIATION_MODULE)
  const pricing = container.resolve(Modules.PRICING)
  const lines = await service.linesOfAgreements([agreement_id])
  const first = lines[0]
  if (!first) throw new ContractError("agreement_not_applicable", "There is no such agreement", { agreement_id })
  if (first.status !== "active" || first.valid_until <= new Date()) return null
  const company = await service.retrieveNegotiationCompany(first.company_id)
  const desired = await desiredRows(container, company, lines)
  const { id: price_list_id } = await ensureCompanyPriceList(container, company)
  const before = await readRows(pricing, { agreement_ids: [agreement_id], price_list_ids: [price_list_id] })
  const projection: Projection = {
    agreement_id,
    price_list_id,
    before,
    price_ids_before: Object.fromEntries(lines.map((line) => [line.id, line.price_ids])),
  }
  const missing = desired.filter(({ price }) => !before.some((row) => sameRow(row.price, price)))
  const extra = before.filter((row) => !desired.some(({ price }) => sameRow(row.price, price)))
  try {
    // Added before removed: a price must not be gone for a moment.
    const added = await addRows(pricing, price_list_id, missing.map(({ price }) => price))
    await removeRows(pricing, extra.map((row) => row.id))
    await service.setPriceIds(priceIdsByLine(desired, [...before, ...added]))
  } catch (error) {
    await restoreProjection(container, projection)
    throw error
  }
  return projection
}

/** Puts an agreement's rows back as they were before a projection. */
export async function restoreProjection(container: MedusaContainer, projection: Projection): Promise<void> {
  const pricing = container.resolve(Modules.PRICING)
  const { agreement_id, price_list_id, before } = projection
  const now = await readRows(pricing, { agreement_ids: [agreement_id], price_list_ids: [price_list_id] })
  await removeRows(pricing, now.filter((row) => !before.some((old) => sameRow(old.price, row.price))).map((row) => row.id))
  await addRows(pricing, price_list_id, before.filter((old) => !now.some((row) => sameRow(old.price, row.price))).map((row) => row.price))
  await container.resolve<NegotiationModuleService>(NEGOTIATION_MODULE).setPriceIds(projection.price_ids_before)
}

/** Step: {@link projectAgreement}, taken back by the compensation. */
export const projectAgreementStep = createStep(
  "negotiation-project-agreement",
  async (input: { agreement_id: string }, { container }) => {
    const projection = await projectAgreement(container, input.agreement_id)
    return new StepResponse({ agreement_id: input.agreement_id, price_list_id: projection?.price_list_id ?? null }, projection)
  },
  async (projection, { container }) => {
    if (projection) await restoreProjection(container, projection)
  }
)
