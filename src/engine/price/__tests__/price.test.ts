import { currencyGrid } from "../../money"
import { factsWith, lineWith, policyWith, units } from "../../__tests__/story"
import type { LineFacts, PolicyTerms } from "../.."
import { breakEvenQuantity, counterPrice, curvePrice, floorBasis, heldPrice, honouredPrice, jitterOf, ownPriceAt, reciprocalPrice, spreadRooms, spreadTotal, talkBand, type CounterTerms } from ".."

const money = (value: number) => value / 10_000
function basisOf(line: Partial<LineFacts> = {}, terms: Partial<PolicyTerms> = {}, grid = 100) {
  const basis = floorBasis(policyWith(terms), lineWith(line), grid)
  return typeof basis === "string" ? basis : { ...basis, floor: money(basis.floor), veiled: money(basis.veiled), coarse: money(basis.coarse), cost: money(basis.cost) }
}

describe("the floor", () => {
  it("is the cost over what is left of the margin, hidden behind the next 2% of list, or the next eighth", () => {
    expect(basisOf()).toEqual({ floor: 94.12, veiled: 96, coarse: 105, cost: 80, known: true })
    expect(basisOf({}, {}, currencyGrid(0))).toEqual({ floor: 95, veiled: 96, coarse: 105, cost: 80, known: true })
    // 96 · .85: the floor is a step of 2% itself.
    expect(basisOf({ unit_cost: units(81.6) })).toEqual({ floor: 96, veiled: 96, coarse: 105, cost: 81.6, known: true })
    expect(basisOf({ unit_cost: units(81.61) })).toEqual({ floor: 96.02, veiled: 98.4, coarse: 105, cost: 81.61, known: true })
    expect(basisOf({ unit_cost: units(0) })).toEqual({ floor: 0, veiled: 0, coarse: 0, cost: 0, known: true })
    expect([units(89.25), units(89.26)].map((unit_cost) => basisOf({ unit_cost }))).toMatchObject([{ floor: 105, coarse: 105 }, { floor: 105.02, coarse: 120 }])
  })

  it("is the deepest discount without a cost, where the policy allows one", () => {
    expect(basisOf({ unit_cost: null })).toBe("cost_missing")
    expect(basisOf({ unit_cost: null }, { without_cost_max_discount: 0.25 })).toEqual({ floor: 90, veiled: 91.2, coarse: 90, cost: 90, known: false })
    expect(basisOf({ unit_cost: null, list_unit_price: units(99.99) }, { without_cost_max_discount: 0.3333 })).toEqual({ floor: 66.67, veiled: 68, coarse: 75, cost: 66.6634, known: false })
  })

  it("is no lower than a stale cost's", () => {
    const stale = { cost_age_days: 31 }
    const terms = { cost_max_age_days: 30, without_cost_max_discount: 0.25 }
    expect(basisOf({ cost_age_days: 30 }, terms)).toMatchObject({ known: true })
    expect(basisOf(stale, { cost_max_age_days: 30 })).toBe("cost_stale")
    expect(basisOf(stale, terms)).toEqual({ floor: 94.12, veiled: 96, coarse: 105, cost: 90, known: false })
    expect(basisOf({ ...stale, unit_cost: units(95) }, terms)).toEqual({ floor: 111.77, veiled: 112.8, coarse: 120, cost: 95, known: false })
    expect(basisOf({ ...stale, unit_cost: units(40) }, terms)).toEqual({ floor: 90, veiled: 91.2, coarse: 90, cost: 90, known: false })
  })

  it("bounds talk, with the current price over it", () => {
    const basis = { floor: units(94.12), veiled: units(96), coarse: units(105), cost: units(80), known: true }
    expect([talkBand(units(120), basis, 2_000, 100), talkBand(units(120), basis, 10_000, 100), talkBand(units(95), basis, 10_000, 100)].map(money)).toEqual([112, 96, 95])
    expect(money(talkBand(units(120), basis, 2_001, 10_000))).toBe(112)
  })
})

describe("the counter", () => {
  const TERMS: CounterTerms = {
    reference: units(120), cost: units(80), band: units(112), previous: units(120), concession: 500, reciprocity: 10_000,
    ask: units(110), bestAsk: 0, list: units(120), minimumAsk: 7_000, jitter: 0, grid: 100,
  }
  const counter = (change: Partial<CounterTerms>, held = 0) => money(counterPrice({ ...TERMS, ...change }, held))

  it("is the curve, no deeper than talk, and no higher than the one before", () => {
    expect([counter({}), counter({ concession: 2_000 }), counter({ concession: 3_000 }), counter({ previous: units(117) })]).toEqual([118, 112, 112, 117])
    expect(money(curvePrice({ ...TERMS, jitter: 50 }, TERMS.concession))).toBe(118.6)
    expect(money(curvePrice({ ...TERMS, jitter: -50 }, TERMS.concession))).toBe(117.4)
  })

  it("moves on a grid of half a hundredth of list", () => expect(counter({ concession: 666 })).toBe(117.5))

  it("gives a raise back, and nothing more", () => {
    const reciprocal = (change: Partial<CounterTerms>) => money(reciprocalPrice({ ...TERMS, previous: units(118), ...change }))
    expect(reciprocal({ bestAsk: units(109) })).toBe(117)
    expect(reciprocal({ bestAsk: units(111) })).toBe(118)
    expect(reciprocal({ ask: units(85) })).toBe(117)
    expect(reciprocal({ bestAsk: units(109), reciprocity: 5_000 })).toBe(117.5)
    expect(counter({ previous: units(118), bestAsk: units(109), concession: 2_000 })).toBe(117)
  })

  it("stops at a held price", () => expect([counter({}, units(118.9)), counter({}, units(117)), counter({}, units(130))]).toEqual([119, 118, 120]))
})

describe("the last price paid", () => {
  const paid = { unit_price: units(115), quantity: 2_000, age_days: 365 }
  const held = (line: Partial<LineFacts>, reference = 120) => money(heldPrice(policyWith({ last_paid: "hold" }), lineWith(line), units(reference)))

  it("is held up to the current price, until the cost has fallen", () => {
    expect([held({ last_paid: paid }), held({ last_paid: paid }, 114), held({ last_paid: null })]).toEqual([115, 114, 0])
    const before = (unit_cost: number | null) => held({ last_paid: { ...paid, unit_cost: unit_cost === null ? null : units(unit_cost) } })
    expect([before(80), before(80.01), before(79), before(null)]).toEqual([115, 0, 115, 115])
    expect(held({ last_paid: { ...paid, unit_cost: units(90) }, unit_cost: null })).toBe(115)
    expect(heldPrice(policyWith({ last_paid: "honour" }), lineWith({ last_paid: paid }), units(120))).toBe(0)
  })

  it("is honoured from its quantity on, for as many months as the policy says", () => {
    const honoured = (quantity: number, age_days: number, months = 12, last_paid: PolicyTerms["last_paid"] = "honour") =>
      honouredPrice(policyWith({ last_paid, last_paid_max_months: months }), lineWith({ last_paid: { ...paid, age_days } }), quantity)
    expect([honoured(2_000, 365), honoured(2_001, 0), honoured(1_999, 0), honoured(2_000, 366)]).toEqual([units(115), units(115), null, null])
    expect([honoured(2_000, 182, 6), honoured(2_000, 183, 6), honoured(2_000, 1, 12, "hold")]).toEqual([units(115), null, null])
    expect(honouredPrice(policyWith({ last_paid: "honour" }), lineWith(), 2_000)).toBeNull()
  })
})

describe("break-even", () => {
  it("is there for a price over the cost and a current one no less", () => {
    expect(breakEvenQuantity(units(120), units(110), units(80), 2_000)).toBe(2_667)
    expect(breakEvenQuantity(units(80), units(110), units(80), 2_000)).toBe(0)
    expect([breakEvenQuantity(units(79.99), units(110), units(80), 2_000), breakEvenQuantity(units(120), units(80), units(80), 2_000)]).toEqual([null, null])
    expect([breakEvenQuantity(units(120), units(110), -1, 2_000), breakEvenQuantity(units(120), units(110), units(80), 0.5), breakEvenQuantity(0, 1, 0, 5)]).toEqual([null, null, 0])
  })
})

describe("own prices and jitter", () => {
  it("are those of the last tier reached", () => {
    const tiers = [[1, 120], [10, 110], [50, 100]].map(([min_quantity, price]) => ({ min_quantity: min_quantity ?? 0, unit_price: units(price ?? 0) }))
    expect([1, 9, 10, 49, 50, 999].map((quantity) => money(ownPriceAt(tiers, quantity)))).toEqual([120, 120, 110, 110, 100, 100])
    expect(ownPriceAt([], 5)).toBe(0)
  })

  it("are a share of list, either way", () => {
    expect([50, 0, -50].map((jitter) => jitterOf(lineWith({ jitter })) / 10_000)).toEqual([0.6, 0, -0.6])
    expect(jitterOf(lineWith({ jitter: -1, list_unit_price: units(1.9999) }))).toBe(-1)
  })
})

describe("a basket's target", () => {
  const line = (line_id: string, quantity: number, change: Partial<LineFacts> = {}) => lineWith({ line_id, quantity, ...change })
  const spread = (total: number, lines: LineFacts[], rooms?: number[]) => spreadTotal(units(total), lines, 100, rooms?.map(units)).map(({ unit_price }) => money(unit_price))

  it("comes off in proportion to the rooms, then to what is left", () => {
    const two = [line("a", 10), line("b", 10)]
    expect(spread(2_100, two)).toEqual([105, 105])
    expect(spread(2_100, two, [300, 100])).toEqual([97.5, 112.5])
    expect(spread(2_000, two, [300, 100])).toEqual([90, 110])
    // 400 of 600 are room; the other 200 come off 900 and 1,100.
    expect(spread(1_800, two, [300, 100])).toEqual([81, 99])
    expect(spread(2_400, two, [300, 100])).toEqual([120, 120])
    expect(spread(2_600, two, [300, 100])).toEqual([130, 130])
    expect(spread(0, two, [300, 100])).toEqual([0, 0])
  })

  it("gives back what the grid cut off, the largest lines first, never over today's price", () => {
    expect(spread(350.03, [line("a", 1), line("b", 2)], [])).toEqual([116.67, 116.68])
    expect(spread(350.02, [line("a", 1), line("b", 2)], [])).toEqual([116.68, 116.67])
    expect(spread(350.01, [line("a", 1), line("b", 2)], [])).toEqual([116.67, 116.67])
    expect(spread(359.99, [line("a", 1), line("b", 2)], [0, 0.01])).toEqual([120, 119.99])
  })

  it("gives what is too little for a step of many pieces to a line of few, up to today's price", () => {
    const many = line("a", 10_000, { list_unit_price: units(10), own_prices: [{ min_quantity: 1, unit_price: units(10) }] })
    const one = line("b", 1, { list_unit_price: units(5_000), own_prices: [{ min_quantity: 1, unit_price: units(5_000) }] })
    // Two thirds and a third less come to 38.09 under the target by whole cents of ten thousand pieces.
    expect(spread(100_000, [many, one], [50_000, 2_500])).toEqual([9.52, 4_800])
    expect(spread(104_990, [many, one], [50_000, 2_500])).toEqual([9.99, 5_000])
    expect(spread(104_999.99, [many, one], [50_000, 2_500])).toEqual([10, 4_999.99])
    // The fewest pieces first: 39.61 of 39.72 in all goes to the one, and a cent each to ten others.
    const some = line("c", 10, { list_unit_price: units(100), own_prices: [{ min_quantity: 1, unit_price: units(100) }] })
    expect(spread(100_000, [some, many, one], [500, 50_000, 2_500])).toEqual([94.34, 9.43, 4_756.6])
    // Above today's prices nothing holds it back.
    expect(spread(106_050.5, [many, one])).toEqual([10.1, 5_050.5])
  })

  it("leaves lines alone that may not be negotiated, and their price counts", () => {
    const closed = line("b", 10, { excluded: "scope", own_prices: [{ min_quantity: 1, unit_price: units(50) }] })
    expect(spread(1_500, [closed, line("a", 10)])).toEqual([50, 100])
    expect(spread(400, [line("a", 10), closed])).toEqual([0, 50])
  })

  it("knows the room of a line down to its floor, rounded up to the next eighth of list", () => {
    const facts = factsWith([line("a", 10), line("b", 10, { unit_cost: units(100) }), line("c", 10, { unit_cost: null }), line("d", 10, { unit_cost: units(110) })])
    expect(spreadRooms(policyWith(), facts).map(money)).toEqual([150, 0, 0, 0])
  })
})
