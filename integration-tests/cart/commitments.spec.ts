import type { Message } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { linkCustomersToCustomerGroupWorkflow } from "@medusajs/medusa/core-flows"
import endAgreementsJob from "../../src/jobs/end-agreements"
import remindCommitmentsJob from "../../src/jobs/remind-commitments"
import settleUnheardOrdersJob from "../../src/jobs/settle-unheard-orders"
import { NEGOTIATION_MODULE, type NegotiationModuleService } from "../../src/modules/negotiation"
import { reconcilePrices } from "../../src/workflows/agreement/reconcile-prices"
import { settleOrder } from "../../src/workflows/agreement/settle/settle-order"
import { acceptOption, askFirst } from "../http/store/ask"
import { until } from "../http/agreements/agreed"
import { complete, prepareCheckout } from "../setup/checkout"
import { storeTest } from "../setup/store-test"
import { inDays, orderingIn } from "./ordering"
import { pricesIn } from "./prices"

storeTest((store) => {
  const { as, container, ground, people, truth } = store
  const { agreeOn, agreement, asked, cancel, change, draft, edit, flags, line, order, ready, reprice, sendBack, trail, uses, variant } = orderingIn(store)
  const { list } = pricesIn(store)
  const service = () => container().resolve<NegotiationModuleService>(NEGOTIATION_MODULE)
  const variantAt = (amount: number) => variant([{ currency_code: "usd", amount }])
  const base = (variant_id: string, amount: number) =>
    change(
      `UPDATE price SET amount = ?, raw_amount = ?::jsonb WHERE currency_code = 'usd' AND price_list_id IS NULL
       AND price_set_id = (SELECT price_set_id FROM product_variant_price_set WHERE variant_id = ?)`,
      [amount, JSON.stringify({ value: String(amount), precision: 20 }), variant_id]
    )
  const cylinder = () => ground().articles.cylinder.variant_id

  /** What is done while no `order.placed` arrives anywhere. */
  async function unheard(work: () => Promise<unknown>): Promise<void> {
    const bus = container().resolve(Modules.EVENT_BUS)
    const emit = bus.emit.bind(bus)
    const lost = jest.spyOn(bus, "emit").mockImplementation((events: Message | Message[], options) => emit([events].flat().filter(({ name }) => name !== "order.placed"), options))
    try {
      await work()
    } finally {
      lost.mockRestore()
    }
  }

  /** Anna asks and takes the counter: an agreement that covers what was agreed on more dearly before. */
  async function agreeAgain(): Promise<void> {
    const cart = await store.cart(as.anna(), [{ article: ground().articles.cylinder, quantity: 2_000 }])
    const agreed = await acceptOption(as.anna(), await askFirst(as.anna(), cart, 110), "volume")
    expect(agreed.status).toBe("agreed")
  }

  it.each([
    ["are still owed → the older agreement goes on, promise and all", 1_000, "active"],
    ["have been bought → the newer one takes its place", 5_000, "superseded"],
  ])("agreeing again where promised pieces %s", async (_, fulfilled_quantity, status) => {
    const lines = [{ variant_id: cylinder(), min_quantity: 4_000, unit_price: 119, committed_quantity: 5_000, fulfilled_quantity }]
    const { id } = await agreeOn({ lines })
    await agreeAgain()
    expect(await agreement(id)).toMatchObject({ status })
    expect(await line(id)).toMatchObject({ committed_quantity: 5_000, fulfilled_quantity })
  })

  it("agreeing again while somebody is ordering under the older agreement → what they take is not sold again", async () => {
    const { id } = await agreeOn({ lines: [{ variant_id: cylinder(), min_quantity: 1_000, unit_price: 115, max_quantity: 3_000 }] })
    const claimed = { agreement_line_id: (await line(id)).id, line_id: null, variant_id: cylinder(), quantity: 1_500, unit_price: 115 }
    await service().reserveUse({ agreement_id: id, cart_id: "cart_being_ordered", lines: [claimed] })
    await agreeAgain()
    const carried = (await truth().rows("negotiation_agreement_line", { variant_id: cylinder() })).filter((each) => each.valid_until !== null)
    expect(carried).toMatchObject([{ min_quantity: 1_000, remaining_quantity: 1_500 }])
  })

  it("agreeing again without what the older agreement conceded → it goes on beside", async () => {
    const { id } = await agreeOn({ lines: [{ variant_id: cylinder(), min_quantity: 4_000, unit_price: 119 }] })
    const { id: agreement_line_id } = await line(id)
    await service().createNegotiationConcessions([
      { agreement_id: id, company_id: people().acme.id, kind: "payment_term", target: "goods", payment_term: "prepay", percent: 5, agreement_line_id, variant_id: cylinder(), min_quantity: 4_000 },
    ])
    await agreeAgain()
    expect(await agreement(id)).toMatchObject({ status: "active" })
  })

  it("two lines of one article that are more together than is left → refused with the reason; cut down, ordered", async () => {
    const variant_id = await variant([{ currency_code: "usd", amount: 120 }])
    const { id } = await agreeOn({ lines: [{ variant_id, min_quantity: 100, unit_price: 110, max_quantity: 300 }] })
    const { cart } = (await as.anna().post("/store/carts", { region_id: ground().regions.usd })).data
    for (const side of ["left", "right"]) {
      expect((await as.anna().post(`/store/carts/${cart.id}/line-items`, { variant_id, quantity: 200, metadata: { side } })).status).toBe(200)
    }
    await prepareCheckout(as.anna(), ground(), cart.id, people().acme.buyers[0].email)
    const { status, data } = await complete(as.anna(), cart.id)
    expect([status, data.code]).toEqual([409, "agreement_not_applicable"])
    expect(data.details.lines).toMatchObject([{ variant_id, quantity: 200, why: "used_up", agreement_id: id }])
    expect(await truth().rows("negotiation_agreement_use", { agreement_id: id })).toEqual([])

    const cut = await as.anna().post(`/store/carts/${cart.id}/line-items/${data.details.lines[0].line_item_id}`, { quantity: 100 })
    expect(cut.status).toBe(200)
    await reprice(as.anna(), cart.id)
    expect((await complete(as.anna(), cart.id)).data).toMatchObject({ type: "order" })
    await until(async () => (await line(id)).remaining_quantity === 0)
  })

  describe("what counts towards promised volume", () => {
    let variant_id: string
    const promised = (more: object = {}, terms: object = {}) =>
      agreeOn({ valid_until: inDays(10), lines: [{ variant_id, min_quantity: 100, unit_price: 110, committed_quantity: 300, ...more }], ...terms })
    const sale = (amount = 100) => list({ prices: [{ variant_id, amount }] })
    const fulfilled = async (id: string) => (await line(id)).fulfilled_quantity
    const counted = (id: string, pieces: number) => until(async () => (await fulfilled(id)) === pieces)
    const expire = async (id: string) => {
      await change("UPDATE negotiation_agreement SET valid_until = now() - interval '1 second' WHERE id = ?", [id])
      await endAgreementsJob(container())
    }

    beforeEach(async () => {
      variant_id = await variant([{ currency_code: "usd", amount: 120 }, { currency_code: "eur", amount: 100 }])
    })

    it("bought in a sale below the agreed price, by any buyer of the company → counted; limits untouched, no reminder, nothing missed", async () => {
      const { id } = await promised({ max_quantity: 500 }, { max_orders: 3 })
      await sale()
      expect((await order(as.tom(), variant_id, 100)).items).toMatchObject([{ unit_price: 100 }])
      await counted(id, 100)
      const { agreements } = await asked(as.anna().get("/store/agreements"))
      expect(agreements[0]).toMatchObject({ orders_left: 3, lines: [{ remaining_quantity: 500, commitment: { promised: 300, bought: 100, open: 200 } }] })
      await order(as.anna(), variant_id, 200)
      await counted(id, 300)
      expect(await line(id)).toMatchObject({ remaining_quantity: 500, bought_quantity: 0 })
      expect([(await agreement(id)).orders, await uses(id)]).toEqual([0, []])
      await remindCommitmentsJob(container())
      await expire(id)
      expect([(await agreement(id)).status, await flags(id), await trail(id)]).toEqual(["expired", [], ["expired"]])
    })

    it("bought at the normal price under the agreed quantity, and at the agreed price → both; the agreed price alone uses it", async () => {
      const { id } = await promised()
      await order(as.anna(), variant_id, 99)
      await order(as.anna(), variant_id, 100)
      await counted(id, 199)
      expect([(await line(id)).bought_quantity, (await uses(id)).length]).toEqual([100, 1])
    })

    it("bought under a newer, cheaper agreement → towards both promises; each used only by what was bought at its price", async () => {
      const older = await promised({ unit_price: 115, max_quantity: 1_000 })
      const newer = await promised({ committed_quantity: 150 })
      expect((await order(as.anna(), variant_id, 200)).items).toMatchObject([{ unit_price: 110 }])
      await until(async () => (await agreement(newer.id)).orders === 1)
      expect([await line(older.id), (await agreement(older.id)).orders]).toMatchObject([{ fulfilled_quantity: 200, bought_quantity: 0, remaining_quantity: 1_000 }, 0])
      expect(await line(newer.id)).toMatchObject({ fulfilled_quantity: 200, bought_quantity: 200 })
      const { agreements } = await asked(as.anna().get("/store/agreements"))
      expect(agreements.map((each: { lines: { commitment: object }[] }) => each.lines[0]?.commitment)).toEqual([
        { promised: 150, bought: 200, open: 0 }, { promised: 300, bought: 200, open: 100 },
      ])
    })

    it("sent back in part, edited, cancelled, settled twice, at a price of the buyer's own → taken back as at the agreed one", async () => {
      const { id } = await promised()
      await sale()
      const returned = await order(as.anna(), variant_id, 120)
      await counted(id, 120)
      await sendBack(returned, 50)
      await counted(id, 70)
      const edited = await order(as.anna(), variant_id, 30)
      await counted(id, 100)
      await edit(edited, 40)
      await counted(id, 110)
      await settleOrder(container(), edited.id)
      await cancel(edited)
      await counted(id, 70)
      await settleOrder(container(), edited.id)
      expect([await fulfilled(id), await flags(id)]).toEqual([70, []])
    })

    it("their buyer left since, and the order is cancelled → taken back from the company it was bought for", async () => {
      const { id } = await promised({}, { customer_id: people().acme.buyers[1].id })
      await sale()
      const placed = await order(as.anna(), variant_id, 100)
      await counted(id, 100)
      await linkCustomersToCustomerGroupWorkflow(container()).run({ input: { id: people().acme.customer_group_id, remove: [people().acme.buyers[0].id] } })
      await cancel(placed)
      await counted(id, 0)
    })

    it("cancelled, and nobody was told → the reconciliation takes it back", async () => {
      const { id } = await promised()
      await sale()
      const placed = await order(as.anna(), variant_id, 100)
      await counted(id, 100)
      await change(`UPDATE "order" SET status = 'canceled', updated_at = now() + interval '1 second' WHERE id = ?`, [placed.id])
      await reconcilePrices(container())
      expect(await fulfilled(id)).toBe(0)
    })

    it.each([
      ["at a price of the buyer's own → counted by morning, once", 100, 0],
      ["at the agreed price in a rep's draft → counted by morning, once, and flagged", 110, 1],
    ])("placed, and nobody was told: %s", async (_, price, orders) => {
      const { id } = await promised()
      await settleUnheardOrdersJob(container())
      await unheard(() => draft(people().acme.buyers[0], variant_id, 100, price))
      expect([await fulfilled(id), (await agreement(id)).orders]).toEqual([0, 0])
      await settleUnheardOrdersJob(container())
      await settleUnheardOrdersJob(container())
      expect([await fulfilled(id), (await agreement(id)).orders]).toEqual([100, orders])
      expect(await flags(id)).toEqual(orders > 0 ? ["unchecked_order"] : [])
    })

    it("placed before the agreement at its number, or settled before at the buyer's own price → no order of it, whatever becomes of prices", async () => {
      const variant = await variantAt(110)
      const older = await order(as.anna(), variant, 100)
      await base(variant, 120)
      const { id } = await agreeOn({ lines: [{ variant_id: variant, min_quantity: 100, unit_price: 110 }] })
      await change("UPDATE negotiation_agreement SET valid_from = now() + interval '2 minutes' WHERE id = ?", [id])
      await settleOrder(container(), older.id)
      await change("UPDATE negotiation_agreement SET valid_from = now() - interval '1 hour' WHERE id = ?", [id])
      await base(variant, 110)
      const own = await order(as.anna(), variant, 100)
      await until(async () => (await truth().rows("negotiation_heard_order", { order_id: own.id })).length === 1)
      await base(variant, 120)
      await settleUnheardOrdersJob(container())
      await settleOrder(container(), own.id)
      expect([await agreement(id), await uses(id)]).toEqual([expect.objectContaining({ status: "active", orders: 0 }), []])
    })

    it("missed, then met by an order that was heard of late → missed no more; the company's cases are answered again", async () => {
      const { id } = await promised()
      await unheard(() => draft(people().acme.buyers[0], variant_id, 300, 100))
      await change("UPDATE negotiation_agreement SET valid_until = now() WHERE id = ?", [id])
      await endAgreementsJob(container())
      expect(await flags(id)).toEqual(["commitment_missed"])
      await change("UPDATE negotiation_company SET missed_commitment_at = (SELECT (flags->0->>'at')::timestamptz FROM negotiation_agreement WHERE id = ?) WHERE id = ?", [id, people().acme.id])
      await settleUnheardOrdersJob(container())
      expect([await fulfilled(id), await flags(id), (await trail(id)).at(-1)]).toEqual([300, [], "commitment_met"])
      expect(await truth().row("negotiation_company", { id: people().acme.id })).toMatchObject({ missed_commitment_at: null })
    })

    it("another company's, in another currency, before it began, after it ended, given away → not counted", async () => {
      const { id } = await promised()
      const later = await promised({}, { valid_until: inDays(20) })
      await change("UPDATE negotiation_agreement SET valid_from = now() + interval '1 hour' WHERE id = ?", [later.id])
      await sale()
      await order(as.ingrid(), variant_id, 100)
      expect((await complete(as.anna(), await ready(as.anna(), variant_id, 100, "eur"))).data.type).toBe("order")
      await draft(people().acme.buyers[0], variant_id, 100, 0)
      await order(as.anna(), variant_id, 10)
      await counted(id, 10)
      await expire(id)
      await order(as.anna(), variant_id, 200)
      // From this moment on: the order before may not have been looked at yet.
      await change("UPDATE negotiation_agreement SET valid_from = now() WHERE id = ?", [later.id])
      // What is counted last proves that all before it were looked at.
      await order(as.anna(), variant_id, 20)
      await counted(later.id, 20)
      expect([await fulfilled(id), await flags(id)]).toEqual([10, ["commitment_missed"]])
    })

    it("a buyer of two companies → at one's agreed price that one's alone, at nobody's price both", async () => {
      await linkCustomersToCustomerGroupWorkflow(container()).run({ input: { id: people().borealis.customer_group_id, add: [people().acme.buyers[0].id] } })
      const acmes = await promised({ min_quantity: 500 })
      const theirs = await promised({ unit_price: 105 }, { company_id: people().borealis.id, customer_id: people().borealis.buyers[0].id })
      expect((await order(as.anna(), variant_id, 100)).items).toMatchObject([{ unit_price: 105 }])
      await counted(theirs.id, 100)
      await order(as.anna(), variant_id, 50)
      await counted(theirs.id, 150)
      expect(await fulfilled(acmes.id)).toBe(50)
    })
  })
})
