import { noteLogin } from "../base/configure"
import type { NegotiationElement } from "../base/element"
import { CartStore } from "../cart/cart-store"
import { ListStore } from "../list/list-store"
import { caseOf, clientWith, openTab, type Answer, type Tab } from "./tab"

const CART = { id: "cart_1", region_id: "r", currency_code: "usd", item_subtotal: 1, items: [], completed_at: null }
const UNAUTHORIZED: Answer = [401, { type: "unauthorized", code: "unauthorized", message: "Log in" }]
const answers: Readonly<Record<string, unknown>> = {
  "/store/carts/cart_1": { cart: CART },
  "/store/price-ladders": { ladders: [] },
  "/store/negotiations": { negotiations: [caseOf()], count: 1 },
  "/store/agreements": { agreements: [], count: 0 },
}

let tab: Tab
let loggedIn: boolean
const host = (): NegotiationElement => {
  const { client } = clientWith(({ path }) => (loggedIn ? [200, answers[path]] : UNAUTHORIZED))
  return { api: client, addController: () => undefined, requestUpdate: () => undefined, tell: () => true } as unknown as NegotiationElement
}
const DRAFT = "medusa-negotiation:draft:cart_1:cali_1"

beforeEach(async () => {
  tab = openTab()
  loggedIn = true
  await noteLogin(undefined)
  tab.kept.set(DRAFT, "{}")
})

describe("after a logout", () => {
  it("a cart's prices and offers go, and what was kept in the tab", async () => {
    const store = new CartStore(host())
    await store.read("cart_1")
    expect([store.cart?.id, store.negotiations.length]).toEqual(["cart_1", 1])
    loggedIn = false
    await store.read("cart_1")
    expect([store.cart, store.negotiations, store.problem?.status, tab.kept.size]).toEqual([null, [], 401, 0])
  })

  it("the lists go", async () => {
    const store = new ListStore(host())
    await store.read()
    expect(store.negotiations?.items).toHaveLength(1)
    loggedIn = false
    await store.read()
    expect([store.negotiations, store.agreements]).toEqual([null, null])
  })

  it.each(["", "cart_2"])("a cart that is none of '%s' goes before that is read", async (cartId) => {
    const store = new CartStore(host())
    await store.read("cart_1")
    const reading = store.read(cartId)
    expect([store.cart, store.negotiations]).toEqual([null, []])
    await reading
  })

  it("a fault that is none of the login leaves what is shown", async () => {
    const element = host()
    const store = new CartStore(element)
    await store.read("cart_1")
    Object.assign(element, { api: clientWith(() => [500, {}]).client })
    await store.read("cart_1")
    expect([store.cart?.id, tab.kept.size]).toEqual(["cart_1", 1])
  })
})

describe("what is kept in the tab", () => {
  it("is there after a reload, for whoever is logged in then", async () => {
    await noteLogin(() => Promise.resolve("anna"))
    await noteLogin("anna")
    expect(tab.kept.has(DRAFT)).toBe(true)
  })

  it.each([["another login", () => "tom"], ["none", () => Promise.resolve(null)]] as const)("goes with %s", async (_name, token) => {
    await noteLogin(() => "anna")
    await noteLogin(token)
    expect(tab.kept.has(DRAFT)).toBe(false)
  })

  it("stays where nobody can say who is logged in", async () => {
    await noteLogin("anna")
    await noteLogin(() => Promise.reject(new Error("offline")))
    expect(tab.kept.has(DRAFT)).toBe(true)
  })
})
