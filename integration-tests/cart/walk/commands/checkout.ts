import fc from "fast-check"
import type { Client } from "../../../setup/client"
import { agreedIn } from "../../../http/agreements/agreed"
import { command, count, keeper, one, openCarts, pick, type Weighted } from "../command"
import { compareCart } from "../compare"
import { endDeal } from "../deal"
import { Divergence, expectStatus } from "../divergence"
import { agreedCodes, compareDiscounts, offOf, restsOnNothing, type ShownLine } from "../discounts"
import { boughtAtDeals, countOrder, giveBack, mustBeRefused, refresh, type Cart, type Model } from "../model"
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

/** Chooses a delivery: the discounts of a cart are reckoned anew, its prices are not. */
async function travel(real: World, cart: Cart, by: "road" | "slow"): Promise<void> {
  const { shipping_option_id, slow_option_id } = real.store.ground()
  const option_id = by === "road" ? shipping_option_id : slow_option_id
  const who = keeper(cart)
  expectStatus(`${who} chooses a delivery`, await real.clients[who].post(`/store/carts/${cart.id}/shipping-methods`, { option_id }), 200)
  cart.delivery = by
}

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
  if (cart.delivery === null) await travel(real, cart, "road")
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

const chooseDelivery = command({
  name: "choose a delivery",
  args: fc.record({ cart: pick, by: fc.constantFrom("slow", "slow", "road" as const) }),
  can: (model) => full(model).length > 0,
  run: (model, real, { cart, by }) => travel(real, one(first(model, isAtStake), cart), by),
})

const told = (items: readonly ShownLine[]) =>
  items.map((item) => `${item.quantity} of ${item.variant_id} at ${item.unit_price} less ${offOf(item).toFixed(2)}`).sort().join(", ")

/** What an order, or its end, means for agreements is done soon, not at once: their counts, their prices, their concessions. */
async function settled(model: Model, real: World, agreements: readonly string[]): Promise<void> {
  for (const id of agreements) {
    const life = model.lives.get(id)
    const conceded = model.deals.some((deal) => deal.agreement === id && deal.freight !== null)
    const carried = async () => {
      const rows = await agreedIn(real.store).rowsOf(id)
      const [concession] = await real.store.truth().rows("negotiation_concession", { agreement_id: id })
      return rows.length > 0 && (!conceded || concession?.promotion_id !== null)
    }
    const gone = async () => {
      const rows = await agreedIn(real.store).rowsOf(id)
      const [concession] = await real.store.truth().rows("negotiation_concession", { agreement_id: id })
      return rows.length === 0 && (!conceded || concession?.promotion_id === null)
    }
    await until(`agreement ${id} counts ${life?.orders} orders and is ${life?.status}`, async () => {
      const row = await real.store.truth().row("negotiation_agreement", { id })
      if (row.orders !== life?.orders) return false
      if (life?.used_up) return row.status === "used_up" && (await gone())
      return life?.status !== "live" || (row.status === "active" && (await carried()))
    })
    // What comes off again comes off by a new code.
    const [concession] = await real.store.truth().rows("negotiation_concession", { agreement_id: id })
    for (const deal of model.deals) if (deal.agreement === id && deal.freight && life?.status === "live") deal.freight.code = String(concession?.promotion_code)
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
    const shown = await compareCart(model, real, cart)
    const answer = await client.post(`/store/carts/${cart.id}/complete`)
    if (mustBeRefused(model, cart) || restsOnNothing(model, cart, shown)) {
      count("… refused: an agreement holds no more")
      expectStatus("a cart that rests on an agreement that holds no more", answer, 409, 400)
      if (answer.data.code !== "agreement_not_applicable") throw new Divergence(`Refused for another reason: ${JSON.stringify(answer.data)}`)
      return
    }
    expectStatus("a cart with nothing against it", answer, 200)
    if (answer.data.type !== "order") throw new Divergence(`No order: ${JSON.stringify(answer.data)}`)
    // What the cart showed, which was compared with the model: pieces, prices, discounts.
    if (told(answer.data.order.items) !== told(shown)) {
      throw new Divergence(`Ordered ${told(answer.data.order.items)} instead of ${told(shown)}`)
    }
    if (agreedCodes(shown).length > 0) count("… ordered with a concession")
    const bought = boughtAtDeals(model, cart)
    count(bought.length > 0 ? "… ordered at an agreed price" : "… ordered")
    Object.assign(cart, { order: answer.data.order.id, bought })
    await settled(model, real, countOrder(model, bought))
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

const cancelOrder = command({
  name: "the merchant cancels an order",
  args: pick,
  can: (model) => model.carts.some((cart) => cart.bought.length > 0),
  async run(model, real, number) {
    const cart = one(model.carts.filter((each) => each.bought.length > 0), number)
    expectStatus("the merchant cancels an order", await real.store.as.admin().post(`/admin/orders/${cart.order}/cancel`), 200)
    const { bought } = cart
    cart.bought = []
    await settled(model, real, giveBack(model, bought))
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

const setPromotion = command({
  name: "a promotion code",
  args: fc.record({ cart: pick, on: fc.boolean() }),
  can: (model, args) => openCarts(model).some((cart) => cart.promotion !== args.on),
  async run(model, real, args) {
    const cart = one(openCarts(model).filter((each) => each.promotion !== args.on), args.cart)
    const client = real.clients[keeper(cart)]
    const answer = await client.post(`/store/carts/${cart.id}?fields=id,*items,*items.adjustments`, { promo_codes: args.on ? [CODE] : [] })
    expectStatus("a promotion code is set or taken off", answer, 200)
    // Medusa keeps a code where it takes something off: not in an empty cart, and none is put in afterwards.
    cart.promotion = args.on && cart.lines.length > 0
    compareDiscounts(model, cart, answer.data.cart.items)
  },
})

/** From a cart to an order, and promotions on the way, each with how often it is tried. */
export const checkoutCommands: Weighted = [[2, goToCheckout], [12, complete], [4, endedWhilePaying], [3, cancelOrder], [2, completeAgain], [3, setPromotion], [6, chooseDelivery]]
