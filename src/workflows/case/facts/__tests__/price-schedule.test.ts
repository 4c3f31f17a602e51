import { currentSchedule, priceAt } from "../price-schedule"

describe("what a buyer pays now at each quantity", () => {
  const own = [{ min_quantity: 1, unit_price: 120 }, { min_quantity: 5_000, unit_price: 105 }]

  it("is their own schedule without an agreement", () => {
    expect(currentSchedule(own, [])).toEqual(own)
  })

  it("is the agreed price from its quantity on, and never above their own", () => {
    const agreed = [{ min_quantity: 4_000, unit_price: 110 }]
    expect(currentSchedule(own, agreed)).toEqual([
      { min_quantity: 1, unit_price: 120 },
      { min_quantity: 4_000, unit_price: 110 },
      { min_quantity: 5_000, unit_price: 105 },
    ])
  })

  it("takes the lower of two agreements where both hold", () => {
    const agreed = [
      { min_quantity: 10, unit_price: 100 },
      { min_quantity: 20, unit_price: 101 },
    ]
    expect(priceAt(currentSchedule(own, agreed), 20)).toBe(100)
  })

  it("is nothing where the store has no price", () => {
    expect(currentSchedule([], [{ min_quantity: 10, unit_price: 100 }])).toEqual([])
    expect(priceAt([], 5)).toBeNull()
  })
})
