import { decide, type CaseFacts, type CaseState, type Money, type StandingOption } from "../.."
import { askFor, factsWith, FRESH, lineWith, menuOf, policyWith, units } from "../../__tests__/story"

const policy = policyWith({ automatic_limit: { usd: 10_000_000 } })
const bolt = lineWith()
const nut = lineWith({ line_id: "line_2", variant_id: "variant_2", quantity: 1_000 })
const wanted = (line_id: string, variant_id: string, quantity: number, price: number) => ({ line_id, variant_id, quantity, unit_price: units(price) })
const BOLT = wanted("line_1", "variant_1", 2_000, 117)
const NUT = wanted("line_2", "variant_2", 1_000, 116)
const offered = (...options: (Partial<StandingOption> & Pick<StandingOption, "lines">)[]): CaseState => ({
  ...FRESH, standing: options.map((option, index) => ({ option_id: `option_${index}`, kind: "counter", concession: null, ...option })),
})
const both = (first: number, second: number) => ({ type: "ask", asks: [...askFor(first).asks, ...askFor(second, 1_000, "line_2").asks] }) as const
const total = (amount: number) => ({ type: "ask_total", total: units(amount) as number as Money }) as const
const taken = (facts: CaseFacts, state: CaseState, event: Parameters<typeof decide>[3]) => decide(policy, facts, state, event)

describe("an option that stands is met", () => {
  it("by exactly the lines it is for: no more of them and no fewer", () => {
    const facts = factsWith([bolt, nut])
    expect(taken(facts, offered({ lines: [BOLT] }), both(117, 116)).accepted_option_id).toBeNull()
    expect(taken(facts, offered({ lines: [BOLT, NUT] }), askFor(117)).accepted_option_id).toBeNull()
    expect(taken(facts, offered({ lines: [BOLT, NUT] }), both(117, 116)).accepted_option_id).toBe("option_0")
    expect(taken(facts, offered({ lines: [] }), askFor(117)).accepted_option_id).toBeNull()
    expect(taken(facts, offered({ lines: [BOLT, wanted("line_1", "variant_1", 2_000, 117)] }), both(117, 116)).accepted_option_id).toBeNull()
    expect(taken(facts, offered({ lines: [BOLT, wanted("line_9", "variant_9", 1_000, 116)] }), both(117, 116)).accepted_option_id).toBeNull()
  })

  it("by no ask on another line of it", () => {
    const three = factsWith([bolt, nut, lineWith({ line_id: "line_3", variant_id: "variant_3" })])
    const asks = [...askFor(117).asks, ...askFor(117, 2_000, "line_3").asks]
    expect(taken(three, offered({ lines: [BOLT, NUT] }), { type: "ask", asks }).accepted_option_id).toBeNull()
  })

  it("beside lines that may not be negotiated, which keep their price", () => {
    const facts = factsWith([bolt, { ...nut, excluded: "scope" }])
    const state = offered({ lines: [BOLT] })
    expect(taken(facts, state, both(117, 1)).accepted).toEqual([BOLT])
    // 2,000 at 117 and 1,000 at today's 120.
    expect(taken(facts, state, total(354_000)).accepted_option_id).toBe("option_0")
    expect(taken(facts, state, total(353_999.99)).accepted_option_id).toBeNull()
  })

  it("never where it has a condition: that has to be chosen", () => {
    const concession = { kind: "freight", percent: 10, shipping_option_id: "slow", payment_term: null } as never
    expect(taken(factsWith(), offered({ kind: "freight", lines: [BOLT], concession }), askFor(117)).accepted_option_id).toBeNull()
    expect(taken(factsWith(), offered({ kind: "substitute", lines: [BOLT] }), askFor(117)).accepted_option_id).toBeNull()
  })

  it("on the line it was made for, else on the one of the same article", () => {
    const twins = factsWith([bolt, { ...bolt, line_id: "line_2" }])
    const second = wanted("line_2", "variant_1", 2_000, 117)
    expect(taken(twins, offered({ lines: [second] }), askFor(117, 2_000, "line_2")).accepted).toEqual([second])
    const moved = factsWith([{ ...bolt, variant_id: "variant_5" }, { ...bolt, line_id: "line_2" }])
    expect(taken(moved, offered({ lines: [BOLT] }), askFor(117, 2_000, "line_2")).accepted).toEqual([{ ...BOLT, line_id: "line_2" }])
    expect(taken(moved, offered({ lines: [BOLT] }), askFor(117)).accepted_option_id).toBeNull()
  })
})

describe("an option that stands, told again", () => {
  const told = (facts: CaseFacts, state: CaseState, by = policy) => decide(by, facts, state, { type: "ask_person" }).menu
  const substitute = { variant_id: "variant_9", excluded: null, list_unit_price: units(112), own_prices: [{ min_quantity: 1, unit_price: units(109) }], unit_cost: units(65), cost_age_days: 1, stock: null }
  const inStead = wanted("line_1", "variant_9", 2_000, 109)

  it("brings what it brings at today's cost, and tells nothing of one that is stale", () => {
    expect(told(factsWith(), offered({ lines: [BOLT] }))).toMatchObject([{ kind: "counter", contribution: units(74_000), margin: 3_162, saving_total: units(6_000) }])
    const strict = policyWith({ cost_max_age_days: 30 })
    expect(told(factsWith([lineWith({ cost_age_days: 31 })]), offered({ lines: [BOLT] }), strict)).toMatchObject([{ contribution: null, margin: null }])
  })

  it("is of the article that stands in, at that article's cost", () => {
    const line = lineWith({ substitutes: [{ ...substitute, variant_id: "variant_8", unit_cost: units(100) }, substitute] })
    const [option] = told(factsWith([nut, line]), offered({ kind: "substitute", lines: [inStead] }))
    expect(option).toMatchObject({ kind: "substitute", contribution: units(88_000), lines: [inStead] })
    const stale = policyWith({ cost_max_age_days: 30 })
    const aged = factsWith([lineWith({ substitutes: [{ ...substitute, cost_age_days: 31 }] })])
    expect(told(aged, offered({ kind: "substitute", lines: [inStead] }), stale)).toMatchObject([{ contribution: null }])
  })

  it("is left to the caller where article, line or kind are not known, or what it concedes isn't told", () => {
    const known = lineWith({ substitutes: [substitute] })
    expect(told(factsWith(), offered({ kind: "substitute", lines: [inStead] }))).toEqual([])
    expect(told(factsWith([known]), offered({ kind: "substitute", lines: [{ ...inStead, line_id: "line_9" }] }))).toEqual([])
    expect(told(factsWith(), offered({ lines: [wanted("line_9", "variant_9", 1, 1)] }))).toEqual([])
    expect(told(factsWith(), offered({ kind: "bundle" as never, lines: [BOLT] }))).toEqual([])
    expect(told(factsWith(), offered({ kind: "freight", lines: [BOLT] }, { kind: "payment_term", lines: [BOLT] }, { lines: [BOLT] })).map(({ kind }) => kind)).toEqual(["counter"])
  })

  it("rests on the lever it names, of all there are", () => {
    const freight = ["slow", "slower"].map((shipping_option_id, index) => ({ shipping_option_id, gain: { usd: 1_000 * (index + 1) }, transit_days: 10 }))
    const by = policyWith({ levers: { kept_share: 0.3, freight, payment: { terms: [], standard_days: 30, annual_rate: 0.08, bad_debt: 0 }, substitutes: "off" } })
    const facts = factsWith([bolt], { freight: freight.map(({ shipping_option_id }) => ({ shipping_option_id, total: null })) })
    const conceded = (shipping_option_id: string) => told(facts, offered({ kind: "freight", lines: [BOLT], concession: { kind: "freight", percent: 10, shipping_option_id, payment_term: null } as never }), by)[0]?.contribution
    // 74,000 less a thousandth of 234,000, and the gain.
    expect([conceded("slow"), conceded("slower"), conceded("air")]).toEqual([units(74_766), units(75_766), null])
  })

  it("keeps what it concedes where the policy knows no such lever any more, and tells no contribution then", () => {
    const concession = { kind: "payment_term", percent: 45, shipping_option_id: null, payment_term: "prepaid" } as const
    const [option] = told(factsWith(), offered({ kind: "payment_term", lines: [BOLT], concession: concession as never }))
    expect(option).toMatchObject({ kind: "payment_term", concession, contribution: null, margin: null, overall_cost: { goods: units(232_947) } })
  })
})

describe("what is on a menu", () => {
  const levers = {
    kept_share: 0.3, freight: [{ shipping_option_id: "slow", gain: { usd: 1_000 }, transit_days: 10 }],
    payment: { terms: ["prepaid"], standard_days: 30, annual_rate: 0.08, bad_debt: 0 }, substitutes: "configured" as const,
  }
  const ways = { freight: [{ shipping_option_id: "slow", total: null }], payment_terms: [{ id: "prepaid", days: 0 }] }
  const other = { variant_id: "variant_9", excluded: null, list_unit_price: units(112), own_prices: [{ min_quantity: 1, unit_price: units(109) }], unit_cost: units(65), cost_age_days: 1, stock: null }
  const show = (lines: CaseFacts["lines"], event: Parameters<typeof decide>[3], change: Parameters<typeof policyWith>[0] = {}) =>
    menuOf(decide(policyWith({ levers, automatic_limit: { usd: 10_000_000 }, ...change }), factsWith(lines, ways), FRESH, event))

  it("a place is kept for an honoured price even where talk gives nothing", () => {
    const terms = { talk_concession_limit: 0, opening_concession: 0 }
    expect(show([bolt], askFor(114), terms)).toEqual(["volume 3000 @ 114", "payment_term 2000 @ 120", "freight 2000 @ 120"])
    expect(show([bolt], askFor(114), { ...terms, last_paid: "honour" })).toEqual(["volume 3000 @ 114", "payment_term 2000 @ 120"])
  })

  it("the trade of one line, where that of another would take the whole past the automatic limit", () => {
    expect(show([bolt, nut], both(110, 110), { automatic_limit: { usd: 500_000 } })[0]).toBe("volume 2000 @ 118 + 2000 @ 110")
    // 360,000 as asked: 240,000 more for the first line, 120,000 for the second.
    expect(show([bolt, nut], both(110, 110), { automatic_limit: { usd: 719_999 } })[0]).toBe("volume 4000 @ 110 + 1000 @ 118")
    expect(show([bolt, nut], both(110, 110), { automatic_limit: { usd: 720_000 } })[0]).toBe("volume 4000 @ 110 + 2000 @ 110")
  })

  it("nothing but more pieces where one line is asked for under its smallest quantity", () => {
    expect(show([lineWith({ minimum_quantity: 2_001 })], askFor(110))).toEqual(["volume 4000 @ 110", "volume 2500 @ 118"])
    expect(show([bolt, { ...nut, minimum_quantity: 1_001 }], both(110, 115))).toEqual(["volume 4000 @ 110 + 1500 @ 115"])
    expect(show([bolt, { ...nut, minimum_quantity: 1_000 }], both(110, 115)).at(-1)).toBe("counter 2000 @ 118 + 1000 @ 118")
  })

  it("volume's place is kept where one line may grow though another may not", () => {
    const still = { ...nut, stock: 1_000 }
    expect(show([bolt, still], both(100.5, 115)).map((option) => option.split(" ")[0])).toEqual(["volume", "payment_term", "counter"])
    expect(show([{ ...bolt, stock: 2_000 }, still], both(100.5, 115)).map((option) => option.split(" ")[0])).toEqual(["payment_term", "freight", "counter"])
  })

  it("another article for one line alone, never in a basket", () => {
    const swappable = lineWith({ stock: 2_000, substitutes: [other] })
    expect(show([swappable], askFor(110), { levers: { ...levers, freight: [], payment: { ...levers.payment, terms: [] } } })).toEqual(["substitute 2000 @ 109", "counter 2000 @ 118"])
    expect(show([swappable, nut], both(110, 115)).some((option) => option.startsWith("substitute"))).toBe(false)
  })
})
