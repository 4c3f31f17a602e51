import { adminNegotiationSchema, type StoreNegotiation } from "../../../src/contract"
import { storeTest } from "../../setup/store-test"
import { askFirst, negotiationOf, optionOf } from "./ask"

storeTest(({ as, cart, ground }) => {
  const DECISION = { reason_code: "competitive_match", note: "For this order" }

  const countered = async ({ id, version, lines }: StoreNegotiation, target_unit_price: number, quantity = 2_000) =>
    negotiationOf(await as.anna().post(`/store/negotiations/${id}/counter`, { version, lines: [{ line_id: lines[0]?.id, target_unit_price, quantity }] }), 200)

  /** Anna asks 103 for 2,000 cylinders and hears 118; a rep then offers them at 108, for ten days. */
  async function offeredByRep(): Promise<StoreNegotiation> {
    const asked = await askFirst(as.anna(), await cart(as.anna(), [{ article: ground().articles.cylinder, quantity: 2_000 }]), 103)
    const { version } = negotiationOf(await as.anna().post(`/store/negotiations/${asked.id}/ask-person`, { version: asked.version }), 200)
    const lines = [{ line_id: asked.lines[0]?.id, unit_price: 108, quantity: 2_000 }]
    const answer = await as.admin().post(`/admin/negotiations/${asked.id}/counter`, { version, ...DECISION, lines, agreement_days: 10 })
    expect(adminNegotiationSchema.parse(answer.data.negotiation)).toMatchObject({ status: "awaiting_buyer", offer: { origin: "person" } })
    return negotiationOf(await as.anna().get(`/store/negotiations/${asked.id}`), 200)
  }

  describe("a price a person gave", () => {
    it("is in the engine's next menu, for as long as the person said, and can be taken from it", async () => {
      const next = await countered(await offeredByRep(), 107)
      expect(optionOf(next, "counter").lines[0]).toMatchObject({ quantity: 2_000, unit_price: 108 })
      const later = await countered(next, 107.5)
      expect(optionOf(later, "counter").lines[0]?.unit_price).toBeLessThanOrEqual(108)
      const agreed = await countered(later, 108)
      expect(agreed).toMatchObject({ status: "agreed", agreement: { lines: [{ min_quantity: 2_000, unit_price: 108 }] } })
      const days = (Date.parse(agreed.agreement?.valid_until ?? "") - Date.now()) / 86_400_000
      expect(Math.ceil(days)).toBe(10)
    })

    it("goes on standing word for word under an ask that earns nothing", async () => {
      const offered = await offeredByRep()
      expect(await countered(offered, 90)).toMatchObject({ version: offered.version, offer: { id: offered.offer?.id } })
    })
  })
})
