import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, PromotionActions } from "@medusajs/framework/utils"
import { updateCartPromotionsWorkflow } from "@medusajs/medusa/core-flows"

/**
 * Brings codes back to a cart that Medusa forgot: what is taken off a cart is reckoned from what has an effect at that
 * moment, so a concession that another promotion left nothing to would stay away until the next change.
 *
 * @returns whether there was anything to bring back.
 */
export async function bringBackPromotions(container: MedusaContainer, cart_id: string, codes: readonly string[]): Promise<boolean> {
  if (codes.length === 0) return false
  // A code that has gone meanwhile would make Medusa refuse all of them.
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity: "promotion", fields: ["code"], filters: { code: [...codes] } })
  const promo_codes = data.flatMap(({ code }) => code ?? [])
  if (promo_codes.length === 0) return false
  await updateCartPromotionsWorkflow(container).run({
    input: { cart_id, promo_codes, action: PromotionActions.ADD, force_refresh_payment_collection: true },
  })
  return true
}
