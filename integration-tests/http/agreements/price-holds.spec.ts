import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { applyAgreementToCartWorkflow } from "../../../src/workflows/agreement/apply-agreement-to-cart"
import { projectAgreement } from "../../../src/workflows/agreement/steps/project-agreement"
import { gatherOwnPrices } from "../../../src/workflows/cart-price/own-prices"
import { agree, cartWith, openShop, pricesIn, type Api, type Buyer, type Shop } from "./shop"

jest.setTimeout(180_000)

medusaIntegrationTestRunner({
  dbName: `pricing_holds_${process.pid}`,
  testSuite: ({ api, getContainer }) => {
    let shop: Shop
    let company: { id: string; group_id: string }
    let buyer: Buyer

    beforeEach(async () => {
      shop = await openShop(api as Api, getContainer())
      company = await shop.company("Acme")
      buyer = await shop.buyer("bo@acme.test", company)
    })

    it("holds at the agreed quantity, is gone under it and back above it", async () => {
      const variant_id = await shop.variant([{ currency_code: "usd", amount: 120 }])
      const agreement = await agree(shop.service, {
        company_id: company.id, customer_id: buyer.id, region_id: shop.usd, lines: [{ variant_id, min_quantity: 4000, unit_price: 110 }],
      })
      await projectAgreement(getContainer(), agreement.id)
      const cart_id = await cartWith(api as Api, shop, buyer.config, variant_id, 2000)
      expect(await pricesIn(api as Api, buyer.config, cart_id)).toEqual({ [variant_id]: 120 })

      await applyAgreementToCartWorkflow(getContainer()).run({
        input: { agreement_id: agreement.id, cart_id, customer_id: buyer.id, exact: true },
      })

      const { data } = await api.get(`/store/carts/${cart_id}`, buyer.config)
      expect(data.cart.items).toMatchObject([{ quantity: 4000, unit_price: 110 }])
      const line = `/store/carts/${cart_id}/line-items/${data.cart.items[0].id}`
      const priceAt = async (quantity: number) => {
        await api.post(line, { quantity }, buyer.config)
        return (await pricesIn(api as Api, buyer.config, cart_id))[variant_id]
      }
      expect(await priceAt(3999)).toBe(120)
      expect(await priceAt(1)).toBe(120)
      expect(await priceAt(4000)).toBe(110)
      expect(await priceAt(9000)).toBe(110)
    })

    it("tells a buyer's own prices at every quantity, without the agreement", async () => {
      const variant_id = await shop.variant([
        { currency_code: "usd", amount: 120 },
        { currency_code: "usd", amount: 115, min_quantity: 1000 },
      ])
      const agreement = await agree(shop.service, {
        company_id: company.id, customer_id: buyer.id, region_id: shop.usd, lines: [{ variant_id, min_quantity: 10, unit_price: 50 }],
      })
      await projectAgreement(getContainer(), agreement.id)
      const input = {
        variant_ids: [variant_id], region_id: shop.usd, currency_code: "usd", customer_id: buyer.id,
        customer_group_ids: [company.group_id], company_price_list_id: null,
      }
      const own = await gatherOwnPrices(getContainer(), input)
      expect(own.get(variant_id)).toMatchObject({
        list_unit_price: 120, is_tax_inclusive: false,
        tiers: [{ min_quantity: 1, unit_price: 120 }, { min_quantity: 1000, unit_price: 115 }],
      })
      const times: number[] = []
      for (let i = 0; i < 60; i++) {
        const start = performance.now()
        await gatherOwnPrices(getContainer(), input)
        times.push(performance.now() - start)
      }
      times.sort((a, b) => a - b)
      console.log("gatherOwnPrices p50", times[30], "p95", times[57])
    })
  },
})
