import type { Client } from "../../setup/client"
import { storeTest } from "../../setup/store-test"
import { agreedIn } from "./agreed"

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
