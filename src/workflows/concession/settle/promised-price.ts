import type { MedusaContainer } from "@medusajs/framework/types"
import { computeDiscounts, type ItemDiscount } from "./compute-discounts"
import { discountsOf, fromMicro, micro, sum } from "./discounts-of"
import type { ConcededLine } from "./judged-lines"
import { taxOf, type PricedCart, type PricedItem } from "./priced-cart"

/** What is to stand on a line, and what that leaves of its price: millionths, in the price's terms. */
export interface Held {
  readonly discounts: readonly ItemDiscount[]
  readonly left: bigint
}

/** A line before agreements take anything off it, in millionths, and what merchants' promotions take off it then. */
export interface Beside {
  readonly before: bigint
  readonly beside: readonly ItemDiscount[]
}

/** A line at an agreed price with what these concessions take off that, in millionths. */
async function promisedTotal(container: MedusaContainer, cart: PricedCart, item: PricedItem, agreed_at: number, codes: readonly string[]): Promise<{ total: bigint; off: { code: string; amount: number }[] }> {
  const price = agreed_at * item.quantity
  const net = new Map([[item.id, item.is_tax_inclusive ? price / (1 + taxOf(item)) : price]])
  const off = discountsOf(item, await computeDiscounts(container, cart, codes, net))
  return { total: micro(price) - micro(sum(off)), off }
}

/**
 * A line whose price is lower than the one agreed on (a sale, a price for more pieces, another agreement's), brought down to what
 * an agreement promised for it: its price less its concessions. Of several agreements the one that promised least; null
 * where none did, or what comes off by itself leaves no more than that.
 */
export async function asPromised(container: MedusaContainer, cart: PricedCart, line: ConcededLine, { before, beside }: Beside): Promise<Held | null> {
  const { item, agreement_of, agreed_at } = line
  const without = before - micro(sum(discountsOf(item, beside)))
  let least: Held | null = null
  for (const [agreement_id, price] of agreed_at) {
    const codes = [...agreement_of].flatMap(([code, of]) => (of === agreement_id ? code : []))
    if (codes.length === 0 || price <= item.unit_price) continue
    const { total, off } = await promisedTotal(container, cart, item, price, codes)
    if (total >= (least?.left ?? without)) continue
    let missing = without - total
    const cut = off.flatMap(({ code, amount }) => {
      const part = missing < micro(amount) ? missing : micro(amount)
      missing -= part
      return part > 0n ? { item_id: item.id, code, amount: fromMicro(part), is_tax_inclusive: item.is_tax_inclusive } : []
    })
    least = { discounts: [...beside, ...cut], left: total }
  }
  return least
}
