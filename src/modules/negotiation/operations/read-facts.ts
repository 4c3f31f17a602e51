import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import { DEFAULT_POLICY_TERMS, type PolicyTerms } from "../../../contract"
import type { OptionRecord } from "../case-records"
import { AGREEMENT_LIVE } from "../sql/agreements"
import { placeholders } from "../sql/rows"

/** What the engine needs of the plugin's own memory, for some variants of one company in one region and currency. */
export interface FactsQuery {
  readonly company_id: string | null
  /** The buyer: what a company doesn't share holds for them alone. */
  readonly customer_id: string
  readonly segment: string | null
  readonly variant_ids: readonly string[]
  readonly region_id: string
  readonly currency_code: string
}

/** A cost that holds now. */
export interface CostFact {
  readonly variant_id: string
  readonly unit_cost: number
  readonly age_days: number
}

/** What is remembered of one variant. */
export interface MemoryFact {
  readonly variant_id: string
  readonly version: number
  /** The company's last case about the variant. */
  readonly negotiation_id: string
  readonly state: object
  readonly window_ends_at: string
  readonly cool_down_until: string | null
  /** True where a person of the seller's said no to the last case: what it gave was taken back. */
  readonly declined: boolean
}

/** An open case of the company that holds one of the variants. */
export interface OpenCaseFact {
  readonly id: string
  readonly customer_id: string
  readonly status: string
  readonly variant_ids: readonly string[]
  readonly options: readonly OptionRecord[]
  /** Of the offer that stands; null without one. */
  readonly offer: { readonly origin: "automatic" | "person"; readonly expires_at: string; readonly agreement_days: number } | null
}

/** A live agreed price that holds for the buyer. */
export interface AgreedPriceFact {
  readonly agreement_id: string
  readonly variant_id: string
  readonly min_quantity: number
  readonly unit_price: number
  /** Pieces that may still be bought at it; null for any number. */
  readonly remaining_quantity: number | null
  readonly is_tax_inclusive: boolean
  /** When the price ends: with its agreement, as announced, or before. */
  readonly valid_until: string
}

/** All of it. */
export interface StoredFacts {
  readonly policy: { readonly id: string; readonly version: number; readonly name: string; readonly terms: PolicyTerms } | null
  readonly costs: readonly CostFact[]
  readonly memory: readonly MemoryFact[]
  readonly open_cases: readonly OpenCaseFact[]
  readonly agreed: readonly AgreedPriceFact[]
}

const jsonRows = (inner: string) => `(SELECT coalesce(jsonb_agg(to_jsonb(r)), '[]') FROM (${inner}) r)`

/** Reads everything a decision needs of the plugin's tables in one round trip. Every part is an index lookup. */
export async function readStoredFacts(manager: SqlEntityManager, query: FactsQuery): Promise<StoredFacts> {
  const variants = placeholders(query.variant_ids)
  const company = query.company_id ?? ""
  const sql = `SELECT
    (SELECT to_jsonb(r) FROM (
      SELECT p.id, p.version, p.name, v.terms FROM negotiation_policy p
      JOIN negotiation_policy_version v ON v.policy_id = p.id AND v.version = p.version AND v.deleted_at IS NULL
      WHERE p.status = 'active' AND p.deleted_at IS NULL
        AND (jsonb_array_length(p.scope->'segments') = 0 OR p.scope->'segments' @> to_jsonb(?::text))
      ORDER BY p.priority DESC, jsonb_array_length(p.scope->'segments') = 0, p.created_at, p.id LIMIT 1) r) AS policy,
    ${jsonRows(`SELECT DISTINCT ON (variant_id) variant_id, unit_cost,
        greatest(0, extract(epoch FROM now() - valid_from) / 86400)::int AS age_days
      FROM negotiation_cost WHERE variant_id IN (${variants}) AND currency_code = ? AND valid_from <= now()
        AND deleted_at IS NULL ORDER BY variant_id, valid_from DESC`)} AS costs,
    ${jsonRows(`SELECT m.variant_id, m.version, m.negotiation_id, m.state, m.window_ends_at, m.cool_down_until,
        coalesce((SELECT n.status = 'declined' AND n.reason_code IS DISTINCT FROM 'buyer_refused' FROM negotiation n WHERE n.id = m.negotiation_id), false) AS declined
      FROM negotiation_memory m
      WHERE m.company_id = ? AND m.variant_id IN (${variants}) AND m.region_id = ? AND m.currency_code = ? AND m.deleted_at IS NULL`)} AS memory,
    ${jsonRows(`SELECT n.id, n.customer_id, n.status, jsonb_agg(DISTINCT l.variant_id) AS variant_ids,
        (SELECT coalesce(jsonb_agg(to_jsonb(o) ORDER BY o.position), '[]') FROM negotiation_option o
          JOIN negotiation_offer f ON f.id = o.offer_id AND f.status = 'standing' AND f.expires_at > now() AND f.deleted_at IS NULL
          WHERE f.negotiation_id = n.id AND o.deleted_at IS NULL) AS options,
        (SELECT jsonb_build_object('origin', f.origin, 'expires_at', f.expires_at, 'agreement_days', f.agreement_days)
          FROM negotiation_offer f
          WHERE f.negotiation_id = n.id AND f.status = 'standing' AND f.expires_at > now() AND f.deleted_at IS NULL) AS offer
      FROM negotiation n JOIN negotiation_line l ON l.negotiation_id = n.id AND l.deleted_at IS NULL
      WHERE n.company_id = ? AND n.status IN ('in_review', 'awaiting_buyer') AND n.region_id = ? AND n.currency_code = ?
        AND n.deleted_at IS NULL
        AND EXISTS (SELECT 1 FROM negotiation_line x WHERE x.negotiation_id = n.id AND x.variant_id IN (${variants}))
      GROUP BY n.id`)} AS open_cases,
    ${jsonRows(`SELECT l.agreement_id, l.variant_id, l.min_quantity, l.unit_price, l.remaining_quantity, a.is_tax_inclusive,
        least(a.valid_until, a.revoke_at, l.valid_until) AS valid_until
      FROM negotiation_agreement_line l JOIN negotiation_agreement a ON a.id = l.agreement_id
      WHERE l.company_id = ? AND l.variant_id IN (${variants}) AND l.deleted_at IS NULL AND a.deleted_at IS NULL
        AND ${AGREEMENT_LIVE} AND (l.valid_until IS NULL OR l.valid_until > now())
        AND (l.remaining_quantity IS NULL OR l.remaining_quantity > 0) AND (a.shared OR a.customer_id = ?)
        AND a.region_id = ? AND a.currency_code = ? ORDER BY l.min_quantity, l.unit_price, l.id`)} AS agreed`
  const [facts] = await manager.execute<StoredFacts[]>(sql, [
    query.segment ?? "",
    ...query.variant_ids,
    query.currency_code,
    company,
    ...query.variant_ids,
    query.region_id,
    query.currency_code,
    company,
    query.region_id,
    query.currency_code,
    ...query.variant_ids,
    company,
    ...query.variant_ids,
    query.customer_id,
    query.region_id,
    query.currency_code,
  ])
  if (!facts) throw new Error("The facts query answered no row")
  const { policy } = facts
  // A version written before a term existed answers with the default of that term.
  return policy ? { ...facts, policy: { ...policy, terms: { ...DEFAULT_POLICY_TERMS, ...policy.terms } } } : facts
}
