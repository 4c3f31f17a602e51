import { breakEvenQuantity, comparableCost, contributionOf, marginOf, totalsOf } from "../figures"

describe("figures while a counter is typed", () => {
  it("works out margin and contribution of a line", () => {
    expect(marginOf(110, 80)).toBeCloseTo(0.2727, 4)
    expect(contributionOf({ unit_price: 110, quantity: 4_000, cost: 80 })).toBe(120_000)
  })

  it("knows nothing about margin where the cost is unknown", () => {
    expect(marginOf(110, null)).toBeNull()
    expect(totalsOf([{ unit_price: 110, quantity: 10, cost: 80 }, { unit_price: 5, quantity: 10, cost: null }])).toEqual({ value: 1_150, contribution: null, margin: null })
  })

  it("sums without binary dust", () => {
    expect(totalsOf([{ unit_price: 0.1, quantity: 3, cost: 0 }]).value).toBe(0.3)
  })

  it("takes no cost beside prices that include tax", () => {
    expect(comparableCost({ is_tax_inclusive: true }, { cost: 80 })).toBeNull()
    expect(comparableCost({ is_tax_inclusive: false }, { cost: 80 })).toBe(80)
  })

  it("finds the pieces at which a lower price earns the same", () => {
    expect(breakEvenQuantity(110, 120, 2_000, 80)).toBe(2_667)
    expect(breakEvenQuantity(100, 120, 2_000, 80)).toBe(4_000)
    expect(breakEvenQuantity(80, 120, 2_000, 80)).toBeNull()
    expect(breakEvenQuantity(110, 120, 2_000, null)).toBeNull()
  })
})
