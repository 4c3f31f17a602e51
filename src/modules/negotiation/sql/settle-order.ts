import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import type { KnownUse, SettledAgreement, SettledLine, SettledOrder, UsedAgreement } from "../agreement-types"
import { takeBackMissed } from "./commitments"
import { noteHeard } from "./heard-orders"
import { toChange } from "./move-negotiation"
import { placeholders, updateRow } from "./rows"
import { earliest, finishSettling, type LockedAgreement } from "./settle-finish"
import type { SettledPart } from "./settle-flags"
import { promisedLines, settleCommitments } from "./settle-commitments"
import { quantitiesOf, usesOfOrder, writeUse } from "./settle-uses"

interface LineRow {
  readonly id: string
  readonly variant_id: string
  readonly title: string
  readonly min_quantity: number
  readonly max_quantity: number | null
  readonly bought_quantity: number
  readonly valid_until: string | Date | null
}

async function countPieces(manager: SqlEntityManager, line_id: string, more: number): Promise<LineRow | undefined> {
  const [row] = await manager.execute<LineRow[]>(
    `UPDATE negotiation_agreement_line SET bought_quantity = GREATEST(0, bought_quantity + ?), updated_at = now(),
       remaining_quantity = CASE WHEN remaining_quantity IS NULL THEN NULL
         ELSE GREATEST(0, COALESCE(max_quantity - GREATEST(0, bought_quantity + ?), remaining_quantity - ?)) END
     WHERE id = ? RETURNING id, variant_id, title, min_quantity, max_quantity, bought_quantity, valid_until`,
    [more, more, more, line_id]
  )
  return row
}

function unchangedOf(agreement: LockedAgreement): SettledAgreement {
  return { ...toChange(agreement, agreement.status, null), status_before: agreement.status, flags: [], changed: false, promised: false }
}

async function settleOne(
  manager: SqlEntityManager,
  order: SettledOrder,
  agreement: LockedAgreement,
  use: KnownUse | undefined,
  { lines: wanted, conceded }: UsedAgreement
): Promise<SettledAgreement> {
  const rows = await manager.execute<LineRow[]>(
    `SELECT id, variant_id, title, min_quantity, max_quantity, bought_quantity, valid_until FROM negotiation_agreement_line
     WHERE agreement_id = ? AND deleted_at IS NULL ORDER BY id FOR UPDATE`,
    [agreement.id]
  )
  const lines = wanted.filter((line) => line.quantity > 0)
  const before = quantitiesOf(use, rows)
  const was = use?.status === "confirmed"
  const is = lines.length > 0 || conceded
  const touched = rows.filter((row) => (before.get(row.id) ?? 0) !== (lines.find((line) => line.agreement_line_id === row.id)?.quantity ?? 0))
  if (touched.length === 0 && was === is && use?.status !== "reserved") {
    // Read again and found right: the reconciliation need not come back to it.
    if (use) await updateRow(manager, "negotiation_agreement_use", { id: use.id }, { order_id: order.order_id })
    return unchangedOf(agreement)
  }
  // Used up is no end: what comes on top is over the limit.
  const ended_at = agreement.status === "used_up" ? null : agreement.ended_at
  const parts: SettledPart[] = []
  for (const row of touched) {
    const old = before.get(row.id) ?? 0
    const now = wanted.find((line) => line.agreement_line_id === row.id) ?? gone(row, order.cancelled ? old : 0)
    const counted = (await countPieces(manager, row.id, now.quantity - old)) ?? row
    parts.push({ ...counted, before: old, now, ends_at: earliest(agreement.valid_until, agreement.revoke_at, ended_at, row.valid_until) })
  }
  const plain = lines.map(({ agreement_line_id, line_id, variant_id, quantity, unit_price }) => ({ agreement_line_id, line_id, variant_id, quantity, unit_price }))
  await writeUse(manager, order, agreement.id, use, { lines: plain, counts: is })
  return finishSettling(manager, order, agreement, { was, is, unchecked: use === undefined, parts, lines: plain })
}

function gone(row: LineRow, given_back: number): SettledLine {
  return { agreement_line_id: row.id, line_id: null, variant_id: row.variant_id, quantity: 0, unit_price: 0, given_back, smallest: 0 }
}

/** See `AgreementLifeStore.settleOrder`. */
export async function settleOrder(manager: SqlEntityManager, order: SettledOrder): Promise<SettledAgreement[]> {
  await noteHeard(manager, order)
  const known = await usesOfOrder(manager, order)
  const promised = await promisedLines(manager, order)
  const ids = [...new Set([...known, ...order.uses, ...promised].map((each) => each.agreement_id))].sort()
  if (ids.length === 0) return []
  // Agreements are locked before their uses, in the order of their ids, as everywhere: two orders at once can't deadlock.
  const agreements = await manager.execute<LockedAgreement[]>(
    `SELECT id, negotiation_id, company_id, customer_id, status, version, orders, max_orders, flags, ended_at, valid_until, revoke_at
     FROM negotiation_agreement WHERE id IN (${placeholders(ids)}) AND deleted_at IS NULL ORDER BY id FOR UPDATE`,
    ids
  )
  const uses = await usesOfOrder(manager, order, true)
  const settled: SettledAgreement[] = []
  for (const agreement of agreements) {
    const use = uses.find((each) => each.agreement_id === agreement.id)
    const wanted = order.uses.find((each) => each.agreement_id === agreement.id) ?? { agreement_id: agreement.id, lines: [], conceded: false }
    if (!use && !wanted.conceded && wanted.lines.every((line) => line.quantity === 0)) continue
    settled.push(await settleOne(manager, order, agreement, use, wanted))
  }
  const counted = promised.length > 0 ? await settleCommitments(manager, order) : []
  await takeBackMissed(manager, counted)
  const alone = agreements.filter(({ id }) => counted.includes(id) && !settled.some((each) => each.agreement_id === id))
  return [
    ...settled.map((each) => ({ ...each, promised: counted.includes(each.agreement_id) })),
    ...alone.map((agreement) => ({ ...unchangedOf(agreement), promised: true })),
  ]
}
