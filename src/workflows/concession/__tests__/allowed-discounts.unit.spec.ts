import fc from "fast-check"
import { allowedDiscounts, type StackedLine } from "../settle/allowed-discounts"

const cent = 10_000n
const usd = (amount: number) => BigInt(Math.round(amount * 1_000_000))

/** 100 pieces at 110 instead of 120, 3% conceded, a promotion of 10%, floor 94.12. */
const line = (stacking: StackedLine["stacking"], change: Partial<StackedLine> = {}): StackedLine => ({
  stacking, agreed: usd(11_000), normal: usd(12_000), own: usd(330), floor: usd(9_412), grid: cent,
  merchant: [{ code: "TEN", amount: stacking === "best" ? usd(1_200) : usd(1_067) }], ...change,
})

const amount = fc.bigInt({ min: 0n, max: 10n ** 15n })
const anyLine: fc.Arbitrary<StackedLine> = fc.record({
  stacking: fc.constantFrom("none" as const, "best" as const, "floor" as const),
  agreed: amount,
  normal: fc.option(amount, { nil: null }),
  own: amount,
  merchant: fc.array(fc.record({ code: fc.string(), amount }), { maxLength: 4 }),
  floor: fc.option(amount, { nil: null }),
  grid: fc.constantFrom(1_000n, 10_000n, 1_000_000n),
})
const total = (discounts: readonly { amount: bigint }[]) => discounts.reduce((sum, each) => sum + each.amount, 0n)
const max = (...amounts: bigint[]) => amounts.reduce((a, b) => (a > b ? a : b))

describe("what promotions may take off a line at an agreed price", () => {
  it("none → nothing", () => {
    expect(allowedDiscounts(line("none"))).toEqual([])
  })

  it("best → what makes it as cheap as the normal price with the promotion, where that is less", () => {
    // 12,000 − 1,200 = 10,800 against 11,000 − 330 = 10,670: the agreement is better.
    expect(allowedDiscounts(line("best"))).toEqual([])
    expect(allowedDiscounts(line("best", { merchant: [{ code: "TWENTY", amount: usd(2_400) }] }))).toEqual([{ code: "TWENTY", amount: usd(1_070) }])
    expect(allowedDiscounts(line("best", { normal: null }))).toEqual([])
  })

  it("floor → both, down to the floor; nothing where the floor is not known", () => {
    expect(allowedDiscounts(line("floor"))).toEqual([{ code: "TEN", amount: usd(1_067) }])
    expect(allowedDiscounts(line("floor", { merchant: [{ code: "HALF", amount: usd(5_335) }] }))).toEqual([{ code: "HALF", amount: usd(1_258) }])
    expect(allowedDiscounts(line("floor", { floor: null }))).toEqual([])
    expect(allowedDiscounts(line("floor", { floor: usd(10_900) }))).toEqual([])
  })

  it("several promotions → each what it asks, in their order, until nothing is left", () => {
    const merchant = [{ code: "A", amount: usd(1_000) }, { code: "B", amount: usd(1_000) }]
    expect(allowedDiscounts(line("floor", { merchant }))).toEqual([{ code: "A", amount: usd(1_000) }, { code: "B", amount: usd(258) }])
  })

  it("whatever comes: never under nothing, never under the floor, never dearer than without the agreement (property)", () => {
    fc.assert(
      fc.property(anyLine, (each) => {
        const given = allowedDiscounts(each)
        const room = max(0n, each.agreed - each.own)
        const left = room - total(given)
        expect(given.every((discount) => discount.amount > 0n)).toBe(true)
        expect(left >= 0n).toBe(true)
        if (each.stacking === "none") expect(given).toEqual([])
        if (each.stacking === "floor" && each.floor !== null) expect(left >= (room < each.floor ? room : each.floor)).toBe(true)
        if (each.stacking === "best" && each.normal !== null) {
          const promised = max(0n, each.normal - total(each.merchant))
          expect(left <= promised || given.length === 0).toBe(true)
          if (given.length > 0) expect(left > promised - each.grid).toBe(true)
          else expect(room <= promised || total(each.merchant) === 0n).toBe(true)
        }
        expect(allowedDiscounts(each)).toEqual(given)
      }),
      { numRuns: Number(process.env["PROPERTY_RUNS"] ?? 1_000) }
    )
  })
})
