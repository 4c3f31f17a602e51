import { Modules } from "@medusajs/framework/utils"
import { createTaxRatesWorkflow } from "@medusajs/medusa/core-flows"
import type { StoreNegotiation } from "../../../src/contract"
import { NEGOTIATION_MODULE, type NegotiationModuleService } from "../../../src/modules/negotiation"
import { cartWith, type Client } from "../../setup/client"
import { storeTest } from "../../setup/store-test"
import { createPolicy } from "../../setup/terms"
import { askFirst, negotiationOf, optionOf } from "./ask"

type Wanted = { article: "cylinder" | "valve" | "gearbox"; quantity: number }[]

storeTest(({ as, container, ground, truth }) => {
  const cartIn = (who: Client, currency: "usd" | "gbp", lines: Wanted) =>
    cartWith(who, ground().regions[currency], lines.map(({ article, quantity }) => ({ article: ground().articles[article], quantity })))
  const askTotal = async (who: Client, cart_id: string, target_total: number) =>
    negotiationOf(await who.post("/store/price-requests", { cart_id, target_total }), 201)
  const units = (amount: number) => Math.round(amount * 10_000)
  const totalOf = (lines: readonly { quantity: number; unit_price: number }[]) =>
    lines.reduce((sum, line) => sum + units(line.unit_price) * line.quantity, 0) / 10_000
  const askedIn = ({ lines }: StoreNegotiation) => lines.map(({ variant_id, quantity, target_unit_price }) => ({ variant_id, quantity, unit_price: target_unit_price }))
  const priceOf = (lines: readonly { variant_id: string; unit_price: number }[], article: "cylinder" | "valve") =>
    lines.find((line) => line.variant_id === ground().articles[article].variant_id)?.unit_price ?? 0
  const BASKET: Wanted = [{ article: "cylinder", quantity: 1_000 }, { article: "valve", quantity: 1_000 }]

  beforeEach(async () => {
    // A valve that costs 58 can give nothing, its floor lies in the topmost eighth of its price; a cylinder down to 105. A near miss is none.
    const { variant_id } = ground().articles.valve
    const service = container().resolve<NegotiationModuleService>(NEGOTIATION_MODULE)
    await service.createNegotiationCosts(["usd", "gbp"].map((currency_code) => ({ variant_id, currency_code, unit_cost: 58, valid_from: new Date("2026-02-01T00:00:00Z") })))
    await createPolicy(container(), { acceptance_tolerance: 0 }, [], 2_000)
  })

  it("is spread by what each line can give, as the same basket without tax is", async () => {
    const net = await askTotal(as.anna(), (await cartIn(as.anna(), "usd", BASKET)).id, 180_000)
    const taxed = await askTotal(as.ingrid(), (await cartIn(as.ingrid(), "gbp", BASKET)).id, 216_000)
    const shares = (["cylinder", "valve"] as const).map((article) => priceOf(askedIn(net), article) / ground().articles[article].usd)
    expect(shares[0]).not.toBeCloseTo(shares[1] ?? 0, 2)
    for (const article of ["cylinder", "valve"] as const) {
      expect(Math.abs(priceOf(askedIn(taxed), article) - 1.2 * priceOf(askedIn(net), article))).toBeLessThanOrEqual(0.011)
    }
    // A penny a piece is the grid, 1,000 pieces a line.
    expect(totalOf(askedIn(taxed))).toBeLessThanOrEqual(216_000)
    expect(totalOf(askedIn(taxed))).toBeGreaterThan(216_000 - 2 * 0.01 * 1_000)
  })

  it("of lines that are taxed differently comes to the target as it is shown, and no answer is under a floor", async () => {
    const [region] = await container().resolve(Modules.TAX).listTaxRegions({ country_code: "gb" })
    const { valve } = ground().articles
    await createTaxRatesWorkflow(container()).run({
      input: [{ tax_region_id: region!.id, name: "Reduced", code: "REDUCED", rate: 5, rules: [{ reference: "product", reference_id: valve.product_id }] }],
    })
    const asked = await askTotal(as.anna(), (await cartIn(as.anna(), "gbp", [{ article: "cylinder", quantity: 700 }, { article: "valve", quantity: 300 }])).id, 110_000.07)
    expect(totalOf(askedIn(asked))).toBeLessThanOrEqual(110_000.07)
    expect(totalOf(askedIn(asked))).toBeGreaterThan(110_000.07 - 0.01 * 300 - 0.0001)
    const floors = await truth().rows("negotiation_line", { negotiation_id: asked.id })
    expect(floors.map((line) => line.tax_ppm).sort()).toEqual([200_000, 50_000])
    expect(asked.offer?.options.length).toBeGreaterThan(0)
    for (const line of (asked.offer?.options ?? []).flatMap((option) => option.lines)) {
      expect(line.unit_price).toBeGreaterThanOrEqual(Number(floors.find((each) => each.variant_id === line.variant_id)?.floor_unit_price))
    }
  })

  it("is agreed on where the prices given come to no more, though one line alone asks for too little", async () => {
    // Two rounds on the valve alone: its counter falls, while the cylinder's first one is 118 net.
    const valves = await cartIn(as.anna(), "gbp", [{ article: "valve", quantity: 1_000 }])
    const first = await askFirst(as.anna(), valves, 75)
    const lines = [{ line_id: first.lines[0]?.id, target_unit_price: 80 }]
    const second = negotiationOf(await as.anna().post(`/store/negotiations/${first.id}/counter`, { version: first.version, lines }), 200)
    const valve = optionOf(second, "counter").lines[0]?.unit_price ?? 0
    expect(valve).toBeLessThan(optionOf(first, "counter").lines[0]?.unit_price ?? 0)

    const target = totalOf([{ quantity: 1_000, unit_price: 141.6 }, { quantity: 1_000, unit_price: valve }])
    const agreed = await askTotal(as.anna(), (await cartIn(as.anna(), "gbp", BASKET)).id, target)
    expect(priceOf(askedIn(agreed), "cylinder")).toBeLessThan(141.6)
    expect(priceOf(askedIn(agreed), "valve")).toBeGreaterThan(valve)
    expect(agreed).toMatchObject({ status: "agreed" })
    const accepted = (agreed.agreement?.lines ?? []).map((line) => ({ ...line, quantity: line.min_quantity }))
    expect([priceOf(accepted, "cylinder"), priceOf(accepted, "valve"), totalOf(accepted)]).toEqual([141.6, valve, target])
  })

  it("is not agreed on for a penny a piece less than the prices given", async () => {
    const asked = await askTotal(as.anna(), (await cartIn(as.anna(), "gbp", BASKET)).id, 200_000)
    const counter = optionOf(asked, "counter").lines
    const again = (target_total: number) => as.anna().post(`/store/negotiations/${asked.id}/counter`, { version: asked.version, target_total })
    expect(negotiationOf(await again(totalOf(counter)), 200)).toMatchObject({ status: "agreed", agreement: { lines: expect.any(Array) } })
    const theirs = await askTotal(as.ingrid(), (await cartIn(as.ingrid(), "gbp", BASKET)).id, totalOf(counter) - 0.01)
    expect(theirs.status).toBe("awaiting_buyer")
  })
})
