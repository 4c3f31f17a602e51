import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { linkCustomersToCustomerGroupWorkflow } from "@medusajs/medusa/core-flows"
import { until } from "../http/agreements/agreed"
import { acceptOption, askFirst } from "../http/store/ask"
import { complete, prepareCheckout } from "../setup/checkout"
import type { Answered, Client } from "../setup/client"
import { storeTest } from "../setup/store-test"
import { createPolicy } from "../setup/terms"
import { concededIn } from "./conceded"
import { orderingIn } from "./ordering"

type Request = readonly ["get" | "post" | "delete", string, object?]

storeTest((store) => {
  const { as, container, ground, people, truth } = store
  const { agreeOn, agreement, asked, cartOf, change, linesOf, order, pays, ready, refusals, reprice, uses, variant } = orderingIn(store)
  const { left, place, promotion } = concededIn(store)
  let variant_id: string

  const agreed = (more: object = {}) => agreeOn({ lines: [{ variant_id, min_quantity: 100, unit_price: 110 }], ...more })
  const leave = (customer_id: string) =>
    linkCustomersToCustomerGroupWorkflow(container()).run({ input: { id: people().acme.customer_group_id, remove: [customer_id] } })

  beforeEach(async () => {
    variant_id = await variant([{ currency_code: "usd", amount: 120 }])
  })

  it("another company, a customer without one, a guest → the normal price, and an order at it", async () => {
    const { id } = await agreed()
    expect([await pays(as.ingrid(), variant_id, 100), await pays(as.solo(), variant_id, 100), await pays(as.guest(), variant_id, 100)]).toEqual([120, 120, 120])
    expect((await order(as.ingrid(), variant_id, 100)).items).toMatchObject([{ unit_price: 120 }])
    expect(await uses(id)).toEqual([])
  })

  it("a guest without an agreement → checks out as ever: nothing refused, nothing noted", async () => {
    await agreed()
    const cart_id = await cartOf(as.guest(), variant_id, 100)
    await prepareCheckout(as.guest(), ground(), cart_id, "new@nobody.example.com")
    expect((await complete(as.guest(), cart_id)).data).toMatchObject({ type: "order", order: { items: [{ unit_price: 120 }] } })
    expect([await truth().rows("negotiation_cart"), await truth().rows("negotiation_agreement_use")]).toEqual([[], []])
  })

  it("a guest with the e-mail of a registered buyer who has no agreement → checks out as ever, at the normal price", async () => {
    await agreed()
    for (const { email } of [people().solo, people().borealis.buyers[0]]) {
      const cart_id = await cartOf(as.guest(), variant_id, 100)
      await prepareCheckout(as.guest(), ground(), cart_id, email)
      expect((await complete(as.guest(), cart_id)).data).toMatchObject({ type: "order", order: { email, items: [{ quantity: 100, unit_price: 120 }] } })
    }
    expect(await truth().rows("negotiation_agreement_use")).toEqual([])
  })

  it("a guest's completion → one statement about agreed prices before the payment, one in its hook, one when it is counted", async () => {
    await agreed()
    const cart_id = await cartOf(as.guest(), variant_id, 100)
    await prepareCheckout(as.guest(), ground(), cart_id, "newer@nobody.example.com")
    const seen: string[] = []
    const knex = container().resolve<{ on(event: string, heard: (query: { sql: string; bindings?: unknown[] }) => void): void; removeAllListeners(event: string): void }>(
      ContainerRegistrationKeys.PG_CONNECTION
    )
    // Jobs and what follows another test's order ask too: only what names this article counts, and who the owners are.
    knex.on("query", ({ sql, bindings }) => void seen.push(`${sql} ${JSON.stringify(bindings)}`))
    expect((await complete(as.guest(), cart_id)).data.type).toBe("order")
    const lines = () => seen.filter((sql) => sql.includes("FROM negotiation_agreement_line l") && sql.includes(variant_id))
    await until(() => Promise.resolve(lines().length >= 3))
    knex.removeAllListeners("query")
    const owners = seen.filter((sql) => sql.includes("FROM negotiation_agreement a\n"))
    expect([owners.length, lines().length]).toEqual([1, 3])
  })

  it("a guest's cart with the buyer's e-mail, at once or later → log in first; logged in, the agreed price", async () => {
    await agreed()
    const { email } = people().acme.buyers[0]
    const region_id = ground().regions.usd
    expect((await as.guest().post("/store/carts", { region_id, email })).status).toBe(401)
    const cart_id = await cartOf(as.guest(), variant_id, 100)
    expect((await as.guest().post(`/store/carts/${cart_id}`, { email })).status).toBe(401)
    expect(await linesOf(as.guest(), cart_id)).toMatchObject([{ unit_price: 120 }])
    await asked(as.anna().post(`/store/carts/${cart_id}/customer`))
    await prepareCheckout(as.anna(), ground(), cart_id, email)
    expect((await complete(as.anna(), cart_id)).data).toMatchObject({ type: "order", order: { items: [{ unit_price: 110 }] } })
  })

  it("the id of a cart shared → for others it does not exist, to complete it neither", async () => {
    await agreed()
    const cart_id = await ready(as.anna(), variant_id, 100)
    expect([(await as.guest().get(`/store/carts/${cart_id}`)).status, (await complete(as.ingrid(), cart_id)).status]).toEqual([404, 404])
    expect((await complete(as.anna(), cart_id)).data.type).toBe("order")
  })

  it("the id of a cart with agreed prices on every route → as one that doesn't exist, in the same bytes", async () => {
    await agreed()
    const cart_id = await cartOf(as.anna(), variant_id, 100)
    const [line] = await linesOf(as.anna(), cart_id)
    const option = ground().shipping_option_id
    const requests = (id: string): Request[] => [
      ["get", `/store/carts/${id}`],
      ["get", `/store/carts/${id}/anything/below`],
      ["post", `/store/carts/${id}`, { region_id: ground().regions.usd }],
      ["post", `/store/carts/${id}`, { unknown: true }],
      ["post", `/store/carts/${id}/customer`, {}],
      ["post", `/store/carts/${id}/line-items`, { variant_id, quantity: 1 }],
      ["post", `/store/carts/${id}/line-items/${line?.id}`, { quantity: 1 }],
      ["delete", `/store/carts/${id}/line-items/${line?.id}`],
      ["post", `/store/carts/${id}/promotions`, { promo_codes: ["X"] }],
      ["delete", `/store/carts/${id}/promotions`],
      ["post", `/store/carts/${id}/shipping-methods`, { option_id: option }],
      ["post", `/store/carts/${id}/taxes`, {}],
      ["post", `/store/carts/${id}/complete`, {}],
      ["post", "/store/payment-collections", { cart_id: id }],
      ["get", `/store/shipping-options?cart_id=${id}`],
      ["post", `/store/shipping-options/${option}/calculate`, { cart_id: id, data: {} }],
    ]
    const send = async (who: Client, [method, path, body]: Request) => {
      const { status, data } = method === "post" ? await who.post(path, body) : await who[method](path)
      return JSON.stringify({ status, data })
    }
    const missing = `${cart_id.slice(0, -4)}ZZZZ`
    for (const who of [as.guest(), as.ingrid()]) {
      const gone = requests(missing)
      for (const [index, request] of requests(cart_id).entries()) {
        const foreign = await send(who, request)
        const expected = (await send(who, gone[index]!)).replaceAll(missing, cart_id)
        expect([request[0], request[1], foreign]).toEqual([request[0], request[1], expected])
        expect(JSON.parse(foreign).status).toBe(404)
      }
    }
    expect(await linesOf(as.anna(), cart_id)).toMatchObject([{ quantity: 100, unit_price: 110 }])
  })

  it("two buyers of a company that shares → one's agreement is the other's price, list and order", async () => {
    const { id } = await agreed()
    expect((await asked(as.tom().get("/store/agreements"))).agreements).toMatchObject([{ id }])
    const cart_id = await cartOf(as.tom(), variant_id, 1)
    await asked(as.tom().post(`/store/agreements/${id}/apply`, { cart_id }))
    await prepareCheckout(as.tom(), ground(), cart_id, people().acme.buyers[1].email)
    expect((await complete(as.tom(), cart_id)).data).toMatchObject({ type: "order", order: { items: [{ quantity: 100, unit_price: 110 }] } })
    await until(async () => (await agreement(id)).orders === 1)
  })

  it("two buyers of a company that does not share → only who agreed sees, applies and buys at it", async () => {
    const { id } = await agreed({ shared: false })
    expect([await pays(as.anna(), variant_id, 100), await pays(as.tom(), variant_id, 100)]).toEqual([110, 120])
    expect((await asked(as.tom().get("/store/agreements"))).agreements).toEqual([])
    expect((await asked(as.anna().get("/store/agreements"))).agreements).toMatchObject([{ id }])
    const toms = await cartOf(as.tom(), variant_id, 100)
    expect((await as.tom().post(`/store/agreements/${id}/apply`, { cart_id: toms })).status).toBe(404)
    // However the price came into the colleague's cart, it is refused.
    const cart_id = await ready(as.tom(), variant_id, 100)
    await change("UPDATE cart_line_item SET unit_price = 110, raw_unit_price = jsonb_build_object('value', '110', 'precision', 20) WHERE cart_id = ?", [cart_id])
    const { http, hook } = await refusals(as.tom(), cart_id)
    expect([http.status, http.data.details.lines, hook?.code]).toMatchObject([409, [{ why: "buyer", agreement_id: null, min_quantity: null }], "agreement_not_applicable"])
    expect((await order(as.anna(), variant_id, 100)).items).toMatchObject([{ unit_price: 110 }])
  })

  it("a policy with `best`, a company that does not share, agreed over HTTP → its promotions' rule and its buyer alone, to the order", async () => {
    await createPolicy(container(), { promotion_stacking: "best" }, [], 2_000)
    const { customer_group_id } = people().acme
    const saved = await as.admin().post("/admin/negotiation-companies", { customer_group_id, shares_agreements: false })
    expect([saved.status, saved.data.company?.shares_agreements]).toEqual([200, false])
    const { cylinder } = ground().articles
    const cart = await store.cart(as.anna(), [{ article: cylinder, quantity: 2_000 }])
    const { agreement } = await acceptOption(as.anna(), await askFirst(as.anna(), cart, 110), "volume")
    expect(await truth().row("negotiation_agreement", { id: agreement?.id })).toMatchObject({ shared: false, promotion_stacking: "best" })
    const ofColleague = await store.cart(as.tom(), [{ article: cylinder, quantity: 4_000 }])
    expect(ofColleague.items).toMatchObject([{ unit_price: 120 }])
    expect((await as.tom().get("/store/agreements")).data.agreements).toEqual([])
    await promotion({ code: "FIVE", value: 5 })
    await promotion({ code: "TEN", value: 10 })
    const item = ({ data }: Answered) => left(data.cart, cylinder.variant_id)
    // 480,000 less 5% is 456,000, dearer than 440,000; less 10% it is 432,000.
    expect(item(await as.anna().post(`/store/carts/${cart.id}`, { promo_codes: ["FIVE"] }))).toBe(440_000)
    expect(item(await as.anna().post(`/store/carts/${cart.id}`, { promo_codes: ["TEN"] }))).toBe(432_000)
    await prepareCheckout(as.anna(), ground(), cart.id, people().acme.buyers[0].email)
    expect((await place(as.anna(), cart.id)).data).toMatchObject({ type: "order", order: { total: 432_040 } })
  })

  it("a buyer who left the company, with an agreed price in an old cart → refused, then the normal price", async () => {
    await agreed({ customer_id: people().acme.buyers[1].id })
    const cart_id = await ready(as.anna(), variant_id, 100)
    expect(await linesOf(as.anna(), cart_id)).toMatchObject([{ unit_price: 110 }])
    expect(await truth().rows("negotiation_cart")).toMatchObject([{ cart_id, company_id: people().acme.id, customer_id: people().acme.buyers[0].id }])
    await leave(people().acme.buyers[0].id)
    const { http, hook } = await refusals(as.anna(), cart_id)
    expect([http.status, http.data.code, hook?.code]).toEqual([409, "agreement_not_applicable", "agreement_not_applicable"])
    expect(http.data.details.lines).toMatchObject([{ why: "buyer", agreement_id: null }])
    await reprice(as.anna(), cart_id)
    expect((await complete(as.anna(), cart_id)).data).toMatchObject({ type: "order", order: { items: [{ unit_price: 120 }] } })
  })

  it("who made the agreement leaves, with a cart nobody noted → refused all the same", async () => {
    await agreed()
    const cart_id = await ready(as.anna(), variant_id, 100)
    await change("DELETE FROM negotiation_cart")
    await leave(people().acme.buyers[0].id)
    expect((await complete(as.anna(), cart_id)).data).toMatchObject({ code: "agreement_not_applicable", details: { lines: [{ why: "buyer" }] } })
  })

  it("a cart with an agreed price made in one request → noted as well", async () => {
    await agreed({ customer_id: people().acme.buyers[1].id })
    const { cart } = await asked(as.anna().post("/store/carts", { region_id: ground().regions.usd, items: [{ variant_id, quantity: 100 }] }))
    expect(cart.items).toMatchObject([{ unit_price: 110 }])
    expect(await truth().rows("negotiation_cart")).toMatchObject([{ cart_id: cart.id, company_id: people().acme.id }])
  })

  it("a cart handed on to another customer → theirs at the normal price; with the price still in it, refused", async () => {
    await agreed()
    const cart_id = await ready(as.anna(), variant_id, 100)
    // As a merchant's own code would hand it on: no repricing.
    await container().resolve(Modules.CART).updateCarts([{ id: cart_id, customer_id: people().borealis.buyers[0].id, email: people().borealis.buyers[0].email }])
    const { http, hook } = await refusals(as.ingrid(), cart_id)
    expect([http.status, http.data.details.lines, hook?.code]).toMatchObject([409, [{ why: "buyer", agreement_id: null }], "agreement_not_applicable"])
    await reprice(as.ingrid(), cart_id)
    expect((await complete(as.ingrid(), cart_id)).data).toMatchObject({ type: "order", order: { items: [{ unit_price: 120 }] } })
  })

  it("a buyer's cart that lost its customer → a guest can't complete it at the agreed price", async () => {
    await agreed()
    const cart_id = await ready(as.anna(), variant_id, 100)
    await change("UPDATE cart SET customer_id = NULL WHERE id = ?", [cart_id])
    expect((await complete(as.guest(), cart_id)).data).toMatchObject({ code: "agreement_not_applicable", details: { lines: [{ why: "buyer" }] } })
  })

  it("another company agreed on the very same price → each uses its own agreement", async () => {
    const acmes = await agreed()
    const borealis = await agreed({ company_id: people().borealis.id, customer_id: people().borealis.buyers[0].id })
    await order(as.ingrid(), variant_id, 100)
    await until(async () => (await agreement(borealis.id)).orders === 1)
    expect((await agreement(acmes.id)).orders).toBe(0)
  })
})
