import fc from "fast-check"
import type { Client } from "../../../setup/client"
import { agreedIn } from "../../../http/agreements/agreed"
import { command, count, keeper, one, openCarts, pick, type Weighted } from "../command"
import { compareCart } from "../compare"
import { endDeal } from "../deal"
import { Divergence, expectStatus } from "../divergence"
import { boughtAtDeals, countOrder, mustBeRefused, ownPriceOf, refresh, type Cart, type Model } from "../model"
import { until } from "../until"
import { ADDRESSES, type World } from "../world"

/** A promotion code every store under test of the walk has: 10% off the goods. */
export const CODE = "WALK10"

const full = (model: Readonly<Model>) => openCarts(model).filter((cart) => cart.lines.length > 0)
/** Carts of a kind before the others: what the walk is about is to be met often. */
const first = (model: Readonly<Model>, kind: (cart: Cart) => boolean) => {
  const found = full(model).filter(kind)
  return found.length > 0 ? found : full(model)
}
const isAtStake = (cart: Cart) => cart.lines.some((line) => line.agreed)

/** Brings a cart to the point where only completing is left. An address that is new prices every line anew. */
async function prepare(model: Model, real: World, cart: Cart): Promise<Client> {
  const who = keeper(cart)
  const client = real.clients[who]
  const email = who === "guest" ? `guest.${cart.id}@walk.example.com` : real.customers[who].email
  const shipping_address = ADDRESSES[cart.currency]
  if (cart.address !== cart.currency || cart.owner === null) {
    expectStatus(`${who} gives an address`, await client.post(`/store/carts/${cart.id}`, { email, shipping_address, billing_address: shipping_address }), 200)
    if (cart.owner === null) cart.owner = "stranger"
    if (cart.address !== cart.currency) refresh(model, cart)
    cart.address = cart.currency
  }
  const option_id = real.store.ground().shipping_option_id
  if (!cart.delivery) expectStatus(`${who} chooses a delivery`, await client.post(`/store/carts/${cart.id}/shipping-methods`, { option_id }), 200)
  cart.delivery = true
  const paid = await client.post("/store/payment-collections", { cart_id: cart.id })
  expectStatus(`${who} wants to pay`, paid, 200)
  const path = `/store/payment-collections/${paid.data.payment_collection.id}/payment-sessions`
  expectStatus(`${who} chooses how to pay`, await client.post(path, { provider_id: "pp_system_default" }), 200)
  return client
}

const goToCheckout = command({
  name: "go to checkout",
  args: pick,
  can: (model) => full(model).length > 0,
  async run(model, real, number) {
    await prepare(model, real, one(full(model), number))
  },
})

const told = (items: readonly { variant_id: string; quantity: number; unit_price: number }[]) =>
  items.map((item) => `${item.quantity} of ${item.variant_id} at ${item.unit_price}`).sort().join(", ")

/** What an order means for agreements is done soon, not at once. */
async function settled(model: Model, real: World, bought: ReturnType<typeof boughtAtDeals>): Promise<void> {
  for (const id of countOrder(model, bought)) {
    const life = model.lives.get(id)
    const rows = () => agreedIn(real.store).rowsOf(id)
    await until(`agreement ${id} counts ${life?.orders} orders and is ${life?.status}`, async () => {
      const row = await real.store.truth().row("negotiation_agreement", { id })
      return row.orders === life?.orders && (life?.status !== "ended" || (row.status === "used_up" && (await rows()).length === 0))
    })
  }
}

const complete = command({
  name: "complete",
  args: fc.record({ cart: pick, kind: fc.nat({ max: 3 }) }),
  can: (model) => full(model).length > 0,
  async run(model, real, args) {
    const kinds = [() => true, (cart: Cart) => mustBeRefused(model, cart), isAtStake, isAtStake]
    const cart = one(first(model, one(kinds, args.kind)), args.cart)
    const client = await prepare(model, real, cart)
    await compareCart(real, cart)
    const answer = await client.post(`/store/carts/${cart.id}/complete`)
    if (mustBeRefused(model, cart)) {
      count("… refused: an agreement holds no more")
      expectStatus("a cart that rests on an agreement that holds no more", answer, 409, 400)
      if (answer.data.code !== "agreement_not_applicable") throw new Divergence(`Refused for another reason: ${JSON.stringify(answer.data)}`)
      return
    }
    expectStatus("a cart with nothing against it", answer, 200)
    if (answer.data.type !== "order") throw new Divergence(`No order: ${JSON.stringify(answer.data)}`)
    const lines = cart.lines.map((line) => ({ variant_id: real.variants[line.variant] ?? "", quantity: line.quantity, unit_price: line.price }))
    if (told(answer.data.order.items) !== told(lines)) {
      throw new Divergence(`Ordered ${told(answer.data.order.items)} instead of ${told(lines)}`)
    }
    const bought = boughtAtDeals(model, cart)
    count(bought.length > 0 ? "… ordered at an agreed price" : "… ordered")
    cart.order = answer.data.order.id
    await settled(model, real, bought)
  },
})

/** A cart that may be ordered as it is, at an agreed price. */
const payable = (model: Readonly<Model>) => full(model).filter((cart) => !mustBeRefused(model, cart) && boughtAtDeals(model, cart).length > 0)

const endedWhilePaying = command({
  name: "an agreement ends while the buyer pays",
  args: fc.record({ cart: pick, how: fc.constantFrom("revoked", "lapsed" as const) }),
  can: (model) => payable(model).length > 0,
  async run(model, real, args) {
    const cart = one(payable(model), args.cart)
    const client = await prepare(model, real, cart)
    const [bought] = boughtAtDeals(model, cart)
    if (!bought?.deal) return
    await endDeal(model, real, bought.deal.agreement, args.how)
    if (!mustBeRefused(model, cart)) return
    count("… refused while paying")
    const refused = await client.post(`/store/carts/${cart.id}/complete`)
    expectStatus("a cart whose agreement ended while its buyer paid", refused, 409)
    if (refused.data.code !== "agreement_not_applicable") throw new Divergence(`Refused for another reason: ${JSON.stringify(refused.data)}`)
    const region_id = real.store.ground().regions[cart.currency]
    expectStatus("the cart is priced anew", await client.post(`/store/carts/${cart.id}`, { region_id }), 200)
    refresh(model, cart)
  },
})

const completeAgain = command({
  name: "complete again",
  args: pick,
  can: (model) => model.carts.some((cart) => cart.order !== null),
  async run(model, real, number) {
    const cart = one(model.carts.filter((each) => each.order !== null), number)
    const answer = await real.clients[keeper(cart)].post(`/store/carts/${cart.id}/complete`)
    expectStatus("an ordered cart is completed again", answer, 200)
    if (answer.data.order?.id !== cart.order) throw new Divergence(`Another order: ${answer.data.order?.id} after ${cart.order}`)
  },
})

type Discounted = { id: string; quantity: number; unit_price: number; adjustments?: { code?: string; amount: number }[] }

/** Whether a live deal still gives a line the price it shows. */
const holdsBehind = (model: Model, cart: Cart, line: Cart["lines"][number]) =>
  boughtAtDeals(model, { ...cart, lines: [line] }).some(({ deal }) => deal !== null)

/** A code takes 10% off every line but those at an agreed price, where agreements leave it nothing to take. */
function checkDiscounts(model: Model, cart: Cart, items: readonly Discounted[]): void {
  for (const line of cart.lines) {
    const item = items.find((each) => each.id === line.id)
    const off = (item?.adjustments ?? []).reduce((sum, each) => sum + each.amount, 0)
    const agreed = line.agreed && line.price < ownPriceOf(model, cart, line)
    // A price whose agreement is over can't be ordered, whatever is taken off it: the completion refuses it first.
    if (agreed && !holdsBehind(model, cart, line)) continue
    const should = cart.promotion && !agreed ? (line.price * line.quantity) / 10 : 0
    // Of prices that include tax Medusa takes the discount in its own way.
    const right = cart.currency === "gbp" && should > 0 ? off > 0 : Math.abs(off - should) < 0.01
    if (!right) throw new Divergence(`A code takes ${off} off ${line.quantity} at ${line.price} (${agreed ? "agreed" : "own"}), and should take ${should}`)
  }
}

const setPromotion = command({
  name: "a promotion code",
  args: fc.record({ cart: pick, on: fc.boolean() }),
  can: (model, args) => openCarts(model).some((cart) => cart.promotion !== args.on),
  async run(model, real, args) {
    const cart = one(openCarts(model).filter((each) => each.promotion !== args.on), args.cart)
    const client = real.clients[keeper(cart)]
    const answer = await client.post(`/store/carts/${cart.id}?fields=id,*items,*items.adjustments`, { promo_codes: args.on ? [CODE] : [] })
    expectStatus("a promotion code is set or taken off", answer, 200)
    cart.promotion = args.on
    checkDiscounts(model, cart, answer.data.cart.items)
  },
})

/** From a cart to an order, and promotions on the way, each with how often it is tried. */
export const checkoutCommands: Weighted = [[2, goToCheckout], [12, complete], [4, endedWhilePaying], [2, completeAgain], [3, setPromotion]]
