import type { AgreementLineView } from "../../../modules/negotiation/agreement-types"
import type { OfferedConcession } from "../buyer-standing"
import type { ItemDiscount } from "./compute-discounts"
import type { GovernedLine } from "./governed-lines"
import type { PricedCart, PricedItem } from "./priced-cart"

/** What agreements concede in a cart. */
export interface ConcededCart {
  readonly concessions: readonly OfferedConcession[]
  /** What they take off each line, all together. */
  readonly own: readonly ItemDiscount[]
  readonly governed: readonly GovernedLine[]
}

/** A line that agreements make cheaper, with who promised what of it. */
export interface ConcededLine {
  readonly item: PricedItem
  /** The agreement its price is of; null where it is the buyer's own price. */
  readonly price_of: string | null
  /** The agreement of each concession on it, by code. */
  readonly agreement_of: ReadonlyMap<string, string>
  /** All agreements it rests on. */
  readonly agreements: ReadonlySet<string>
  /** Those that agreed on its article: what they concede on it was held to the floor then. */
  readonly spoke_of_it: ReadonlySet<string>
}

/** The lines that concessions take something off. @param agreed the lines of all agreements these are of */
export function concededLines(cart: PricedCart, { concessions, own, governed }: ConcededCart, agreed: readonly AgreementLineView[]): ConcededLine[] {
  const known = new Map(concessions.map(({ code, agreement_id }) => [code, agreement_id]))
  return cart.items.flatMap((item) => {
    const codes = own.flatMap(({ item_id, code, amount }) => (item_id === item.id && Number(amount) > 0 ? code : []))
    if (codes.length === 0) return []
    const price_of = governed.find((line) => line.item.id === item.id)?.agreed.agreement_id ?? null
    const agreement_of = new Map(codes.map((code) => [code, known.get(code) ?? ""]))
    const agreements = new Set([...agreement_of.values(), ...(price_of === null ? [] : [price_of])])
    const its = agreed.filter(({ variant_id }) => variant_id === item.variant_id)
    return [{ item, price_of, agreement_of, agreements, spoke_of_it: new Set(its.map(({ agreement_id }) => agreement_id)) }]
  })
}

/**
 * True for what one agreement promised on an article of its own, at its own price or one that is no agreement's: it was held
 * to the floor when it was promised, and stands. What it concedes on other articles of the cart nobody looked at then.
 */
export function isOnePromise({ price_of, agreement_of, spoke_of_it }: ConcededLine, choice: readonly string[]): boolean {
  const [of, ...more] = new Set(choice.map((code) => agreement_of.get(code)))
  return of !== undefined && more.length === 0 && spoke_of_it.has(of) && (price_of === null || price_of === of)
}
