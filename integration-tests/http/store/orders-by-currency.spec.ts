import { ProductStatus } from "@medusajs/framework/utils"
import { createProductsWorkflow, createRegionsWorkflow, createTaxRegionsWorkflow } from "@medusajs/medusa/core-flows"
import { NEGOTIATION_MODULE, type NegotiationModuleService } from "../../../src/modules/negotiation"
import { cartWith, type Answered } from "../../setup/client"
import { complete, prepareCheckout } from "../../setup/checkout"
import { storeTest } from "../../setup/store-test"
import { createPolicy } from "../../setup/terms"
import { until } from "../../setup/until"
import { acceptOption, askFirst, optionOf } from "./ask"

/** A market where prices have no decimals, and one where they have three. Figures are the story's, in that money. */
const MARKETS = {
  jpy: { country: "jp", city: "Osaka", decimals: 0, list: 12_000, cost: 8_000, ask: 11_000, counter: 11_800, shown: "¥11,000" },
  kwd: { country: "kw", city: "Kuwait City", decimals: 3, list: 37.5, cost: 25, ask: 34.375, counter: 36.9, shown: "34.375" },
} as const
type Market = keyof typeof MARKETS

const decimalsOf = (amount: number) => (String(amount).split(".")[1] ?? "").length

storeTest(({ as, cart, container, ground, people, truth }) => {
  const done = async (answer: Promise<Answered>) => {
    const { status, data } = await answer
    if (status >= 300) throw new Error(`Checkout stopped: ${status} ${JSON.stringify(data)}`)
    return data
  }
  /** The unit prices of an order's lines, as the database has them. */
  async function orderedAt(order: { id: string }) {
    const items = await truth().rows("order_item", { order_id: order.id })
    const lines = await Promise.all(items.map(async ({ item_id, quantity }) => ({ quantity, line: await truth().row("order_line_item", { id: item_id }) })))
    return lines.map(({ quantity, line }) => ({ quantity: Number(quantity), unit_price: Number(line.unit_price) }))
  }

  /** The order is counted after its answer. */
  const becomesOrdered = (id: string) => until("the case is ordered", async () => (await truth().row("negotiation", { id })).status === "ordered")

  /** A region with an article that needs no delivery, its cost, and a policy for its currency. */
  async function open(market: Market): Promise<{ region_id: string; variant_id: string }> {
    const { country, list, cost } = MARKETS[market]
    const service = container().resolve<NegotiationModuleService>(NEGOTIATION_MODULE)
    const { result: regions } = await createRegionsWorkflow(container()).run({
      input: { regions: [{ name: market, currency_code: market, countries: [country], payment_providers: ["pp_system_default"] }] },
    })
    await createTaxRegionsWorkflow(container()).run({ input: [{ country_code: country, provider_id: "tp_system" }] })
    const { result: products } = await createProductsWorkflow(container()).run({
      input: {
        products: [{
          title: "Licence", status: ProductStatus.PUBLISHED, sales_channels: [{ id: ground().sales_channel_id }], options: [{ title: "Unit", values: ["Piece"] }],
          variants: [{ title: "Piece", manage_inventory: false, options: { Unit: "Piece" }, prices: [{ currency_code: market, amount: list }] }],
        }],
      },
    })
    const variant_id = products[0]?.variants[0]?.id ?? ""
    await service.createNegotiationCosts({ variant_id, currency_code: market, unit_cost: cost, valid_from: new Date("2026-01-01T00:00:00Z") })
    await createPolicy(container(), { automatic_limit: { [market]: 900_000_000 } }, [], 2_000)
    return { region_id: regions[0]?.id ?? "", variant_id }
  }

  it("the plain counter, accepted, is the price of the order's line", async () => {
    const basket = await cart(as.anna(), [{ article: ground().articles.cylinder, quantity: 2_000 }])
    const asked = await askFirst(as.anna(), basket, 110)
    expect(optionOf(asked, "counter").lines).toMatchObject([{ quantity: 2_000, unit_price: 118 }])
    expect(await acceptOption(as.anna(), asked, "counter")).toMatchObject({ status: "agreed", agreement: { lines: [{ min_quantity: 2_000, unit_price: 118 }] } })
    await prepareCheckout(as.anna(), ground(), basket.id, people().acme.buyers[0].email)
    const { data } = await complete(as.anna(), basket.id)
    expect(data).toMatchObject({ type: "order", order: { total: 2_000 * 118 + 40 } })
    expect(await orderedAt(data.order)).toEqual([{ quantity: 2_000, unit_price: 118 }])
    await becomesOrdered(asked.id)
    expect(await truth().row("negotiation", { id: asked.id })).toMatchObject({ order_id: data.order.id })
  })

  it.each(Object.keys(MARKETS) as Market[])("in %s an ask, its counter, its trade and the order have the currency's decimals", async (market) => {
    const { decimals, list, ask, counter, country, city, shown } = MARKETS[market]
    const { region_id, variant_id } = await open(market)
    const article = { ...ground().articles.cylinder, variant_id }
    const basket = await cartWith(as.anna(), region_id, [{ article, quantity: 2_000 }])
    expect(basket.items[0].unit_price).toBe(list)

    const asked = await askFirst(as.anna(), basket, ask)
    expect(asked.currency_code).toBe(market)
    expect(optionOf(asked, "counter").lines[0]?.unit_price).toBe(counter)
    const trade = optionOf(asked, "volume")
    const [line] = trade.lines
    if (line === undefined) throw new Error("A trade has a line")
    expect(line).toMatchObject({ unit_price: ask, quantity: 4_000 })
    for (const price of asked.offer?.options.flatMap((option) => option.lines.map(({ unit_price }) => unit_price)) ?? []) {
      expect(decimalsOf(price)).toBeLessThanOrEqual(decimals)
    }
    expect(trade.headline.replace(/ /g, " ")).toContain(shown)

    expect(await acceptOption(as.anna(), asked, "volume")).toMatchObject({ status: "agreed" })
    const { cart: agreed } = await done(as.anna().get(`/store/carts/${basket.id}`))
    expect(agreed.items).toMatchObject([{ quantity: 4_000, unit_price: ask }])
    const address = { first_name: "A", last_name: "B", address_1: "1", city, postal_code: "1", country_code: country }
    await done(as.anna().post(`/store/carts/${basket.id}`, { email: people().acme.buyers[0].email, shipping_address: address, billing_address: address }))
    const { payment_collection } = await done(as.anna().post("/store/payment-collections", { cart_id: basket.id }))
    await done(as.anna().post(`/store/payment-collections/${payment_collection.id}/payment-sessions`, { provider_id: "pp_system_default" }))
    const { data } = await complete(as.anna(), basket.id)
    expect(data).toMatchObject({ type: "order", order: { currency_code: market, total: 4_000 * ask } })
    expect(await orderedAt(data.order)).toEqual([{ quantity: 4_000, unit_price: ask }])
    await becomesOrdered(asked.id)
  })
})
