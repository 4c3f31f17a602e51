import type { MenuOption, StandingOption } from "../.."
import { lineWith, units } from "../../__tests__/story"
import { bringsNothing, countersWith } from "../given"

const line = (quantity: number, price: number, id = "1") => ({ line_id: `line_${id}`, variant_id: `variant_${id}`, quantity, unit_price: units(price) })
const stands = (lines: StandingOption["lines"], more: Partial<StandingOption> = {}): StandingOption => ({ option_id: "o", kind: "counter", lines, ...more })
const cut = { kind: "payment_term", percent: 100, shipping_option_id: null, payment_term: "prepaid" } as never
const own = lineWith({ own_prices: [{ min_quantity: 1, unit_price: units(120) }, { min_quantity: 3_000, unit_price: units(116) }] })
const pairs = (counters: ReturnType<typeof countersWith>) => counters.map(({ quantity, unit_price }) => [quantity, unit_price / 10_000])

describe("prices that were given, with what stands", () => {
  it("are those of the window where nothing stands, or nothing more: the very same", () => {
    const given = [{ quantity: 2_000, unit_price: units(118) }]
    for (const standing of [[], [stands([line(2_000, 118)])], [stands([line(2_500, 119)])]]) expect(countersWith(given, standing, own)).toBe(given)
  })

  it.each(["counter", "volume", "as_asked"])("count each line on the article of a %s", (kind) => {
    expect(pairs(countersWith([], [stands([line(2_000, 118, "2"), line(2_000, 115)], { kind }), stands([line(4_000, 110)], { kind })], own))).toEqual([[2_000, 115], [4_000, 110]])
  })

  it("leave out conditions, terms, other articles and what is paid anyway", () => {
    for (const option of [stands([line(2_000, 115)], { concession: cut }), stands([line(2_000, 115)], { kind: "with_terms" }), stands([line(2_000, 115)], { kind: "substitute" }), stands([line(2_000, 115, "2")])]) {
      expect(countersWith([], [option], own)).toEqual([])
    }
    expect(pairs(countersWith([], [stands([line(2_000, 120)]), stands([line(3_000, 116)])], own))).toEqual([])
    expect(pairs(countersWith([], [stands([line(2_999, 119.99)]), stands([line(3_000, 115.99)])], own))).toEqual([[2_999, 119.99], [3_000, 115.99]])
  })
})

describe("a menu beside what stands", () => {
  const offered = (lines: MenuOption["lines"], goods = lines.reduce((sum, each) => sum + each.unit_price * each.quantity, 0)): MenuOption => ({
    kind: "counter", lines, concession: null, saving_total: 0 as never, overall_cost: { goods: goods as never, freight: null, terms: 0 as never, total: goods as never }, contribution: null, margin: null,
  })
  const two = (first: number, other: number, quantity = 2_000) => [line(quantity, first), line(quantity, other, "2")]

  it("brings nothing where it is no less for no less, in all", () => {
    const standing = [stands([line(2_000, 115)])]
    expect(bringsNothing([offered([line(2_000, 115)])], standing)).toBe(true)
    expect(bringsNothing([offered([line(2_000, 114.99)])], standing)).toBe(false)
    expect(bringsNothing([offered([line(2_001, 115)])], standing)).toBe(false)
    expect(bringsNothing([offered([line(1_900, 121.06)])], standing)).toBe(true)
    expect(bringsNothing([offered([line(1_900, 121.05)])], standing)).toBe(false)
    // What comes off counts.
    expect(bringsNothing([offered([line(2_000, 116)], units(230_000))], standing)).toBe(true)
    expect(bringsNothing([offered([line(2_000, 116)], units(230_000) - 1)], standing)).toBe(false)
  })

  it("brings something where one of its options does, or what stands is another article, or hangs on something", () => {
    const standing = [stands([line(2_000, 115)])]
    expect(bringsNothing([offered([line(2_000, 115)]), offered([line(3_000, 112)])], standing)).toBe(false)
    expect(bringsNothing([offered([line(2_000, 115, "2")])], standing)).toBe(false)
    expect(bringsNothing([offered([line(2_000, 115)])], [stands([line(2_000, 115)], { concession: cut })])).toBe(false)
    expect(bringsNothing([offered([line(2_000, 115)])], [stands([line(2_000, 115)], { kind: "with_terms" })])).toBe(false)
  })

  it("looks at every line, and at any option that stands", () => {
    const standing = [stands(two(115, 119)), stands([line(2_000, 118)])]
    expect(bringsNothing([offered(two(115, 119)), offered([line(2_000, 118)])], standing)).toBe(true)
    expect(bringsNothing([offered([line(2_000, 116), line(2_001, 118, "2")])], standing)).toBe(false)
    expect(bringsNothing([offered(two(116, 118))], standing)).toBe(true)
    expect(bringsNothing([offered(two(116, 117.99))], standing)).toBe(false)
  })
})
