import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { messageOf } from "../../message-of"
import { settleOrder } from "./settle-order"
import { databaseOf } from "../../database"
import { negotiationService } from "../../negotiation-service"

const A_RUN = 500
/** Longer than any completion: Medusa's own lock on one lasts two minutes. */
const STALE_AFTER_MINUTES = 15

/**
 * Orders that changed after they were counted, under agreements that still count: what a lost event leaves behind. One
 * statement over their uses and promises; through the order module every order of the last months would be read.
 */
async function changedOrders(container: MedusaContainer): Promise<string[]> {
  const { rows } = await databaseOf(container).raw<{ order_id: string }>(
    `WITH counting AS (SELECT id FROM negotiation_agreement WHERE status IN ('active', 'used_up') AND valid_until > now() AND deleted_at IS NULL)
     SELECT u.order_id FROM counting a
     JOIN negotiation_agreement_use u ON u.agreement_id = a.id AND u.status <> 'reserved' AND u.order_id IS NOT NULL AND u.deleted_at IS NULL
     JOIN "order" o ON o.id = u.order_id AND o.updated_at > u.updated_at
     UNION SELECT c.order_id FROM counting a
     JOIN negotiation_agreement_line l ON l.agreement_id = a.id AND l.committed_quantity IS NOT NULL AND l.deleted_at IS NULL
     JOIN negotiation_commitment_order c ON c.agreement_line_id = l.id AND c.deleted_at IS NULL
     JOIN "order" o ON o.id = c.order_id AND o.updated_at > c.updated_at LIMIT ?`,
    [A_RUN]
  )
  return rows.map((row) => row.order_id)
}

/**
 * Claims of carts that were ordered meanwhile are counted, the others given back; orders that changed unheard are counted
 * anew. What goes wrong with one is logged and stops no other.
 * @returns how many were settled.
 */
export async function settleClaims(container: MedusaContainer): Promise<number> {
  const service = negotiationService(container)
  const [claims, changed] = [await service.staleUses(STALE_AFTER_MINUTES, A_RUN), await changedOrders(container)]
  const { data } =
    claims.length === 0
      ? { data: [] }
      : await container.resolve(ContainerRegistrationKeys.QUERY).graph({
          entity: "order_cart",
          fields: ["cart_id", "order_id"],
          filters: { cart_id: claims.map((claim) => claim.cart_id) },
        })
  const orders = new Map((data as unknown as { cart_id: string; order_id: string }[]).map((link) => [link.cart_id, link.order_id]))
  let settled = 0
  const attempt = async (id: string, work: () => Promise<number>) => {
    try {
      settled += await work()
    } catch (error) {
      container.resolve(ContainerRegistrationKeys.LOGGER).error(`Negotiation: claim or order ${id} could not be settled: ${messageOf(error)}`)
    }
  }
  for (const { id, cart_id } of claims) {
    const order_id = orders.get(cart_id)
    await attempt(id, async () => {
      if (order_id) await settleOrder(container, order_id)
      else await service.releaseUse({ cart_id, use_ids: [id] })
      return 1
    })
  }
  for (const order_id of changed) await attempt(order_id, async () => ((await settleOrder(container, order_id)).length > 0 ? 1 : 0))
  return settled
}
