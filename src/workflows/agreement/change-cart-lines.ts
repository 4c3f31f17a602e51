import {
  addToCartWorkflow,
  confirmVariantInventoryWorkflow,
  deleteLineItemsStep,
  updateLineItemsStep,
  useQueryGraphStep,
} from "@medusajs/medusa/core-flows"
import { createWorkflow, transform, when, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import type { CartPlan } from "./plan-cart"

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

/** Changes of a cart's lines, and the channel whose stock has to suffice. */
export interface CartLineChanges extends CartPlan {
  readonly cart_id: string
  readonly sales_channel_id: string | null
}

/**
 * Adds, changes and removes lines of a cart, without the last pricing. A workflow of its own because Medusa undoes the step before a
 * skipped one at once, and not after those that come later: in one row with the pricing, the pricing's undoing came last and
 * brought the changed quantities back. For the same reason lines are added first: adding prices the cart, changing does not.
 */
export const changeCartLinesWorkflow = createWorkflow("negotiation-change-cart-lines", (changes: WorkflowData<CartLineChanges>) => {
  when("negotiation-lines-to-add", changes, ({ additions }) => additions.length > 0).then(() => {
    const additions = transform({ changes }, ({ changes }) => ({ cart_id: changes.cart_id, items: [...changes.additions] }))
    addToCartWorkflow.runAsStep({ input: additions })
  })

  when("negotiation-lines-to-change", changes, ({ updates }) => updates.length > 0).then(() => {
    const variant_ids = transform({ changes }, ({ changes }) => changes.updates.map((line) => line.variant_id))
    const { data: variants } = useQueryGraphStep({
      entity: "variants",
      fields: INVENTORY_FIELDS,
      filters: { id: variant_ids },
    }).config({ name: "negotiation-variants-of-lines" })
    const stock = transform({ changes, variants }, ({ changes, variants }) => ({
      sales_channel_id: changes.sales_channel_id as string,
      variants: variants as never[],
      items: changes.updates.map(({ variant_id, quantity }) => ({ variant_id, quantity })),
    }))
    confirmVariantInventoryWorkflow.runAsStep({ input: stock })
    const lines = transform({ changes }, ({ changes }) => ({
      id: changes.cart_id,
      items: changes.updates.map(({ id, quantity }) => ({ selector: { id }, data: { quantity } })),
    }))
    updateLineItemsStep(lines)
  })

  when("negotiation-lines-to-remove", changes, ({ removals }) => removals.length > 0).then(() => {
    deleteLineItemsStep(transform({ changes }, ({ changes }) => [...changes.removals]))
  })
  return new WorkflowResponse(changes)
})
