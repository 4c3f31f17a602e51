import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import { rowsOf } from "../queries/sql"

/**
 * Gives a case that has come to a person to the one who looks after its company, where somebody does and nobody has it yet.
 * Called inside the change that brings it there, whose undo takes this back as well.
 * @returns whom it was given to; null where it stays everybody's.
 */
export async function assignToOwner(manager: SqlEntityManager, negotiationId: string): Promise<{ readonly assigned_to: string } | null> {
  const [row] = await rowsOf<{ assigned_to: string }>(
    manager,
    `UPDATE negotiation n SET assigned_to = c.owner_id FROM negotiation_company c
     WHERE n.id = :negotiationId AND n.assigned_to IS NULL AND c.id = n.company_id AND c.owner_id IS NOT NULL AND c.deleted_at IS NULL
     RETURNING n.assigned_to`,
    { negotiationId }
  )
  return row ?? null
}
