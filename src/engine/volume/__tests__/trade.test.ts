import { factsWith, lineWith, policyWith, units } from "../../__tests__/story"
import { floorBasis } from "../../price"
import { annualVolumeOf, largestQuantity, marginalPrice, mostPieces, requiredQuantity, schedulePrice, steppedCap, tradeVolume, usablePieces, type MarginalTerms, type TradeTerms } from ".."

/** The golden schedule: 2,000 at 118 and 100.90 for every piece more. */
const schedule = { price: units(118), marginal: units(100.9), quantity: 2_000 }
const tier = (min_quantity: number, price: number) => ({ min_quantity, unit_price: units(price) })
const point = (quantity: number, price: number) => ({ quantity, unit_price: units(price) })
const GOLDEN: TradeTerms = {
  schedule, ask: units(110), tiers: [tier(1, 120)], floor: units(94.12), capFactor: 30_000, step: 500, stock: null,
  minimum: 1, held: 0, heldQuantity: 0, given: [], grid: 100,
}
const trades = (change: Partial<TradeTerms> = {}) =>
  tradeVolume({ ...GOLDEN, ...change }).map(({ quantity, unitPrice, existing }) => `${quantity} @ ${unitPrice / 10_000}${existing ? " existing" : ""}`)

describe("volume for price", () => {
  it("grants the ask for as many pieces as pay for it, to the step", () => {
    expect(trades()).toEqual(["4000 @ 110"])
    expect(trades({ step: 1 })).toEqual(["3759 @ 110"])
    expect(trades({ ask: units(117.99), step: 1 })).toEqual(["2002 @ 117.99"])
    expect([requiredQuantity(schedule, units(110), 1), schedulePrice(schedule, 3_759, 1)]).toEqual([3_759, units(109.9982)])
  })

  it("has nothing for an ask that is the counter, or over it", () => {
    expect([trades({ ask: units(118) }), trades({ ask: units(119) })]).toEqual([[], []])
  })

  it("grants the ask at the cap itself, and the best price there for a lower one", () => {
    expect(trades({ capFactor: 20_000 })).toEqual(["4000 @ 110"])
    expect(trades({ capFactor: 19_999 })).toEqual(["3500 @ 110.68"])
    expect(trades({ ask: units(100.9) })).toEqual(["6000 @ 106.6"])
    expect(trades({ capFactor: 12_499 })).toEqual([])
  })

  it("goes to the stock and no further", () => {
    expect(trades({ stock: 4_000 })).toEqual(["4000 @ 110"])
    expect(trades({ stock: 3_999 })).toEqual(["3500 @ 110.68"])
    expect([largestQuantity(2_000, 30_000, 3_999), largestQuantity(2_000, 30_000, 9_000), largestQuantity(3, 12_500, null)]).toEqual([3_999, 6_000, 3])
    expect([steppedCap(2_000, 3_999, 500), steppedCap(2_000, 2_000, 500), steppedCap(2_000, 1_000, 500)]).toEqual([3_500, 2_000, 2_000])
  })

  it("offers no fewer pieces than are sold at once", () => {
    expect(trades({ minimum: 4_000 })).toEqual(["4000 @ 110"])
    expect(trades({ minimum: 4_001 })).toEqual(["4500 @ 110"])
    expect(trades({ minimum: 6_001 })).toEqual([])
  })

  it("lifts a trade past the quantity a held price binds at", () => {
    expect(trades({ held: units(112), heldQuantity: 3_999 })).toEqual(["4000 @ 110"])
    expect(trades({ held: units(112), heldQuantity: 4_000 })).toEqual(["4500 @ 110"])
    expect(trades({ held: units(110), heldQuantity: 9_000 })).toEqual(["4000 @ 110"])
  })

  it("offers nothing the buyer's own price reaches", () => {
    expect(trades({ tiers: [tier(1, 120), tier(4_000, 110.01)] })).toEqual(["4000 @ 110"])
    expect(trades({ ask: units(109), tiers: [tier(1, 120), tier(4_000, 109.99)] })).toEqual(["4500 @ 109"])
    expect(trades({ ask: units(100), tiers: [tier(1, 120), tier(6_000, 106.6)] })).toEqual([])
  })
})

describe("the buyer's own tiers", () => {
  it("are pointed out where one meets the ask with no more pieces", () => {
    expect(trades({ tiers: [tier(1, 120), tier(4_000, 110)] })).toEqual(["4000 @ 110 existing"])
    expect(trades({ tiers: [tier(1, 120), tier(3_000, 112), tier(3_500, 109), tier(3_800, 105)] })).toEqual(["3500 @ 109 existing"])
    expect(trades({ tiers: [tier(1, 120), tier(4_001, 110)] })).toEqual(["4000 @ 110"])
  })

  it("stand beside a trade that doesn't reach the ask", () => {
    expect(trades({ capFactor: 22_500, step: 1_500, tiers: [tier(1, 120), tier(4_200, 110)] })).toEqual(["3500 @ 110.68", "4200 @ 110 existing"])
  })

  it("are left out past the cap, at or under the asked quantity, under the floor, or where fewer are not sold", () => {
    expect(trades({ capFactor: 11_000, tiers: [tier(1, 120), tier(2_201, 109)] })).toEqual([])
    expect(trades({ capFactor: 11_000, tiers: [tier(1, 120), tier(2_200, 109)] })).toEqual(["2200 @ 109 existing"])
    expect(trades({ tiers: [tier(1, 120), tier(2_000, 109)], capFactor: 10_000 })).toEqual([])
    expect(trades({ capFactor: 11_000, tiers: [tier(1, 120), tier(2_100, 94.11)] })).toEqual([])
    expect(trades({ capFactor: 11_000, tiers: [tier(1, 120), tier(2_100, 94.12)] })).toEqual(["2100 @ 94.12 existing"])
    expect(trades({ capFactor: 11_000, minimum: 2_101, tiers: [tier(1, 120), tier(2_100, 109)] })).toEqual([])
    expect(trades({ capFactor: 11_000, minimum: 2_100, tiers: [tier(1, 120), tier(2_100, 109)] })).toEqual(["2100 @ 109 existing"])
  })
})

describe("what the window gave", () => {
  it("is given again where it was as low for as few pieces", () => {
    expect(trades({ given: [point(2_000, 118), point(3_500, 110)] })).toEqual(["3500 @ 110 existing"])
    expect(trades({ given: [point(2_000, 118), point(3_500, 109)] })).toEqual(["3500 @ 109 existing"])
    expect(trades({ given: [point(4_000, 109)] })).toEqual(["4000 @ 109 existing"])
    for (const given of [[point(4_001, 109)], [point(3_500, 110.01)], [point(2_000, 109)], [point(1_000, 109)]]) expect(trades({ given })).toEqual(["4000 @ 110"])
  })

  it("is not given where today's floor rules it out, and nothing instead: that would be a rise", () => {
    expect(trades({ floor: units(109), given: [point(3_500, 109)] })).toEqual(["3500 @ 109 existing"])
    expect(trades({ floor: units(109.01), given: [point(3_500, 109)] })).toEqual([])
  })

  it("holds from the smallest quantity sold on where it was given for fewer pieces: 110 for more of them would be a rise", () => {
    expect(trades({ minimum: 3_500, given: [point(3_500, 109)] })).toEqual(["3500 @ 109 existing"])
    expect(trades({ minimum: 3_501, given: [point(3_500, 109)] })).toEqual(["4000 @ 109 existing"])
    expect(trades({ minimum: 3_501, given: [point(3_500, 109), point(3_800, 108)] })).toEqual(["3800 @ 108 existing"])
    expect(trades({ minimum: 4_001, given: [point(3_500, 109)] })).toEqual(["4500 @ 109 existing"])
    expect(trades({ minimum: 3_501, floor: units(109.01), given: [point(3_500, 109)] })).toEqual([])
  })

  it("counts from no fewer pieces than the offer is for", () => {
    expect(trades({ minimum: 6_001, given: [point(3_500, 109)] })).toEqual([])
  })
})

describe("a price that is honoured under the band", () => {
  const honoured = { quantity: 4_000, unitPrice: units(109), byPerson: true }

  it("is offered at the pieces that earn it, as something new, up to the cap itself", () => {
    expect(trades({ honoured })).toEqual(["4500 @ 109"])
    expect(trades({ honoured, capFactor: 22_500 })).toEqual(["4500 @ 109"])
    expect(trades({ honoured, capFactor: 22_499 })).toEqual([])
  })

  it("earns nothing at the marginal price or under it, and leaves alone what is no dearer", () => {
    expect(trades({ honoured: { ...honoured, unitPrice: units(100.9) } })).toEqual([])
    expect(trades({ honoured: { ...honoured, unitPrice: units(110) } })).toEqual(["4000 @ 110"])
  })
})

describe("the counter where more pieces are sold than asked for", () => {
  it("is beside the trade, up to the cap, where the buyer's own price is higher", () => {
    expect(trades({ minimum: 2_400 })).toEqual(["4000 @ 110", "2500 @ 118"])
    expect(trades({ minimum: 2_400, capFactor: 12_500, ask: units(100) })).toEqual(["2500 @ 114.58"])
    expect(trades({ minimum: 2_400, tiers: [tier(1, 120), tier(2_500, 118)] })).toEqual(["4000 @ 110"])
    expect(trades({ minimum: 2_400, tiers: [tier(1, 120), tier(2_500, 118.01)] })).toEqual(["4000 @ 110", "2500 @ 118"])
  })
})

describe("pieces that are of use", () => {
  it("are bounded by stock, and by a year's use unless more is asked for", () => {
    const stocked = (stock: number | null | "unknown") => lineWith({ stock })
    expect([usablePieces(stocked(5_000), null, 2_000), usablePieces(stocked("unknown"), null, 2_000), usablePieces(stocked(null), null, 2_000)]).toEqual([5_000, null, null])
    expect([usablePieces(stocked(5_000), 3_000, 2_000), usablePieces(stocked(2_500), 3_000, 2_000), usablePieces(stocked(null), 3_000, 2_000)]).toEqual([3_000, 2_500, 3_000])
    expect([usablePieces(stocked(5_000), 2_000, 2_000), usablePieces(stocked(5_000), 1_999, 2_000)]).toEqual([2_000, 5_000])
  })

  it("go by a year's use in carts of one line alone", () => {
    expect(annualVolumeOf(factsWith([lineWith()], { annual_volume: 3_000 }))).toBe(3_000)
    expect(annualVolumeOf(factsWith())).toBeNull()
    const two = factsWith([lineWith(), lineWith({ line_id: "line_2" })], { annual_volume: 3_000 })
    expect(annualVolumeOf(two)).toBeNull()
    expect([mostPieces(30_000, two, lineWith(), 2_000), mostPieces(30_000, factsWith([lineWith()], { annual_volume: 3_000 }), lineWith(), 2_000)]).toEqual([6_000, 3_000])
  })
})

describe("the marginal price of more pieces", () => {
  const policy = policyWith()
  const basis = floorBasis(policy, lineWith(), 100)
  if (typeof basis === "string") throw new Error(basis)
  const TERMS: MarginalTerms = { policy, basis, reference: units(120), list: units(120), band: units(112), price: units(118), kept: null, jitter: 0, grid: 100 }
  const marginal = (change: Partial<MarginalTerms> = {}) => marginalPrice({ ...TERMS, ...change }) / 10_000

  it("shares the gain of the price, up on a grid of a thousandth of list", () => {
    expect(marginal()).toBe(100.9)
    expect(marginal({ jitter: 100 })).toBe(101)
    expect(marginal({ policy: policyWith({ incremental_share: 0.5 }) })).toBe(109.9)
    expect(marginal({ policy: policyWith({ volume_gain_share: 0 }) })).toBe(96)
  })

  it("falls under the shared base where the counter has", () => {
    // φ = 0: the base is R itself, the price lies 2 under it, and 55% of that come off.
    const none = { policy: policyWith({ incremental_share: 0 }), band: units(118) }
    expect(marginal(none)).toBe(118)
    expect(marginal({ ...none, jitter: -20_000 })).toBe(116.9)
    expect(marginal({ policy: policyWith({ incremental_share: 0, volume_gain_share: 1 }), price: units(113), band: units(114) })).toBe(113)
  })

  it("never passes the counter, nor the end of talk on its own grid, nor the floor's next step", () => {
    expect(marginal({ price: units(100) })).toBe(96)
    expect(marginal({ band: units(99.99) })).toBe(98)
    expect(marginal({ band: units(90) })).toBe(96)
    expect(marginal({ price: units(95) })).toBe(95)
  })

  it("is kept for the window while today's floor lets it", () => {
    expect(marginal({ kept: units(97) })).toBe(97)
    expect(marginal({ kept: units(94.12) })).toBe(94.12)
    expect(marginal({ kept: units(94.11) })).toBe(96)
    expect(marginal({ kept: units(117) })).toBe(112)
  })
})
