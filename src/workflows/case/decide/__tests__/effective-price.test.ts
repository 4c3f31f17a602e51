import type { OptionTerms } from "../../../../modules/negotiation/case-types"
import { concessionOf, effectiveUnitPrice, goodsTotal } from "../effective-price"

const terms = (...concessions: OptionTerms["concessions"]): OptionTerms => ({ max_orders: null, lines: [], concessions })
const freight = { kind: "freight", on: "goods", percent: 1.75, shipping_option_id: "so" } as const
const prepay = { kind: "payment_term", percent: 2, payment_term: "prepay" } as const

describe("the concession an option hangs on", () => {
  it.each([
    ["freight off the goods", terms(freight), { kind: "freight", percent: 1.75, shipping_option_id: "so", payment_term: null }],
    ["a way to pay", terms(prepay), { kind: "payment_term", percent: 2, shipping_option_id: null, payment_term: "prepay" }],
    ["off the freight itself", terms({ ...freight, on: "freight" }), null],
    ["a basket's", terms({ kind: "basket", percent: 2, min_subtotal: 100 }), null],
    ["two at once", terms(freight, prepay), null],
    ["none", null, null],
  ])("%s", (_what, given, expected) => expect(concessionOf(given)).toEqual(expected))
})

describe("a share taken off", () => {
  it("is exact in the decimal system, to the nearest ten-thousandth", () => {
    expect(effectiveUnitPrice(144, 1.75)).toBe(141.48)
    expect(effectiveUnitPrice(0.0475, 50)).toBe(0.0238)
    expect(effectiveUnitPrice(19.99, 0)).toBe(19.99)
  })

  it("comes off the sum of a line, not off each piece", () => {
    expect(goodsTotal([{ unit_price: 0.0475, quantity: 10_000 }], 50)).toBe(237.5)
    expect(goodsTotal([{ unit_price: 9_999_999.9999, quantity: 10_000 }, { unit_price: 0.0001, quantity: 1 }], 0)).toBe(99_999_999_999.0001)
  })
})
