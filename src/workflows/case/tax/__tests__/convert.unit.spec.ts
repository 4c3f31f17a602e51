import fc from "fast-check"
import { currencyGrid, lineTotal } from "../../../../engine"
import { grossOf, netOf, ppmOf, shownUnits } from "../convert"

const RUNS = { numRuns: Number(process.env["PROPERTY_RUNS"] ?? 2_000) }

/** JPY, EUR and KWD, by their decimals. */
const decimals = fc.constantFrom(0, 2, 3)
const tax = fc.oneof(fc.constantFrom(0, 50_000, 190_000, 200_000, 88_750, 250_000), fc.integer({ min: 0, max: 1_000_000 }))
const price = fc.oneof(fc.integer({ min: 1, max: 2_000_000 }), fc.integer({ min: 1, max: 100_000_000_000 }))

describe("prices that include tax", () => {
  it("come back as they were: a price on the currency's grid survives the way to net and back", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_000_000 }), decimals, tax, (steps, places, ppm) => {
        const gross = steps * currencyGrid(places)
        expect(grossOf(netOf(gross, ppm), ppm, places)).toBe(gross)
      }),
      RUNS
    )
  })

  it("come back as exactly what was asked, however fine", () => {
    fc.assert(
      fc.property(price, decimals, tax, (gross, places, ppm) => {
        expect(shownUnits(netOf(gross, ppm), ppm, places, [gross])).toBeLessThanOrEqual(gross)
        expect(netOf(shownUnits(netOf(gross, ppm), ppm, places, [gross]), ppm)).toBe(netOf(gross, ppm))
      }),
      RUNS
    )
    expect(shownUnits(netOf(1_100_050, 190_000), 190_000, 2, [1_100_050])).toBe(1_100_050)
  })

  it("never count for more than was asked, nor show less than was decided: the floor holds", () => {
    fc.assert(
      fc.property(price, decimals, tax, fc.array(price, { maxLength: 3 }), (amount, places, ppm, said) => {
        expect(netOf(amount, ppm) * (1_000_000 + ppm)).toBeLessThanOrEqual(amount * 1_000_000 * (1 + Number.EPSILON))
        expect(netOf(shownUnits(amount, ppm, places, said), ppm)).toBeGreaterThanOrEqual(amount)
        expect(grossOf(amount, ppm, places) % currencyGrid(places)).toBe(0)
      }),
      RUNS
    )
  })

  it("keep their order in both directions", () => {
    fc.assert(
      fc.property(price, price, decimals, tax, fc.array(price, { maxLength: 3 }), (one, two, places, ppm, said) => {
        const [less, more] = one <= two ? [one, two] : [two, one]
        expect(netOf(less, ppm)).toBeLessThanOrEqual(netOf(more, ppm))
        expect(shownUnits(less, ppm, places, said)).toBeLessThanOrEqual(shownUnits(more, ppm, places, said))
      }),
      RUNS
    )
  })

  it("round up by less than one step of the currency and one unit a piece", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50_000_000 }), decimals, tax, fc.integer({ min: 1, max: 10_000 }), (net, places, ppm, pieces) => {
        const exact = BigInt(net) * BigInt(1_000_000 + ppm) * BigInt(pieces)
        const shown = BigInt(lineTotal(grossOf(net, ppm, places), pieces) ?? 0) * 1_000_000n
        expect(shown - exact >= 0n && shown - exact < BigInt(currencyGrid(places) + 1) * 1_000_000n * BigInt(pieces)).toBe(true)
      }),
      RUNS
    )
  })
})

it.each([
  [[19], 190_000],
  [[], 0],
  [[8.875], 88_750],
  [[5, 9.975], 149_750],
  [[0.1, 0.2], 3_000],
  [[7.000_01], 70_001],
])("the rates %j add up to %d parts per million", (rates, ppm) => expect(ppmOf(rates)).toBe(ppm))
