import fc from "fast-check"
import { BUYERS, refresh, reprice, type Cart, type Line, type Model } from "../model"
import { command, keeper, one, openCarts, openLines, pick, type Weighted } from "../command"
import { expectStatus } from "../divergence"
import { openCart, type World } from "../world"

const MOST_CARTS = 4
const currency = fc.constantFrom("usd", "usd", "usd", "eur", "gbp" as const)
const quantity = fc.constantFrom(1, 4, 5, 9, 10, 19, 20, 20, 21, 40, 40)
const variant = fc.constantFrom(0, 0, 1)

const lines = fc.uniqueArray(fc.record({ variant, quantity }), { maxLength: 2, selector: (line) => line.variant })

const createCart = command({
  name: "create cart",
  args: fc.record({ who: fc.constantFrom("anna", "tom", "tom", ...BUYERS, "guest" as const), currency, addressed: fc.boolean(), lines }),
  can: (model) => model.carts.length < MOST_CARTS,
  run: openCart,
})

const SPLIT = { split: "yes" }

/** Puts pieces into a cart: onto the line that is like it, or onto a new one. */
async function add(model: Model, real: World, cart: Cart, what: Pick<Line, "variant" | "quantity" | "split">): Promise<void> {
  const who = keeper(cart)
  const answer = await real.clients[who].post(`/store/carts/${cart.id}/line-items`, {
    variant_id: real.variants[what.variant],
    quantity: what.quantity,
    ...(what.split ? { metadata: SPLIT } : {}),
  })
  expectStatus(`${who} adds to a cart`, answer, 200)
  let line = cart.lines.find((each) => each.variant === what.variant && each.split === what.split)
  if (line) line.quantity += what.quantity
  else {
    const ids: string[] = answer.data.cart.items.map((item: { id: string }) => item.id)
    const id = ids.find((each) => cart.lines.every((known) => known.id !== each)) ?? "missing"
    line = { id, ...what, price: 0, agreed: false, lapsed: [] }
    cart.lines.push(line)
  }
  reprice(model, cart, line)
}

const addToCart = command({
  name: "add",
  args: fc.record({ cart: pick, variant, quantity }),
  can: (model) => openCarts(model).length > 0,
  run: (model, real, { cart, variant, quantity }) => add(model, real, one(openCarts(model), cart), { variant, quantity, split: false }),
})

const changeQuantity = command({
  name: "change quantity",
  args: fc.record({ line: pick, quantity }),
  can: (model) => openLines(model).length > 0,
  async run(model, real, args) {
    const { cart, line } = one(openLines(model), args.line)
    const who = keeper(cart)
    expectStatus(`${who} changes a quantity`, await real.clients[who].post(`/store/carts/${cart.id}/line-items/${line.id}`, { quantity: args.quantity }), 200)
    line.quantity = args.quantity
    reprice(model, cart, line)
  },
})

async function remove(real: World, cart: Cart, line: Line): Promise<void> {
  const who = keeper(cart)
  expectStatus(`${who} removes a line`, await real.clients[who].delete(`/store/carts/${cart.id}/line-items/${line.id}`), 200)
  cart.lines = cart.lines.filter((each) => each !== line)
  if (cart.lines.length === 0) cart.promotion = false
}

const removeLine = command({
  name: "remove",
  args: pick,
  can: (model) => openLines(model).length > 0,
  async run(model, real, number) {
    const { cart, line } = one(openLines(model), number)
    await remove(real, cart, line)
  },
})

const splittable = (model: Readonly<Model>) => openLines(model).filter(({ line }) => !line.split && line.quantity > 1)

const splitLine = command({
  name: "split",
  args: pick,
  can: (model) => splittable(model).length > 0,
  async run(model, real, number) {
    const { cart, line } = one(splittable(model), number)
    const moved = Math.floor(line.quantity / 2)
    await add(model, real, cart, { variant: line.variant, quantity: moved, split: true })
    const who = keeper(cart)
    const left = line.quantity - moved
    expectStatus(`${who} splits a line`, await real.clients[who].post(`/store/carts/${cart.id}/line-items/${line.id}`, { quantity: left }), 200)
    line.quantity = left
    reprice(model, cart, line)
  },
})

const halves = (model: Readonly<Model>) => openLines(model).filter(({ line }) => line.split)

const mergeLines = command({
  name: "merge",
  args: pick,
  can: (model) => halves(model).length > 0,
  async run(model, real, number) {
    const { cart, line } = one(halves(model), number)
    await remove(real, cart, line)
    await add(model, real, cart, { variant: line.variant, quantity: line.quantity, split: false })
  },
})

const changeRegion = command({
  name: "set region",
  args: fc.record({ cart: pick, currency }),
  can: (model) => openCarts(model).length > 0,
  async run(model, real, args) {
    const cart = one(openCarts(model), args.cart)
    const who = keeper(cart)
    const answer = await real.clients[who].post(`/store/carts/${cart.id}`, { region_id: real.store.ground().regions[args.currency] })
    expectStatus(`${who} sets a region`, answer, 200)
    // A chosen delivery stays, at the new region's price: here every way to deliver serves every region.
    if (cart.currency !== args.currency) cart.address = null
    cart.currency = args.currency
    refresh(model, cart)
  },
})

/** What a shopper does to a cart of their own, each with how often it is tried. */
export const cartCommands: Weighted = [[3, createCart], [12, addToCart], [8, changeQuantity], [3, removeLine], [4, splitLine], [2, mergeLines], [5, changeRegion]]
