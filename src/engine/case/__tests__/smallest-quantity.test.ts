import { decide, type LineFacts, type PolicyTerms } from "../.."
import { after, askFor, factsWith, FRESH, lineWith, menuOf, policyWith, units } from "../../__tests__/story"

const answer = (price: number, quantity: number, line: Partial<LineFacts> = {}, terms: Partial<PolicyTerms> = {}, state = FRESH) =>
  decide(policyWith(terms), factsWith([lineWith({ minimum_quantity: 2_000, ...line })]), state, askFor(price, quantity))

describe("fewer pieces than are sold at once", () => {
  it("are not agreed to, whatever is paid: the smallest quantity is offered at the price that would have been", () => {
    const asked = answer(118, 1_900)
    expect([asked.answer, asked.accepted, menuOf(asked)]).toEqual(["counter", [], ["volume 2400 @ 118"]])
    expect(menuOf(answer(119, 1_900, { lot: 50 }))).toEqual(["volume 2000 @ 118"])
    expect(answer(118, 2_000)).toMatchObject({ answer: "accept", accepted: [{ quantity: 2_000, unit_price: units(118) }] })
  })

  it("at today's price → the smallest quantity at that price, or at the tier that begins there", () => {
    const none = { opening_concession: 0, talk_concession_limit: 0 }
    expect(menuOf(answer(120, 1_900, { lot: 100 }, none))).toEqual(["volume 2000 @ 120"])
    expect(menuOf(answer(60, 1_900, { lot: 100 }))).not.toContain("counter 1900 @ 118")
    const own_prices = [{ min_quantity: 1, unit_price: units(120) }, { min_quantity: 2_000, unit_price: units(115) }]
    expect(menuOf(answer(120, 1_900, { lot: 100, own_prices }, none))).toEqual(["volume 2000 @ 115"])
  })

  it("are not agreed to at a price that stands either", () => {
    const given = { memory: { line_1: { rounds: 1, asks: [], counters: [{ quantity: 1_000, unit_price: units(117) }], marginal_price: null } }, standing: [], cooling_down: false }
    expect(answer(118, 1_900, { lot: 100 }, {}, given).accepted).toEqual([])
    expect(answer(118, 1_900, { lot: 100 }, {}, { ...given, cooling_down: true }).answer).toBe("limit")
  })

  it("asked for again → what stands, no round", () => {
    const first = answer(118, 1_900, { lot: 100 })
    const again = answer(118, 1_900, { lot: 100 }, {}, after(first))
    expect([again.answer, again.standing, menuOf(again)]).toEqual(["counter", true, ["volume 2000 @ 118"]])
  })

  it("under the price that would have been → the counter at the smallest quantity beside the trade, and again once the offer has lapsed", () => {
    const first = answer(110, 1_900, { lot: 100 })
    expect(menuOf(first)).toEqual(["volume 3600 @ 110", "volume 2000 @ 118"])
    const lapsed = answer(110, 1_900, { lot: 100 }, {}, { ...after(first), standing: [] })
    expect([lapsed.reason_code, menuOf(lapsed)]).toEqual(["standing_answer", ["volume 2000 @ 118", "volume 3600 @ 110"]])
    const capped = { ...after(first), standing: [] }
    expect(menuOf(answer(110, 1_900, { lot: 100, stock: 2_000 }, {}, capped))).toEqual(["volume 2000 @ 118"])
    expect(answer(110, 1_900, { lot: 100, stock: 1_999 }, {}, capped).answer).toBe("person")
  })

  it("with a tier of the buyer's own that begins under it and meets the ask → the smallest quantity at that tier, not a person", () => {
    const own_prices = [{ min_quantity: 1, unit_price: units(120) }, { min_quantity: 1_950, unit_price: units(112) }]
    expect(menuOf(answer(112, 1_900, { lot: 100, own_prices }))).toEqual(["volume 2000 @ 112"])
  })

  it("at a schedule that falls no further → the counter there, not a person", () => {
    expect(menuOf(answer(100, 1_900, { lot: 100 }, { talk_concession_limit: 0.05, volume_gain_share: 1 }))).toEqual(["volume 2000 @ 118"])
  })

  describe("at a price that would be agreed to, beside a tier of the buyer's own that begins before the next whole step", () => {
    const tier = (unit_price: number) => ({ own_prices: [{ min_quantity: 1, unit_price: units(120) }, { min_quantity: 2_000, unit_price: units(unit_price) }] })

    it("→ the tier, where it costs no more", () => {
      expect(menuOf(answer(119.6, 1_900, tier(118)))).toEqual(["volume 2000 @ 118"])
    })

    it("→ the counter in whole steps, where the tier costs more", () => {
      expect(menuOf(answer(119.6, 1_900, tier(119.5)))).toEqual(["volume 2400 @ 118"])
    })

    it("→ the tier's pieces at the counter, where a whole step is past the cap; without one a person", () => {
      const terms = { volume_cap_factor: 1.2 }
      const asked = answer(119.6, 1_900, tier(119.5), terms)
      expect(menuOf(asked)).toEqual(["volume 2000 @ 118"])
      expect(answer(118, 2_000, tier(119.5), terms, after(asked))).toMatchObject({ answer: "accept", accepted: [{ quantity: 2_000, unit_price: units(118) }] })
      expect(menuOf(answer(119.6, 1_900, tier(118), terms))).toEqual(["volume 2000 @ 118"])
      expect(answer(119.6, 1_900, {}, terms)).toMatchObject({ answer: "person", reason_code: "no_room" })
    })
  })
})
