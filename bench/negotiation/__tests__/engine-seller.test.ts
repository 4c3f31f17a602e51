import { compilePolicy, decide, emptyMemory, type CaseDecision, type MenuOption, type Money } from "../../../src/engine"
import { engineSeller } from "../sellers/engine"
import { engineOffersLevers } from "../sellers/engine/levers"
import { termsOf } from "../sellers/engine/options"
import { policyOf } from "../sellers/engine/policy"
import { Watch } from "../sellers/engine/watch"
import { itemOf } from "../world/line"
import { lineWith, SETTINGS } from "./lines"

const units = (value: number) => value as MenuOption["lines"][number]["unit_price"]
function option(change: object): MenuOption {
  return {
    kind: "volume", concession: null, overall_cost: { goods: 0 as Money, freight: null, terms: 0 as Money, total: 0 as Money }, saving_total: 0 as MenuOption["saving_total"], contribution: null, margin: null,
    lines: [{ line_id: "line", variant_id: "article", quantity: 120, unit_price: units(850_000) }],
    ...change,
  }
}

describe("the engine as a seller", () => {
  it("an ask → the menu's options in cents, none under the floor", () => {
    const { offers } = engineSeller(SETTINGS).account(itemOf(lineWith()), 0).open().ask(8_200, 40)
    expect(offers.length).toBeGreaterThan(0)
    expect(offers.every(({ unitPrice }) => unitPrice >= itemOf(lineWith()).floor && Number.isInteger(unitPrice))).toBe(true)
  })

  it("an ask at the standing counter → agreed at it", () => {
    const session = engineSeller(SETTINGS).account(itemOf(lineWith()), 0).open()
    const counter = session.ask(8_200, 40).offers.find(({ quantity, levers }) => quantity === 40 && levers === 0)
    expect(session.ask(counter?.unitPrice ?? 0, 40).accepted).toEqual(counter)
  })

  it("no room between floor and list → a person, and the talk is over", () => {
    expect(engineSeller(SETTINGS).account(itemOf(lineWith({ cost: 9_900 })), 0).open().ask(9_000, 40)).toMatchObject({ person: true, final: true, offers: [] })
  })

  it("tuned settings → the terms of a policy; impossible ones → an error", () => {
    expect(policyOf(SETTINGS)).toMatchObject({ talkLimit: 4_000, rounds: 4, minimumMargin: 500 })
    expect(() => policyOf({ ...SETTINGS, rounds: 0 })).toThrow("no policy")
    expect(() => policyOf({})).toThrow("is missing")
  })
})

describe("levers", () => {
  const concession = { percent: 200 as MenuOption["margin"], shipping_option_id: null, payment_term: null }

  it("an option's concession → off the unit price, as the world's lever", () => {
    expect(termsOf(option({ kind: "freight", concession: { ...concession, kind: "freight" } }))).toEqual({ quantity: 120, unitPrice: 8_330, levers: 1 })
    expect(termsOf(option({ kind: "payment_term", concession: { ...concession, kind: "payment_term" } }))).toEqual({ quantity: 120, unitPrice: 8_330, levers: 2 })
  })

  it("volume and counter → no lever; a substitute → of no use here", () => {
    expect(termsOf(option({}))?.levers).toBe(0)
    expect(termsOf(option({ kind: "substitute" }))).toBeNull()
  })

  it("whether the engine offers any → asked of the engine, which does", () => {
    expect(engineOffersLevers(SETTINGS)).toBe(true)
  })

  it("an order of 40 → at most half of the first lever's 1.2% of list comes off the counter", () => {
    const { offers } = engineSeller(SETTINGS).account(itemOf(lineWith()), 0).open().ask(8_200, 40)
    const counter = offers.find(({ quantity, levers }) => quantity === 40 && levers === 0)
    const slower = offers.find(({ levers }) => levers === 1)
    const off = (counter?.unitPrice ?? 0) - (slower?.unitPrice ?? 0)
    expect(off).toBeLessThanOrEqual(60)
    expect(off).toBeGreaterThanOrEqual(59)
  })
})

describe("the watch", () => {
  const result = compilePolicy({
    minimum_margin: 0.05, talk_concession_limit: 0.4, opening_concession: 0.1, curve_shape: 1, reciprocity: 1, acceptance_tolerance: 0.01,
    minimum_plausible_ask: 0.5, volume_gain_share: 0.5, incremental_share: 1, volume_cap_factor: 3, volume_step: 1, rounds: 4,
    window_days: 30, offer_days: 7, agreement_days: 90, cool_down_hours: 24, automatic_limit: { usd: 1_000_000 },
    without_cost_max_discount: null, cost_max_age_days: null, outlier_quantity_factor: null, last_paid: "ignore", last_paid_max_months: 12,
    initiation: "buyer", on_refusal: "decline", on_lapse: "expire", on_last_round: "stand", sla_hours: 24,
  })
  if (!result.ok) throw new Error("the policy does not compile")
  const { policy } = result
  const line = {
    line_id: "line", variant_id: "article", excluded: null, list_unit_price: units(1_000_000), own_prices: [{ min_quantity: 1, unit_price: units(1_000_000) }],
    quantity: 40, unit_cost: units(600_000), cost_age_days: 1, stock: null, lot: null, last_paid: null, largest_past_quantity: null,
    competing_unit_price: null, jitter: 0,
  }
  const good = decide(policy, { currency: { code: "usd", decimals: 2 }, company: { opted_out: false, strategic: false }, lines: [line] },
    { memory: {}, standing: [], cooling_down: false }, { type: "ask", asks: [{ line_id: "line", unit_price: units(820_000), quantity: 40 }] })

  function faultsOf(decision: CaseDecision, before: readonly number[] = [], standing: readonly number[] = [], concession: MenuOption["concession"] = null): string[] {
    const watch = new Watch()
    const given = new Map(before.map((price) => [40, price]))
    watch.see({
      policy, decision, floor: 631_600, list: 1_000_000, ask: { unitPrice: 820_000, quantity: 40 },
      standing: standing.map((price) => ({ option_id: "o", kind: "counter", concession, lines: [{ line_id: "line", variant_id: "article", quantity: 40, unit_price: units(price) }] })),
    }, given)
    return Object.keys(watch.faults())
  }
  const menu = (...lines: readonly (readonly [number, number])[]): CaseDecision => ({
    ...good,
    menu: lines.map(([quantity, price]) => option({ lines: [{ line_id: "line", variant_id: "article", quantity, unit_price: units(price) }] })),
  })

  it("a decision as it should be → nothing", () => {
    expect(good.menu.length).toBeGreaterThan(0)
    expect(faultsOf(good)).toEqual([])
  })

  it.each([
    ["a price under the floor", menu([40, 600_000]), "1 price under the floor"],
    ["a price above list", menu([40, 1_100_000]), "1 price above list"],
    ["more pieces for less money", menu([40, 990_000], [41, 700_000]), "3 more pieces for less money"],
    ["too many rounds", { ...good, lines: good.lines.map((each) => ({ ...each, memory: { ...emptyMemory(), rounds: 9 } })) }, "7 more rounds than the policy has"],
  ] as const)("%s → counted", (_, decision, fault) => {
    expect(faultsOf(decision)).toEqual([fault])
  })

  it("a price under the floor once the concession is off → counted", () => {
    const concession = { kind: "freight", percent: 500, shipping_option_id: "slow", payment_term: null }
    expect(faultsOf({ ...good, menu: [option({ concession, lines: [{ line_id: "line", variant_id: "article", quantity: 40, unit_price: units(650_000) }] })] })).toEqual(["1 price under the floor"])
  })

  it("a standing option whose condition was not chosen → nothing to agree to", () => {
    const concession = { kind: "freight", percent: 100 as NonNullable<MenuOption["margin"]>, shipping_option_id: "slow", payment_term: null } as const
    expect(faultsOf(menu([40, 810_000]), [], [815_000], concession)).toEqual([])
  })

  it("a counter above one given before → counted", () => {
    expect(faultsOf(menu([40, 900_000]), [850_000])).toEqual(["2 counter rose"])
  })

  it("a standing option met and not agreed → counted", () => {
    expect(faultsOf(menu([40, 810_000]), [], [815_000])).toEqual(["standing option met but not agreed"])
  })
})
