import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { AGREEMENT_CART_FIELDS, type AgreementCart } from "./plan-cart"

/** Reads a cart with its lines, amounts as numbers; null where there is none. */
export async function readAgreementCart(container: MedusaContainer, cart_id: string): Promise<AgreementCart | null> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "cart",
    fields: AGREEMENT_CART_FIELDS,
    filters: { id: cart_id },
  })
  const cart = data[0] as unknown as AgreementCart | undefined
  if (!cart) return null
  return {
    ...cart,
    completed_at: cart.completed_at ?? null,
    items: cart.items.map((item) => ({ ...item, quantity: Number(item.quantity), unit_price: Number(item.unit_price) })),
  }
}
