import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import type { StandingConcession } from "../agreement-types"

/** The concessions behind some discounts, by the promotions that carry them. @param discounts SQL with the columns `item_id`, `promotion_id` */
const behind = (discounts: string) => `SELECT DISTINCT d.item_id, k.agreement_id, k.agreement_line_id FROM (${discounts}) d
  JOIN negotiation_concession k ON k.promotion_id = d.promotion_id AND k.deleted_at IS NULL ORDER BY 2, 1, 3`

const IN_CART = behind(`SELECT i.id AS item_id, j.promotion_id FROM cart_line_item i
    JOIN cart_line_item_adjustment j ON j.item_id = i.id AND j.deleted_at IS NULL WHERE i.cart_id = ? AND i.deleted_at IS NULL
  UNION ALL SELECT NULL, j.promotion_id FROM cart_shipping_method m
    JOIN cart_shipping_method_adjustment j ON j.shipping_method_id = m.id AND j.deleted_at IS NULL WHERE m.cart_id = ? AND m.deleted_at IS NULL`)

const IN_ORDER = behind(`SELECT i.item_id, j.promotion_id FROM order_item i
    JOIN order_line_item_adjustment j ON j.item_id = i.item_id AND j.deleted_at IS NULL WHERE i.order_id = ? AND i.deleted_at IS NULL
  UNION ALL SELECT NULL, j.promotion_id FROM order_shipping s
    JOIN order_shipping_method_adjustment j ON j.shipping_method_id = s.shipping_method_id AND j.deleted_at IS NULL WHERE s.order_id = ? AND s.deleted_at IS NULL`)

/** What agreements concede in a cart. */
export function concessionsInCart(manager: SqlEntityManager, cart_id: string): Promise<StandingConcession[]> {
  return manager.execute<StandingConcession[]>(IN_CART, [cart_id, cart_id])
}

/** What agreements concede in an order, as far as their promotions still exist: those of ended agreements don't. */
export function concessionsInOrder(manager: SqlEntityManager, order_id: string): Promise<StandingConcession[]> {
  return manager.execute<StandingConcession[]>(IN_ORDER, [order_id, order_id])
}
