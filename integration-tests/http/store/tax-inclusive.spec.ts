import { Modules } from "@medusajs/framework/utils"
import { createTaxRatesWorkflow, createTaxRegionsWorkflow } from "@medusajs/medusa/core-flows"
import { adminNegotiationSchema } from "../../../src/contract"
import { cartWith, type Client } from "../../setup/client"
import { storeTest } from "../../setup/store-test"
import { acceptOption, askFirst, negotiationOf, optionOf } from "./ask"

const DECISION = { reason_code: "strategic_customer", note: "They open the north for us" }

storeTest(({ as, container, ground, truth }) => {
  const ukCart = (who: Client, lines: { article: "cylinder" | "valve" | "gearbox"; quantity: number }[]) =>
    cartWith(who, ground().regions.gbp, lines.map(({ article, quantity }) => ({ article: ground().articles[article], quantity })))
  const cylinders = (who: Client, quantity = 2_000) => ukCart(who, [{ article: "cylinder", quantity }])
  const lineOf = async (cartId: string) => (await as.anna().get(`/store/carts/${cartId}`)).data.cart.items[0]

  it("the story with tax in the prices: counted net, shown with tax, exactly as asked", async () => {
    const basket = await cylinders(as.anna())
    expect(basket.items[0]).toMatchObject({ unit_price: 144, is_tax_inclusive: true })

    const asked = await askFirst(as.anna(), basket, 132, { competing_offer: { competitor: "Rival", unit_price: 132 } })
    expect(asked).toMatchObject({ status: "awaiting_buyer", is_tax_inclusive: true, currency_code: "gbp", round: 1 })
    expect(asked.lines[0]).toMatchObject({ list_unit_price: 144, current_unit_price: 144, target_unit_price: 132 })
    expect(asked.offer?.options.map(({ kind, lines }) => [kind, lines[0]?.quantity, lines[0]?.unit_price])).toEqual([
      ["volume", 4_000, 132],
      ["counter", 2_000, 141.6],
    ])
    expect(optionOf(asked, "volume")).toMatchObject({ headline: "2,000 more pieces support £132", saving_total: 48_000 })
    expect(optionOf(asked, "volume").conditions.join(" ")).toMatch(/3,667.*4,000/)
    expect(await truth().row("negotiation_line", { negotiation_id: asked.id })).toMatchObject({ tax_ppm: 200_000, counter_unit_price: "141.6", unit_cost: "80", floor_unit_price: "112.95" })
    const [kept] = await truth().rows("negotiation_memory")
    expect(kept?.state).toMatchObject({ counters: expect.arrayContaining([{ quantity: 2_000, unit_price: 1_180_000 }, { quantity: 4_000, unit_price: 1_100_000 }]) })

    const agreed = await acceptOption(as.anna(), asked, "volume")
    expect(agreed.agreement).toMatchObject({ is_tax_inclusive: true, lines: [{ min_quantity: 4_000, unit_price: 132 }] })
    expect(await lineOf(basket.id)).toMatchObject({ quantity: 4_000, unit_price: 132, is_tax_inclusive: true })
    await as.anna().post(`/store/carts/${basket.id}/line-items/${basket.items[0].id}`, { quantity: 2_000 })
    expect(await lineOf(basket.id)).toMatchObject({ unit_price: 144 })
  })

  it("meets the counter exactly as it is shown", async () => {
    const asked = await askFirst(as.anna(), await cylinders(as.anna()), 132)
    const line_id = asked.lines[0]?.id
    const counter = async (target_unit_price: number) =>
      negotiationOf(await as.anna().post(`/store/negotiations/${asked.id}/counter`, { version: 1, lines: [{ line_id, target_unit_price }] }), 200)
    const met = await counter(141.6)
    expect(met).toMatchObject({ status: "agreed", agreement: { lines: [{ min_quantity: 2_000, unit_price: 141.6 }] } })
  })

  it("gives an ask finer than the currency back to the last decimal, and never as more", async () => {
    const asked = await askFirst(as.anna(), await cylinders(as.anna()), 132.0004)
    expect(asked.lines[0]?.target_unit_price).toBe(132.0004)
    expect(optionOf(asked, "volume").lines[0]).toMatchObject({ quantity: 4_000, unit_price: 132.0004 })
  })

  it("takes the rate of the cart's own address and of the product, several rates added up", async () => {
    const tax = container().resolve(Modules.TAX)
    const [region] = await tax.listTaxRegions({ country_code: "gb" })
    await createTaxRatesWorkflow(container()).run({
      input: [
        { tax_region_id: region!.id, name: "Levy", code: "LEVY", rate: 30, rules: [{ reference: "product", reference_id: ground().articles.cylinder.product_id }] },
      ],
    })
    const asked = await askFirst(as.anna(), await cylinders(as.anna()), 135)
    expect(await truth().row("negotiation_line", { negotiation_id: asked.id })).toMatchObject({ tax_ppm: 300_000 })

    const local = { name: "Local", code: "LOCAL", rate: 5, is_combinable: true }
    await createTaxRegionsWorkflow(container()).run({ input: [{ country_code: "gb", province_code: "gb-sct", parent_id: region!.id, default_tax_rate: local }] })
    const there = await ukCart(as.ingrid(), [{ article: "valve", quantity: 500 }])
    const address = { first_name: "A", last_name: "B", address_1: "1 Works Street", city: "Leith", postal_code: "EH6", country_code: "gb", province: "gb-sct" }
    const moved = await as.ingrid().post(`/store/carts/${there.id}`, { shipping_address: address })
    expect(moved.data.cart.items[0].tax_lines.map((line: { rate: number }) => line.rate).sort()).toEqual([20, 5])
    const far = await askFirst(as.ingrid(), there, 85)
    expect(await truth().row("negotiation_line", { negotiation_id: far.id })).toMatchObject({ tax_ppm: 250_000 })
    const valves = await askFirst(as.anna(), await ukCart(as.anna(), [{ article: "valve", quantity: 500 }]), 85)
    expect(await truth().row("negotiation_line", { negotiation_id: valves.id })).toMatchObject({ tax_ppm: 200_000 })
  })

  it("no rate is known: a person decides, nothing is approved, and nothing is said of a margin", async () => {
    const tax = container().resolve(Modules.TAX)
    const regions = await tax.listTaxRegions({ country_code: "gb" })
    await tax.deleteTaxRegions(regions.map((each) => each.id))
    const asked = await askFirst(as.anna(), await cylinders(as.anna()), 143.99)
    expect(asked).toMatchObject({ status: "in_review", offer: null, reason_code: "under_review", is_tax_inclusive: true })
    expect(await truth().row("negotiation", { id: asked.id })).toMatchObject({ reason_code: "tax_unknown" })
    const shown = adminNegotiationSchema.parse((await as.admin().get(`/admin/negotiations/${asked.id}`)).data.negotiation)
    expect(shown).toMatchObject({ suggestion: null, lines: [{ cost: null, margin: null, floor_unit_price: null, tax_rate: 0 }] })
    const ladder = (await as.anna().get(`/store/price-ladders?cart_id=${asked.cart_id}`)).data.ladders[0]
    expect(ladder).toMatchObject({ negotiable: true, thresholds: [], is_tax_inclusive: true })
    // 94.12 net is the floor: whatever the tax is, less than that is under it.
    const refused = await as.admin().post(`/admin/negotiations/${asked.id}/counter`, { version: 1, ...DECISION, lines: [{ line_id: asked.lines[0]?.id, unit_price: 94.11 }] })
    expect([refused.status, refused.data.code]).toEqual([400, "under_floor"])
  })

  it("a rep sees prices with tax beside a net cost, and is held to the net floor", async () => {
    const asked = await askFirst(as.anna(), await cylinders(as.anna()), 132)
    await as.anna().post(`/store/negotiations/${asked.id}/ask-person`, { version: 1 })
    const shown = adminNegotiationSchema.parse((await as.admin().get(`/admin/negotiations/${asked.id}`)).data.negotiation)
    expect(shown.lines[0]).toMatchObject({ cost: 80, tax_rate: 0.2, margin: 0.272727, current_margin: 0.333333, floor_unit_price: 112.95, counter_unit_price: 141.6, break_even_quantity: 2_667 })
    expect(shown.suggestion).toMatchObject({ lines: [{ unit_price: 132, quantity: 4_000 }], contribution: 120_000, margin: 0.2727 })
    expect(shown.offer?.options[0]).toMatchObject({ kind: "volume", contribution: 120_000, margin: 0.2727 })

    const counter = (unit_price: number) =>
      as.admin().post(`/admin/negotiations/${asked.id}/counter`, { version: 2, ...DECISION, lines: [{ line_id: asked.lines[0]?.id, unit_price }] })
    const refused = await counter(112.94)
    expect([refused.status, refused.data.code, refused.data.details.floor_unit_price]).toEqual([400, "under_floor", 112.95])
    const countered = adminNegotiationSchema.parse((await counter(112.95)).data.negotiation)
    expect(countered.offer?.options[0]).toMatchObject({ lines: [{ unit_price: 112.95 }], saving_total: 62_100, contribution: 28_250 })
    const agreed = await acceptOption(as.anna(), negotiationOf(await as.anna().get(`/store/negotiations/${asked.id}`), 200), "counter")
    expect(agreed.agreement?.lines[0]).toMatchObject({ unit_price: 112.95 })
  })

  it("a total for a basket is spread and agreed with tax, never for more than was asked", async () => {
    const basket = await ukCart(as.anna(), [{ article: "cylinder", quantity: 1_000 }, { article: "valve", quantity: 300 }])
    const current = 144 * 1_000 + 90 * 300
    const answer = negotiationOf(await as.anna().post("/store/price-requests", { cart_id: basket.id, target_total: 160_000.01 }), 201)
    expect(answer.status).toBe("awaiting_buyer")
    const total = answer.lines.reduce((sum, line) => sum + Math.round(line.target_unit_price * 10_000) * line.quantity, 0) / 10_000
    expect(total).toBeLessThanOrEqual(160_000.01)
    expect(total).toBeGreaterThan(159_980)

    const option = answer.offer?.options.at(-1)
    const offered = (option?.lines ?? []).reduce((sum, line) => sum + Math.round(line.unit_price * 10_000) * line.quantity, 0) / 10_000
    expect(option?.saving_total).toBeCloseTo(current - offered, 4)
    const met = negotiationOf(await as.anna().post(`/store/negotiations/${answer.id}/counter`, { version: 1, target_total: offered }), 200)
    expect(met).toMatchObject({ status: "agreed" })
    expect(met.agreement?.lines.map((line) => line.unit_price).sort()).toEqual((option?.lines ?? []).map((line) => line.unit_price).sort())
  })

  it("a cart of prices with and without tax is asked about in two requests", async () => {
    const [net] = await container().resolve(Modules.PRICING).listPriceSets({}, { take: 1 })
    expect(net).toBeDefined()
    const { valve } = ground().articles
    const region_id = ground().regions.gbp
    // A price for this region alone takes the region's word on tax, and the region says without.
    const preferences = await container().resolve(Modules.PRICING).listPricePreferences({ attribute: "region_id", value: region_id })
    await container().resolve(Modules.PRICING).updatePricePreferences({ id: preferences.map((each) => each.id) }, { is_tax_inclusive: false })
    const updated = await as.admin().post(`/admin/products/${valve.product_id}/variants/${valve.variant_id}`, {
      prices: [{ currency_code: "gbp", amount: 75, rules: { region_id } }, { currency_code: "gbp", amount: 90 }],
    })
    expect(updated.status).toBe(200)
    const basket = await ukCart(as.anna(), [{ article: "cylinder", quantity: 100 }, { article: "valve", quantity: 100 }])
    expect(basket.items.map((item: { is_tax_inclusive: boolean }) => item.is_tax_inclusive).sort()).toEqual([false, true])
    const refused = await as.anna().post("/store/price-requests", { cart_id: basket.id, target_total: 20_000 })
    expect([refused.status, refused.data.code, refused.data.details.reason]).toEqual([400, "not_negotiable", "mixed_tax"])
    const ladders = (await as.anna().get(`/store/price-ladders?cart_id=${basket.id}`)).data.ladders
    expect(ladders.map((ladder: { is_tax_inclusive: boolean }) => ladder.is_tax_inclusive).sort()).toEqual([false, true])
  })
})
