import type { AdminLine } from "../../../contract"
import { placeLabels, pricePoints } from "../price-points"

const line = {
  cost: 80,
  tax_rate: 0,
  floor_unit_price: 94.12,
  target_unit_price: 110,
  counter_unit_price: 114,
  last_paid_unit_price: null,
  current_unit_price: 120,
  list_unit_price: 120,
  competing_offer: { competitor: "Harbour", unit_price: 110 },
} as unknown as AdminLine

describe("the price axis", () => {
  it("orders the prices, merges equal ones and leaves out unknown ones", () => {
    expect(pricePoints(line)).toEqual([
      { price: 80, names: ["cost"] },
      { price: 94.12, names: ["floor"] },
      { price: 110, names: ["ask", "competitor"] },
      { price: 114, names: ["counter"] },
      { price: 120, names: ["current", "list"] },
    ])
  })

  it("never sets a net cost beside prices that carry tax", () => {
    expect(pricePoints({ ...line, tax_rate: 0.19 })[1]).toEqual({ price: 95.2, names: ["cost_taxed"] })
  })

  it("ignores a competitor's price that is none", () => {
    expect(pricePoints({ ...line, competing_offer: { unit_price: "cheap" } }).flatMap(({ names }) => names)).not.toContain("competitor")
  })

  it("gives neighbours lanes of their own, and keeps every label inside", () => {
    const labels = placeLabels(pricePoints(line), 300, () => 60)
    for (const a of labels) {
      expect(a.left).toBeGreaterThanOrEqual(0)
      expect(a.left + a.size).toBeLessThanOrEqual(300)
      for (const b of labels) if (a !== b && a.lane === b.lane) expect(a.left + a.size <= b.left || b.left + b.size <= a.left).toBe(true)
    }
  })

  it("puts a single price in the middle", () => {
    expect(placeLabels([{ price: 5, names: ["list"] }], 200, () => 40)[0]).toMatchObject({ x: 100, lane: 0, align: "center" })
  })
})
