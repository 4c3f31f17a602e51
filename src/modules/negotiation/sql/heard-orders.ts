import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import { generateEntityId } from "@medusajs/framework/utils"
import type { HeardItem, SettledOrder } from "../agreement-types"

/** See `AgreementLifeStore.heardItems`. */
export async function heardItems(manager: SqlEntityManager, order_id: string): Promise<HeardItem[]> {
  const [row] = await manager.execute<{ items: HeardItem[] }[]>(`SELECT items FROM negotiation_heard_order WHERE order_id = ? AND deleted_at IS NULL`, [order_id])
  return row?.items ?? []
}

/** Notes what was heard of an order, beside what was heard before. Two at once add up. */
export async function noteHeard(manager: SqlEntityManager, { order_id, heard }: Pick<SettledOrder, "order_id" | "heard">): Promise<void> {
  if (heard.length === 0) return
  const items = JSON.stringify(heard.map(({ variant_id, unit_price }) => ({ variant_id, unit_price })))
  await manager.execute(
    `INSERT INTO negotiation_heard_order AS known (id, order_id, items) VALUES (?, ?, ?::jsonb)
     ON CONFLICT (order_id) WHERE deleted_at IS NULL DO UPDATE SET items = known.items || excluded.items, updated_at = now()
     WHERE NOT known.items @> excluded.items`,
    [generateEntityId(undefined, "nhrd"), order_id, items]
  )
}
