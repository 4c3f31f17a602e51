import fc from "fast-check"
import { RUNS } from "../../__tests__/arbitraries"
import { allocate, basisPoints, ceilTo, coarseGrid, compareProducts, currencyGrid, fromUnits, lineTotal, money, mulDivCeil, mulDivFloor, nearestUnits, quantity, toUnits, unitPrice } from ".."

const whole = fc.oneof(fc.integer({ min: 0, max: 1_000 }), fc.maxSafeNat())

describe("units", () => {
  it.each([
    ["110.5", 1_105_000], ["110", 1_100_000], ["0.0001", 1], ["110.50000000", 1_105_000], [94.1177, 941_177], [0, 0], [0.1, 1_000],
  ])("reads %p as %p", (amount, units) => expect(toUnits(amount)).toBe(units))

  it.each([
    ["0.00001"], ["-1"], [""], ["1e3"], ["1,5"], ["NaN"], [".5"], [-0.5], [0.00001], [0.1 + 0.2], [Number.NaN], [Number.POSITIVE_INFINITY], [1e15],
  ])("can't represent %p", (amount) => expect(toUnits(amount)).toBeNull())

  it("reads nothing that only looks like an amount, and no zero with a sign", () => {
    expect(toUnits([5] as unknown as string)).toBeNull()
    expect(toUnits(-0)).toBe(0)
  })

  it("comes back to the amount it was", () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 100_000_000_000 }), (units) => {
      expect(toUnits(fromUnits(units))).toBe(units)
      expect(toUnits(String(fromUnits(units)))).toBe(units)
    }), RUNS)
  })

  it("takes the nearest unit where tax left more decimals", () => {
    expect(nearestUnits(100 / 1.19)).toBe(840_336)
    expect([nearestUnits(0), nearestUnits(-0)]).toStrictEqual([0, 0])
    expect(nearestUnits(-1)).toBeNull()
    expect(nearestUnits(Number.NaN)).toBeNull()
  })

  it("brands only what is in range", () => {
    expect([unitPrice(1.5), unitPrice(-1), unitPrice(2e11), quantity(0), quantity(1.5), money(0.5), basisPoints(Number.NaN)]).toEqual(Array(7).fill(null))
    expect([unitPrice(0), quantity(1), money(-5), basisPoints(10_000)]).toEqual([0, 1, -5, 10_000])
  })
})

describe("multiply and divide", () => {
  it("is exact whatever the size", () => {
    fc.assert(fc.property(whole, whole, whole, (a, b, c) => {
      const d = c + 1
      if (!Number.isSafeInteger(d)) return
      const exact = BigInt(a) * BigInt(b)
      const limit = BigInt(Number.MAX_SAFE_INTEGER)
      const floor = exact / BigInt(d)
      const ceil = (exact + BigInt(d) - 1n) / BigInt(d)
      expect(BigInt(mulDivFloor(a, b, d))).toBe(floor > limit ? limit : floor)
      expect(BigInt(mulDivCeil(a, b, d))).toBe(ceil > limit ? limit : ceil)
      expect(Math.sign(compareProducts(a, b, c, d))).toBe(Number(exact > BigInt(c) * BigInt(d)) - Number(exact < BigInt(c) * BigInt(d)))
    }), RUNS)
  })

  it.each([
    ["squares that differ in the last place", 94_906_267, 94_906_267, 4_503_599_757_937_644, 2, 1],
    ["the same the other way round", 4_503_599_757_937_644, 2, 94_906_267, 94_906_267, -1],
    ["one product in two guises", 2 ** 40, 2 ** 40, 2 ** 41, 2 ** 39, 0],
    ["a product that is safe and one that is not", Number.MAX_SAFE_INTEGER, 1, 94_906_267, 94_906_267, -1],
  ])("tells apart %s", (_, a, b, c, d, sign) => expect(Math.sign(compareProducts(a, b, c, d))).toBe(sign))

  it("rounds up nothing that comes out even, however large", () => {
    expect(mulDivCeil(2 ** 40, 2 ** 40, 2 ** 40)).toBe(2 ** 40)
    expect(mulDivCeil(2 ** 40, 2 ** 40 + 1, 2 ** 40)).toBe(2 ** 40 + 1)
    expect(mulDivCeil(Number.MAX_SAFE_INTEGER, 1, Number.MAX_SAFE_INTEGER)).toBe(1)
    expect(mulDivCeil(Number.MAX_SAFE_INTEGER - 2, 1, Number.MAX_SAFE_INTEGER - 1)).toBe(1)
    expect(mulDivFloor(94_906_267, 94_906_267, 94_906_267)).toBe(94_906_267)
  })

  it("has no total beyond the safe integers", () => {
    expect(lineTotal(1_105_000, 3)).toBe(3_315_000)
    expect(lineTotal(100_000_000_000, 10_000_000)).toBeNull()
  })
})

describe("grids", () => {
  it("knows the smallest unit of each currency", () => expect([0, 2, 3, 4].map(currencyGrid)).toEqual([10_000, 100, 10, 1]))
  it("rounds up", () => expect([ceilTo(941_177, 100), ceilTo(941_200, 100), ceilTo(0, 100)]).toEqual([941_200, 941_200, 0]))

  it.each([
    [120, 1_000, 100, 1_000], [99.99, 1_000, 100, 500], [10, 1_000, 100, 100], [0.5, 1_000, 100, 100], [2_500, 1_000, 100, 20_000], [120, 50, 100, 20_000],
  ])("takes the largest 1, 2 or 5 for %p in %p parts", (list, parts, finest, grid) => {
    expect(coarseGrid(list * 10_000, parts, finest)).toBe(grid)
  })
})

describe("allocate", () => {
  it("splits to the last unit, remainders to the largest", () => {
    expect(allocate(100, [1, 1, 1])).toEqual([34, 33, 33])
    expect(allocate(10, [7, 2, 1])).toEqual([7, 2, 1])
    expect(allocate(5, [3, 3, 4])).toEqual([2, 1, 2])
    expect(allocate(10, [1, 2, 4])).toEqual([1, 3, 6])
    expect(allocate(10, [4, 2, 1])).toEqual([6, 3, 1])
    expect(allocate(2, [1, 1, 1])).toEqual([1, 1, 0])
    expect(allocate(5, [0, 0])).toEqual([3, 2])
    expect(allocate(7, [])).toEqual([])
  })

  it("loses nothing and strays less than a unit from the exact share", () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 1e12 }), fc.array(fc.integer({ min: 0, max: 1e9 }), { minLength: 1, maxLength: 8 }), (total, weights) => {
      const shares = allocate(total, weights)
      const sum = weights.reduce((a, b) => a + b, 0)
      expect(shares.reduce((a, b) => a + b, 0)).toBe(total)
      if (sum > 0) shares.forEach((share, index) => expect(Math.abs(share - (total * (weights[index] ?? 0)) / sum)).toBeLessThanOrEqual(1))
    }), RUNS)
  })
})
