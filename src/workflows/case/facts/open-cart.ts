import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** The cart's id while it is this customer's and not ordered; null otherwise. An agreement does not need the cart it came from. */
export async function openCartId(container: MedusaContainer, cartId: string | null, customerId: string): Promise<string | null> {
  if (cartId === null) return null
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "cart",
    fields: ["id", "customer_id", "completed_at"],
    filters: { id: cartId },
  })
  const [cart] = data as unknown as { customer_id: string | null; completed_at: string | null }[]
  return cart && cart.customer_id === customerId && !cart.completed_at ? cartId : null
}
