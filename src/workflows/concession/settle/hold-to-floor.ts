import type { MedusaContainer } from "@medusajs/framework/types"
import { NEGOTIATION_MODULE, type NegotiationModuleService } from "../../../modules/negotiation"
import type { OfferedConcession } from "../buyer-standing"
import { computeDiscounts, type ItemDiscount } from "./compute-discounts"
import { discountsOf, micro, sum } from "./discounts-of"
import { buyersPrices, type GovernedLine } from "./governed-lines"
import { lineFloors } from "./line-floors"
import type { PricedCart, PricedItem } from "./priced-cart"

const MICRO_PER_UNIT = 100n
/** Most concessions of one line that are tried together: the largest ones. */
const MOST_TOGETHER = 6

/** What agreements concede in a cart. */
export interface ConcededCart {
  readonly concessions: readonly OfferedConcession[]
  /** What they take off each line, all together. */
  readonly own: readonly ItemDiscount[]
  readonly governed: readonly GovernedLine[]
}

/** A line that several agreements make cheaper. */
interface MixedLine {
  readonly item: PricedItem
  /** The agreement its price is of; null where it is the buyer's own price. */
  readonly price_of: string | null
  /** The agreement of each concession on it, by code. */
  readonly agreement_of: ReadonlyMap<string, string>
  readonly agreements: ReadonlySet<string>
}

function mixedLines(cart: PricedCart, { concessions, own, governed }: ConcededCart): MixedLine[] {
  const known = new Map(concessions.map(({ code, agreement_id }) => [code, agreement_id]))
  return cart.items.flatMap((item) => {
    const price_of = governed.find((line) => line.item.id === item.id)?.agreed.agreement_id ?? null
    const codes = own.flatMap(({ item_id, code, amount }) => (item_id === item.id && Number(amount) > 0 ? code : []))
    const agreement_of = new Map(codes.map((code) => [code, known.get(code) ?? ""]))
    const agreements = new Set([...agreement_of.values(), ...(price_of === null ? [] : [price_of])])
    return codes.length > 0 && agreements.size > 1 ? [{ item, price_of, agreement_of, agreements }] : []
  })
}

/** The least each line may bring a piece, by the highest of its agreements' floors; lines without one are left out. */
async function floorsOf(container: MedusaContainer, cart: PricedCart, lines: readonly MixedLine[]): Promise<Map<string, number>> {
  const service = container.resolve<NegotiationModuleService>(NEGOTIATION_MODULE)
  const agreements = [...new Set(lines.flatMap((line) => [...line.agreements]))]
  const variants = [...new Set(lines.flatMap(({ item }) => item.variant_id ?? []))]
  const [agreed, prices] = await Promise.all([service.linesOfAgreements(agreements), buyersPrices(container, cart, variants)])
  const floors = new Map<string, number>()
  for (const agreement_id of agreements) {
    const negotiation_id = agreed.find((line) => line.agreement_id === agreement_id)?.negotiation_id
    if (negotiation_id === undefined) continue
    const its = lines.flatMap(({ item, agreements: of }) =>
      item.variant_id !== null && of.has(agreement_id)
        ? [{ item, variant_id: item.variant_id, list_unit_price: prices.get(item.variant_id)?.list_unit_price ?? null, negotiation_id }]
        : []
    )
    for (const [item_id, floor] of await lineFloors(container, cart, its)) floors.set(item_id, Math.max(floor, floors.get(item_id) ?? 0))
  }
  return floors
}

/** Every choice of some codes, what takes most off first. @param alone what each takes off by itself, more than nothing */
export function choicesByWorth(alone: ReadonlyMap<string, number>): string[][] {
  const codes = [...alone].sort((a, b) => b[1] - a[1]).slice(0, MOST_TOGETHER).map(([code]) => code)
  const choices = codes.reduce<string[][]>((all, code) => [...all, ...all.map((choice) => [...choice, code])], [[]])
  const worth = (choice: readonly string[]) => choice.reduce((total, code) => total + (alone.get(code) ?? 0), 0)
  return choices.sort((a, b) => worth(b) - worth(a) || a.length - b.length)
}

/** True for what one agreement promised with its own price, or with nobody's: it was held to the floor when it was promised. */
function isOnePromise({ price_of, agreement_of }: MixedLine, choice: readonly string[]): boolean {
  const of = new Set(choice.map((code) => agreement_of.get(code)))
  return of.size === 1 && (price_of === null || of.has(price_of))
}

/**
 * What agreements take off the lines that several of them make cheaper. Each was held to the floor by itself; together they
 * must not go under it either: of the choices that stay at or over it, or are what one agreement promised alone, the one that
 * takes most off. Where no floor is known (no cost, no policy) nothing is held back.
 *
 * @returns by line, what is to stand there of agreements; other lines are left out.
 */
export async function heldToFloor(container: MedusaContainer, cart: PricedCart, conceded: ConcededCart): Promise<Map<string, ItemDiscount[]>> {
  const lines = mixedLines(cart, conceded)
  if (lines.length === 0) return new Map()
  const floors = await floorsOf(container, cart, lines)
  const known = new Map<string, Promise<ItemDiscount[]>>()
  const reckon = async ({ id }: PricedItem, codes: readonly string[]) => {
    const key = [...codes].sort().join()
    const all = known.get(key) ?? computeDiscounts(container, cart, codes)
    known.set(key, all)
    return (await all).filter((discount) => discount.item_id === id)
  }
  const held = new Map<string, ItemDiscount[]>()
  for (const line of lines) {
    const { item, agreement_of } = line
    const floor = floors.get(item.id)
    if (floor === undefined) continue
    const least = BigInt(floor) * MICRO_PER_UNIT * BigInt(item.quantity)
    const worth = async (codes: readonly string[]) => sum(discountsOf(item, await reckon(item, codes)))
    const alone = new Map<string, number>()
    for (const code of agreement_of.keys()) alone.set(code, await worth([code]))
    for (const choice of choicesByWorth(alone)) {
      const left = micro(item.unit_price * item.quantity) - micro(await worth(choice))
      if (choice.length > 0 && left < least && !isOnePromise(line, choice)) continue
      held.set(item.id, choice.length === 0 ? [] : await reckon(item, choice))
      break
    }
  }
  return held
}
