import { createRegionsWorkflow } from "@medusajs/medusa/core-flows"
import { endAgreementsWorkflow } from "../../src/workflows/agreement/end-agreements"
import { reconcilePrices } from "../../src/workflows/agreement/reconcile-prices"
import { until } from "../http/agreements/agreed"
import { complete, prepareCheckout } from "../setup/checkout"
import { storeTest } from "../setup/store-test"
import { orderingIn } from "./ordering"
import { pricesIn } from "./prices"

storeTest((store) => {
  const { as, container, ground, people, truth } = store
  const { agree, knex, list, pricing, rowsOf, shownIn, variant } = pricesIn(store)
  const { order, uses } = orderingIn(store)
  const net = false
  const gross = true

  /** What the store says about tax in prices of a region or a currency. */
  async function says(attribute: "region_id" | "currency_code", value: string, is_tax_inclusive: boolean) {
    const [said] = await pricing().listPricePreferences({ attribute, value })
    await pricing().upsertPricePreferences([{ ...(said ? { id: said.id } : {}), attribute, value, is_tax_inclusive }])
  }

  /** Another region with the euro. */
  async function austria(is_tax_inclusive: boolean): Promise<string> {
    const { result } = await createRegionsWorkflow(container()).run({
      input: { regions: [{ name: "Austria", currency_code: "eur", countries: ["at"], is_tax_inclusive }] },
    })
    return result[0]!.id
  }

  it("net dollars and gross pounds → the agreed price at its quantity, with tax as in the normal price", async () => {
    const variant_id = await variant([{ currency_code: "usd", amount: 120 }, { currency_code: "gbp", amount: 96 }])
    const { usd, gbp } = ground().regions
    await agree({ lines: [{ variant_id, min_quantity: 10, unit_price: 110 }] })
    await agree({ currency: "gbp", lines: [{ variant_id, min_quantity: 10, unit_price: 90 }] })
    const shown = async (region: string) => [await shownIn(as.anna(), region, variant_id, 9), await shownIn(as.tom(), region, variant_id, 10)]
    expect([await shown(usd), await shown(gbp)]).toEqual([[[120, net], [110, net]], [[96, gross], [90, gross]]])
  })

  it.each([
    ["the region says gross, the currency net", true, false, true],
    ["the region says net, the currency gross", false, true, true],
    ["so does the other region", true, false, false],
  ])("prices that follow the currency where %s → the agreed price with the same tax, in the agreed region only", async (_, region, currency, other) => {
    const { eur } = ground().regions
    await says("region_id", eur, region)
    await says("currency_code", "eur", currency)
    const elsewhere = await austria(other)
    const variant_id = await variant([{ currency_code: "eur", amount: 120 }])
    const { id } = await agree({ currency: "eur", lines: [{ variant_id, min_quantity: 10, unit_price: 110 }] })
    expect([await shownIn(as.anna(), eur, variant_id, 9), await shownIn(as.anna(), eur, variant_id, 10)]).toEqual([[120, currency], [110, currency]])
    expect(await shownIn(as.anna(), elsewhere, variant_id, 10)).toEqual([120, currency])
    expect([await shownIn(as.ingrid(), eur, variant_id, 10), await shownIn(as.guest(), eur, variant_id, 10)]).toEqual([[120, currency], [120, currency]])
    await endAgreementsWorkflow(container()).run({ input: { ids: [id], status: "revoked", reason: "agreement_revoked", actor: { type: "seller", id: null } } })
    expect(await shownIn(as.anna(), eur, variant_id, 10)).toEqual([120, currency])
  })

  it("prices that follow the region → the agreed price with the region's tax, in the agreed region only", async () => {
    const { eur } = ground().regions
    await says("region_id", eur, true)
    const elsewhere = await austria(true)
    const variant_id = await variant([{ currency_code: "eur", amount: 130 }, ...[eur, elsewhere].map((region_id) => ({ currency_code: "eur", amount: 120, rules: { region_id } }))])
    await agree({ currency: "eur", lines: [{ variant_id, min_quantity: 10, unit_price: 110 }] })
    const shown = [await shownIn(as.anna(), eur, variant_id, 9), await shownIn(as.anna(), eur, variant_id, 10), await shownIn(as.anna(), elsewhere, variant_id, 10)]
    expect(shown).toEqual([[120, gross], [110, gross], [120, gross]])
  })

  it("one tier follows the region, the rest the currency → each keeps its tax, the agreed price that of a single piece", async () => {
    const { eur } = ground().regions
    await says("region_id", eur, true)
    const variant_id = await variant([{ currency_code: "eur", amount: 120 }])
    await list({ prices: [{ variant_id, currency_code: "eur", amount: 100, min_quantity: 50, rules: { region_id: eur } }] })
    await agree({ currency: "eur", lines: [{ variant_id, min_quantity: 10, unit_price: 110 }] })
    const shown = [await shownIn(as.anna(), eur, variant_id, 9), await shownIn(as.anna(), eur, variant_id, 10), await shownIn(as.anna(), eur, variant_id, 50)]
    expect(shown).toEqual([[120, net], [110, net], [100, gross]])
  })

  it("the list that companies share is edited, deleted, left with rows of ended agreements → the reconciliation puts it right", async () => {
    const { eur } = ground().regions
    await says("region_id", eur, true)
    const variant_id = await variant([{ currency_code: "eur", amount: 120 }])
    const { id } = await agree({ currency: "eur", lines: [{ variant_id, min_quantity: 10, unit_price: 110 }] })
    const gone = await agree({ currency: "eur", lines: [{ variant_id, min_quantity: 20, unit_price: 90 }] })
    const shared = String((await rowsOf(id))[0]!.price_list_id)
    expect((await as.admin().post(`/admin/price-lists/${shared}`, { rules: {} })).status).toBe(200)
    await knex().raw("UPDATE negotiation_agreement SET status = 'revoked' WHERE id = ?", [gone.id])
    expect(await reconcilePrices(container())).toMatchObject({ projected: [id], removed_rows: 1, failed: [] })
    expect(await truth().row("price_list", { id: shared })).toMatchObject({ status: "active", type: "sale" })
    expect((await as.admin().delete(`/admin/price-lists/${shared}`)).status).toBe(200)
    expect(await shownIn(as.anna(), eur, variant_id, 20)).toEqual([110, net])
    expect([(await rowsOf(id)).length, (await rowsOf(gone.id)).length]).toEqual([1, 0])
    expect(await reconcilePrices(container())).toEqual({ projected: [], removed_rows: 0, settled_claims: 0, failed: [] })
  })

  describe("to the order", () => {
    it("a sale below the agreed price → the buyer pays and orders at the sale, counted on nothing; after it at the agreed price, counted", async () => {
      const variant_id = await variant([{ currency_code: "usd", amount: 120 }])
      const { id } = await agree({ lines: [{ variant_id, min_quantity: 100, unit_price: 110 }] })
      const sale = await list({ prices: [{ variant_id, amount: 99 }] })
      expect((await order(as.anna(), variant_id, 100)).items).toMatchObject([{ quantity: 100, unit_price: 99 }])
      await as.admin().delete(`/admin/price-lists/${sale}`)
      const counted = await order(as.anna(), variant_id, 100)
      expect(counted.items).toMatchObject([{ unit_price: 110 }])
      await until(async () => (await truth().row("negotiation_agreement", { id })).orders === 1)
      expect(await uses(id)).toMatchObject([{ order_id: counted.id, status: "confirmed" }])
    })

    it("the buyer's own tier under the agreed price → ordered at the tier, counted on nothing; fewer at the agreed price, counted", async () => {
      const variant_id = await variant([{ currency_code: "usd", amount: 120 }, { currency_code: "usd", amount: 104, min_quantity: 400 }])
      const { id } = await agree({ lines: [{ variant_id, min_quantity: 100, unit_price: 110 }] })
      expect((await order(as.anna(), variant_id, 400)).items).toMatchObject([{ quantity: 400, unit_price: 104 }])
      const counted = await order(as.tom(), variant_id, 399)
      expect(counted.items).toMatchObject([{ quantity: 399, unit_price: 110 }])
      await until(async () => (await truth().row("negotiation_agreement", { id })).orders === 1)
      expect(await uses(id)).toMatchObject([{ order_id: counted.id, lines: [{ quantity: 399 }] }])
    })

    it("gross pounds → the agreed price with its tax in it, counted; one piece fewer at the normal price, counted on nothing", async () => {
      const variant_id = await variant([{ currency_code: "gbp", amount: 144 }])
      const { id } = await agree({ currency: "gbp", lines: [{ variant_id, min_quantity: 100, unit_price: 132 }] })
      const inPounds = async (quantity: number) => {
        const { cart } = (await as.anna().post("/store/carts", { region_id: ground().regions.gbp, items: [{ variant_id, quantity }] })).data
        await prepareCheckout(as.anna(), ground(), cart.id, people().acme.buyers[0].email, "gbp")
        const placed = (await complete(as.anna(), cart.id)).data.order
        return { id: placed.id, lines: placed.items.map((item: any) => [item.quantity, item.unit_price, item.is_tax_inclusive, item.total, item.tax_total]) }
      }
      expect((await inPounds(99)).lines).toEqual([[99, 144, gross, 14_256, 2_376]])
      const counted = await inPounds(100)
      expect(counted.lines).toEqual([[100, 132, gross, 13_200, 2_200]])
      await until(async () => (await truth().row("negotiation_agreement", { id })).orders === 1)
      expect(await truth().rows("negotiation_agreement_use", { agreement_id: id })).toMatchObject([{ order_id: counted.id, lines: [{ quantity: 100, unit_price: 132 }] }])
    })
  })
})
