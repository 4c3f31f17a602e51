import type { Client } from "../../setup/client"
import { storeTest } from "../../setup/store-test"
import { agreedIn } from "./agreed"

type Request = readonly ["get" | "post" | "delete", string, object?]

storeTest((store) => {
  const { as, ground, people, truth } = store
  const { agree, cartOf, linesOf, pays, service, variant } = agreedIn(store)
  let variant_id: string

  beforeEach(async () => {
    variant_id = await variant([{ currency_code: "usd", amount: 120 }])
    await agree({ lines: [{ variant_id, min_quantity: 100, unit_price: 110 }] })
  })

  it("gives the price to the company's buyers and to nobody else", async () => {
    const prices = []
    for (const who of [as.anna(), as.tom(), as.ingrid(), as.solo(), as.guest()]) prices.push(await pays(who, variant_id, 100))
    expect(prices).toEqual([110, 110, 120, 120, 120])
  })

  it("asks who uses a buyer's e-mail to log in, and leaves everybody else alone", async () => {
    const region_id = ground().regions.usd
    const { email } = people().acme.buyers[0]
    const { id } = (await as.guest().post("/store/carts", { region_id })).data.cart
    const refused = [
      await as.guest().post("/store/carts", { region_id, email: email.toUpperCase() }),
      await as.guest().post(`/store/carts/${id}`, { email }),
      await as.ingrid().post(`/store/carts/${id}`, { email }),
    ]
    for (const { status, data } of refused) {
      expect(status).toBe(401)
      expect(data).toEqual({ type: "unauthorized", code: "unauthorized", message: expect.stringContaining("Log in") })
    }
    expect(await truth().row("cart", { id })).toMatchObject({ customer_id: null, email: null })

    // People without agreements, and a buyer's own carts.
    expect((await as.guest().post("/store/carts", { region_id, email: people().solo.email })).status).toBe(200)
    expect((await as.guest().post("/store/carts", { region_id, email: people().borealis.buyers[0].email })).status).toBe(200)
    expect((await as.guest().post(`/store/carts/${id}`, { email: "new@nobody.example.com" })).status).toBe(200)
    const own = (await as.anna().post("/store/carts", { region_id, email: "desk@acme.example.com" })).data.cart
    expect((await as.anna().post(`/store/carts/${own.id}`, { email })).status).toBe(200)
    const ingrids = (await as.ingrid().post("/store/carts", { region_id, email })).data.cart
    expect(ingrids.customer_id).toBe(people().borealis.buyers[0].id)
  })

  it("answers for a cart with agreed prices as for one that doesn't exist, on every route and in the same bytes", async () => {
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

  it("lets a guest's cart be transferred to the buyer who logs in, and prices it then", async () => {
    const cart_id = await cartOf(as.guest(), variant_id, 100)
    expect(await linesOf(as.guest(), cart_id)).toMatchObject([{ unit_price: 120 }])
    expect((await as.anna().post(`/store/carts/${cart_id}/customer`)).status).toBe(200)
    expect(await linesOf(as.anna(), cart_id)).toMatchObject([{ unit_price: 110 }])
    expect((await as.guest().get(`/store/carts/${cart_id}`)).status).toBe(404)
  })

  it("leaves carts of people without agreements as open as Medusa made them", async () => {
    const cart_id = await cartOf(as.solo(), variant_id, 1)
    expect((await as.guest().get(`/store/carts/${cart_id}`)).status).toBe(200)
  })

  it("shows agreed prices on product pages to their buyers, kept by no shared cache", async () => {
    const { id: customer_id } = people().solo
    const company = await service().createNegotiationCompanies({ key: customer_id, customer_id, name: "Solo" })
    const own = await variant([{ currency_code: "usd", amount: 50 }])
    await agree({ company_id: company.id, customer_id, lines: [{ variant_id: own, min_quantity: 1, unit_price: 40 }] })
    const acmes = await variant([{ currency_code: "usd", amount: 30 }])
    await agree({ lines: [{ variant_id: acmes, min_quantity: 1, unit_price: 20 }] })
    const shown = async (who: Client) => {
      const list = await who.get(`/store/products?limit=100&region_id=${ground().regions.usd}&fields=id,*variants.calculated_price`)
      const variants = list.data.products.flatMap((product: { id: string; variants: object[] }) => product.variants.map((each) => ({ ...each, product_id: product.id })))
      const [mine, theirs] = [own, acmes].map((id) => variants.find((each: { id: string }) => each.id === id))
      const one = await who.get(`/store/products/${mine.product_id}?region_id=${ground().regions.usd}&fields=id,*variants.calculated_price`)
      expect(one.headers["cache-control"]).toBe(list.headers["cache-control"])
      expect(one.data.product.variants[0].calculated_price.calculated_amount).toBe(mine.calculated_price.calculated_amount)
      return [mine.calculated_price.calculated_amount, theirs.calculated_price.calculated_amount, list.headers["cache-control"]]
    }
    expect(await shown(as.solo())).toEqual([40, 30, "private, no-store"])
    expect(await shown(as.tom())).toEqual([50, 20, "private, no-store"])
    expect(await shown(as.guest())).toEqual([50, 30, undefined])
    expect([await pays(as.solo(), own, 1), await pays(as.anna(), own, 1), await pays(as.solo(), acmes, 1)]).toEqual([40, 50, 30])
  })
})
