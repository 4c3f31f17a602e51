import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"

/** See `AgreementLifeStore.lapsedLines`. */
export async function lapsedLines(manager: SqlEntityManager, limit: number): Promise<{ company_id: string; variant_id: string }[]> {
  return manager.execute<{ company_id: string; variant_id: string }[]>(
    `SELECT DISTINCT l.company_id, l.variant_id FROM negotiation_agreement_line l JOIN negotiation_agreement a ON a.id = l.agreement_id
     WHERE l.valid_until IS NOT NULL AND l.valid_until <= now() AND l.price_ids <> '[]'::jsonb AND l.deleted_at IS NULL
       AND a.status = 'active' AND a.deleted_at IS NULL LIMIT ?`,
    [limit]
  )
}
