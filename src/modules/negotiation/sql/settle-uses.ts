import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import { generateEntityId } from "@medusajs/framework/utils"
import type { KnownUse, SettledOrder, UseLine } from "../agreement-types"
import { insertRows, updateRow } from "./rows"

/** See `AgreementLifeStore.usesOfOrder`. */
export async function usesOfOrder(manager: SqlEntityManager, order: { order_id: string; cart_id: string | null }, lock = false): Promise<KnownUse[]> {
  const uses = await manager.execute<KnownUse[]>(
    `SELECT id, agreement_id, status, lines FROM negotiation_agreement_use
     WHERE deleted_at IS NULL AND (order_id = ? OR (cart_id = ? AND order_id IS NULL AND status = 'reserved'))
     ORDER BY (status = 'released'), id ${lock ? "FOR UPDATE" : ""}`,
    [order.order_id, order.cart_id ?? ""]
  )
  // One use counts for each agreement; a released one only where there is no other.
  return uses.filter((use, index) => uses.findIndex((other) => other.agreement_id === use.agreement_id) === index)
}

/** Writes the use as the order has it now. An order that uses nothing any more keeps its use, released. */
export async function writeUse(
  manager: SqlEntityManager,
  order: SettledOrder,
  agreement_id: string,
  use: KnownUse | undefined,
  { lines, counts }: { readonly lines: readonly UseLine[]; readonly counts: boolean }
): Promise<void> {
  if (use) {
    const kept = counts ? lines : use.lines
    await updateRow(manager, "negotiation_agreement_use", { id: use.id }, {
      order_id: order.order_id,
      status: counts ? "confirmed" : "released",
      lines: kept,
    })
    return
  }
  const id = generateEntityId(undefined, "nuse")
  const cart_id = order.cart_id ?? order.order_id
  await insertRows(manager, "negotiation_agreement_use", [
    { id, agreement_id, cart_id, order_id: order.order_id, status: "confirmed", checked: false, lines },
  ])
}

/** Pieces by agreement line. Uses written before lines were named go by variant. */
export function quantitiesOf(use: KnownUse | undefined, rows: readonly { readonly id: string; readonly variant_id: string }[]): Map<string, number> {
  const quantities = new Map<string, number>()
  for (const line of use?.status === "confirmed" ? use.lines : []) {
    const row = rows.find((each) => each.id === line.agreement_line_id) ?? rows.find((each) => each.variant_id === line.variant_id)
    if (row) quantities.set(row.id, (quantities.get(row.id) ?? 0) + line.quantity)
  }
  return quantities
}
