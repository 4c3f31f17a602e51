import { groupBy } from "@medusajs/framework/utils"
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
  /**
   * The price a piece was agreed on at, of those that agreed on its article: what they concede on it was held to the floor then.
   */
  readonly agreed_at: ReadonlyMap<string, number>
}

/** The price an agreement has for so many pieces of an article; under its first quantity that of the first. */
function agreedPriceFor(lines: readonly AgreementLineView[], quantity: number): number {
  const from = (min_quantity: number) => lines.filter((line) => line.min_quantity <= min_quantity).map(({ unit_price }) => unit_price)
  const first = Math.min(...lines.map(({ min_quantity }) => min_quantity))
  return Math.min(...from(Math.max(quantity, first)))
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
    const its = groupBy(agreed.filter(({ variant_id }) => variant_id === item.variant_id), "agreement_id") as Map<string, AgreementLineView[]>
    const agreed_at = new Map([...its].map(([id, lines]) => [id, agreedPriceFor(lines, item.quantity)]))
    return [{ item, price_of, agreement_of, agreements, agreed_at }]
  })
}

/** The one agreement that promised all of a choice on an article of its own; null where there is no such one. */
export function promisedBy({ agreement_of, agreed_at }: ConcededLine, choice: readonly string[]): string | null {
  const [of, ...more] = new Set(choice.map((code) => agreement_of.get(code)))
  return of !== undefined && more.length === 0 && agreed_at.has(of) ? of : null
}

/**
 * True for what one agreement promised on an article of its own, at its own price or a higher one that is no agreement's: it was
 * held to the floor when it was promised, and stands. Nobody looked then at what it concedes on other articles of the cart, nor at what
 * it concedes off a price of the buyer's that is lower than the agreed one: of a sale, or for more pieces.
 */
export function isOnePromise(line: ConcededLine, choice: readonly string[]): boolean {
  const of = promisedBy(line, choice)
  if (of === null || (line.price_of !== null && line.price_of !== of)) return false
  return line.price_of === of || line.item.unit_price >= (line.agreed_at.get(of) ?? 0)
}
