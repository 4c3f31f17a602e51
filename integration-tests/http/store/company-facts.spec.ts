import { Modules } from "@medusajs/framework/utils"
import { createApiKeysWorkflow, createInventoryLevelsWorkflow, createStockLocationsWorkflow, linkSalesChannelsToApiKeyWorkflow, linkSalesChannelsToStockLocationWorkflow } from "@medusajs/medusa/core-flows"
import { agreedIn } from "../agreements/agreed"
import { storeTest } from "../../setup/store-test"
import { acceptOption, askFirst } from "./ask"

storeTest((store) => {
  const { as, cart, container, ground, people, truth } = store
  const { agree, service } = agreedIn(store)
  const cylinders = (quantity: number) => [{ article: ground().articles.cylinder, quantity }]

  it("a commitment that was missed sends the company's next cases to a person, until somebody clears it", async () => {
    const standing = await askFirst(as.anna(), await cart(as.anna(), cylinders(2_000)), 110)
    await service().updateNegotiationCompanies({ id: people().acme.id, missed_commitment_at: new Date() })

    const asked = await askFirst(as.tom(), await cart(as.tom(), cylinders(1_000)), 119.9)
    expect(asked).toMatchObject({ status: "in_review", offer: null, reason_code: "under_review" })
    expect(await truth().row("negotiation", { id: asked.id })).toMatchObject({ reason_code: "commitment_missed" })
    const ladder = (await as.anna().get(`/store/price-ladders?cart_id=${standing.cart_id}`)).data.ladders[0]
    expect(ladder.thresholds).toEqual([])
    // What was offered before still stands; another company is answered as ever.
    expect(await acceptOption(as.anna(), standing, "volume")).toMatchObject({ status: "agreed" })
    expect(await askFirst(as.ingrid(), await cart(as.ingrid(), cylinders(2_000)), 110)).toMatchObject({ status: "awaiting_buyer" })

    await service().updateNegotiationCompanies({ id: people().acme.id, missed_commitment_at: null })
    expect(await askFirst(as.tom(), await cart(as.tom(), cylinders(1_000)), 110)).toMatchObject({ status: "awaiting_buyer" })
  })

  it("an agreement that is one buyer's alone is a fact of that buyer's alone", async () => {
    const { variant_id } = ground().articles.cylinder
    const { id } = await agree({ lines: [{ variant_id, min_quantity: 100, unit_price: 100 }] })
    await service().updateNegotiationAgreements({ id, shared: false })
    const query = `/store/price-ladders?variant_id=${variant_id}&quantity=50&region_id=${ground().regions.usd}`
    const seen = async (who: ReturnType<typeof as.anna>) => (await who.get(query)).data.ladders[0]
    expect(await seen(as.anna())).toMatchObject({ agreed: [{ agreement_id: id, min_quantity: 100, unit_price: 100 }], hint: expect.stringContaining("100 pieces") })
    expect(await seen(as.tom())).toMatchObject({ agreed: [], hint: null })
    // What Tom pays now is the reference of his ask: under 120, not under the colleague's 100.
    const asked = await askFirst(as.tom(), await cart(as.tom(), cylinders(150)), 110)
    expect(asked.lines[0]).toMatchObject({ current_unit_price: 120 })
  })

  it("an agreement that is over, announced to be over, or used up is no fact any more", async () => {
    const { variant_id } = ground().articles.cylinder
    const one = await agree({ lines: [{ variant_id, min_quantity: 100, unit_price: 100 }], max_orders: 1 })
    const other = await agree({ lines: [{ variant_id, min_quantity: 200, unit_price: 99 }] })
    const query = `/store/price-ladders?variant_id=${variant_id}&quantity=50&region_id=${ground().regions.usd}`
    const agreed = async () => (await as.anna().get(query)).data.ladders[0].agreed.map((price: { agreement_id: string }) => price.agreement_id).sort()
    expect(await agreed()).toEqual([one.id, other.id].sort())
    const end = new Date(Date.now() + 3_600_000)
    await service().updateNegotiationAgreements([{ id: one.id, orders: 1 }, { id: other.id, revoke_at: end }])
    expect(await agreed()).toEqual([other.id])
    const [ladder] = (await as.anna().get(query)).data.ladders
    expect(ladder.agreed[0].valid_until).toBe(end.toISOString())
    await service().updateNegotiationAgreements({ id: other.id, revoke_at: new Date(Date.now() - 1_000) })
    expect(await agreed()).toEqual([])
  })

  it("a ladder of a variant counts the stock of the storefront's own sales channel", async () => {
    const { cylinder } = ground().articles
    const channel = await container().resolve(Modules.SALES_CHANNEL).createSalesChannels({ name: "Branch" })
    const { result: keys } = await createApiKeysWorkflow(container()).run({ input: { api_keys: [{ title: "Branch", type: "publishable", created_by: "" }] } })
    await linkSalesChannelsToApiKeyWorkflow(container()).run({ input: { id: keys[0]!.id, add: [channel.id] } })
    const { result: locations } = await createStockLocationsWorkflow(container()).run({ input: { locations: [{ name: "Branch" }] } })
    await linkSalesChannelsToStockLocationWorkflow(container()).run({ input: { id: locations[0]!.id, add: [channel.id] } })
    const [item] = await container().resolve(Modules.INVENTORY).listInventoryItems({ sku: "CYLINDER" })
    await createInventoryLevelsWorkflow(container()).run({ input: { inventory_levels: [{ location_id: locations[0]!.id, inventory_item_id: item!.id, stocked_quantity: 70 }] } })

    const query = `/store/price-ladders?variant_id=${cylinder.variant_id}&quantity=10&region_id=${ground().regions.usd}`
    const inStock = async (headers: Record<string, string> = {}) => (await as.anna().get(query, headers)).data.ladders[0].availability.in_stock
    expect(await inStock()).toBe(100_000)
    expect(await inStock({ "x-publishable-api-key": keys[0]!.token })).toBe(70)
  })

  it("ordering again makes a new cart at the agreed price, and none where the agreement does not apply", async () => {
    const agreed = await acceptOption(as.anna(), await askFirst(as.anna(), await cart(as.anna(), cylinders(2_000)), 110), "volume")
    const path = `/store/agreements/${agreed.agreement?.id}/apply`
    const { status, data } = await as.anna().post(path, {})
    expect(status).toBe(200)
    const made = (await as.anna().get(`/store/carts/${data.cart_id}`)).data.cart
    expect(made).toMatchObject({ region_id: ground().regions.usd, currency_code: "usd", email: people().acme.buyers[0].email, sales_channel_id: ground().sales_channel_id })
    expect(made.items).toMatchObject([{ quantity: 4_000, unit_price: 110 }])

    const carts = (await truth().rows("cart")).length
    const stranger = await as.ingrid().post(path, {})
    expect([stranger.status, stranger.data.code]).toEqual([404, "not_found"])
    await service().updateNegotiationAgreements({ id: agreed.agreement!.id, valid_until: new Date(Date.now() - 1_000) })
    const late = await as.anna().post(path, {})
    expect([late.status, late.data.code]).toEqual([409, "agreement_not_applicable"])
    expect(await truth().rows("cart")).toHaveLength(carts)
  })
})
