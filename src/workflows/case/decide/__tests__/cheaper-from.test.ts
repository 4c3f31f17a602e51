import fc from "fast-check"
import { priceAt, type ScheduleStep } from "../../facts/price-schedule"
import { cheaperFrom } from "../cheaper-from"

const flat = (unit_price: number): ScheduleStep[] => [{ min_quantity: 1, unit_price }]

describe("from how many pieces on the whole of an option costs less", () => {
  it("is the story's 3,667", () => {
    expect(cheaperFrom(flat(120), 4_000, 110)).toBe(3_667)
  })

  it("is none where nothing smaller costs more", () => {
    expect(cheaperFrom(flat(120), 1, 119)).toBeNull()
    expect(cheaperFrom([{ min_quantity: 1, unit_price: 120 }, { min_quantity: 2, unit_price: 50 }], 100, 100)).toBeNull()
  })

  it("finds it in the tier it lies in", () => {
    const tiers = [{ min_quantity: 1, unit_price: 10 }, { min_quantity: 50, unit_price: 9 }]
    expect(cheaperFrom(tiers, 60, 8)).toBe(49)
    expect(cheaperFrom(tiers, 100, 8)).toBe(89)
  })

  it("is the smallest quantity that costs more, whatever the schedule (counted one by one)", () => {
    const steps = fc.array(fc.tuple(fc.integer({ min: 2, max: 80 }), fc.integer({ min: 1, max: 400 })), { maxLength: 4 })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), steps, fc.integer({ min: 1, max: 90 }), fc.integer({ min: 1, max: 400 }), (first, more, quantity, price) => {
        const byQuantity = new Map([[1, first], ...more])
        const schedule = [...byQuantity].sort(([a], [b]) => a - b).map(([min_quantity, cents]) => ({ min_quantity, unit_price: cents / 100 }))
        const dearer = Array.from({ length: quantity - 1 }, (_, index) => index + 1).find(
          (pieces) => Math.round((priceAt(schedule, pieces) ?? 0) * 100) * pieces > price * quantity
        )
        expect(cheaperFrom(schedule, quantity, price / 100)).toBe(dearer ?? null)
      })
    )
  })
})
