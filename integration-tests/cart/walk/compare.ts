import { keeper, openCarts } from "./command"
import { compareDiscounts, type ShownLine } from "./discounts"
import { Divergence, expectStatus } from "./divergence"
import type { Cart, Line, Model } from "./model"
import type { World } from "./world"

/** A cart's lines in a form that can be compared and read. */
function told(lines: readonly { id: string; variant: number; quantity: number; price: number }[]): string {
  return [...lines]
    .sort((a, b) => a.id.localeCompare(b.id))
    .map((line) => `${line.id}: ${line.quantity} of variant ${line.variant} at ${line.price}`)
    .join("\n  ")
}

/** A cart as the store shows it to whoever shops with it. */
export async function readCart(real: World, cart: Cart) {
  const who = keeper(cart)
  const answer = await real.clients[who].get(`/store/carts/${cart.id}?fields=id,total,item_subtotal,discount_total,*items,*items.adjustments`)
  expectStatus(`${who} reads their own cart`, answer, 200)
  return answer.data.cart
}

/** Which of the prices a line may show it does show: see `Line.lapsed`. */
function settle(line: Line, shown: number | undefined): void {
  if (shown !== undefined && line.lapsed.includes(shown)) Object.assign(line, { price: shown, agreed: true })
  line.lapsed = []
}

/** Compares one cart with the model: its lines, their prices, what is taken off them. @returns the lines. @throws Divergence */
export async function compareCart(model: Model, real: World, cart: Cart): Promise<ShownLine[]> {
  const shown = await readCart(real, cart)
  const lines = (shown.items as ShownLine[]).map(({ id, variant_id, quantity, unit_price }) => ({
    id,
    variant: real.variants.indexOf(variant_id),
    quantity,
    price: unit_price,
  }))
  for (const line of cart.lines) settle(line, lines.find((each) => each.id === line.id)?.price)
  if (told(lines) !== told(cart.lines)) {
    throw new Divergence(`${keeper(cart)}'s cart in ${cart.currency} shows\n  ${told(lines)}\nbut should show\n  ${told(cart.lines)}`)
  }
  if (shown.total < 0) throw new Divergence(`A cart's total is ${shown.total}`)
  compareDiscounts(model, cart, shown.items)
  return shown.items
}

/** What the model last said of each cart, to find what a step changed. */
const said = new WeakMap<Cart, string>()

/**
 * Compares carts with the model: those a step changed, and by turns one that it should have left alone.
 * @throws Divergence
 */
export async function compare(model: Model, real: World): Promise<void> {
  const open = openCarts(model)
  model.compared += 1
  const turn = open[model.compared % Math.max(1, open.length)]
  for (const cart of open) {
    if (cart !== turn && said.get(cart) === JSON.stringify(cart)) continue
    await compareCart(model, real, cart)
    said.set(cart, JSON.stringify(cart))
  }
}
