import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import type { NegotiationStatus } from "../../../contract"
import { rowsOf } from "./sql"

/** How far a case is: two equal stamps mean that its buyer would be shown the same. */
export interface CaseStamp {
  readonly id: string
  readonly status: NegotiationStatus
  /** Version, messages, and whether an offer stands that has not run out: words raise no version, and neither does time. */
  readonly stamp: string
}

/** The stamps of cases, one statement for all of them, by their keys. A case that is gone has none. */
export function caseStamps(manager: SqlEntityManager, ids: readonly string[], now: Date): Promise<CaseStamp[]> {
  if (ids.length === 0) return Promise.resolve([])
  return rowsOf<CaseStamp>(
    manager,
    `SELECT n.id, n.status, concat_ws('.', n.version,
       (SELECT count(*) FROM negotiation_message m WHERE m.negotiation_id = n.id AND NOT m.internal AND m.deleted_at IS NULL),
       (SELECT count(*) FROM negotiation_offer o
         WHERE o.negotiation_id = n.id AND o.status = 'standing' AND o.expires_at > :now AND o.deleted_at IS NULL)) AS stamp
     FROM negotiation n WHERE n.id = ANY(:ids) AND n.deleted_at IS NULL`,
    { ids: [...ids], now }
  )
}
