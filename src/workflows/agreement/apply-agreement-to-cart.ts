import {
  acquireLockStep,
  addToCartWorkflow,
  confirmVariantInventoryWorkflow,
  deleteLineItemsStep,
  refreshCartItemsWorkflow,
  refreshPaymentCollectionForCartWorkflow,
  releaseLockStep,
  updateLineItemsStep,
  useQueryGraphStep,
} from "@medusajs/medusa/core-flows"
import { createWorkflow, transform, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { settlePromotionsStep } from "../concession/settle/settle-promotions"
import { chooseTermStep } from "../concession/steps/choose-term"
import { restoreConcessionsStep } from "../concession/steps/restore-concessions"
import { planCartChangesStep, verifyAgreedPricesStep, type ApplyAgreementInput } from "./steps/plan-cart-changes"

/** What Medusa needs of a variant to tell whether there is enough of it. */
const INVENTORY_FIELDS = [
  "id",
  "manage_inventory",
  "allow_backorder",
  "inventory_items.inventory_item_id",
  "inventory_items.required_quantity",
  "inventory_items.inventory.location_levels.stocked_quantity",
  "inventory_items.inventory.location_levels.reserved_quantity",
  "inventory_items.inventory.location_levels.raw_stocked_quantity",
  "inventory_items.inventory.location_levels.raw_reserved_quantity",
  "inventory_items.inventory.location_levels.location_id",
  "inventory_items.inventory.location_levels.stock_locations.id",
  "inventory_items.inventory.location_levels.stock_locations.name",
  "inventory_items.inventory.location_levels.stock_locations.sales_channels.id",
  "inventory_items.inventory.location_levels.stock_locations.sales_channels.name",
]

/**
 * Brings an agreement into a cart: agreed quantities on the agreed lines (a line that is gone comes back, a substitute takes
 * the place of what was asked for), the way to pay that was agreed on, every line priced anew, and then the proof that the cart shows the agreed prices. All lines change in one go and the cart is priced
 * once. Whatever fails, the compensations put the lines back as they were.
 *
 * Throws ContractError: `not_found`, `cart_completed`, `agreement_not_applicable`; a MedusaError where stock is short.
 * It holds the cart's lock, also as a step inside another workflow (where Medusa's own workflows skip theirs).
 */
export const applyAgreementToCartWorkflow = createWorkflow("negotiation-apply-agreement-to-cart", (input: ApplyAgreementInput) => {
  acquireLockStep({ key: input.cart_id, timeout: 2, ttl: 10, executeOnSubWorkflow: true })
  const plan = planCartChangesStep(input)

  when("negotiation-lines-to-change", { plan }, ({ plan }) => plan.updates.length > 0).then(() => {
    const variant_ids = transform({ plan }, ({ plan }) => plan.updates.map((line) => line.variant_id))
    const { data: variants } = useQueryGraphStep({
      entity: "variants",
      fields: INVENTORY_FIELDS,
      filters: { id: variant_ids },
    }).config({ name: "negotiation-variants-of-lines" })
    const stock = transform({ plan, variants }, ({ plan, variants }) => ({
      sales_channel_id: plan.sales_channel_id as string,
      variants: variants as never[],
      items: plan.updates.map(({ variant_id, quantity }) => ({ variant_id, quantity })),
    }))
    confirmVariantInventoryWorkflow.runAsStep({ input: stock })
    const lines = transform({ plan, input }, ({ plan, input }) => ({
      id: input.cart_id,
      items: plan.updates.map(({ id, quantity }) => ({ selector: { id }, data: { quantity } })),
    }))
    updateLineItemsStep(lines)
  })

  when("negotiation-lines-to-remove", { plan }, ({ plan }) => plan.removals.length > 0).then(() => {
    deleteLineItemsStep(transform({ plan }, ({ plan }) => [...plan.removals]))
  })

  when("negotiation-lines-to-add", { plan }, ({ plan }) => plan.additions.length > 0).then(() => {
    const additions = transform({ plan, input }, ({ plan, input }) => ({ cart_id: input.cart_id, items: [...plan.additions] }))
    addToCartWorkflow.runAsStep({ input: additions })
  })

  when("negotiation-term-to-choose", { input }, ({ input }) => Boolean(input.payment_term)).then(() => {
    chooseTermStep(
      transform({ input, plan }, ({ input, plan }) => ({
        cart_id: input.cart_id,
        customer_id: input.customer_id,
        company_id: plan.company_id,
        payment_term: input.payment_term ?? null,
      }))
    )
  })
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
