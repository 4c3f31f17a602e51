import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { ChosenTerm } from "../../../modules/negotiation/concession-types"
import { negotiationService } from "../../negotiation-service"

/**
 * Step: keeps how a cart will be paid, as the buyer chose it with what they accepted; null chose nothing and changes nothing.
 * Compensation: as it was before.
 */
export const chooseTermStep = createStep(
  "negotiation-choose-payment-term",
  async (term: ChosenTerm, { container }): Promise<StepResponse<{ payment_term: string | null }, ChosenTerm | null>> => {
    if (term.payment_term === null) return new StepResponse({ payment_term: null }, null)
    const service = negotiationService(container)
    const { cart_id, customer_id } = term
    const [before] = await service.listNegotiationCarts({ cart_id, customer_id, payment_term: { $ne: null } }, { select: ["id", "company_id", "payment_term"], take: 1 })
    await service.choosePaymentTerm(term)
    return new StepResponse({ payment_term: term.payment_term }, { ...term, company_id: before?.company_id ?? term.company_id, payment_term: before?.payment_term ?? null })
  },
  async (before, { container }) => {
    if (before) await negotiationService(container).choosePaymentTerm(before)
  }
)
