import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import { generateEntityId } from "@medusajs/framework/utils"
import type { SettledOrder } from "../agreement-types"
import { insertRows, updateRow } from "./rows"

/** A line with a promise, and what is counted of an order towards it. */
export interface PromisedLine {
  readonly id: string
  readonly agreement_id: string
  readonly company_id: string
  readonly variant_id: string
  /** Row of the count; null where nothing of the order was counted yet. */
  readonly count_id: string | null
  readonly counted: number
}

/** The statement behind {@link promisedLines}: index look-ups alone, whatever the number of agreements. */
export function promisedStatement({ order_id, promised_line_ids }: Pick<SettledOrder, "order_id" | "promised_line_ids">): { statement: string; values: string[] } {
  return {
    // A union and not an "or": only so does each side go by its index.
    statement: `SELECT l.id, l.agreement_id, l.company_id, l.variant_id, c.id AS count_id, COALESCE(c.quantity, 0) AS counted
     FROM (SELECT agreement_line_id AS id FROM negotiation_commitment_order WHERE order_id = ? AND deleted_at IS NULL
       UNION SELECT id FROM (VALUES ${["", ...promised_line_ids].map(() => "(?::text)").join(", ")}) AS named (id)) AS wanted
     JOIN negotiation_agreement_line l ON l.id = wanted.id AND l.deleted_at IS NULL
     LEFT JOIN negotiation_commitment_order c ON c.agreement_line_id = l.id AND c.order_id = ? AND c.deleted_at IS NULL
     ORDER BY l.id`,
    values: [order_id, "", ...promised_line_ids, order_id],
  }
}

/** The promises an order counts towards, or was counted towards before. */
export async function promisedLines(manager: SqlEntityManager, order: Pick<SettledOrder, "order_id" | "promised_line_ids">): Promise<PromisedLine[]> {
  const { statement, values } = promisedStatement(order)
  return manager.execute<PromisedLine[]>(statement, values)
}

/** Pieces of an order that may be the promising company's: bought at its own price, or at nobody's. */
function piecesFor(line: PromisedLine, order: SettledOrder): number {
  const theirs = order.pieces.filter((each) => each.variant_id === line.variant_id && (each.company_id === null || each.company_id === line.company_id))
  return theirs.reduce((sum, each) => sum + each.quantity, 0)
}

/**
 * Brings what an order counts towards promised volume to what the order holds now. Each promise is judged by itself: pieces
 * count towards every one that runs. The agreements of the lines are locked by the caller, so that two orders at once add up.
 * @returns the agreements of which something else is counted now.
 */
export async function settleCommitments(manager: SqlEntityManager, order: SettledOrder): Promise<string[]> {
  const changed: string[] = []
  for (const line of await promisedLines(manager, order)) {
    const quantity = piecesFor(line, order)
    if (line.count_id !== null) await updateRow(manager, "negotiation_commitment_order", { id: line.count_id }, { quantity })
    if (quantity === line.counted) continue
    if (line.count_id === null) {
      const id = generateEntityId(undefined, "ncmo")
      await insertRows(manager, "negotiation_commitment_order", [{ id, agreement_line_id: line.id, order_id: order.order_id, quantity }])
    }
    await manager.execute(
      `UPDATE negotiation_agreement_line SET fulfilled_quantity = GREATEST(0, fulfilled_quantity + ?), updated_at = now() WHERE id = ?`,
      [quantity - line.counted, line.id]
    )
    changed.push(line.agreement_id)
  }
  return [...new Set(changed)]
}
