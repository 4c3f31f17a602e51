import { createCartWorkflow } from "@medusajs/medusa/core-flows"
import { createStep, createWorkflow, StepResponse, transform, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { ContractError } from "../../contract"
import { companiesOf } from "../company/buyers-companies"
import { applyAgreementToCartWorkflow } from "./apply-agreement-to-cart"
import { mayUse } from "./plan-cart"
import { negotiationService } from "../negotiation-service"

/** An agreement to be ordered under again, and who asks. */
export interface OrderAgainInput {
  readonly agreement_id: string
  readonly customer_id: string
  /** Where it is bought: the sales channel of the storefront's key. */
  readonly sales_channel_id?: string | null
}

/**
 * Step: where a new cart for this agreement belongs. Reads only.
 * @throws ContractError `not_found` for an agreement that is not this buyer's, `agreement_not_applicable` for one that has ended
 */
export const findAgreementPlaceStep = createStep("negotiation-find-agreement-place", async (input: OrderAgainInput, { container }) => {
  const service = negotiationService(container)
  const [lines, companies] = await Promise.all([service.linesOfAgreements([input.agreement_id]), companiesOf(container, input.customer_id)])
  const [first] = lines
  if (!first || !mayUse(first, { customer_id: input.customer_id, company_ids: companies.bought_for })) throw new ContractError("not_found", "Not found")
  if (!lines.some((line) => line.live && line.line_valid_until === null)) {
    throw new ContractError("agreement_not_applicable", "The agreement has ended", { agreement_id: first.agreement_id, why: "ended" })
  }
  return new StepResponse({ region_id: first.region_id, currency_code: first.currency_code })
})

/**
 * Orders again at the agreed price: a new cart of the buyer's with the agreed quantities in it, at the agreed prices. Returns
 * the cart's id. Where the price can't be had the cart is taken away again.
 * @throws ContractError `not_found`, `agreement_not_applicable`; a MedusaError where stock is short
 */
export const orderAgainWorkflow = createWorkflow("negotiation-order-again", (input: WorkflowData<OrderAgainInput>) => {
  const place = findAgreementPlaceStep(input)
  const cart = createCartWorkflow.runAsStep({
    input: transform({ input, place }, ({ input, place }) => ({
      ...place,
      customer_id: input.customer_id,
      ...(input.sales_channel_id ? { sales_channel_id: input.sales_channel_id } : {}),
    })),
  })
  applyAgreementToCartWorkflow.runAsStep({
    input: transform({ input, cart }, ({ input, cart }) => ({
      agreement_id: input.agreement_id,
      customer_id: input.customer_id,
      cart_id: cart.id,
      exact: true,
    })),
  })
  return new WorkflowResponse(transform(cart, ({ id }) => ({ cart_id: id })))
})
