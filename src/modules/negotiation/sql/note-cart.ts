import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import { generateEntityId } from "@medusajs/framework/utils"

/** A cart and whose agreed prices may be in it. */
export interface NotedCart {
  readonly cart_id: string
  readonly company_ids: readonly string[]
  readonly customer_id: string
}

/** See `AgreementLifeStore.noteCart`. */
export async function noteCart(manager: SqlEntityManager, cart: NotedCart): Promise<void> {
  for (const company_id of cart.company_ids) {
    await manager.execute(
      `INSERT INTO negotiation_cart (id, cart_id, company_id, customer_id) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING`,
      [generateEntityId(undefined, "ncart"), cart.cart_id, company_id, cart.customer_id]
    )
  }
}
