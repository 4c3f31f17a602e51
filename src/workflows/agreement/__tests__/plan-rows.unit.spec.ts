import fc from "fast-check"
import { unitPriceAt } from "../../cart-price/resolve-prices"
import { planRows } from "../plan-rows"

describe("planRows", () => {
  it("needs one row where the buyer has no better tier", () => {
    expect(planRows({ min_quantity: 4000, unit_price: 110 }, [{ min_quantity: 1, unit_price: 120 }])).toEqual([
      { min_quantity: 4000, max_quantity: null, unit_price: 110 },
    ])
  })

  it("takes the buyer's own tier where that is lower", () => {
    const tiers = [{ min_quantity: 1, unit_price: 120 }, { min_quantity: 5000, unit_price: 105 }, { min_quantity: 9000, unit_price: 112 }]
    expect(planRows({ min_quantity: 4000, unit_price: 110 }, tiers)).toEqual([
      { min_quantity: 4000, max_quantity: 4999, unit_price: 110 },
      { min_quantity: 5000, max_quantity: 8999, unit_price: 105 },
      { min_quantity: 9000, max_quantity: null, unit_price: 110 },
    ])
  })

  it("never leaves the buyer worse off, gives the agreed price from its quantity on, and says one price for each", () => {
    const price = fc.integer({ min: 1, max: 200 })
    const quantity = fc.integer({ min: 1, max: 30 })
    const tiersArb = fc
      .uniqueArray(fc.record({ min_quantity: quantity, unit_price: price }), { selector: (tier) => tier.min_quantity, maxLength: 6 })
      .map((tiers) => [{ min_quantity: 1, unit_price: 100 }, ...tiers.filter((tier) => tier.min_quantity > 1).sort((a, b) => a.min_quantity - b.min_quantity)])
    fc.assert(
      fc.property(fc.record({ min_quantity: quantity, unit_price: price }), tiersArb, (agreed, tiers) => {
        const rows = planRows(agreed, tiers)
        for (let q = 1; q <= 35; q++) {
          const here = rows.filter((row) => row.min_quantity <= q && (row.max_quantity === null || row.max_quantity >= q))
          const expected = q < agreed.min_quantity ? [] : [Math.min(agreed.unit_price, unitPriceAt(tiers, q) ?? Infinity)]
          expect([q, here.map((row) => row.unit_price)]).toEqual([q, expected])
        }
      })
    )
  })
})
