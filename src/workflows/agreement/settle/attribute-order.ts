import type {
  AgreementLineView,
  BoughtPieces,
  HeardItem,
  KnownUse,
  SettledLine,
  SettledOrder,
  StandingConcession,
  UsedAgreement,
} from "../../../modules/negotiation/agreement-types"
import { mayUse } from "../plan-cart"
import type { HeldItem, HeldOrder } from "./read-order"

/** An agreement was written with a server's clock, an order with another's. */
const GRACE_MS = 60_000

/** What is known of an order beside the order itself. */
export interface KnownOfOrder {
  /** What was counted of it, or claimed by its cart. */
  readonly uses: readonly KnownUse[]
  /** What it held when it was settled before. */
  readonly heard: readonly HeardItem[]
  /** What agreements concede in it. */
  readonly conceded: readonly StandingConcession[]
  /** Every line it may rest on, of whatever status. */
  readonly agreed: readonly AgreementLineView[]
}

/** The agreed lines whose price an item of an order shows. */
export function linesAtPrice(order: Pick<HeldOrder, "currency_code">, item: HeldItem, agreed: readonly AgreementLineView[]): AgreementLineView[] {
  return agreed.filter(
    (line) => line.variant_id === item.variant_id && line.currency_code === order.currency_code && line.unit_price === item.unit_price
  )
}

/** Whether an item is among what is counted of the order on an agreed line. Uses written before lines were named go by variant. */
function isCounted(item: HeldItem, line: AgreementLineView, known: readonly KnownUse[]): boolean {
  return known.some(
    (use) =>
      use.agreement_id === line.agreement_id &&
      use.lines.some((each) => each.unit_price === item.unit_price && (each.agreement_line_id ? each.agreement_line_id === line.id : each.variant_id === line.variant_id))
  )
}

/** Whether the agreement was there when the order was placed: at one number alone an older order rests on nothing. */
function hadBegun(line: AgreementLineView, order: HeldOrder): boolean {
  return line.valid_from.getTime() <= new Date(order.placed_at).getTime() + GRACE_MS
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

/** A price that was there when the order was settled before was judged by the prices of then. */
function wasHeard(item: HeldItem, heard: readonly HeardItem[]): boolean {
  return heard.some((each) => each.variant_id === item.variant_id && each.unit_price === item.unit_price)
}

/** The agreed lines that an item rests on though the buyer's own price is as low: something agreed is taken off it, or its article stands in for another. */
function agreedAnyway(item: HeldItem, atPrice: readonly AgreementLineView[], { agreed, conceded }: KnownOfOrder): AgreementLineView[] {
  const off = agreed.filter((line) => conceded.some((each) => each.item_id === item.id && each.agreement_line_id === line.id))
  return [...off, ...atPrice.filter((line) => line.stands_in === true && item.quantity >= line.min_quantity && !off.includes(line))]
}

/** The agreements of which something is taken off the order, and those of which nothing else was counted: basket and freight are no pieces. */
function concedingOf(order: HeldOrder, { uses, conceded }: KnownOfOrder): Set<string> {
  if (!order.items.some((item) => item.quantity > 0)) return new Set()
  return new Set([...conceded, ...uses.filter((use) => use.lines.length === 0)].map((each) => each.agreement_id))
}

/**
 * Which agreements an order rests on now. What was counted or claimed before stays with its agreement. Anything else rests on one
 * that had begun by then: when it shows an agreed price and the buyer's own price at this quantity is higher, when something
 * agreed is taken off it, or when its article stands in for another. On one of the buyer's that was open for it, else on the
 * newest of the buyer's, else on whosever price reached the cart. What was settled before is not judged by later prices.
 *
 * Promised volume is another matter: everything bought counts, see {@link promisesOf}. What was given away does not.
 *
 * @param company_ids the companies the order's customer buys for.
 * @param ownPrice the buyer's own unit price at a quantity, null where there is none.
 */
export function attributeOrder(
  order: HeldOrder,
  company_ids: readonly string[],
  known: KnownOfOrder,
  ownPrice: (variant_id: string, quantity: number) => number | null
): SettledOrder {
  const { agreed } = known
  const uses = new Map<string, Map<string, SettledLine>>()
  const pieces: BoughtPieces[] = []
  const used: AgreementLineView[] = []
  const find = (item: HeldItem): AgreementLineView | undefined => {
    const counted = agreed.find((line) => line.variant_id === item.variant_id && isCounted(item, line, known.uses))
    if (counted || item.quantity === 0 || wasHeard(item, known.heard)) return counted
    const atPrice = linesAtPrice(order, item, agreed).filter((line) => hadBegun(line, order))
    const rests = atPrice.length > 0 && (ownPrice(item.variant_id, item.quantity) ?? Infinity) > item.unit_price
    return likeliest(rests ? atPrice : agreedAnyway(item, atPrice, known), order, company_ids, item)
  }
  for (const item of order.items) {
    const line = find(item)
    pieces.push({ variant_id: item.variant_id, quantity: item.unit_price > 0 ? item.quantity : 0, company_id: line?.company_id ?? null })
    if (!line) continue
    used.push(line)
    const lines = uses.get(line.agreement_id) ?? new Map<string, SettledLine>()
    uses.set(line.agreement_id, lines)
    add(lines, line, item)
  }
  const conceding = concedingOf(order, known)
  return {
    order_id: order.id,
    cart_id: order.cart_id,
    placed_at: new Date(order.placed_at),
    changed_at: new Date(order.changed_at),
    cancelled: order.cancelled,
    uses: [...new Set([...uses.keys(), ...conceding])].map(
      (agreement_id): UsedAgreement => ({ agreement_id, lines: [...(uses.get(agreement_id)?.values() ?? [])], conceded: conceding.has(agreement_id) })
    ),
    pieces,
    promised_line_ids: promisesOf(order, company_ids, agreed, used),
    heard: agreed.length === 0 ? [] : order.items.map(({ variant_id, unit_price }) => ({ variant_id, unit_price })),
  }
}
