import type { AgreementLineView, BoughtPieces, KnownUse, SettledLine, SettledOrder } from "../../../modules/negotiation/agreement-types"
import { mayUse } from "../plan-cart"
import type { HeldItem, HeldOrder } from "./read-order"

/** The agreed lines whose price an item of an order shows. */
export function linesAtPrice(order: Pick<HeldOrder, "currency_code">, item: HeldItem, agreed: readonly AgreementLineView[]): AgreementLineView[] {
  return agreed.filter(
    (line) => line.variant_id === item.variant_id && line.currency_code === order.currency_code && line.unit_price === item.unit_price
  )
}

/** Whether an agreed line is among what is counted of the order. Uses written before lines were named go by variant. */
function isCounted(line: AgreementLineView, known: readonly KnownUse[]): boolean {
  return known.some(
    (use) =>
      use.agreement_id === line.agreement_id &&
      use.lines.some((each) => (each.agreement_line_id ? each.agreement_line_id === line.id : each.variant_id === line.variant_id))
  )
}

/** True while nobody would have refused this price for this many pieces at that moment. */
function wasOpen(line: AgreementLineView, order: HeldOrder, item: HeldItem): boolean {
  const at = new Date(order.placed_at)
  const ends = [line.valid_until, ...(line.line_valid_until ? [line.line_valid_until] : []), ...(line.revoke_at ? [line.revoke_at] : [])]
  const inTime = ends.every((end) => end > at)
  const enough = item.quantity >= line.min_quantity && (line.remaining_quantity === null || item.quantity <= line.remaining_quantity)
  return (line.status === "active" || line.status === "used_up") && inTime && enough && line.region_id === order.region_id
}

function likeliest(behind: readonly AgreementLineView[], order: HeldOrder, company_ids: readonly string[], item: HeldItem): AgreementLineView | undefined {
  const theirs = behind.filter((line) => mayUse(line, { company_ids, customer_id: order.customer_id }))
  return theirs.find((line) => wasOpen(line, order, item)) ?? theirs.at(-1) ?? behind.at(-1)
}

function add(lines: Map<string, SettledLine>, line: AgreementLineView, item: HeldItem): void {
  const before = lines.get(line.id)
  const quantity = (before?.quantity ?? 0) + item.quantity
  const sizes = [before?.smallest ?? 0, item.quantity].filter((size) => size > 0)
  lines.set(line.id, {
    agreement_line_id: line.id,
    line_id: line.line_id,
    variant_id: line.variant_id,
    unit_price: item.unit_price,
    quantity,
    given_back: (before?.given_back ?? 0) + item.given_back,
    smallest: sizes.length > 0 ? Math.min(...sizes) : 0,
  })
}

/** True where an order of that moment falls into the time of a promise. One that the merchant or a newer agreement ended asks for nothing more. */
function wasPromised(line: AgreementLineView, order: HeldOrder): boolean {
  const at = new Date(order.placed_at)
  const ends = [line.valid_until, ...(line.revoke_at ? [line.revoke_at] : [])]
  return line.status !== "superseded" && line.status !== "revoked" && line.valid_from <= at && ends.every((end) => end > at)
}

/**
 * The lines whose promised volume an order counts towards: those of the companies it was bought for, in its currency and in their
 * time, and those whose price it was bought at. At which price, and how many promises there are, makes no difference.
 */
function promisesOf(order: HeldOrder, company_ids: readonly string[], agreed: readonly AgreementLineView[], used: readonly AgreementLineView[]): string[] {
  const companies = new Set([...company_ids, ...used.map((line) => line.company_id)])
  const variants = new Set(order.items.map((item) => item.variant_id))
  const promising = agreed.filter(
    (line) => line.committed_quantity !== null && variants.has(line.variant_id) && line.currency_code === order.currency_code && companies.has(line.company_id)
  )
  return promising.filter((line) => used.includes(line) || wasPromised(line, order)).map((line) => line.id)
}

/**
 * Which agreements an order's prices rest on now. What was counted or claimed before stays with its agreement. Anything else
 * rests on one when it shows an agreed price and the buyer's own price at this quantity is higher: on one of the buyer's that
 * was open for it, else on the newest of the buyer's, else on whosever price reached the cart.
 *
 * Promised volume is another matter: everything bought counts, see {@link promisesOf}. What was given away does not.
 *
 * @param company_ids the companies the order's customer buys for.
 * @param agreed every line this order may rest on, of whatever status.
 * @param ownPrice the buyer's own unit price at a quantity, null where there is none.
 */
export function attributeOrder(
  order: HeldOrder,
  company_ids: readonly string[],
  known: readonly KnownUse[],
  agreed: readonly AgreementLineView[],
  ownPrice: (variant_id: string, quantity: number) => number | null
): SettledOrder {
  const uses = new Map<string, Map<string, SettledLine>>()
  const pieces: BoughtPieces[] = []
  const used: AgreementLineView[] = []
  for (const item of order.items) {
    const behind = linesAtPrice(order, item, agreed)
    const counted = behind.find((line) => isCounted(line, known))
    const rests = item.quantity > 0 && (ownPrice(item.variant_id, item.quantity) ?? Infinity) > item.unit_price
    const line = counted ?? (rests ? likeliest(behind, order, company_ids, item) : undefined)
    pieces.push({ variant_id: item.variant_id, quantity: item.unit_price > 0 ? item.quantity : 0, company_id: line?.company_id ?? null })
    if (!line) continue
    used.push(line)
    const lines = uses.get(line.agreement_id) ?? new Map<string, SettledLine>()
    uses.set(line.agreement_id, lines)
    add(lines, line, item)
  }
  return {
    order_id: order.id,
    cart_id: order.cart_id,
    placed_at: new Date(order.placed_at),
    cancelled: order.cancelled,
    uses: [...uses].map(([agreement_id, lines]) => ({ agreement_id, lines: [...lines.values()] })),
    pieces,
    promised_line_ids: promisesOf(order, company_ids, agreed, used),
  }
}
