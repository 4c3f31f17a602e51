import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ContractError } from "../../../contract"
import { projectPrices, restorePrices, type PriceProjection } from "../project-prices"
import { negotiationService } from "../../negotiation-service"

/**
 * Brings a live agreement's prices into the store, and with them whatever else its company agreed on for the same variants:
 * their rows are ordered against each other. Running it again changes nothing. Nothing is projected for an agreement that is
 * not live.
 * @throws ContractError `agreement_not_applicable` when the agreement is gone, a variant has no price any more, or its other
 *   prices have more rules than an agreed price can have. Nothing has changed then.
 */
export async function projectAgreement(container: MedusaContainer, agreement_id: string): Promise<PriceProjection | null> {
  const lines = await negotiationService(container).linesOfAgreements([agreement_id])
  const first = lines[0]
  if (!first) throw new ContractError("agreement_not_applicable", "There is no such agreement", { agreement_id })
  if (!lines.some((line) => line.live)) return null
  const variant_ids = [...new Set(lines.map((line) => line.variant_id))]
  return projectPrices(container, { company_id: first.company_id, variant_ids }, ({ unpriced }) => {
    const failed = unpriced.find(({ line }) => line.agreement_id === agreement_id)
    if (failed) throw failed.error
  })
}

/** Step: {@link projectAgreement}, taken back by the compensation. Null: nothing was agreed, nothing is done. */
export const projectAgreementStep = createStep(
  "negotiation-project-agreement",
  async ({ agreement_id }: { agreement_id: string | null }, { container }) => {
    const projection = agreement_id === null ? null : await projectAgreement(container, agreement_id)
    return new StepResponse({ agreement_id, price_list_id: projection?.price_list_id ?? null }, projection)
  },
  async (projection, { container }) => {
    if (projection) await restorePrices(container, projection)
  }
)
