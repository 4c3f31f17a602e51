import { decide, suggest, type CaseState, type LineFacts, type LineMemory } from "../.."
import { askFor, factsWith, FRESH, lineWith, menuOf, policyWith, units } from "../../__tests__/story"

const point = (quantity: number, price: number) => ({ quantity, unit_price: units(price) })
const tiers = (...steps: [number, number][]) => ({ own_prices: [[1, 120] as const, ...steps].map(([min_quantity, price]) => ({ min_quantity, unit_price: units(price) })) })
const ask = (price: number, line: Partial<LineFacts> = {}, state: CaseState = FRESH, terms: Parameters<typeof policyWith>[0] = {}) =>
  decide(policyWith({ automatic_limit: { usd: 1e6 }, ...terms }), factsWith([lineWith(line)]), state, askFor(price))
const countersOf = (decision: ReturnType<typeof decide>) => decision.lines[0]?.memory.counters

describe("what is remembered as given", () => {
  it("is no price the buyer had anyway: a tier pointed out", () => {
    const decision = ask(110, tiers([3_000, 109]))
    expect(menuOf(decision)[0]).toBe("volume 3000 @ 109")
    expect(countersOf(decision)).toEqual([point(2_000, 118)])
  })

  it("is the trade beside such a tier", () => {
    const decision = ask(110, tiers([4_200, 110]), FRESH, { volume_cap_factor: 2.25, volume_step: 1_500 })
    expect(menuOf(decision)).toEqual(["volume 3500 @ 110.68", "volume 4200 @ 110", "counter 2000 @ 118"])
    expect(countersOf(decision)).toEqual([point(2_000, 118), point(3_500, 110.68)])
  })

  it("is no counter at the current price, and the line then tells none", () => {
    const talkless = { opening_concession: 0, talk_concession_limit: 0 }
    const traded = ask(114, {}, FRESH, talkless)
    expect(traded.lines[0]).toMatchObject({ counter_unit_price: null, memory: { rounds: 1, counters: [point(3_000, 114)] } })
    const stale: LineMemory = { rounds: 1, asks: [], counters: [point(2_000, 118)], marginal_price: null }
    const told = (own: number) => ask(100, { own_prices: [{ min_quantity: 1, unit_price: units(own) }] }, { ...FRESH, memory: { line_1: stale } }, talkless).lines[0]?.counter_unit_price
    expect([told(118.01), told(118)]).toEqual([units(118), null])
  })

  it("is the first marginal price of the window", () => {
    expect(ask(110).lines[0]?.memory.marginal_price).toBe(units(100.9))
    expect(ask(119).lines[0]?.memory.marginal_price).toBeNull()
  })
})

describe("a suggestion where nobody asked for a price", () => {
  const show = (line: Partial<LineFacts>, memory: Partial<LineMemory> = {}) => {
    const state = { ...FRESH, memory: { line_1: { rounds: 0, asks: [], counters: [], marginal_price: null, ...memory } } }
    const menu = suggest(policyWith({ automatic_limit: { usd: 1e6 } }), factsWith([lineWith(line)]), state, { type: "ask_person" })
    return menu === null ? null : menuOf({ menu } as never)
  }

  it("goes by the best ask for the cart's quantity or more, else by where talk ends", () => {
    // Talk ends at 112.
    expect(show({})).toEqual(["volume 3500 @ 112", "counter 2000 @ 118"])
    expect(show({}, { asks: [point(2_000, 110)] })?.[0]).toBe("volume 4500 @ 110")
    expect(show({}, { asks: [point(1_999, 110)] })?.[0]).toBe("volume 3500 @ 112")
  })

  it("has nothing where there is no room, and says nothing where the cost is missing", () => {
    expect(show({ unit_cost: units(102) })).toEqual([])
    expect(show({ unit_cost: units(110) })).toEqual([])
    expect(show({ unit_cost: null })).toBeNull()
  })

  it("leaves out lines that are kept out for another reason", () => {
    const facts = factsWith([lineWith({ excluded: "clearance" }), lineWith({ line_id: "line_2", variant_id: "variant_2" })])
    const menu = suggest(policyWith({ automatic_limit: { usd: 1e6 } }), facts, FRESH, { type: "refuse" })
    expect(menu?.map(({ lines }) => lines.map(({ line_id }) => line_id))).toEqual([["line_2"], ["line_2"]])
  })
})
