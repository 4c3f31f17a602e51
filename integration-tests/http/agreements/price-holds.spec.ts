import { Modules } from "@medusajs/framework/utils"
import { isContractError } from "../../../src/contract"
import { applyAgreementToCartWorkflow } from "../../../src/workflows/agreement/apply-agreement-to-cart"
import { projectAgreement } from "../../../src/workflows/agreement/steps/project-agreement"
import { gatherOwnPrices } from "../../../src/workflows/cart-price/own-prices"
import { storeTest } from "../../setup/store-test"
import { agreedIn } from "./agreed"

storeTest((store) => {
  const { as, container, ground, people, truth } = store
  const { agree, cartOf, linesOf, pays, rowsOf, variant } = agreedIn(store)
  const anna = () => people().acme.buyers[0]
  const apply = (input: { agreement_id: string; cart_id: string; customer_id?: string; exact?: boolean }) =>
    applyAgreementToCartWorkflow(container()).run({ input: { customer_id: anna().id, ...input }, throwOnError: false })

  it("holds at the agreed quantity, is gone under it and back above it", async () => {
    const variant_id = await variant([{ currency_code: "usd", amount: 120 }])
    const { id: agreement_id } = await agree({ lines: [{ variant_id, min_quantity: 4_000, unit_price: 110 }] })
    const cart_id = await cartOf(as.anna(), variant_id, 2_000)
    expect(await linesOf(as.anna(), cart_id)).toMatchObject([{ quantity: 2_000, unit_price: 120 }])

    expect((await apply({ agreement_id, cart_id, exact: true })).errors).toEqual([])

    const [line] = await linesOf(as.anna(), cart_id)
    expect(line).toMatchObject({ quantity: 4_000, unit_price: 110 })
    const priceAt = async (quantity: number) => {
      await as.anna().post(`/store/carts/${cart_id}/line-items/${line?.id}`, { quantity })
      return (await linesOf(as.anna(), cart_id))[0]?.unit_price
    }
    expect([await priceAt(3_999), await priceAt(1), await priceAt(4_000), await priceAt(9_000)]).toEqual([120, 120, 110, 110])
  })

  it("never makes a buyer worse off: own tiers above the agreed quantity go on, and projecting again changes nothing", async () => {
    const variant_id = await variant([
      { currency_code: "usd", amount: 120 },
      { currency_code: "usd", amount: 100, min_quantity: 500, max_quantity: 799 },
      { currency_code: "usd", amount: 115, min_quantity: 800 },
    ])
    const agreement = await agree({ lines: [{ variant_id, min_quantity: 300, unit_price: 110 }] })
    const rows = await rowsOf(agreement.id)
    await projectAgreement(container(), agreement.id)
    expect(await rowsOf(agreement.id)).toEqual(rows)
    expect((await truth().row("negotiation_agreement_line", { agreement_id: agreement.id })).price_ids).toHaveLength(rows.length)

    for (const [quantity, with_it, without] of [[299, 120, 120], [300, 110, 120], [499, 110, 120], [500, 100, 100], [799, 100, 100], [800, 110, 115], [5_000, 110, 115]]) {
      expect([quantity, await pays(as.anna(), variant_id, quantity!), await pays(as.ingrid(), variant_id, quantity!)]).toEqual([quantity, with_it, without])
    }
    const own = await gatherOwnPrices(container(), {
      variant_ids: [variant_id], region_id: ground().regions.usd, currency_code: "usd", customer_id: anna().id,
      customer_group_ids: [people().acme.customer_group_id], company_price_list_id: null,
    })
    expect(own.get(variant_id)).toMatchObject({
      list_unit_price: 120,
      is_tax_inclusive: false,
      tiers: [[1, 120], [500, 100], [800, 115]].map(([min_quantity, unit_price]) => ({ min_quantity, unit_price })),
    })
  })

  it("keeps two agreements of one company on one variant apart", async () => {
    const variant_id = await variant([{ currency_code: "usd", amount: 120 }])
    const dear = await agree({ lines: [{ variant_id, min_quantity: 100, unit_price: 110 }] })
    const cheap = await agree({ lines: [{ variant_id, min_quantity: 100, unit_price: 105 }] })
    expect([(await rowsOf(dear.id)).length, (await rowsOf(cheap.id)).length]).toEqual([1, 1])
    expect(await pays(as.anna(), variant_id, 100)).toBe(105)
    const lists = await truth().rows("price_list", { title: "Agreed prices: Acme" })
    expect(lists).toMatchObject([{ status: "active", type: "sale" }])
  })

  it("holds in the agreed region only, and comes back with it", async () => {
    const variant_id = await variant([{ currency_code: "usd", amount: 120 }, { currency_code: "eur", amount: 100 }])
    await agree({ lines: [{ variant_id, min_quantity: 10, unit_price: 50 }] })
    const cart_id = await cartOf(as.anna(), variant_id, 10)
    const prices: (number | undefined)[] = [(await linesOf(as.anna(), cart_id))[0]?.unit_price]
    for (const currency of ["eur", "usd"] as const) {
      await as.anna().post(`/store/carts/${cart_id}`, { region_id: ground().regions[currency] })
      prices.push((await linesOf(as.anna(), cart_id))[0]?.unit_price)
    }
    expect(prices).toEqual([50, 100, 50])
  })

  it("means the same price where region and currency differ on whether prices include tax", async () => {
    const region_id = ground().regions.eur
    const pricing = container().resolve(Modules.PRICING)
    const [preference] = await pricing.listPricePreferences({ attribute: "region_id", value: region_id })
    await pricing.upsertPricePreferences([{ ...(preference ? { id: preference.id } : {}), attribute: "region_id", value: region_id, is_tax_inclusive: true }])
    const byCurrency = await variant([{ currency_code: "eur", amount: 120 }])
    const byRegion = await variant([{ currency_code: "eur", amount: 120, rules: { region_id } }])
    await agree({ currency: "eur", lines: [byCurrency, byRegion].map((variant_id) => ({ variant_id, min_quantity: 10, unit_price: 110 })) })
    const shown = async (variant_id: string, quantity: number) => {
      const [line] = await linesOf(as.anna(), await cartOf(as.anna(), variant_id, quantity, "eur"))
      return [line?.unit_price, line?.is_tax_inclusive]
    }
    expect([await shown(byCurrency, 9), await shown(byCurrency, 10)]).toEqual([[120, false], [110, false]])
    expect([await shown(byRegion, 9), await shown(byRegion, 10)]).toEqual([[120, true], [110, true]])
  })

  it("brings lines that are gone back and leaves more than the agreed quantity alone unless told exactly", async () => {
    const one = await variant([{ currency_code: "usd", amount: 120 }])
    const two = await variant([{ currency_code: "usd", amount: 60 }])
    const { id: agreement_id } = await agree({
      lines: [{ variant_id: one, min_quantity: 100, unit_price: 110 }, { variant_id: two, min_quantity: 50, unit_price: 55 }],
    })
    const cart_id = await cartOf(as.anna(), one, 150)
    const held = async () => (await linesOf(as.anna(), cart_id)).map((line) => [line.variant_id, line.quantity, line.unit_price]).sort()
    await apply({ agreement_id, cart_id })
    expect(await held()).toEqual([[one, 150, 110], [two, 50, 55]].sort())
    await apply({ agreement_id, cart_id, exact: true })
    expect(await held()).toEqual([[one, 100, 110], [two, 50, 55]].sort())
  })

  it.each([["with a line to bring back", true], ["with its lines alone", false]] as const)("leaves the cart as it was when the agreed price can't be shown, %s", async (_, more) => {
    const variant_id = await variant([{ currency_code: "usd", amount: 120 }])
    const other = await variant([{ currency_code: "usd", amount: 7 }])
    const gone = more ? [{ variant_id: other, min_quantity: 10, unit_price: 5 }] : []
    const { id: agreement_id } = await agree({ lines: [{ variant_id, min_quantity: 4_000, unit_price: 110 }, ...gone] })
    // A merchant's list with more rules wins in Medusa, whatever its price; an agreed price can have ten at most.
    const price_set_id = String((await rowsOf(agreement_id)).find((row) => Number(row.amount) === 110)?.price_set_id)
    const rules = {
      region_id: ground().regions.usd, sales_channel_id: ground().sales_channel_id, email: anna().email,
      customer_id: anna().id, "customer.id": anna().id, "customer.groups.id": people().acme.customer_group_id,
    }
    const listRules = Object.fromEntries(Object.entries(rules).map(([attribute, value]) => [attribute, [value]]))
    await container().resolve(Modules.PRICING).createPriceLists([
      { title: "Contract", description: "Contract", type: "override", status: "active", rules: listRules, prices: [{ price_set_id, currency_code: "usd", amount: 119, rules }] },
    ])
    const cart_id = await cartOf(as.anna(), variant_id, 2_000)
    const facts = async () => {
      const { cart } = (await as.anna().get(`/store/carts/${cart_id}`)).data
      const items = cart.items.map(({ id, quantity, unit_price, total }: Record<string, unknown>) => ({ id, quantity, unit_price, total }))
      return { total: cart.total, tax_total: cart.tax_total, items }
    }
    const before = await facts()

    const { errors } = await apply({ agreement_id, cart_id, exact: true })

    expect(isContractError(errors[0]?.error)).toBe(true)
    expect(errors[0]?.error).toMatchObject({ code: "agreement_not_applicable", details: { why: "price", agreed_unit_price: 110, cart_unit_price: 119 } })
    expect(await facts()).toEqual(before)
    expect(await truth().rows("cart_line_item", { cart_id })).toMatchObject([{ variant_id, quantity: 2_000 }])
  })

  it("refuses foreign carts and agreements as if they were not there", async () => {
    const variant_id = await variant([{ currency_code: "usd", amount: 120 }])
    const { id: agreement_id } = await agree({ lines: [{ variant_id, min_quantity: 10, unit_price: 50 }] })
    const mine = await cartOf(as.anna(), variant_id, 10)
    const theirs = await cartOf(as.ingrid(), variant_id, 10)
    const ingrid = people().borealis.buyers[0].id
    for (const input of [
      { agreement_id, cart_id: theirs },
      { agreement_id, cart_id: theirs, customer_id: ingrid },
      { agreement_id, cart_id: mine, customer_id: ingrid },
      { agreement_id: "nagr_none", cart_id: mine },
      { agreement_id, cart_id: "cart_none" },
    ]) {
      expect((await apply(input)).errors[0]?.error).toMatchObject({ code: "not_found", message: "Not found" })
    }
  })
})
