import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import { generateEntityId } from "@medusajs/framework/utils"
import { ContractError } from "../../../contract"
import type { ReservedUse, UseLine } from "../agreement-types"
import { AGREEMENT_LIVE, LINE_LEFT } from "./agreements"
import { insertRows, placeholders } from "./rows"

interface UseRow {
  id: string
  agreement_id: string
  cart_id: string
  status: string
  lines: UseLine[]
}

/** Pieces that claims or uses take of an agreed line. */
export const quantityOf = (lines: readonly UseLine[], line_id: string): number =>
  lines.reduce((sum, line) => (line.agreement_line_id === line_id ? sum + line.quantity : sum), 0)

function refuse(agreement_id: string, why: string, message: string): never {
  throw new ContractError("agreement_not_applicable", message, { agreement_id, why })
}

/** Checks what is left of a locked agreement, other carts' claims counted as taken. */
async function checkWhatIsLeft(
  manager: SqlEntityManager,
  agreement: { id: string; orders: number; max_orders: number | null },
  lines: readonly UseLine[],
  others: readonly UseRow[]
): Promise<void> {
  if (agreement.max_orders !== null && agreement.orders + others.length >= agreement.max_orders) {
    refuse(agreement.id, "used_up", "Every order this agreement allowed has been placed")
  }
  const limited = await manager.execute<{ id: string; title: string; remaining_quantity: number | null; left: boolean }[]>(
    `SELECT l.id, l.title, l.remaining_quantity, ${LINE_LEFT} AS left FROM negotiation_agreement_line l
     WHERE l.agreement_id = ? AND (l.remaining_quantity IS NOT NULL OR l.valid_until IS NOT NULL) AND l.deleted_at IS NULL`,
    [agreement.id]
  )
  for (const { id, title, remaining_quantity, left } of limited) {
    const wanted = quantityOf(lines, id)
    if (wanted > 0 && !left) refuse(agreement.id, "ended", `The agreed price of ${title} has ended`)
    const claimed = others.reduce((sum, use) => sum + quantityOf(use.lines, id), 0)
    if (wanted > 0 && remaining_quantity !== null && claimed + wanted > remaining_quantity) {
      refuse(agreement.id, "quantity_used_up", `Only ${Math.max(0, remaining_quantity - claimed)} pieces of ${title} are left at the agreed price`)
    }
  }
}

/** See `AgreementStore.reserveUse`. */
export async function reserveUse(
  manager: SqlEntityManager,
  use: { agreement_id: string; cart_id: string; lines: readonly UseLine[] }
): Promise<ReservedUse> {
  const [agreement] = await manager.execute<{ id: string; orders: number; max_orders: number | null; live: boolean }[]>(
    `SELECT a.id, a.orders, a.max_orders, ${AGREEMENT_LIVE} AS live FROM negotiation_agreement a
     WHERE a.id = ? AND a.deleted_at IS NULL FOR UPDATE`,
    [use.agreement_id]
  )
  const claims = await manager.execute<UseRow[]>(
    `SELECT id, agreement_id, cart_id, status, lines FROM negotiation_agreement_use
     WHERE agreement_id = ? AND (status = 'reserved' OR cart_id = ?) AND status <> 'released' AND deleted_at IS NULL`,
    [use.agreement_id, use.cart_id]
  )
  const mine = claims.find((claim) => claim.cart_id === use.cart_id)
  if (mine?.status === "confirmed") return { id: mine.id, created: false }
  if (!agreement?.live) refuse(use.agreement_id, "ended", "The agreement behind this price has ended")
  await checkWhatIsLeft(manager, agreement, use.lines, claims.filter((claim) => claim !== mine))
  if (mine) {
    await manager.execute(`UPDATE negotiation_agreement_use SET lines = ?::jsonb, updated_at = now() WHERE id = ?`, [
      JSON.stringify(use.lines),
      mine.id,
    ])
    return { id: mine.id, created: false }
  }
  const id = generateEntityId(undefined, "nuse")
  await insertRows(manager, "negotiation_agreement_use", [
    { id, agreement_id: use.agreement_id, cart_id: use.cart_id, status: "reserved", lines: use.lines },
  ])
  return { id, created: true }
}

/** See `AgreementStore.releaseUse`. */
export async function releaseUse(
  manager: SqlEntityManager,
  where: { cart_id: string; use_ids?: readonly string[] }
): Promise<void> {
  if (where.use_ids?.length === 0) return
  const named = where.use_ids ? ` AND id IN (${placeholders(where.use_ids)})` : ""
  await manager.execute(
    `UPDATE negotiation_agreement_use SET status = 'released', updated_at = now()
     WHERE cart_id = ? AND status = 'reserved' AND deleted_at IS NULL${named}`,
    [where.cart_id, ...(where.use_ids ?? [])]
  )
}

/** Claims that no completion can still be busy with: reserved more than `minutes` ago and never confirmed. */
export async function staleUses(manager: SqlEntityManager, minutes: number, limit: number): Promise<{ id: string; cart_id: string }[]> {
  return manager.execute<{ id: string; cart_id: string }[]>(
    `SELECT id, cart_id FROM negotiation_agreement_use
     WHERE status = 'reserved' AND updated_at < now() - make_interval(mins => ?) AND deleted_at IS NULL ORDER BY created_at LIMIT ?`,
    [minutes, limit]
  )
}
