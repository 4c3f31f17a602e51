import { ContainerRegistrationKeys, generateJwtToken } from "@medusajs/framework/utils"
import { agreedIn } from "../../http/agreements/agreed"
import type { Client } from "../../setup/client"
import type { StoreTest } from "../../setup/store-test"
import type { Currency } from "./catalogue"
import { nextCorner, PRICES, type Corner } from "./corner"
import { makeDeal } from "./deal"
import { expectStatus } from "./divergence"
import { refresh, type Actor, type Buyer, type Cart, type Line, type Model } from "./model"

/** The store as one sequence of the walk uses it: its own corner of it, and requests as everybody in it. */
export interface World extends Corner {
  readonly store: StoreTest
  readonly clients: Readonly<Record<Actor, Client>>
  readonly agreed: ReturnType<typeof agreedIn>
}

/** Requests as a customer. A signed token instead of a login, which takes a tenth of a second each. */
function asCustomer(store: StoreTest, customer_id: string): Client {
  const { http } = store.container().resolve(ContainerRegistrationKeys.CONFIG_MODULE).projectConfig
  const claims = { actor_id: customer_id, actor_type: "customer", auth_identity_id: "", app_metadata: { customer_id } }
  const token = generateJwtToken(claims, { secret: http.jwtSecret as string, expiresIn: "1d" })
  const own = { authorization: `Bearer ${token}` }
  const guest = store.as.guest()
  return {
    get: (path, headers) => guest.get(path, { ...own, ...headers }),
    post: (path, body, headers) => guest.post(path, body, { ...own, ...headers }),
    delete: (path, headers) => guest.delete(path, { ...own, ...headers }),
    open: (path, headers) => guest.open(path, { ...own, ...headers }),
  }
}

/** Where a cart goes, by its currency. */
export const ADDRESSES = {
  usd: { first_name: "A", last_name: "B", address_1: "1 Works Street", city: "Toledo", postal_code: "43604", country_code: "us" },
  eur: { first_name: "A", last_name: "B", address_1: "Werkstraße 1", city: "Hamburg", postal_code: "20095", country_code: "de" },
  gbp: { first_name: "A", last_name: "B", address_1: "1 Mill Lane", city: "Leeds", postal_code: "LS1 1AA", country_code: "gb" },
}

/** A cart to be made. With its address from the start it is not priced anew at checkout: that is where old prices live on. */
export interface NewCart {
  readonly who: Actor
  readonly currency: Currency
  readonly addressed: boolean
  readonly lines: readonly Pick<Line, "variant" | "quantity">[]
}

/** Makes a cart, in the store and in the model. */
export async function openCart(model: Model, real: World, { who, currency, addressed, lines }: NewCart): Promise<void> {
  const answer = await real.clients[who].post("/store/carts", {
    region_id: real.store.ground().regions[currency],
    items: lines.map(({ variant, quantity }) => ({ variant_id: real.variants[variant], quantity })),
    ...(addressed ? { shipping_address: ADDRESSES[currency] } : {}),
  })
  expectStatus(`${who} makes a cart`, answer, 200)
  const { id, items } = answer.data.cart
  const owner = who === "guest" ? null : who
  const cart: Cart = { id, currency, owner, lines: [], address: addressed ? currency : null, delivery: null, promotion: false, order: null, bought: [] }
  for (const { variant, quantity } of lines) {
    const item = items.find((each: { variant_id: string }) => each.variant_id === real.variants[variant])
    cart.lines.push({ id: item?.id ?? "missing", variant, quantity, split: false, price: 0, agreed: false, lapsed: [] })
  }
  refresh(model, cart)
  model.carts.push(cart)
}

const basePrices = ({ usd, eur, gbp }: (typeof PRICES)[number]) => ({
  usd: [{ from: 1, amount: usd }],
  eur: [{ from: 1, amount: eur }],
  gbp: [{ from: 1, amount: gbp }],
})

/** Opens a corner of the store for one sequence, and the model of it. */
export async function createWorld(store: StoreTest): Promise<{ model: Model; real: World }> {
  const corner = await nextCorner(store)
  const client = (buyer: Buyer) => asCustomer(store, corner.customers[buyer].id)
  const clients = { anna: client("anna"), tom: client("tom"), ingrid: client("ingrid"), solo: client("solo"), guest: store.as.guest() }
  const real: World = { ...corner, store, clients, agreed: agreedIn(store) }
  const model: Model = {
    catalogue: { base: PRICES.map(basePrices), lists: [] },
    carts: [],
    deals: [],
    lives: new Map(),
    cases: [],
    tomStays: true,
    compared: 0,
    amounts: 0,
  }
  // Something is at stake from the start: a sequence that makes nothing of its own still gets somewhere.
  await makeDeal(model, real, { party: "acme", variant: 0, region: "usd", from: 10, percent: 90, cap: "none", shared: true, freight: 4 })
  await openCart(model, real, { who: "anna", currency: "usd", addressed: true, lines: [{ variant: 0, quantity: 20 }] })
  return { model, real }
}
