import type { BigNumberInput, MedusaContainer } from "@medusajs/framework/types"
import { currencyDecimals } from "../../case/facts/currency"
import { readStanding, wantedConcessions } from "../buyer-standing"
import { isOwnCode } from "../codes"
import { allowedDiscounts, type MerchantDiscount } from "./allowed-discounts"
import { computeDiscounts, type ItemDiscount } from "./compute-discounts"
import { discountsOf, fromMicro, micro, sum } from "./discounts-of"
import { governedLines, type GovernedLine } from "./governed-lines"
import { heldToFloor } from "./hold-to-floor"
import { lineFloors } from "./line-floors"
import { inTermsOf, taxOf, type PricedCart, type PricedItem, type StoredAdjustment } from "./priced-cart"

/** A discount that should stand on a line. */
export interface WantedAdjustment {
  readonly item_id: string
  readonly code: string
  readonly amount: BigNumberInput
  readonly is_tax_inclusive: boolean
  readonly promotion_id: string
}

/** What to change about a cart's discounts. */
export interface Settlement {
  readonly add: WantedAdjustment[]
  readonly remove: StoredAdjustment[]
}

const MICRO_PER_UNIT = 100n
/** Half of the smallest amount anybody is ever charged: finer differences are Medusa's own rounding. */
const SAME = 0.00005

/** What each line's promotions are reckoned on: its normal price, or what the concessions leave of the agreed one. */
function reckonedOn({ item, agreed, own_unit_price }: GovernedLine, own: number): number {
  const gross = agreed.promotion_stacking === "best" ? (own_unit_price ?? item.unit_price) * item.quantity : item.unit_price * item.quantity - own
  return item.is_tax_inclusive ? gross / (1 + taxOf(item)) : gross
}

interface Reckoned {
  /** What agreements take off a line. */
  readonly ownOf: (item: PricedItem) => readonly ItemDiscount[]
  readonly merchant: readonly ItemDiscount[]
  readonly floors: ReadonlyMap<string, number>
  readonly grid: bigint
  readonly promotionIds: ReadonlyMap<string, string>
}

/** What agreements take off a line, as it should stand there. */
function wantedOfAgreements({ id: item_id }: PricedItem, own: readonly ItemDiscount[], idOf: (code: string) => string): WantedAdjustment[] {
  return own.map(({ code, amount, is_tax_inclusive }) => ({
    item_id, code, amount, is_tax_inclusive: is_tax_inclusive === true, promotion_id: idOf(code),
  }))
}

/** The discounts a line at an agreed price should have: its concessions, then what the merchant's promotions may do. */
function wantedOn(line: GovernedLine, reckoned: Reckoned): WantedAdjustment[] {
  const { item, agreed, own_unit_price } = line
  const own = reckoned.ownOf(item)
  const floor = reckoned.floors.get(item.id)
  const merchant: MerchantDiscount[] = discountsOf(item, reckoned.merchant).map(({ code, amount }) => ({ code, amount: micro(amount) }))
  const allowed = allowedDiscounts({
    stacking: agreed.promotion_stacking,
    agreed: micro(item.unit_price * item.quantity),
    normal: own_unit_price === null ? null : micro(own_unit_price * item.quantity),
    own: micro(sum(discountsOf(item, own))),
    merchant,
    floor: floor === undefined ? null : BigInt(floor) * MICRO_PER_UNIT * BigInt(item.quantity),
    grid: reckoned.grid,
  })
  const idOf = (code: string) => reckoned.promotionIds.get(code) ?? ""
  return [
    ...wantedOfAgreements(item, own, idOf),
    ...allowed.map(({ code, amount }) => ({
      item_id: item.id, code, amount: fromMicro(amount), is_tax_inclusive: item.is_tax_inclusive, promotion_id: idOf(code),
    })),
  ]
}

/** Leaves what is as it should be, so that settling a settled cart changes nothing. */
function changesOn(item: PricedItem, wanted: readonly WantedAdjustment[]): Settlement {
  const kept = new Set<StoredAdjustment>()
  const add = wanted.filter((each) => {
    const asWanted = inTermsOf(item, Number(each.amount), each.is_tax_inclusive)
    const same = item.adjustments.find(
      (stored) =>
        !kept.has(stored) && stored.code === each.code && Math.abs(inTermsOf(item, Number(stored.amount), stored.is_tax_inclusive) - asWanted) < SAME
    )
    if (same) kept.add(same)
    return !same
  })
  return { add, remove: item.adjustments.filter((stored) => !kept.has(stored)) }
}

/**
 * What to change about a cart's discounts so that merchants' promotions do on its agreed lines what their agreements say, and
 * agreements take no line under its floor that they did not promise ({@link heldToFloor}). All other lines are left as Medusa
 * reckoned them.
 * @param among codes of the concessions that are weighed; left out: all that the buyer may have now.
 */
export async function planSettlement(container: MedusaContainer, cart: PricedCart, among?: readonly string[]): Promise<Settlement> {
  const nothing: Settlement = { add: [], remove: [] }
  const isTouched = (item: PricedItem) => item.adjustments.some((adjustment) => !isOwnCode(adjustment.code))
  if (cart.customer_id === null || !cart.items.some((item) => item.adjustments.length > 0)) return nothing
  const governed = await governedLines(container, cart)
  const lines = governed.filter(({ item }) => isTouched(item))

  const standing = await readStanding(container, { customer_id: cart.customer_id, cart_id: cart.id })
  const concessions = wantedConcessions(standing).filter(({ code }) => among?.includes(code) ?? true)
  const own = await computeDiscounts(container, cart, concessions.map((concession) => concession.code))
  const merchants = cart.promotions.filter((promotion) => !isOwnCode(promotion.code))
  const held = await heldToFloor(container, cart, { concessions, own, governed }, merchants.map((promotion) => promotion.code))
  if (lines.length === 0 && held.size === 0) return nothing

  const stacked = lines.filter(({ agreed }) => agreed.promotion_stacking !== "none")
  const ownOf = (item: PricedItem) => held.get(item.id) ?? own.filter((discount) => discount.item_id === item.id)
  const net = new Map(stacked.map((line) => [line.item.id, reckonedOn(line, sum(discountsOf(line.item, ownOf(line.item))))]))
  const floored = lines.filter(({ agreed }) => agreed.promotion_stacking === "floor")
  const reckoned: Reckoned = {
    ownOf,
    merchant: stacked.length === 0 ? [] : await computeDiscounts(container, cart, merchants.map((promotion) => promotion.code), net),
    floors: await lineFloors(container, cart, floored.map(({ item, agreed, list_unit_price }) => ({ item, list_unit_price, ...agreed })), true),
    grid: 10n ** BigInt(6 - currencyDecimals(cart.currency_code)),
    promotionIds: new Map([...merchants.map(({ code, id }) => [code, id] as const), ...concessions.map((each) => [each.code, each.promotion_id] as const)]),
  }
  const idOf = (code: string) => reckoned.promotionIds.get(code) ?? ""
  const untouched = cart.items.filter((item) => held.has(item.id) && !lines.some((line) => line.item.id === item.id))
  const isReckoned = ({ code }: StoredAdjustment) => isOwnCode(code) || merchants.some((promotion) => promotion.code === code)
  const changes = [
    ...lines.map((line) => changesOn(line.item, wantedOn(line, reckoned))),
    ...untouched.map((item) => {
      const adjustments = item.adjustments.filter(isReckoned)
      return changesOn({ ...item, adjustments }, wantedOfAgreements(item, ownOf(item), idOf))
    }),
  ]
  return { add: changes.flatMap((each) => each.add), remove: changes.flatMap((each) => each.remove) }
}
