import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { projectAgreement } from "../../../src/workflows/agreement/steps/project-agreement"
import { agree, cartWith, openShop, pricesIn, type Api, type Buyer, type Shop } from "./shop"

jest.setTimeout(300_000)

medusaIntegrationTestRunner({
  dbName: `pricing_identity_${process.pid}`,
  testSuite: ({ api: runner, getContainer }) => {
    const api = runner as unknown as Api
    let shop: Shop
    let company: { id: string; group_id: string }
    let bo: Buyer
    let variant_id: string

    beforeEach(async () => {
      shop = await openShop(api, getContainer())
      company = await shop.company("Acme")
      bo = await shop.buyer("bo@acme.test", company)
      variant_id = await shop.variant([{ currency_code: "usd", amount: 120 }])
      const agreement = await agree(shop.service, {
        company_id: company.id, customer_id: bo.id, region_id: shop.usd, lines: [{ variant_id, min_quantity: 100, unit_price: 110 }],
      })
      await projectAgreement(getContainer(), agreement.id)
    })

    it("gives the price to the company's buyers and to nobody else", async () => {
      const ann = await shop.buyer("ann@acme.test", company)
      const stranger = await shop.buyer("cy@globex.test", await shop.company("Globex"))
      const price = async (who: Buyer["config"]) => (await pricesIn(api, who, await cartWith(api, shop, who, variant_id, 100)))[variant_id]

      expect(await price(bo.config)).toBe(110)
      expect(await price(ann.config)).toBe(110)
      expect(await price(stranger.config)).toBe(120)
      expect(await price(shop.guest)).toBe(120)
    })

    it("asks who uses a buyer's e-mail to log in, and leaves everybody else alone", async () => {
      await shop.buyer("plain@nobody.test")
      const stranger = await shop.buyer("cy@globex.test")
      const cart = (await api.post("/store/carts", { region_id: shop.usd }, shop.guest)).data.cart
      const refused = [
        await api.post("/store/carts", { region_id: shop.usd, email: "Bo@acme.test" }, shop.guest),
        await api.post(`/store/carts/${cart.id}`, { email: bo.email }, shop.guest),
        await api.post(`/store/carts/${cart.id}`, { email: bo.email }, stranger.config),
      ]
      for (const answer of refused) {
        expect(answer.status).toBe(401)
        expect(answer.data).toMatchObject({ type: "unauthorized", code: "unauthorized", message: expect.stringContaining("Log in") })
      }
      expect((await api.get(`/store/carts/${cart.id}`, shop.guest)).data.cart).toMatchObject({ customer_id: null, email: null })

      expect((await api.post("/store/carts", { region_id: shop.usd, email: "plain@nobody.test" }, shop.guest)).status).toBe(200)
      expect((await api.post(`/store/carts/${cart.id}`, { email: "new@nobody.test" }, shop.guest)).status).toBe(200)
      const own = (await api.post("/store/carts", { region_id: shop.usd, email: "desk@acme.test" }, bo.config)).data.cart
      expect((await api.post(`/store/carts/${own.id}`, { email: bo.email }, bo.config)).status).toBe(200)
      expect((await api.post("/store/carts", { region_id: shop.usd, email: bo.email }, stranger.config)).data.cart.customer_id).toBe(stranger.id)
    })

    it("answers for a cart with agreed prices as for one that doesn't exist, on every route and in the same bytes", async () => {
      const stranger = await shop.buyer("cy@globex.test")
      const cart_id = await cartWith(api, shop, bo.config, variant_id, 100)
      const line = (await api.get(`/store/carts/${cart_id}`, bo.config)).data.cart.items[0].id
      const requests = (id: string): (readonly ["get" | "post" | "delete", string, object?])[] => [
        ["get", `/store/carts/${id}`],
        ["get", `/store/carts/${id}/anything/below`],
        ["post", `/store/carts/${id}`, { region_id: shop.usd }],
        ["post", `/store/carts/${id}`, { unknown: true }],
        ["post", `/store/carts/${id}/customer`, {}],
        ["post", `/store/carts/${id}/line-items`, { variant_id, quantity: 1 }],
        ["post", `/store/carts/${id}/line-items/${line}`, { quantity: 1 }],
        ["delete", `/store/carts/${id}/line-items/${line}`],
        ["post", `/store/carts/${id}/promotions`, { promo_codes: ["X"] }],
        ["delete", `/store/carts/${id}/promotions`, { promo_codes: ["X"] }],
        ["post", `/store/carts/${id}/shipping-methods`, { option_id: shop.shipping_option_id }],
        ["post", `/store/carts/${id}/taxes`, {}],
        ["post", `/store/carts/${id}/complete`, {}],
        ["post", "/store/payment-collections", { cart_id: id }],
        ["get", `/store/shipping-options?cart_id=${id}`],
        ["post", `/store/shipping-options/${shop.shipping_option_id}/calculate`, { cart_id: id, data: {} }],
      ]
      const send = async ([method, path, body]: readonly ["get" | "post" | "delete", string, object?], who: Buyer["config"]) => {
        const { status, data } = method === "get" ? await api.get(path, who)
          : method === "post" ? await api.post(path, body ?? {}, who)
          : await api.delete(path, { ...who, data: body })
        return JSON.stringify({ status, data })
      }
      const missing = `${cart_id.slice(0, -4)}ZZZZ`
      for (const who of [shop.guest, stranger.config]) {
        for (const [index, request] of requests(cart_id).entries()) {
          const foreign = await send(request, who)
          const gone = await send(requests(missing)[index]!, who)
          expect([request[0], request[1], foreign.replaceAll(cart_id, "ID")]).toEqual([request[0], request[1], gone.replaceAll(missing, "ID")])
          expect(JSON.parse(foreign).status).toBe(404)
        }
      }
      expect((await api.get(`/store/carts/${cart_id}`, bo.config)).data.cart.items).toMatchObject([{ quantity: 100, unit_price: 110 }])
    })

    it("lets a guest's cart be transferred to the buyer who logs in, and prices it then", async () => {
      const cart_id = await cartWith(api, shop, shop.guest, variant_id, 100)
      expect(await pricesIn(api, shop.guest, cart_id)).toEqual({ [variant_id]: 120 })
      expect((await api.post(`/store/carts/${cart_id}/customer`, {}, bo.config)).status).toBe(200)
      expect(await pricesIn(api, bo.config, cart_id)).toEqual({ [variant_id]: 110 })
      expect((await api.get(`/store/carts/${cart_id}`, shop.guest)).status).toBe(404)
    })

    it("leaves carts of people without agreements as open as Medusa made them", async () => {
      const plain = await shop.buyer("plain@nobody.test")
      const cart_id = await cartWith(api, shop, plain.config, variant_id, 1)
      expect((await api.get(`/store/carts/${cart_id}`, shop.guest)).status).toBe(200)
    })

    it("shows agreed prices on product pages to their buyers, kept by no shared cache", async () => {
      const lone = await shop.buyer("lone@shop.test")
      const { id: company_id } = await shop.alone(lone)
      const single = await shop.variant([{ currency_code: "usd", amount: 50 }])
      const agreement = await agree(shop.service, {
        company_id, customer_id: lone.id, region_id: shop.usd, lines: [{ variant_id: single, min_quantity: 1, unit_price: 40 }],
      })
      await projectAgreement(getContainer(), agreement.id)
      const shown = async (who: Buyer["config"]) => {
        const { data, headers } = await api.get(`/store/products?region_id=${shop.usd}&fields=id,*variants.calculated_price`, who)
        const variants = data.products.flatMap((product: any) => product.variants)
        const price = variants.find((variant: any) => variant.id === single).calculated_price.calculated_amount
        return { price, cache: headers["cache-control"] ?? null }
      }
      expect(await shown(lone.config)).toEqual({ price: 40, cache: "private, no-store" })
      expect(await shown(bo.config)).toEqual({ price: 50, cache: "private, no-store" })
      expect(await shown(shop.guest)).toEqual({ price: 50, cache: null })
    })
  },
})
