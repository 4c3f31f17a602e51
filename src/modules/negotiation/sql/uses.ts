import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import { generateEntityId } from "@medusajs/framework/utils"
import { ContractError } from "../../../contract"
import type { AgreementChange, ReservedUse, UseLine } from "../agreement-types"
import { AGREEMENT_LIVE } from "./agreements"
import { recordEvents } from "../operations/record-events"
import { markOrdered } from "./end-agreements"
import { insertRows, placeholders } from "./rows"
import { emptyUndo } from "./undo"

interface UseRow {
  id: string
  agreement_id: string
  cart_id: string
  status: string
  lines: UseLine[]
}

const quantityOf = (lines: readonly UseLine[], variant_id: string) =>
  lines.reduce((sum, line) => (line.variant_id === variant_id ? sum + line.quantity : sum), 0)

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
  const capped = await manager.execute<{ variant_id: string; title: string; remaining_quantity: number }[]>(
    `SELECT variant_id, title, remaining_quantity FROM negotiation_agreement_line
     WHERE agreement_id = ? AND remaining_quantity IS NOT NULL AND deleted_at IS NULL`,
    [agreement.id]
  )
  for (const { variant_id, title, remaining_quantity } of capped) {
    const wanted = quantityOf(lines, variant_id)
    const claimed = others.reduce((sum, use) => sum + quantityOf(use.lines, variant_id), 0)
    if (wanted > 0 && claimed + wanted > remaining_quantity) {
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

/** See `AgreementStore.confirmUse`. */
export async function confirmUse(
  manager: SqlEntityManager,
  use: { cart_id: string; order_id: string }
): Promise<AgreementChange[]> {
  // Agreements are locked before their uses, in the order of their ids, as everywhere: two orders at once can't deadlock.
  await manager.execute(
    `SELECT id FROM negotiation_agreement WHERE id IN
       (SELECT agreement_id FROM negotiation_agreement_use WHERE cart_id = ? AND status = 'reserved' AND deleted_at IS NULL)
     ORDER BY id FOR UPDATE`,
    [use.cart_id]
  )
  const confirmed = await manager.execute<UseRow[]>(
    `UPDATE negotiation_agreement_use SET status = 'confirmed', order_id = ?, updated_at = now()
     WHERE cart_id = ? AND status = 'reserved' AND deleted_at IS NULL RETURNING id, agreement_id, cart_id, status, lines`,
    [use.order_id, use.cart_id]
  )
  const changes: AgreementChange[] = []
  for (const { agreement_id, lines } of confirmed.sort((a, b) => a.agreement_id.localeCompare(b.agreement_id))) {
    for (const line of lines) {
      await manager.execute(
        `UPDATE negotiation_agreement_line SET remaining_quantity = GREATEST(0, remaining_quantity - ?), updated_at = now()
         WHERE agreement_id = ? AND variant_id = ? AND remaining_quantity IS NOT NULL`,
        [line.quantity, agreement_id, line.variant_id]
      )
    }
    changes.push(await markOrdered(manager, { agreement_id, order_id: use.order_id, lines }))
  }
  return changes
}

/**
 * Takes a cancelled order's claims back: the order and its pieces may be bought again, while the agreement is still active.
 * Asking again changes nothing.
 * @returns the agreements it was counted on.
 */
export async function giveBackUse(manager: SqlEntityManager, order_id: string): Promise<string[]> {
  const uses = await manager.execute<UseRow[]>(
    `UPDATE negotiation_agreement_use SET status = 'released', updated_at = now()
     WHERE order_id = ? AND status = 'confirmed' AND deleted_at IS NULL RETURNING id, agreement_id, cart_id, status, lines`,
    [order_id]
  )
  for (const { agreement_id, lines } of uses.sort((a, b) => a.agreement_id.localeCompare(b.agreement_id))) {
    const [agreement] = await manager.execute<{ negotiation_id: string; company_id: string }[]>(
      `UPDATE negotiation_agreement SET orders = GREATEST(0, orders - 1), version = version + 1, updated_at = now()
       WHERE id = ? AND status = 'active' RETURNING negotiation_id, company_id`,
      [agreement_id]
    )
    if (!agreement) continue
    for (const line of lines) {
      await manager.execute(
        `UPDATE negotiation_agreement_line SET remaining_quantity = remaining_quantity + ?, updated_at = now()
         WHERE agreement_id = ? AND variant_id = ? AND remaining_quantity IS NOT NULL`,
        [line.quantity, agreement_id, line.variant_id]
      )
    }
    const frame = { ...agreement, agreement_id, status_before: null, status_after: null, round: 0 }
    const entry = { kind: "order_canceled", actor: { type: "system", id: null } as const, trace: { order_id } }
    await recordEvents(manager, frame, [entry], emptyUndo())
  }
  return uses.map((use) => use.agreement_id)
}

/** Claims that no completion can still be busy with: reserved more than `minutes` ago and never confirmed. */
export async function staleUses(manager: SqlEntityManager, minutes: number, limit: number): Promise<{ id: string; cart_id: string }[]> {
  return manager.execute<{ id: string; cart_id: string }[]>(
    `SELECT id, cart_id FROM negotiation_agreement_use
     WHERE status = 'reserved' AND updated_at < now() - make_interval(mins => ?) AND deleted_at IS NULL ORDER BY created_at LIMIT ?`,
    [minutes, limit]
  )
}
