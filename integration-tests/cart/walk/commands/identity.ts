import fc from "fast-check"
import { command, one, openCarts, pick, type Weighted } from "../command"
import { CURRENCIES } from "../catalogue"
import { Divergence, expectStatus } from "../divergence"
import { BUYERS, holdsLive, isHidden, priceNow, refresh } from "../model"

const actor = fc.constantFrom(...BUYERS, "guest" as const)

const readForeign = command({
  name: "read a foreign cart",
  args: fc.record({ cart: pick, who: actor }),
  can: (model, args) => model.carts.some((cart) => cart.owner !== args.who) && model.carts.length > 0,
  async run(model, real, args) {
    const cart = one(model.carts.filter((each) => each.owner !== args.who), args.cart)
    const answer = await real.clients[args.who].get(`/store/carts/${cart.id}`)
    expectStatus(`${args.who} reads the cart of ${cart.owner ?? "a guest"}`, answer, isHidden(model, cart, args.who, "read") ? 404 : 200)
  },
})

const changeForeign = command({
  name: "add to a foreign cart",
  args: fc.record({ cart: pick, who: actor }),
  can: (model, args) => openCarts(model).some((cart) => isHidden(model, cart, args.who, "write")),
  async run(model, real, args) {
    const cart = one(openCarts(model).filter((each) => isHidden(model, each, args.who, "write")), args.cart)
    const answer = await real.clients[args.who].post(`/store/carts/${cart.id}/line-items`, { variant_id: real.variants[0], quantity: 20 })
    expectStatus(`${args.who} adds to the cart of ${cart.owner}`, answer, 404)
  },
})

const transfer = command({
  name: "transfer",
  args: fc.record({ cart: pick, to: fc.constantFrom(...BUYERS) }),
  can: (model, args) => openCarts(model).some((cart) => cart.owner !== args.to),
  async run(model, real, args) {
    const cart = one(openCarts(model).filter((each) => each.owner !== args.to), args.cart)
    const answer = await real.clients[args.to].post(`/store/carts/${cart.id}/customer`)
    if (isHidden(model, cart, args.to, "write")) return expectStatus(`${args.to} takes the cart of ${cart.owner}`, answer, 404)
    expectStatus(`${args.to} takes the cart of ${cart.owner ?? "a guest"}`, answer, 200)
    cart.owner = args.to
    refresh(model, cart)
  },
})

const useEmail = command({
  name: "a guest uses a buyer's e-mail",
  args: fc.record({ cart: pick, whose: fc.constantFrom(...BUYERS) }),
  can: (model) => openCarts(model).some((cart) => cart.owner === null),
  async run(model, real, args) {
    const cart = one(openCarts(model).filter((each) => each.owner === null), args.cart)
    const answer = await real.clients.guest.post(`/store/carts/${cart.id}`, { email: real.customers[args.whose].email.toUpperCase() })
    if (holdsLive(model, args.whose)) return expectStatus(`a guest uses the e-mail of ${args.whose}`, answer, 401)
    expectStatus(`a guest uses the e-mail of ${args.whose}, who agreed on nothing`, answer, 200)
    // Medusa gives the cart to that customer, and prices nothing anew.
    cart.owner = args.whose
  },
})

const createWithEmail = command({
  name: "a guest makes a cart with a buyer's e-mail",
  args: fc.constantFrom(...BUYERS),
  can: (model, whose) => holdsLive(model, whose),
  async run(_model, real, whose) {
    const body = { region_id: real.store.ground().regions.usd, email: real.customers[whose].email }
    expectStatus(`a guest makes a cart with the e-mail of ${whose}`, await real.clients.guest.post("/store/carts", body), 401)
  },
})

const moveTom = command({
  name: "tom leaves or joins",
  args: fc.constant(null),
  can: () => true,
  async run(model, real) {
    const tom = [real.customers.tom.id]
    const body = model.tomStays ? { remove: tom } : { add: tom }
    expectStatus("the merchant changes a company's buyers", await real.store.as.admin().post(`/admin/customer-groups/${real.groups.acme}/customers`, body), 200)
    model.tomStays = !model.tomStays
  },
})

const lookAtProduct = command({
  name: "look at the product",
  args: fc.record({ who: actor, currency: fc.constantFrom(...CURRENCIES) }),
  can: () => true,
  async run(model, real, { who, currency }) {
    const query = `region_id=${real.store.ground().regions[currency]}&fields=id,*variants.calculated_price`
    const answer = await real.clients[who].get(`/store/products/${real.product}?${query}`)
    expectStatus(`${who} looks at the product`, answer, 200)
    const owner = who === "guest" ? null : who
    for (const [variant, variant_id] of real.variants.entries()) {
      const shown = answer.data.product.variants.find((each: { id: string }) => each.id === variant_id)?.calculated_price.calculated_amount
      const nobodys = { id: "", currency, owner, lines: [], address: null, delivery: null, promotion: false, order: null, bought: [] }
      const { price, lapsed } = priceNow(model, nobodys, { variant, quantity: 1 })
      if (shown !== price && !lapsed.includes(shown)) throw new Divergence(`${who} sees ${shown} for a piece of variant ${variant} in ${currency}, and should see ${price}`)
    }
  },
})

/** Who somebody is, and whose a cart is, each with how often it is tried. */
export const identityCommands: Weighted = [[4, readForeign], [2, changeForeign], [5, transfer], [4, useEmail], [1, createWithEmail], [5, moveTom], [3, lookAtProduct]]
