import { decide, suggest, type CaseFacts, type LeverTerms, type LineFacts, type Money, type SubstituteFacts } from "../.."
import { after, askFor, factsWith, FRESH, lineWith, menuOf, policyWith, units } from "../../__tests__/story"

const sum = (amount: number) => units(amount) as number as Money
const NONE: LeverTerms = { kept_share: 0.3, freight: [], payment: { terms: [], standard_days: 30, annual_rate: 0.08, bad_debt: 0 }, substitutes: "off" }
const slow = (gain: number, transit_days = 10): Partial<LeverTerms> => ({ freight: [{ shipping_option_id: "slow", gain: { usd: gain }, transit_days }] })
const prepay: Partial<LeverTerms> = { payment: { terms: ["prepaid", "days_60"], standard_days: 30, annual_rate: 0.08, bad_debt: 0 } }
const policyOf = (levers: Partial<LeverTerms>, change: Parameters<typeof policyWith>[0] = {}) => policyWith({ levers: { ...NONE, ...levers }, ...change })

const ways: Partial<CaseFacts> = {
  freight: [{ shipping_option_id: "fast", total: sum(900) }, { shipping_option_id: "slow", total: sum(600) }],
  freight_total: sum(900),
  payment_terms: [{ id: "prepaid", days: 0 }, { id: "days_60", days: 60 }],
}
const factsOf = (change: Partial<CaseFacts> = {}, line: Partial<LineFacts> = {}) => factsWith([lineWith(line)], { ...ways, ...change })
const fixed = { stock: 2_000 }
const other: SubstituteFacts = {
  variant_id: "variant_9", excluded: null, list_unit_price: units(112), own_prices: [{ min_quantity: 1, unit_price: units(109) }],
  unit_cost: units(65), cost_age_days: 1, stock: null,
}

describe("levers on the menu", () => {
  it("a slower way to ship → beside the volume trade, before the counter, at the counter's unit price", () => {
    const { menu } = decide(policyOf(slow(1_000)), factsOf(), FRESH, askFor(110))
    expect(menu.map(({ kind }) => kind)).toEqual(["volume", "freight", "counter"])
    expect(menu[1]).toEqual({
      kind: "freight",
      lines: [{ line_id: "line_1", variant_id: "variant_1", quantity: 2_000, unit_price: units(118) }],
      concession: { kind: "freight", percent: 29, shipping_option_id: "slow", payment_term: null },
      saving_total: units(4_684.4),
      overall_cost: { goods: units(235_315.6), freight: units(600), terms: 0, total: units(235_915.6) },
      contribution: units(76_315.6),
      margin: 3_243,
    })
  })

  it("payment before delivery → cut, and what it costs the buyer at the seller's rate", () => {
    const { menu } = decide(policyOf(prepay), factsOf(), FRESH, askFor(110))
    expect(menu[1]).toMatchObject({
      kind: "payment_term",
      concession: { kind: "payment_term", percent: 45, shipping_option_id: null, payment_term: "prepaid" },
      saving_total: units(5_062),
      overall_cost: { goods: units(234_938), freight: units(900), terms: 15_447_979, total: units(235_838) + 15_447_979 },
      contribution: units(74_938) + 15_447_978,
    })
  })

  it("volume and counter → their overall cost counts shipping as the cart stands, or nothing where nothing is chosen", () => {
    const costs = (facts: CaseFacts) => decide(policyOf({}), facts, FRESH, askFor(110)).menu.map(({ overall_cost }) => overall_cost)
    expect(costs(factsOf())).toEqual([
      { goods: units(440_000), freight: units(900), terms: 0, total: units(440_900) },
      { goods: units(236_000), freight: units(900), terms: 0, total: units(236_900) },
    ])
    expect(costs(factsWith())[1]).toEqual({ goods: units(236_000), freight: null, terms: 0, total: units(236_000) })
  })

  it("a menu's overall costs → shipping in every one or in none: where nothing is chosen, or a way to ship has no price yet", () => {
    const freightOf = (change: Partial<CaseFacts>) => {
      const { menu } = decide(policyOf(slow(1_000)), factsOf(change), FRESH, askFor(110))
      expect(menu.map(({ kind }) => kind)).toEqual(["volume", "freight", "counter"])
      for (const { overall_cost } of menu) expect(overall_cost.total).toBe(overall_cost.goods + (overall_cost.freight ?? 0))
      return menu.map(({ overall_cost }) => overall_cost.freight)
    }
    expect(freightOf({})).toEqual([units(900), units(600), units(900)])
    expect(freightOf({ freight_total: null })).toEqual([null, null, null])
    expect(freightOf({ freight: [{ shipping_option_id: "slow", total: null }] })).toEqual([null, null, null])
  })

  it("the buyer's own price for more pieces → the cut leaves that above the floor as well, or there is none", () => {
    const tiered = (unit_price: number) => factsOf({}, { own_prices: [{ min_quantity: 1, unit_price: units(120) }, { min_quantity: 20_000, unit_price: units(unit_price) }] })
    const cuts = (unit_price: number) =>
      decide(policyOf(slow(6_000)), tiered(unit_price), FRESH, askFor(110)).menu.flatMap(({ concession }) => concession?.percent ?? [])
    expect(cuts(115)).toEqual([177])
    // 100.90 is the marginal price, which trades show anyway.
    expect(cuts(102)).toEqual([107])
    expect(cuts(100.9)).toEqual([])
  })

  it("one place beside volume → the lever with the largest cut", () => {
    const both = { ...slow(1_000), ...prepay }
    expect(menuOf(decide(policyOf(both), factsOf(), FRESH, askFor(110)))).toEqual(["volume 4000 @ 110", "payment_term 2000 @ 118", "counter 2000 @ 118"])
    expect(menuOf(decide(policyOf({ ...prepay, ...slow(2_000) }), factsOf(), FRESH, askFor(110)))[1]).toBe("freight 2000 @ 118")
  })

  it("no more pieces to be had, whatever is asked → the place is the levers'", () => {
    expect(menuOf(decide(policyOf({ ...slow(1_000), ...prepay }), factsOf({}, fixed), FRESH, askFor(110)))).toEqual([
      "payment_term 2000 @ 118", "freight 2000 @ 118", "counter 2000 @ 118",
    ])
  })

  it("no volume trade for this ask alone → its place stays empty, as a higher ask would need it", () => {
    const policy = policyOf({ ...slow(1_000), ...prepay })
    expect(menuOf(decide(policy, factsOf(), FRESH, askFor(100)))).toEqual(["payment_term 2000 @ 118", "counter 2000 @ 118"])
  })

  it("nothing for talk alone → trades of the price paid now, three of them", () => {
    const policy = policyOf({ ...slow(1_000), ...prepay }, { talk_concession_limit: 0, opening_concession: 0 })
    expect(menuOf(decide(policy, factsOf(), FRESH, askFor(114)))).toEqual(["volume 3000 @ 114", "payment_term 2000 @ 120", "freight 2000 @ 120"])
  })

  it("an ask that earns nothing → levers around today's price, no counter", () => {
    const implausible = decide(policyOf(slow(1_000)), factsOf(), FRESH, askFor(60))
    expect(menuOf(implausible)).toEqual(["freight 2000 @ 120"])
    expect(implausible.lines[0]?.memory).toMatchObject({ rounds: 0, counters: [] })
  })

  it("an ask that earns nothing → no more trades than a better ask would be shown beside its counter", () => {
    const policy = policyOf({ ...slow(1_000), ...prepay }, { automatic_limit: { usd: 1_000_000 } })
    expect(menuOf(decide(policy, factsOf(), FRESH, askFor(60)))).toEqual(["volume 6000 @ 108", "payment_term 2000 @ 120"])
  })

  it("several lines → one cut for all of them, at the room of the tightest", () => {
    const lines = [lineWith(), lineWith({ line_id: "line_2", variant_id: "variant_2", quantity: 100, unit_cost: units(89), own_prices: [{ min_quantity: 1, unit_price: units(110) }] })]
    const asks = { type: "ask", asks: [...askFor(110).asks, ...askFor(105, 100, "line_2").asks] } as const
    const { menu } = decide(policyOf(slow(50_000)), factsWith(lines, ways), FRESH, asks)
    const freight = menu.find(({ kind }) => kind === "freight")
    expect(freight?.lines.map(({ unit_price }) => unit_price)).toEqual([units(118), units(109)])
    // Line 2: marginal price 105.60, the floor of 104.71 on its step of 2% of list; 109 · (1 − .0311) = 105.61.
    expect(freight?.concession?.percent).toBe(311)
    // The same where line 2 is agreed to, at its counter.
    const agreed = { type: "ask", asks: [...askFor(110).asks, ...askFor(109, 100, "line_2").asks] } as const
    expect(decide(policyOf(slow(50_000)), factsWith(lines, ways), FRESH, agreed).menu.find(({ kind }) => kind === "freight")?.concession?.percent).toBe(311)
  })
})

describe("levers that are left out", () => {
  const kinds = (levers: Partial<LeverTerms>, facts: CaseFacts) => decide(policyOf(levers), facts, FRESH, askFor(110)).menu.map(({ kind }) => kind)
  const without = ["volume", "counter"]

  it("needed before it arrives → not offered; in time, or in no hurry → offered", () => {
    expect(kinds(slow(1_000, 10), factsOf({ needed_in_days: 9 }))).toEqual(without)
    expect(kinds(slow(1_000, 10), factsOf({ needed_in_days: 10 }))).toContain("freight")
    expect(kinds(slow(1_000, 10), factsOf({ needed_in_days: null }))).toContain("freight")
  })

  it("not a way this cart can go, no gain in the currency, too little gain → not offered", () => {
    expect(kinds(slow(1_000), factsOf({ freight: [] }))).toEqual(without)
    expect(kinds(slow(1_000), { ...factsOf(), currency: { code: "eur", decimals: 2 } })).toEqual([])
    expect(kinds(slow(30), factsOf())).toEqual(without)
  })

  it("shipping dearer than the cut → not offered", () => {
    const dear = (total: number) => factsOf({ freight: [{ shipping_option_id: "slow", total: sum(total) }] })
    expect(kinds(slow(1_000), dear(1_584.4))).toEqual(without)
    expect(kinds(slow(1_000), dear(1_584.39))).toContain("freight")
  })

  it("what paying sooner costs the buyer → the same whatever the seller's money costs", () => {
    for (const annual_rate of [0, 0.3]) {
      const { menu } = decide(policyOf({ payment: { terms: ["prepaid"], standard_days: 30, annual_rate, bad_debt: 0.01 } }), factsOf(), FRESH, askFor(100))
      const cost = menu.find(({ kind }) => kind === "payment_term")?.overall_cost
      // 8% a year over 30 days of what is paid, rounded up.
      expect(cost?.terms).toBe(Math.ceil(((cost?.goods ?? 0) * 0.08 * 30) / 365))
    }
  })

  it("as late as usual or later → not offered", () => {
    expect(kinds({ payment: { ...NONE.payment, terms: ["days_60"] } }, factsOf())).toEqual(without)
    expect(kinds({ payment: { ...NONE.payment, terms: ["prepaid"], standard_days: 0 } }, factsOf())).toEqual(without)
  })

  it("no room above the floor → not offered, and little room → a smaller cut", () => {
    const tight = (cost: number) => decide(policyOf(slow(10_000)), factsOf({}, { ...fixed, own_prices: [{ min_quantity: 1, unit_price: units(107) }], unit_cost: units(cost) }), FRESH, askFor(100)).menu[0]
    // Counters 106 and 106.50, marginal prices 100.80 and 105.60: the gain binds the first, the second 106.50 · (1 − .0084) = 105.61.
    expect(tight(85)).toMatchObject({ kind: "freight", concession: { percent: 330 } })
    expect(tight(89)).toMatchObject({ kind: "freight", concession: { percent: 84 } })
    // Floor 105.89, hidden behind 108: nothing is left of today's price.
    expect(tight(90)).toBeUndefined()
  })

  it("says why in the seller's trace", () => {
    const decision = decide(policyOf({ ...slow(1_000), ...prepay }), factsOf({ needed_in_days: 3 }), FRESH, askFor(110))
    const terms = decision.lines[0]?.trace.filter(({ term }) => term.startsWith("lever")).map(({ term, value }) => [term, value])
    expect(terms).toEqual([
      ["lever_left_out", "freight slow: arrives_too_late"],
      ["lever_left_out", "payment_term days_60: not_sooner"],
      ["lever", "payment_term prepaid"],
      ["lever_gain", 15_447_978],
      ["lever_kept_share", 3_000],
      ["lever_cut", 45],
      ["lever_cash_price", units(117.469)],
    ])
  })
})

describe("a substitute on the menu", () => {
  const policy = policyOf({ substitutes: "category" })

  it("at or under the ask → offered for the asked line, its saving against the asked article", () => {
    const { menu } = decide(policy, factsOf({}, { substitutes: [other] }), FRESH, askFor(110))
    expect(menu.map(({ kind }) => kind)).toEqual(["volume", "substitute", "counter"])
    expect(menu[1]).toMatchObject({
      lines: [{ line_id: "line_1", variant_id: "variant_9", quantity: 2_000, unit_price: units(109) }],
      concession: null, saving_total: units(22_000), contribution: units(88_000), margin: 4_036,
    })
  })

  it("a policy without substitutes, or several lines → none", () => {
    expect(menuOf(decide(policyOf({}), factsOf({}, { substitutes: [other] }), FRESH, askFor(110)))).toEqual(["volume 4000 @ 110", "counter 2000 @ 118"])
    const nut = lineWith({ line_id: "line_2", variant_id: "variant_2", quantity: 100 })
    const asks = { type: "ask", asks: [...askFor(110).asks, ...askFor(110, 100, "line_2").asks] } as const
    expect(decide(policy, factsWith([lineWith({ substitutes: [other] }), nut]), FRESH, asks).menu.map(({ kind }) => kind)).toEqual(["volume", "counter"])
  })

  it("is no counter of the asked article", () => {
    const decision = decide(policy, factsOf({}, { ...fixed, substitutes: [other] }), FRESH, askFor(110))
    expect(decision.menu.map(({ kind }) => kind)).toEqual(["substitute", "counter"])
    expect(decision.lines[0]?.memory.counters).toEqual([{ quantity: 2_000, unit_price: units(118) }])
  })
})

describe("what stands", () => {
  const policy = policyOf({ ...slow(1_000), substitutes: "configured" })
  const facts = factsOf({}, { ...fixed, substitutes: [other] })
  const first = decide(policy, facts, FRESH, askFor(110))
  const state = after(first)

  it("offers freight, the substitute and the counter", () => {
    expect(menuOf(first)).toEqual(["freight 2000 @ 118", "substitute 2000 @ 109", "counter 2000 @ 118"])
  })

  it("an ask at a price that hangs on a condition, or on another article → not its acceptance", () => {
    const met = decide(policy, facts, state, askFor(118))
    expect(met).toMatchObject({ answer: "accept", accepted_option_id: "option_2" })
    expect(decide(policy, facts, state, askFor(117.66))).toMatchObject({ accepted_option_id: null })
    expect(decide(policy, facts, state, askFor(109)).answer).toBe("counter")
    const alone = { ...state, standing: state.standing.slice(0, 2) }
    expect(decide(policy, facts, alone, askFor(118)).accepted_option_id).toBeNull()
  })

  it("is restated to the letter, concessions included", () => {
    const again = decide(policy, facts, state, askFor(105))
    expect(again).toMatchObject({ standing: true, reason_code: "standing_answer" })
    expect(again.menu).toEqual(first.menu)
  })

  it("goes on standing where its lever or article is no longer known, without what can't be counted", () => {
    const bare = decide(policyWith(), factsWith([lineWith(fixed)]), state, { type: "ask_person" })
    expect(bare.menu.map(({ kind, contribution }) => [kind, contribution])).toEqual([["freight", null], ["counter", units(76_000)]])
    expect(bare.menu[0]).toMatchObject({ concession: first.menu[0]?.concession, saving_total: units(4_684.4), overall_cost: { freight: null } })
  })

  it("counts as standing with no rounds left, even where a substitute is all there is", () => {
    const only = { ...state, standing: state.standing.filter(({ kind }) => kind === "substitute"), memory: { line_1: { rounds: 4, asks: [], counters: [], marginal_price: null } } }
    expect(decide(policyOf({ substitutes: "configured" }, { on_last_round: "stand" }), facts, only, askFor(110))).toMatchObject({ answer: "counter", standing: true })
  })

  it("gives the rep the same levers to suggest", () => {
    expect(suggest(policy, facts, FRESH, askFor(110))).toEqual(first.menu)
  })
})

describe("smallest and yearly quantities", () => {
  const policy = policyWith({ automatic_limit: { usd: 10_000_000 } })

  it("proposes no more pieces than the buyer uses a year", () => {
    expect(menuOf(decide(policy, factsOf({ annual_volume: 3_900 }), FRESH, askFor(110)))).toEqual(["volume 3500 @ 110.68", "counter 2000 @ 118"])
    expect(menuOf(decide(policy, factsOf({ annual_volume: 4_000 }), FRESH, askFor(110)))[0]).toBe("volume 4000 @ 110")
    expect(menuOf(decide(policy, factsOf({ annual_volume: 2_000 }), FRESH, askFor(110)))).toEqual(["counter 2000 @ 118"])
  })

  it("takes who asks for more than a year's use at their word", () => {
    expect(menuOf(decide(policy, factsOf({ annual_volume: 1_000 }), FRESH, askFor(110)))[0]).toBe("volume 4000 @ 110")
  })

  it("knows a year's use of one article, not of a basket", () => {
    const lines = [lineWith(), lineWith({ line_id: "line_2", variant_id: "variant_2" })]
    expect(menuOf(decide(policy, factsWith(lines, { annual_volume: 2_000 }), FRESH, askFor(110)))[0]).toBe("volume 4000 @ 110")
  })

  it("proposes nothing under the smallest quantity, the counter at fewer pieces included", () => {
    const small = (minimum_quantity: number, price: number) => menuOf(decide(policy, factsOf({}, { minimum_quantity }), FRESH, askFor(price)))
    expect(small(2_000, 116)).toEqual(["volume 2500 @ 116", "counter 2000 @ 118"])
    expect(small(3_200, 116)).toEqual(["volume 3500 @ 116"])
    expect(small(6_001, 116)).toEqual([])
  })
})
