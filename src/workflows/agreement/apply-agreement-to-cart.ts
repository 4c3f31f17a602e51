import {
  acquireLockStep,
  refreshCartItemsWorkflow,
  refreshPaymentCollectionForCartWorkflow,
  releaseLockStep,
} from "@medusajs/medusa/core-flows"
import { createWorkflow, transform, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { settlePromotionsStep } from "../concession/settle/settle-promotions"
import { chooseTermStep } from "../concession/steps/choose-term"
import { restoreConcessionsStep } from "../concession/steps/restore-concessions"
import { changeCartLinesWorkflow } from "./change-cart-lines"
import { planCartChangesStep, verifyAgreedPricesStep, type ApplyAgreementInput } from "./steps/plan-cart-changes"

/**
 * Brings an agreement into a cart: agreed quantities on the agreed lines (a line that is gone comes back, a substitute takes
 * the place of what was asked for), the way to pay that was agreed on, every line priced anew, and then the proof that the
 * cart shows the agreed prices. Whatever fails, the compensations put the lines back as they were.
 *
 * Throws ContractError: `not_found`, `cart_completed`, `currency_mismatch`, `agreement_not_applicable`; a MedusaError where stock is short.
 * It holds the cart's lock, also as a step inside another workflow (where Medusa's own workflows skip theirs).
 */
export const applyAgreementToCartWorkflow = createWorkflow("negotiation-apply-agreement-to-cart", (input: ApplyAgreementInput) => {
  acquireLockStep({ key: input.cart_id, timeout: 2, ttl: 10, executeOnSubWorkflow: true })
  const plan = planCartChangesStep(input)

  changeCartLinesWorkflow.runAsStep({
    input: transform({ input, plan }, ({ input, plan }) => ({
      cart_id: input.cart_id,
      sales_channel_id: plan.sales_channel_id,
      updates: plan.updates,
      removals: plan.removals,
      additions: plan.additions,
    })),
  })
  // No `when` from here to the pricing: see changeCartLinesWorkflow.
  chooseTermStep(
    transform({ input, plan }, ({ input, plan }) => ({
      cart_id: input.cart_id,
      customer_id: input.customer_id,
      company_id: plan.company_id,
      payment_term: input.payment_term ?? null,
    }))
  )
  restoreConcessionsStep(transform({ input }, ({ input }) => ({ cart_id: input.cart_id, customer_id: input.customer_id })))
  refreshCartItemsWorkflow.runAsStep({ input: transform({ input }, ({ input }) => ({ cart_id: input.cart_id, force_refresh: true })) })
  const settled = settlePromotionsStep(transform({ input }, ({ input }) => ({ cart_id: input.cart_id })))
  when("negotiation-promotions-settled", settled, ({ changed }) => changed).then(() => {
    refreshPaymentCollectionForCartWorkflow.runAsStep({ input: transform({ input }, ({ input }) => ({ cart_id: input.cart_id })) })
  })
  const verified = verifyAgreedPricesStep(transform({ input }, ({ input }) => ({ agreement_id: input.agreement_id, cart_id: input.cart_id })))
  releaseLockStep({ key: input.cart_id, executeOnSubWorkflow: true })
  return new WorkflowResponse(verified)
})
