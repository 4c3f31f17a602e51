import type { MedusaContainer } from "@medusajs/framework/types"
import type { AgreementLineView } from "../../../modules/negotiation/agreement-types"
import { isOwnCode } from "../codes"
import { computeDiscounts, type ItemDiscount } from "./compute-discounts"
import { discountsOf, micro, sum } from "./discounts-of"
import { buyersPrices } from "./governed-lines"
import { concededLines, isOnePromise, type ConcededCart, type ConcededLine } from "./judged-lines"
import { lineFloors } from "./line-floors"
import { asPromised, type Held } from "./promised-price"
import { inTermsOf, type PricedCart, type PricedItem } from "./priced-cart"
import { negotiationService } from "../../negotiation-service"

const MICRO_PER_UNIT = 100n
/** Most concessions of one line that are tried together: the largest ones. */
const MOST_TOGETHER = 6

/** The least each line may bring a piece, by the highest of its agreements' floors; lines without one are left out. */
async function floorsOf(
  container: MedusaContainer,
  cart: PricedCart,
  lines: readonly ConcededLine[],
  agreed: readonly AgreementLineView[]
): Promise<Map<string, number>> {
  const prices = await buyersPrices(container, cart, [...new Set(lines.flatMap(({ item }) => item.variant_id ?? []))])
  const floors = new Map<string, number>()
  for (const agreement_id of new Set(lines.flatMap((line) => [...line.agreements]))) {
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

/** The agreements a cart's concessions and agreed prices are of, with all their lines. */
function linesBehind(container: MedusaContainer, { concessions, governed }: ConcededCart): Promise<AgreementLineView[]> {
  const ids = [...concessions.map(({ agreement_id }) => agreement_id), ...governed.map(({ agreed }) => agreed.agreement_id)]
  return negotiationService(container).linesOfAgreements([...new Set(ids)])
}

/** What stands on a line that is neither an agreement's nor of one of these promotions, in the terms of its price: it stays. */
function staying(item: PricedItem, merchants: readonly string[]): number {
  return item.adjustments
    .filter(({ code }) => code === null || (!isOwnCode(code) && !merchants.includes(code)))
    .reduce((total, { amount, is_tax_inclusive }) => total + inTermsOf(item, Number(amount), is_tax_inclusive), 0)
}

/** Reckons what some promotions take off a line, the same choice of them once for the whole cart. */
type Reckon = (item: PricedItem, codes: readonly string[]) => Promise<ItemDiscount[]>

function reckoning(container: MedusaContainer, cart: PricedCart): Reckon {
  const known = new Map<string, Promise<ItemDiscount[]>>()
  return async ({ id }, codes) => {
    const key = [...codes].sort().join()
    const all = known.get(key) ?? computeDiscounts(container, cart, codes)
    known.set(key, all)
    return (await all).filter((discount) => discount.item_id === id)
  }
}

/** Of the choices that stay at or over a floor, or are one agreement's promise, the one that takes most off. */
async function mostOverFloor(reckon: Reckon, line: ConcededLine, before: bigint, least: bigint, beside: readonly string[]): Promise<Held> {
  const { item, agreement_of } = line
  const alone = new Map<string, number>()
  for (const code of agreement_of.keys()) alone.set(code, sum(discountsOf(item, await reckon(item, [code]))))
  const held = async (choice: readonly string[]): Promise<Held> => {
    const discounts = await reckon(item, [...beside, ...choice])
    return { discounts, left: before - micro(sum(discountsOf(item, discounts))) }
  }
  for (const choice of choicesByWorth(alone)) {
    if (choice.length === 0) break
    const found = await held(choice)
    if (found.left >= least || isOnePromise(line, choice)) return found
  }
  return held([])
}

/**
 * What agreements take off lines beyond what one of them promised on an article of its own: several agreements on one line,
 * a concession for the whole cart on goods that its agreement never spoke of, or one off a price lower than the agreed one. No
 * such line goes under its floor: of the choices that stay at or over it, or are what one agreement promised, the one that takes
 * most off. Where that leaves a line dearer than one agreement promised it, it comes down to that ({@link asPromised}). Where no
 * floor is known (no cost, no policy) nothing is held back.
 *
 * Off a line that shows no agreed price merchants' promotions come as well: it is judged with them taken off, and they are
 * reckoned anew beside what is left. On agreed lines they come last and are settled by themselves.
 *
 * @param merchants codes of the promotions in the cart that are nobody's concession
 * @returns by line, what is to stand there of agreements, and of `merchants` where it shows no agreed price; other lines are
 * left out.
 */
export async function heldToFloor(
  container: MedusaContainer,
  cart: PricedCart,
  conceded: ConcededCart,
  merchants: readonly string[]
): Promise<Map<string, readonly ItemDiscount[]>> {
  if (conceded.own.length === 0) return new Map()
  const agreed = await linesBehind(container, conceded)
  const lines = concededLines(cart, conceded, agreed).filter((line) => !isOnePromise(line, [...line.agreement_of.keys()]))
  if (lines.length === 0) return new Map()
  const floors = await floorsOf(container, cart, lines, agreed)
  const reckon = reckoning(container, cart)
  const held = new Map<string, readonly ItemDiscount[]>()
  for (const line of lines) {
    const { item, price_of } = line
    const floor = floors.get(item.id)
    if (floor === undefined) continue
    const beside = price_of === null ? merchants : []
    const least = BigInt(floor) * MICRO_PER_UNIT * BigInt(item.quantity)
    const before = micro(item.unit_price * item.quantity) - (price_of === null ? micro(staying(item, merchants)) : 0n)
    const found = await mostOverFloor(reckon, line, before, least, beside)
    const promised = await asPromised(container, cart, line, { before, beside: await reckon(item, beside) })
    held.set(item.id, promised !== null && promised.left < found.left ? promised.discounts : found.discounts)
  }
  return held
}
