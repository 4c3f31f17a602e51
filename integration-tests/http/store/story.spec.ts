import { storeTest } from "../../setup/store-test"
import { acceptOption, askFirst, negotiationOf, optionOf } from "./ask"

storeTest(({ as, cart, ground, people, truth }) => {
  const cylinders = (quantity: number) => [{ article: ground().articles.cylinder, quantity }]

  describe("the story", () => {
    it("answers 110 with 2,000 more pieces, and the cart shows it while the quantity holds", async () => {
      const basket = await cart(as.anna(), cylinders(2_000))
      expect(basket.items[0].unit_price).toBe(120)

      const asked = await askFirst(as.anna(), basket, 110, { competing_offer: { competitor: "Rival", unit_price: 110 } })
      expect(asked).toMatchObject({ status: "awaiting_buyer", turn: "buyer", round: 1, rounds_left: 3, version: 1 })
      expect(asked.allowed_actions).toEqual(["accept", "counter", "refuse", "ask_person", "withdraw", "message"])
      expect(asked.offer?.options.map(({ kind, lines }) => [kind, lines[0]?.quantity, lines[0]?.unit_price])).toEqual([
        ["volume", 4_000, 110],
        ["counter", 2_000, 118],
      ])
      expect(optionOf(asked, "volume")).toMatchObject({ headline: "2,000 more pieces support $110", saving_total: 40_000 })
      expect(optionOf(asked, "volume").conditions.join(" ")).toMatch(/3,667.*4,000.*90 days/)

      expect(optionOf(asked, "counter").conditions.join(" ")).not.toContain("cheaper")

      const agreed = await acceptOption(as.anna(), asked, "volume")
      expect(agreed.history.map(({ by, kind, options }) => [`${by}.${kind}`, options])).toEqual([
        ["buyer.requested", undefined],
        ["seller.offered", [{ kind: "volume", headline: "$110 each for 4,000 pieces" }, { kind: "counter", headline: "$118 each for 2,000 pieces" }]],
        ["buyer.accepted", undefined],
      ])
      expect(agreed).toMatchObject({
        status: "agreed",
        turn: null,
        version: 2,
        offer: null,
        agreement: { status: "active", lines: [{ min_quantity: 4_000, unit_price: 110 }] },
      })
      const line = async () => (await as.anna().get(`/store/carts/${basket.id}`)).data.cart.items[0]
      expect(await line()).toMatchObject({ quantity: 4_000, unit_price: 110 })

      const setQuantity = (quantity: number) => as.anna().post(`/store/carts/${basket.id}/line-items/${basket.items[0].id}`, { quantity })
      await setQuantity(2_000)
      expect(await line()).toMatchObject({ quantity: 2_000, unit_price: 120 })
      await setQuantity(4_000)
      expect(await line()).toMatchObject({ quantity: 4_000, unit_price: 110 })
      const trail = await truth().rows("negotiation_event", { negotiation_id: asked.id })
      expect(trail.sort((a, b) => Number(a.sequence) - Number(b.sequence))).toEqual([
        expect.objectContaining({ kind: "requested", actor_type: "buyer", actor_id: people().acme.buyers[0].id }),
        expect.objectContaining({ kind: "offered", actor_type: "system", status_after: "awaiting_buyer" }),
        expect.objectContaining({ kind: "accepted", actor_type: "buyer", status_before: "awaiting_buyer", status_after: "agreed" }),
      ])
    })

    it("gives the agreed price to the colleague, and to nobody else", async () => {
      const basket = await cart(as.anna(), cylinders(2_000))
      await acceptOption(as.anna(), await askFirst(as.anna(), basket, 110), "volume")
      const price = async (who: Parameters<typeof cart>[0]) => (await cart(who, cylinders(4_000))).items[0].unit_price
      expect(await price(as.tom())).toBe(110)
      expect(await price(as.ingrid())).toBe(120)
      expect(await price(as.solo())).toBe(120)
      expect(await price(as.guest())).toBe(120)
      const asAnna = await as.guest().post("/store/carts", { region_id: ground().regions.usd, email: people().acme.buyers[0].email })
      expect(asAnna.status).toBe(401)
      expect(asAnna.data).toMatchObject({ code: "unauthorized" })
    })

    it("answers other asks with other trades, never with a yes in the first round", async () => {
      const basket = await cart(as.anna(), cylinders(2_000))
      const first = await askFirst(as.anna(), basket, 115)
      expect(optionOf(first, "volume").lines[0]).toMatchObject({ quantity: 2_500, unit_price: 115 })
      const other = await cart(as.ingrid(), cylinders(2_000))
      const second = await askFirst(as.ingrid(), other, 112)
      expect(optionOf(second, "volume").lines[0]).toMatchObject({ quantity: 3_500, unit_price: 112 })
    })

    it("hands a refused offer to a person, and a withdrawn case ends", async () => {
      const basket = await cart(as.anna(), cylinders(2_000))
      const asked = await askFirst(as.anna(), basket, 110)
      const refused = negotiationOf(
        await as.anna().post(`/store/negotiations/${asked.id}/refuse`, { version: 1, reason_code: "quantity_too_large", message: "Too many for us" }),
        200
      )
      expect(refused).toMatchObject({ status: "in_review", turn: "seller", version: 2, offer: null, reason_code: "buyer_refused" })
      expect(refused.allowed_actions).toEqual(["withdraw", "message"])
      expect(refused.messages).toMatchObject([{ by: "buyer", message: "Too many for us" }])
      const gone = negotiationOf(await as.anna().post(`/store/negotiations/${asked.id}/withdraw`, { version: 2 }), 200)
      expect(gone).toMatchObject({ status: "withdrawn", allowed_actions: [] })
      const late = await as.anna().post(`/store/negotiations/${asked.id}/withdraw`, { version: 3 })
      expect([late.status, late.data.code]).toEqual([409, "already_ended"])
    })

    it("keeps the offer standing while a person looks, and it can still be accepted", async () => {
      const basket = await cart(as.anna(), cylinders(2_000))
      const asked = await askFirst(as.anna(), basket, 110)
      const inReview = negotiationOf(await as.anna().post(`/store/negotiations/${asked.id}/ask-person`, { version: 1 }), 200)
      expect(inReview).toMatchObject({ status: "in_review", turn: "seller", reason_code: "asked_for_person" })
      expect(inReview.allowed_actions).toContain("accept")
      expect(await acceptOption(as.anna(), inReview, "volume")).toMatchObject({ status: "agreed" })
    })

    it("sends what no policy can settle to a person: a missing cost", async () => {
      const basket = await cart(as.anna(), [{ article: ground().articles.gearbox, quantity: 100 }])
      const asked = await askFirst(as.anna(), basket, 120)
      expect(asked).toMatchObject({ status: "in_review", turn: "seller", offer: null, reason_code: "under_review" })
    })

    it("takes messages at any time, without a turn and without moving the case", async () => {
      const asked = await askFirst(as.anna(), await cart(as.anna(), cylinders(2_000)), 110)
      const said = negotiationOf(await as.anna().post(`/store/negotiations/${asked.id}/messages`, { message: "We need it by May" }), 201)
      expect(said).toMatchObject({ version: 1, status: "awaiting_buyer", messages: [{ by: "buyer", message: "We need it by May" }] })
      const foreign = await as.ingrid().post(`/store/negotiations/${asked.id}/messages`, { message: "Hello" })
      expect([foreign.status, foreign.data.code]).toEqual([404, "not_found"])
    })

    it("countering: a better ask moves the offer, the same ask changes nothing", async () => {
      const basket = await cart(as.anna(), cylinders(2_000))
      const asked = await askFirst(as.anna(), basket, 108)
      const line_id = asked.lines[0]?.id
      const again = await as.anna().post(`/store/negotiations/${asked.id}/counter`, { version: 1, lines: [{ line_id, target_unit_price: 108 }] })
      expect(negotiationOf(again, 200)).toMatchObject({ version: 1, round: 1, offer: { id: asked.offer?.id } })
      const better = negotiationOf(
        await as.anna().post(`/store/negotiations/${asked.id}/counter`, { version: 1, lines: [{ line_id, target_unit_price: 112 }] }),
        200
      )
      expect(better).toMatchObject({ status: "awaiting_buyer", version: 2, round: 2 })
      expect(better.offer?.id).not.toBe(asked.offer?.id)
    })

    it("with no rounds left every other ask gets the standing answer, and the counter can still be met", async () => {
      const basket = await cart(as.anna(), cylinders(2_000))
      let asked = await askFirst(as.anna(), basket, 100)
      const line_id = asked.lines[0]?.id
      const counter = async (target_unit_price: number) =>
        negotiationOf(await as.anna().post(`/store/negotiations/${asked.id}/counter`, { version: asked.version, lines: [{ line_id, target_unit_price }] }), 200)
      for (const target of [101, 102, 103]) asked = await counter(target)
      expect(asked).toMatchObject({ round: 4, rounds_left: 0 })
      expect(asked.allowed_actions).not.toContain("counter")
      expect(await counter(104)).toMatchObject({ status: "awaiting_buyer", version: asked.version, round: 4, offer: { id: asked.offer?.id } })
      const standing = optionOf(asked, "counter").lines[0]?.unit_price ?? 0
      expect(standing).toBeLessThan(118)
      expect(await counter(standing + 0.5)).toMatchObject({ status: "agreed", agreement: { lines: [{ unit_price: standing }] } })
    })

    it("a new request replaces the open one and keeps the rounds", async () => {
      const basket = await cart(as.anna(), cylinders(2_000))
      const first = await askFirst(as.anna(), basket, 108)
      const second = await askFirst(as.anna(), basket, 110)
      expect(second).toMatchObject({ previous_id: first.id, round: 2 })
      const old = negotiationOf(await as.anna().get(`/store/negotiations/${first.id}`), 200)
      expect(old).toMatchObject({ status: "withdrawn", reason_code: "superseded" })
    })

    it("lists the buyer's own cases and the company's agreements", async () => {
      const basket = await cart(as.anna(), cylinders(2_000))
      const asked = await askFirst(as.anna(), basket, 110)
      await acceptOption(as.anna(), asked, "volume")
      const mine = await as.anna().get("/store/negotiations?limit=5")
      expect(mine.data).toMatchObject({ count: 1, offset: 0, limit: 5, negotiations: [{ id: asked.id, status: "agreed" }] })
      expect((await as.tom().get("/store/negotiations")).data.count).toBe(0)
      const shared = await as.tom().get("/store/agreements")
      expect(shared.data).toMatchObject({ count: 1, agreements: [{ negotiation_id: asked.id, status: "active" }] })
      expect((await as.ingrid().get("/store/agreements")).data.count).toBe(0)

      const toms = await cart(as.tom(), cylinders(10))
      const applied = await as.tom().post(`/store/agreements/${shared.data.agreements[0].id}/apply`, { cart_id: toms.id })
      expect(applied.status).toBe(200)
      const shown = (await as.tom().get(`/store/carts/${toms.id}`)).data.cart.items[0]
      expect(shown).toMatchObject({ quantity: 4_000, unit_price: 110 })
      const foreign = await as.ingrid().post(`/store/agreements/${shared.data.agreements[0].id}/apply`, { cart_id: toms.id })
      expect([foreign.status, foreign.data.code]).toEqual([404, "not_found"])
    })

    it("an accepted price that does not fit the cart is taken back and goes to a person", async () => {
      const basket = await cart(as.anna(), cylinders(2_000))
      const asked = await askFirst(as.anna(), basket, 110)
      await as.anna().delete(`/store/carts/${basket.id}/line-items/${basket.items[0].id}`)
      await as.admin().post(`/admin/products/${ground().articles.cylinder.product_id}`, { status: "draft" })
      const failed = await acceptOption(as.anna(), asked, "volume")
      expect(failed).toMatchObject({ status: "in_review", reason_code: "apply_failed", agreement: null })
      expect(await truth().rows("negotiation_agreement")).toEqual([])
      expect((await truth().rows("price")).filter((price) => price.price_list_id !== null)).toEqual([])
    })
  })
})
