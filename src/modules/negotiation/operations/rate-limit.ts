import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"

const MINUTE_MS = 60_000

/** Counts one more request of a customer in this minute. @returns how many there were, this one included */
export async function countRequest(manager: SqlEntityManager, customerId: string, now: Date): Promise<number> {
  const minute = Math.floor(now.getTime() / MINUTE_MS)
  const [row] = await manager.execute<{ count: number }[]>(
    `INSERT INTO negotiation_request_count (id, count) VALUES (?, 1)
     ON CONFLICT (id) DO UPDATE SET count = negotiation_request_count.count + 1 RETURNING count`,
    [`${customerId}|${minute}`]
  )
  return row?.count ?? 1
}

/** Deletes the counts of minutes that are over. */
export async function forgetRequestCounts(manager: SqlEntityManager): Promise<void> {
  await manager.execute(`DELETE FROM negotiation_request_count WHERE created_at < now() - interval '5 minutes'`)
}
