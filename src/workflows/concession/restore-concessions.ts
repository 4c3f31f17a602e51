import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { readStanding, wantedConcessions, type BuyerStanding } from "./buyer-standing"
import { isOwnCode } from "./codes"

const linkOf = (cart_id: string, promotion_id: string) => ({ [Modules.CART]: { cart_id }, [Modules.PROMOTION]: { promotion_id } })

/**
 * Links a buyer's concessions to their cart, so that Medusa's own refresh weighs their conditions: it forgets a coded
 * promotion for good as soon as its condition fails once. Those that are no longer wanted lose their link.
 *
 * @returns whether a link was changed.
 */
export async function restoreLinks(container: MedusaContainer, cart_id: string, standing: BuyerStanding): Promise<boolean> {
  const wanted = new Set(wantedConcessions(standing).map((concession) => concession.promotion_id))
  const linked = new Set(standing.linked.map((promotion) => promotion.promotion_id))
  const missing = [...wanted].filter((id) => !linked.has(id))
  const stale = standing.linked.filter(({ code, promotion_id }) => isOwnCode(code) && !wanted.has(promotion_id))
  const link = container.resolve(ContainerRegistrationKeys.LINK)
  if (missing.length > 0) await link.create(missing.map((id) => linkOf(cart_id, id)))
  if (stale.length > 0) await link.dismiss(stale.map(({ promotion_id }) => linkOf(cart_id, promotion_id)))
  return missing.length + stale.length > 0
}

/**
 * Brings a buyer's concessions to their cart before it is refreshed: for merchants who refresh carts in code of their own,
 * past the store's routes. A cart that is somebody else's is left alone.
 */
export async function restoreConcessions(container: MedusaContainer, where: { readonly cart_id: string; readonly customer_id: string }): Promise<void> {
  const standing = await readStanding(container, where)
  if (standing.owner_id === where.customer_id) await restoreLinks(container, where.cart_id, standing)
}
