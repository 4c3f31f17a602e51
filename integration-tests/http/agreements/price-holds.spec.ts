import { Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { isContractError } from "../../../src/contract"
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
    })

    it("never makes a buyer worse off: own tiers above the agreed quantity go on", async () => {
      const variant_id = await shop.variant([
        { currency_code: "usd", amount: 120 },
        { currency_code: "usd", amount: 100, min_quantity: 500, max_quantity: 799 },
        { currency_code: "usd", amount: 115, min_quantity: 800 },
      ])
      const agreement = await agree(shop.service, {
        company_id: company.id, customer_id: buyer.id, region_id: shop.usd, lines: [{ variant_id, min_quantity: 300, unit_price: 110 }],
      })
      await projectAgreement(getContainer(), agreement.id)
      await projectAgreement(getContainer(), agreement.id)
      const stranger = await shop.buyer("cy@globex.test")
      const paid = async (who: Buyer, quantity: number) => (await pricesIn(api as Api, who.config, await cartWith(api as Api, shop, who.config, variant_id, quantity)))[variant_id]
      for (const [quantity, with_it, without] of [[299, 120, 120], [300, 110, 120], [499, 110, 120], [500, 100, 100], [799, 100, 100], [800, 110, 115], [5000, 110, 115]] as const) {
        expect([quantity, await paid(buyer, quantity), await paid(stranger, quantity)]).toEqual([quantity, with_it, without])
      }
      const lines = await shop.service.listAgreementLines({ agreement_id: agreement.id })
      expect(lines[0]!.price_ids).toHaveLength(3)
    })

    it("holds in the agreed region and currency only", async () => {
      const variant_id = await shop.variant([{ currency_code: "usd", amount: 120 }, { currency_code: "eur", amount: 100 }])
      const agreement = await agree(shop.service, {
        company_id: company.id, customer_id: buyer.id, region_id: shop.usd, lines: [{ variant_id, min_quantity: 10, unit_price: 50 }],
      })
      await projectAgreement(getContainer(), agreement.id)
      const cart_id = await cartWith(api as Api, shop, buyer.config, variant_id, 10)
      expect(await pricesIn(api as Api, buyer.config, cart_id)).toEqual({ [variant_id]: 50 })
      await api.post(`/store/carts/${cart_id}`, { region_id: shop.eur }, buyer.config)
      expect(await pricesIn(api as Api, buyer.config, cart_id)).toEqual({ [variant_id]: 100 })
      await api.post(`/store/carts/${cart_id}`, { region_id: shop.usd }, buyer.config)
      expect(await pricesIn(api as Api, buyer.config, cart_id)).toEqual({ [variant_id]: 50 })
    })

    it("means the same price where region and currency differ on whether prices include tax", async () => {
      const pricing = getContainer().resolve(Modules.PRICING)
      const [preference] = await pricing.listPricePreferences({ attribute: "region_id", value: shop.eur })
      await pricing.upsertPricePreferences([{ ...(preference ? { id: preference.id } : {}), attribute: "region_id", value: shop.eur, is_tax_inclusive: true }])
      const byCurrency = await shop.variant([{ currency_code: "eur", amount: 120 }])
      const byRegion = await shop.variant([{ currency_code: "eur", amount: 120, rules: { region_id: shop.eur } }])
      const agreement = await agree(shop.service, {
        company_id: company.id, customer_id: buyer.id, region_id: shop.eur, currency_code: "eur",
        lines: [byCurrency, byRegion].map((variant_id) => ({ variant_id, min_quantity: 10, unit_price: 110 })),
      })
      await projectAgreement(getContainer(), agreement.id)
      const lineOf = async (variant_id: string, quantity: number) => {
        const cart_id = await cartWith(api as Api, shop, buyer.config, variant_id, quantity, shop.eur)
        const { unit_price, is_tax_inclusive } = (await api.get(`/store/carts/${cart_id}`, buyer.config)).data.cart.items[0]
        return { unit_price, is_tax_inclusive }
      }
      expect([await lineOf(byCurrency, 9), await lineOf(byCurrency, 10)]).toEqual([
        { unit_price: 120, is_tax_inclusive: false }, { unit_price: 110, is_tax_inclusive: false },
      ])
      expect([await lineOf(byRegion, 9), await lineOf(byRegion, 10)]).toEqual([
        { unit_price: 120, is_tax_inclusive: true }, { unit_price: 110, is_tax_inclusive: true },
      ])
    })

    it("brings lines that are gone back and leaves more than the agreed quantity alone unless told exactly", async () => {
      const one = await shop.variant([{ currency_code: "usd", amount: 120 }])
      const two = await shop.variant([{ currency_code: "usd", amount: 60 }])
      const agreement = await agree(shop.service, {
        company_id: company.id, customer_id: buyer.id, region_id: shop.usd,
        lines: [{ variant_id: one, min_quantity: 100, unit_price: 110 }, { variant_id: two, min_quantity: 50, unit_price: 55 }],
      })
      await projectAgreement(getContainer(), agreement.id)
      const cart_id = await cartWith(api as Api, shop, buyer.config, one, 150)
      const input = { agreement_id: agreement.id, cart_id, customer_id: buyer.id }
      const held = async () => {
        const { data } = await api.get(`/store/carts/${cart_id}`, buyer.config)
        const items: { variant_id: string; quantity: number; unit_price: number }[] = data.cart.items
        return items.map(({ variant_id, quantity, unit_price }) => [variant_id, quantity, unit_price]).sort()
      }
      await applyAgreementToCartWorkflow(getContainer()).run({ input })
      expect(await held()).toEqual([[one, 150, 110], [two, 50, 55]].sort())
      await applyAgreementToCartWorkflow(getContainer()).run({ input: { ...input, exact: true } })
      expect(await held()).toEqual([[one, 100, 110], [two, 50, 55]].sort())
    })

    it("leaves the cart as it was when the agreed price can't be shown", async () => {
      const variant_id = await shop.variant([{ currency_code: "usd", amount: 120 }])
      const other = await shop.variant([{ currency_code: "usd", amount: 7 }])
      const agreement = await agree(shop.service, {
        company_id: company.id, customer_id: buyer.id, region_id: shop.usd,
        lines: [{ variant_id, min_quantity: 4000, unit_price: 110 }, { variant_id: other, min_quantity: 10, unit_price: 5 }],
      })
      await projectAgreement(getContainer(), agreement.id)
      // A merchant's list with more rules wins in Medusa, whatever its price.
      const pricing = getContainer().resolve(Modules.PRICING)
      const [row] = await pricing.listPrices({ id: (await shop.service.listAgreementLines({ variant_id }))[0]!.price_ids as unknown as string[] })
      await pricing.createPriceLists([
        {
          title: "Contract", description: "Contract", type: "override", status: "active",
          prices: [{
            price_set_id: row!.price_set_id!, currency_code: "usd", amount: 119,
            rules: { region_id: shop.usd, customer_id: buyer.id, "customer.groups.id": company.group_id },
          }],
        },
      ])
      const cart_id = await cartWith(api as Api, shop, buyer.config, variant_id, 2000)
      const before = (await api.get(`/store/carts/${cart_id}`, buyer.config)).data.cart
      const { errors } = await applyAgreementToCartWorkflow(getContainer()).run({
        input: { agreement_id: agreement.id, cart_id, customer_id: buyer.id, exact: true }, throwOnError: false,
      })
      expect(isContractError(errors[0]?.error)).toBe(true)
      expect(errors[0]?.error).toMatchObject({ code: "agreement_not_applicable", details: { why: "price", agreed_unit_price: 110, cart_unit_price: 119 } })
      const after = (await api.get(`/store/carts/${cart_id}`, buyer.config)).data.cart
      const facts = (cart: any) => ({
        total: cart.total, tax_total: cart.tax_total,
        items: cart.items.map(({ id, quantity, unit_price, total }: any) => ({ id, quantity, unit_price, total })),
      })
      expect(facts(after)).toEqual(facts(before))
    })

    it("refuses foreign carts and agreements as if they were not there", async () => {
      const variant_id = await shop.variant([{ currency_code: "usd", amount: 120 }])
      const stranger = await shop.buyer("cy@globex.test")
      const agreement = await agree(shop.service, {
        company_id: company.id, customer_id: buyer.id, region_id: shop.usd, lines: [{ variant_id, min_quantity: 10, unit_price: 50 }],
      })
      const mine = await cartWith(api as Api, shop, buyer.config, variant_id, 10)
      const theirs = await cartWith(api as Api, shop, stranger.config, variant_id, 10)
      for (const input of [
        { agreement_id: agreement.id, cart_id: theirs, customer_id: buyer.id },
        { agreement_id: agreement.id, cart_id: theirs, customer_id: stranger.id },
        { agreement_id: agreement.id, cart_id: mine, customer_id: stranger.id },
        { agreement_id: "nagr_none", cart_id: mine, customer_id: buyer.id },
        { agreement_id: agreement.id, cart_id: "cart_none", customer_id: buyer.id },
      ]) {
        const { errors } = await applyAgreementToCartWorkflow(getContainer()).run({ input, throwOnError: false })
        expect(errors[0]?.error).toMatchObject({ code: "not_found", message: "Not found" })
      }
    })
  },
})
