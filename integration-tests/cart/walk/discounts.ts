import { Divergence } from "./divergence"
import { boughtAtDeals, concededOn, isBacked, ownPriceOf, type Cart, type Line, type Model } from "./model"

/** A line as a cart or an order shows it. */
export interface ShownLine {
  readonly id: string
  readonly variant_id: string
  readonly quantity: number
  readonly unit_price: number
  readonly adjustments?: readonly { readonly code?: string; readonly amount: number }[]
}

/** How the plugin's own codes begin. */
const OWN = "AGREED-"
const TAX = { usd: 0, eur: 0, gbp: 0.2 }
const CENT = 0.01

/** What is taken off a line, tax apart. */
export const offOf = (item: ShownLine | undefined): number => (item?.adjustments ?? []).reduce((sum, each) => sum + each.amount, 0)

/** Codes of agreements that take something off. */
export const agreedCodes = (items: readonly ShownLine[]): string[] =>
  items.flatMap((item) => (item.adjustments ?? []).map(({ code }) => code ?? "")).filter((code) => code.startsWith(OWN))

/** Whether a cart has a discount of an agreement that ended or is somebody else's: it can't be ordered so. */
export const restsOnNothing = (model: Model, cart: Cart, items: readonly ShownLine[]): boolean =>
  agreedCodes(items).some((code) => !isBacked(model, cart, code))

/** Whether a live deal still gives a line the price it shows. */
const holdsBehind = (model: Model, cart: Cart, line: Line) => boughtAtDeals(model, { ...cart, lines: [line] }).some(({ deal }) => deal !== null)

/**
 * What should be taken off a line, as a share: what agreements concede, each off what the others leave; and a code's 10% on
 * every line but those at an agreed price, where agreements leave it nothing to take. Null where it can't be known: a price or a
 * concession whose agreement is over can't be ordered, whatever is taken off it.
 */
function shareOff(model: Model, cart: Cart, line: Line): number | null {
  const agreed = line.agreed && line.price < ownPriceOf(model, cart, line)
  const { live, sure } = concededOn(model, cart, line)
  if (!sure || (agreed && !holdsBehind(model, cart, line))) return null
  const left = live.reduce((rest, deal) => rest * (1 - (deal.freight?.percent ?? 0) / 100), 1)
  return 1 - left * (cart.promotion && !agreed ? 0.9 : 1)
}

/** What is wrong with the discounts of a cart; null for nothing. */
export function wrongDiscount(model: Model, cart: Cart, items: readonly ShownLine[]): string | null {
  for (const line of cart.lines) {
    const share = shareOff(model, cart, line)
    if (share === null) continue
    // Discounts are net: what they take off a price with tax is more by its tax.
    const should = (line.price * line.quantity * share) / (1 + TAX[cart.currency])
    const off = offOf(items.find((each) => each.id === line.id))
    if (Math.abs(off - should) >= CENT) {
      return `${off} off ${line.quantity} of variant ${line.variant} at ${line.price} ${cart.currency} (${line.agreed ? "agreed" : "own"}, ${cart.delivery ?? "no"} freight), and not ${should}`
    }
  }
  return null
}

const told = (items: readonly ShownLine[]) =>
  JSON.stringify([...items].sort((a, b) => a.id.localeCompare(b.id)).map((item) => [item.id, offOf(item).toFixed(2)]))

/** The discounts each cart last showed, and what the cart was then. */
const seen = new WeakMap<Cart, { cart: string; discounts: string }>()

/**
 * Compares what a cart takes off its lines with the model. A cart that nobody has touched since may go on showing what it showed.
 * @throws Divergence
 */
export function compareDiscounts(model: Model, cart: Cart, items: readonly ShownLine[]): void {
  const now = { cart: JSON.stringify(cart), discounts: told(items) }
  const before = seen.get(cart)
  seen.set(cart, now)
  if (before && before.cart === now.cart && before.discounts === now.discounts) return
  const wrong = wrongDiscount(model, cart, items)
  if (wrong !== null) throw new Divergence(`${cart.owner ?? "A guest"}'s cart takes ${wrong}`)
}
