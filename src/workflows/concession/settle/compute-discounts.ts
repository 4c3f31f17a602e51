import type { AddItemAdjustmentAction, ComputeActionContext, MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { PricedCart } from "./priced-cart"

/** What a promotion takes off a line, as Medusa reckons it. */
export type ItemDiscount = Pick<AddItemAdjustmentAction, "item_id" | "code" | "amount" | "is_tax_inclusive">

/**
 * What some promotions, and no others, take off the lines of a cart: Medusa's own reckoning, on a cart without discounts.
 * It changes nothing. Limits on how often a promotion is used were looked at when it came into the cart.
 *
 * @param net by line, what it is reckoned on instead of its own subtotal.
 */
export async function computeDiscounts(
  container: MedusaContainer,
  cart: PricedCart,
  codes: readonly string[],
  net: ReadonlyMap<string, number> = new Map()
): Promise<ItemDiscount[]> {
  if (codes.length === 0) return []
  const items = cart.items.map((item) => {
    const subtotal = net.get(item.id) ?? item.subtotal
    const original_total = item.subtotal > 0 ? (item.original_total * subtotal) / item.subtotal : item.original_total
    return { ...item, subtotal, original_total, adjustments: [] }
  })
  const shipping_methods = (cart.shipping_methods ?? []).map((method) => ({ ...method, adjustments: [] }))
  const context: unknown = { ...cart, items, shipping_methods }
  const actions = await container
    .resolve(Modules.PROMOTION)
    .computeActions([...codes], context as ComputeActionContext, { prevent_auto_promotions: true, skip_usage_limit_checks: true })
  return actions.filter((action): action is AddItemAdjustmentAction => action.action === "addItemAdjustment")
}
