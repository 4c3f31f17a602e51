import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** A cart line as negotiations need it. */
export interface CartLine {
  readonly id: string
  readonly variant_id: string | null
  readonly product_id: string | null
  readonly product_title: string | null
  readonly title: string
  readonly variant_title: string | null
  readonly variant_sku: string | null
  readonly quantity: number
  readonly unit_price: number
  readonly is_custom_price: boolean
  readonly is_giftcard: boolean
}

/** A cart as negotiations need it: no totals, so reading it costs one light query. */
export interface CartSnapshot {
  readonly id: string
  readonly customer_id: string | null
  readonly region_id: string | null
  readonly currency_code: string
  readonly sales_channel_id: string | null
  readonly completed_at: string | null
  readonly items: readonly CartLine[]
}

const CART_FIELDS = [
  "id",
  "customer_id",
  "region_id",
  "currency_code",
  "sales_channel_id",
  "completed_at",
  "items.id",
  "items.variant_id",
  "items.product_id",
  "items.product_title",
  "items.title",
  "items.variant_title",
  "items.variant_sku",
  "items.quantity",
  "items.unit_price",
  "items.is_custom_price",
  "items.is_giftcard",
]

/** Reads a cart, or null where there is none. */
export async function readCart(container: MedusaContainer, cartId: string): Promise<CartSnapshot | null> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "cart",
    fields: CART_FIELDS,
    filters: { id: cartId },
  })
  const [cart] = data as unknown as CartSnapshot[]
  return cart ? { ...cart, items: cart.items ?? [] } : null
}

/** Pieces on each line of a cart now, by line; none where it is gone, ordered or somebody else's. */
export async function piecesInCart(container: MedusaContainer, cartId: string | null, customerId: string): Promise<ReadonlyMap<string, number>> {
  const cart = cartId === null ? null : await readCart(container, cartId)
  if (!cart || cart.customer_id !== customerId || cart.completed_at !== null) return new Map()
  return new Map(cart.items.map((item) => [item.id, Number(item.quantity)]))
}
