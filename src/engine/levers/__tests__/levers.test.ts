import type { LeverTerms, SubstituteFacts } from "../../types"
import { floorBasis } from "../../price"
import { lineWith, policyWith, units } from "../../__tests__/story"
import { atOnce, bestSubstitute, cutOf, floorCut, gainOf, largestCut, overDays, type Lever } from ".."

const WHOLE = 10_000
const slow: Lever = { kind: "freight", id: "slow", gain: units(1_000), gainShare: 0, shipping: null, interestShare: 0 }
const later = (gainShare: number): Lever => ({ kind: "payment_term", id: "prepaid", gain: 0, gainShare, shipping: null, interestShare: 0 })

describe("what a lever brings", () => {
  it("a slower way to ship → a sum an order, whatever it is worth", () => {
    expect([0, units(10), units(236_000)].map((paid) => gainOf(slow, paid))).toEqual([units(1_000), units(1_000), units(1_000)])
  })

  it("payment 30 days sooner at 8% a year → 0.6575% of what is paid", () => {
    expect(gainOf(later(overDays(800, 30)), units(234_938))).toBe(Math.floor((units(234_938) * 800 * 30) / (WHOLE * 365)))
    expect(gainOf(later(overDays(800, 30)), units(234_938))).toBe(15_447_978)
  })

  it("bad debt of 1% saved → 1% of what is paid, at whatever days", () => {
    expect(gainOf(later(atOnce(100)), units(234_938))).toBe(units(2_349.38))
  })
})

describe("the cut of a lever", () => {
  it("30% of 1,000 kept, of goods for 236,000 → 29 basis points, 684.40", () => {
    expect(largestCut(slow, units(236_000), 3_000)).toBe(29)
    expect(cutOf(units(236_000), 29)).toBe(units(684.4))
  })

  it("a share of what is paid → less than the same share of the price before the cut", () => {
    expect(largestCut(later(overDays(800, 30)), units(236_000), 3_000)).toBe(45)
    expect(largestCut(later(overDays(800, 30) + atOnce(100)), units(236_000), 3_000)).toBe(114)
    expect(largestCut(later(atOnce(5_000)), units(100), 0)).toBe(3_333)
  })

  it("everything kept, or nothing to cut → no cut", () => {
    expect(largestCut(slow, units(236_000), WHOLE)).toBe(0)
    expect(largestCut(slow, 0, 3_000)).toBe(0)
    expect(largestCut(later(0), units(236_000), 3_000)).toBe(0)
  })

  it("nothing kept → the seller still gains what it gives", () => {
    for (const lever of [slow, later(overDays(1_999, 365)), later(atOnce(5_000))]) {
      for (const goods of [1, 7, units(13.37), units(999_999), units(236_000)]) {
        const cut = largestCut(lever, goods, 0)
        expect(gainOf(lever, goods - cutOf(goods, cut))).toBeGreaterThanOrEqual(cutOf(goods, cut))
      }
    }
  })
})

describe("the lowest cash price", () => {
  const least = units(105)

  it("105 → down to it, and a cent to spare", () => {
    expect(floorCut([{ least, quantity: 2_000, price: units(118) }], 100)).toBe(1_101)
    expect(floorCut([{ least, quantity: 1, price: units(105.03) }], 100)).toBe(1)
    expect(floorCut([{ least, quantity: 1, price: units(105.02) }], 100)).toBe(0)
  })

  it("a line under it, or without one → nothing; of several lines the tightest", () => {
    expect(floorCut([{ least, quantity: 1, price: units(95) }], 100)).toBe(0)
    expect(floorCut([{ least: null, quantity: 1, price: units(118) }], 100)).toBe(0)
    expect(floorCut([{ least, quantity: 2_000, price: units(118) }, { least, quantity: 100, price: units(106) }], 100)).toBe(94)
    expect(floorCut([{ least, quantity: 2_000, price: units(118) }, { least: units(118), quantity: 100, price: units(118) }], 100)).toBe(0)
  })
})

describe("a substitute", () => {
  const levers: LeverTerms = {
    kept_share: 0.3, freight: [], payment: { terms: [], standard_days: 30, annual_rate: 0.08, bad_debt: 0 }, substitutes: "configured",
  }
  const policy = policyWith({ levers, cost_max_age_days: 30 })
  const other = (change: Partial<SubstituteFacts> = {}): SubstituteFacts => ({
    variant_id: "variant_9", excluded: null, list_unit_price: units(112), own_prices: [{ min_quantity: 1, unit_price: units(109) }],
    unit_cost: units(65), cost_age_days: 1, stock: null, ...change,
  })
  const find = (substitutes: SubstituteFacts[], change: Partial<Parameters<typeof bestSubstitute>[0]> = {}) => {
    const line = lineWith({ substitutes })
    const basis = floorBasis(policy, line, 100)
    if (typeof basis === "string") throw new Error("the line has a cost")
    return bestSubstitute({ policy, line, basis, quantity: 2_000, ask: units(110), price: units(118), grid: 100, ...change }, null)
  }

  it("at the buyer's own price, under the ask, earning 44 where the asked article earns 38 → offered", () => {
    expect(find([other()])).toEqual({ variantId: "variant_9", unitPrice: units(109), cost: units(65) })
  })

  it.each([
    ["kept out", { excluded: "scope" }],
    ["too few in stock", { stock: 1_999 }],
    ["nobody knows how many in stock", { stock: "unknown" }],
    ["without a cost", { unit_cost: null }],
    ["with an old cost", { cost_age_days: 31 }],
    ["dearer than asked", { own_prices: [{ min_quantity: 1, unit_price: units(110.01) }] }],
    ["dear at this quantity", { own_prices: [{ min_quantity: 1, unit_price: units(109) }, { min_quantity: 2_000, unit_price: units(111) }] }],
    ["under its own floor", { own_prices: [{ min_quantity: 1, unit_price: units(76.47) }] }],
    ["earning less", { unit_cost: units(73) }],
    ["the asked article itself", { variant_id: "variant_1" }],
  ] as const)("%s → not offered", (_, change) => {
    expect(find([other(change)])).toBeNull()
  })

  it("the cheapest, then the first by id", () => {
    const cheap = { own_prices: [{ min_quantity: 1, unit_price: units(108) }] }
    expect(find([other({ variant_id: "b" }), other({ variant_id: "z", ...cheap }), other({ variant_id: "c", ...cheap })])?.variantId).toBe("c")
  })

  it("compares costs in steps of 2% of list, against the offer", () => {
    // 80 counts as 79.20 of 120, and costs up to 69.44 as 69.44 of 112: 109 − 69.44 earns 39.56, and 118 − 79.20 earns 38.80.
    expect(find([other({ unit_cost: units(69.44) })])).not.toBeNull()
    expect(find([other({ unit_cost: units(69.45) })])).toBeNull()
  })

  it("where the asked article's own cost is not known → none", () => {
    expect(find([other()], { basis: null })).toBeNull()
  })
})
