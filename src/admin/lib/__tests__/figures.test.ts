import { afterShare, breakEvenQuantity, contributionOf, marginOf, netOf, totalsOf, weighable, withTax } from "../figures"

const net = { cost: 80, tax_rate: 0 }

describe("figures while a counter is typed", () => {
  it("works out margin and contribution of a line", () => {
    expect(marginOf(110, net)).toBeCloseTo(0.2727, 4)
    expect(contributionOf({ unit_price: 110, quantity: 4_000, ...net })).toBe(120_000)
  })

  it("takes the tax off prices that carry it before it weighs them against net costs", () => {
    const gross = { cost: 80, tax_rate: 0.19 }
    expect(netOf(130.9, 0.19)).toBeCloseTo(110, 9)
    expect(withTax(80, 0.19)).toBe(95.2)
    expect(marginOf(130.9, gross)).toBeCloseTo(0.2727, 4)
    expect(totalsOf([{ unit_price: 130.9, quantity: 4_000, ...gross }])).toEqual({ value: 523_600, contribution: 120_000, margin: 120_000 / 440_000 })
  })

  it("weighs what is left after everything granted", () => {
    const line = { unit_price: 100, quantity: 10, ...net }
    expect(afterShare(100, 0.125)).toBe(87.5)
    expect(totalsOf([line], 0.1)).toEqual({ value: 900, contribution: 100, margin: 100 / 900 })
    expect(totalsOf([{ ...line, unit_price: 119, tax_rate: 0.19 }], 0.1)).toEqual({ value: 1_071, contribution: 100, margin: 100 / 900 })
    expect(totalsOf([line], 1)).toEqual({ value: 0, contribution: -800, margin: null })
  })

  it("knows nothing about margin where the cost is unknown", () => {
    expect(marginOf(110, { cost: null, tax_rate: 0 })).toBeNull()
    expect(totalsOf([{ unit_price: 110, quantity: 10, ...net }, { unit_price: 5, quantity: 10, cost: null, tax_rate: 0 }])).toEqual({ value: 1_150, contribution: null, margin: null })
  })

  it("weighs no net cost against prices whose tax nobody knows", () => {
    const line = { cost: 80, tax_rate: 0, floor_unit_price: null }
    expect(weighable({ is_tax_inclusive: true }, line).cost).toBeNull()
    expect(weighable({ is_tax_inclusive: false }, line).cost).toBe(80)
    expect(weighable({ is_tax_inclusive: true }, { ...line, tax_rate: 0.19 }).cost).toBe(80)
    expect(weighable({ is_tax_inclusive: true }, { ...line, floor_unit_price: 94.12 }).cost).toBe(80)
  })

  it("sums without binary dust", () => {
    expect(totalsOf([{ unit_price: 0.1, quantity: 3, cost: 0, tax_rate: 0 }]).value).toBe(0.3)
  })

  it("finds the pieces at which a lower price earns the same", () => {
    const now = { unit_price: 120, quantity: 2_000 }
    expect(breakEvenQuantity(110, now, net)).toBe(2_667)
    expect(breakEvenQuantity(100, now, net)).toBe(4_000)
    expect(breakEvenQuantity(80, now, net)).toBeNull()
    expect(breakEvenQuantity(110, now, { cost: null, tax_rate: 0 })).toBeNull()
    expect(breakEvenQuantity(130.9, { unit_price: 142.8, quantity: 2_000 }, { cost: 80, tax_rate: 0.19 })).toBe(2_667)
  })
})
