import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"

const LAPSED = `l.valid_until IS NOT NULL AND l.valid_until <= now() AND l.price_ids <> '[]'::jsonb AND l.deleted_at IS NULL`

/** A variant in a company's prices. */
export interface PricedVariant {
  readonly company_id: string
  readonly variant_id: string
}

/** See `AgreementLifeStore.lapsedLines`. */
export async function lapsedLines(manager: SqlEntityManager, after: PricedVariant | null, limit: number): Promise<PricedVariant[]> {
  return manager.execute<PricedVariant[]>(
    `SELECT DISTINCT l.company_id, l.variant_id FROM negotiation_agreement_line l JOIN negotiation_agreement a ON a.id = l.agreement_id
     WHERE ${LAPSED} AND a.status = 'active' AND a.deleted_at IS NULL AND (l.company_id, l.variant_id) > (?, ?)
     ORDER BY l.company_id, l.variant_id LIMIT ?`,
    [after?.company_id ?? "", after?.variant_id ?? "", limit]
  )
}

/** See `AgreementLifeStore.forgetLapsedPrices`. */
export async function forgetLapsedPrices(manager: SqlEntityManager, { company_id, variant_id }: PricedVariant): Promise<void> {
  await manager.execute(`UPDATE negotiation_agreement_line l SET price_ids = '[]', updated_at = now() WHERE l.company_id = ? AND l.variant_id = ? AND ${LAPSED}`, [
    company_id,
    variant_id,
  ])
}
