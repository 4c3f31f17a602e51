import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import { placeholders } from "../sql/rows"

/** Whose peers, and what they asked about. */
export interface PeerAsksQuery {
  /** Left out of the answer; null leaves nobody out. */
  readonly company_id: string | null
  readonly variant_ids: readonly string[]
  readonly region_id: string
  readonly currency_code: string
}

/** The last ask of one case of another company. */
export interface PeerAsk {
  readonly variant_id: string
  readonly company_id: string
  readonly age_days: number
  /** Asked discount off the price they paid then, in basis points, rounded up: an ask just as deep is no deeper. */
  readonly depth: number
}

/** Cases looked at for each variant, the newest first: enough to tell what is usual, few enough for the hottest article. */
const MOST_CASES = 60

/** What other companies asked for these variants, the newest first. However many cases a store has, it reads a bounded number. */
export async function readPeerAsks(manager: SqlEntityManager, query: PeerAsksQuery): Promise<PeerAsk[]> {
  const { variant_ids, region_id, currency_code, company_id } = query
  if (variant_ids.length === 0) return []
  const sql = `SELECT v.variant_id, n.company_id,
      greatest(0, floor(extract(epoch FROM now() - l.created_at) / 86400))::int AS age_days,
      ceil(10000 * (l.current_unit_price - l.target_unit_price) / l.current_unit_price)::int AS depth
    FROM unnest(ARRAY[${placeholders(variant_ids)}]::text[]) AS v(variant_id)
    CROSS JOIN LATERAL (SELECT negotiation_id, current_unit_price, target_unit_price, created_at FROM negotiation_line
      WHERE variant_id = v.variant_id AND deleted_at IS NULL ORDER BY created_at DESC LIMIT ${MOST_CASES}) l
    JOIN negotiation n ON n.id = l.negotiation_id AND n.deleted_at IS NULL
    WHERE n.region_id = ? AND n.currency_code = ? AND n.company_id <> ?
      AND l.current_unit_price > 0 AND l.target_unit_price < l.current_unit_price
    ORDER BY l.created_at DESC, n.id DESC`
  return manager.execute<PeerAsk[]>(sql, [...variant_ids, region_id, currency_code, company_id ?? ""])
}
