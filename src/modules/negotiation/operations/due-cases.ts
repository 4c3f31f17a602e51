import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"

/** A case whose time has run out, and what of it. */
export interface DueCase {
  readonly id: string
  readonly version: number
  readonly what: "offer" | "case"
}

/**
 * Cases in which a standing offer has lapsed, and cases that wait for the buyer without an offer past their own end.
 * A case that a person has to answer never lapses: the buyer loses no time by it.
 */
export async function dueCases(manager: SqlEntityManager, limit: number): Promise<DueCase[]> {
  return manager.execute<DueCase[]>(
    `(SELECT n.id, n.version, 'offer' AS what FROM negotiation_offer o JOIN negotiation n ON n.id = o.negotiation_id
       WHERE o.status = 'standing' AND o.expires_at <= now() AND o.deleted_at IS NULL
         AND n.status IN ('awaiting_buyer', 'in_review') AND n.deleted_at IS NULL
       ORDER BY o.expires_at LIMIT ?)
     UNION ALL
     (SELECT n.id, n.version, 'case' AS what FROM negotiation n
       WHERE n.status = 'awaiting_buyer' AND n.expires_at <= now() AND n.deleted_at IS NULL
         AND NOT EXISTS (SELECT 1 FROM negotiation_offer o WHERE o.negotiation_id = n.id AND o.status = 'standing' AND o.deleted_at IS NULL)
       ORDER BY n.expires_at LIMIT ?)`,
    [limit, limit]
  )
}
