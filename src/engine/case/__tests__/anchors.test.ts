import { decide, type LineFacts, type PolicyTerms } from "../.."
import { askFor, factsWith, FRESH, lineWith, menuOf, policyWith, units } from "../../__tests__/story"

function ask(line: Partial<LineFacts>, terms: Partial<PolicyTerms>, price: number, quantity = 2_000) {
  return decide(policyWith({ automatic_limit: { usd: 1e6 }, ...terms }), factsWith([lineWith(line)]), FRESH, askFor(price, quantity))
}

describe("the last price paid", () => {
  const last = { unit_price: units(119), quantity: 2_500, age_days: 30 }

  it("is ignored where the policy says so", () => {
    expect(menuOf(ask({ last_paid: last }, {}, 110))).toEqual(["volume 4000 @ 110", "counter 2000 @ 118"])
  })

  it("holds counters, and lifts trades past its quantity", () => {
    const hold = { last_paid: "hold" } as const
    expect(menuOf(ask({ last_paid: last }, hold, 115))).toEqual(["volume 3000 @ 115", "counter 2000 @ 119"])
    expect(ask({ last_paid: last }, hold, 118.8).answer).toBe("counter")
    expect(menuOf(ask({ last_paid: { ...last, quantity: 9_000 } }, hold, 110))).toEqual(["counter 2000 @ 119"])
  })

  it("holds no longer once the cost has fallen", () => {
    const cheaper = { last_paid: { ...last, unit_cost: units(81) } }
    expect(menuOf(ask(cheaper, { last_paid: "hold" }, 110))).toEqual(["volume 4000 @ 110", "counter 2000 @ 118"])
  })

  it("is honoured at its quantity or more while it is young enough", () => {
    const honour = { last_paid: "honour", last_paid_max_months: 12 } as const
    const paid = { unit_price: units(115), quantity: 2_000, age_days: 365 }
    expect(menuOf(ask({ last_paid: paid }, honour, 105))).toContain("counter 2000 @ 115")
    expect(ask({ last_paid: paid }, honour, 115).accepted[0]?.unit_price).toBe(units(115))
    expect(menuOf(ask({ last_paid: { ...paid, quantity: 2_001 } }, honour, 105))).toContain("counter 2000 @ 118")
    expect(menuOf(ask({ last_paid: { ...paid, age_days: 366 } }, honour, 105))).toContain("counter 2000 @ 118")
  })
})

describe("the buyer's own prices", () => {
  const tiers = (price: number, from = 3_000) => ({
    own_prices: [{ min_quantity: 1, unit_price: units(120) }, { min_quantity: from, unit_price: units(price) }],
  })

  it("are pointed out where a tier meets the ask with no more pieces", () => {
    const decision = ask(tiers(109), {}, 110)
    expect(menuOf(decision)).toEqual(["volume 3000 @ 109", "counter 2000 @ 118"])
    expect(decision.menu[0]?.saving_total).toBe(0)
  })

  it("are left alone where the trade needs fewer pieces", () => {
    expect(menuOf(ask(tiers(109, 5_000), {}, 110))[0]).toBe("volume 4000 @ 110")
  })

  it("leave out a trade that would be no better", () => {
    expect(menuOf(ask(tiers(106.5, 3_000), {}, 100))).toEqual(["counter 2000 @ 118"])
  })

  it("are not pointed out under the floor", () => {
    expect(menuOf(ask(tiers(90), {}, 91))).toEqual(["counter 2000 @ 118"])
  })
})

describe("cap, lot and stock", () => {
  it("offers the best price at the cap for an ask out of reach", () => {
    expect(menuOf(ask({}, {}, 100))).toEqual(["volume 6000 @ 106.6", "counter 2000 @ 118"])
    expect(menuOf(ask({}, { volume_cap_factor: 2.9 }, 100))[0]).toBe("volume 5500 @ 107.12")
  })

  it("goes no further than the stock, and up in lots", () => {
    expect(menuOf(ask({ stock: 3_700 }, {}, 100))[0]).toBe("volume 3500 @ 110.68")
    expect(menuOf(ask({ lot: 48 }, {}, 110))[0]).toBe(`volume ${2_000 + 37 * 48} @ 110`)
    expect(menuOf(ask({ stock: 2_400 }, {}, 110))).toEqual(["counter 2000 @ 118"])
  })

  it("leaves out a trade above the automatic limit", () => {
    expect(menuOf(ask({}, { automatic_limit: { usd: 479_999 } }, 110))).toEqual(["counter 2000 @ 118"])
  })

  it("trades only, where talk gives nothing", () => {
    const terms = { talk_concession_limit: 0, opening_concession: 0 }
    expect(menuOf(ask({}, terms, 110))).toEqual(["volume 4500 @ 110"])
    expect(ask({}, { ...terms, volume_cap_factor: 1 }, 110)).toMatchObject({ answer: "person", reason_code: "no_room" })
  })
})

describe("jitter", () => {
  it("moves the curve and the marginal price, not the band nor the floor", () => {
    const up = ask({ jitter: 50 }, {}, 110)
    expect(menuOf(up)).toEqual(["volume 4500 @ 110", "counter 2000 @ 119"])
    const down = ask({ jitter: -1_000 }, {}, 100)
    expect(menuOf(down).at(-1)).toBe("counter 2000 @ 112")
  })
})
