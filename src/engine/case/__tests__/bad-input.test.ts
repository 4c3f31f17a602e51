import { decide, ladder, suggest, type CaseFacts, type CaseState, type LineFacts, type SubstituteFacts } from "../.."
import { askFor, factsWith, FRESH, lineWith, policyWith, units } from "../../__tests__/story"

const policy = policyWith({ initiation: "threshold" })
const as = (value: unknown): never => value as never

const badNumbers = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -1, 1.5, 1e300, Number.MAX_SAFE_INTEGER + 1, as("10"), as(undefined)]
const fields: (keyof LineFacts)[] = ["list_unit_price", "quantity", "unit_cost", "lot", "largest_past_quantity", "competing_unit_price", "stock"]
const leftOut: (keyof LineFacts)[] = ["quantity_in_cart"]

const SUBSTITUTE: SubstituteFacts = {
  variant_id: "variant_9", excluded: null, list_unit_price: units(112), own_prices: [{ min_quantity: 1, unit_price: units(109) }],
  unit_cost: units(65), cost_age_days: 1, stock: null,
}

const badLines: [string, Partial<LineFacts>][] = [
  ...fields.flatMap((field) => badNumbers.map((value): [string, Partial<LineFacts>] => [`${field} ${String(value)}`, { [field]: value }])),
  ...leftOut.flatMap((field) => [...badNumbers.slice(0, -1), 0, as(null)].map((value): [string, Partial<LineFacts>] => [`${field} ${String(value)}`, { [field]: value }])),
  ["list 0", { list_unit_price: units(0) }],
  ["cost above list", { unit_cost: units(120.01) }],
  ["no own price", { own_prices: [] }],
  ["own prices not from 1", { own_prices: [{ min_quantity: 2, unit_price: units(120) }] }],
  ["own prices out of order", { own_prices: [1, 5, 5].map((min_quantity) => ({ min_quantity, unit_price: units(120) })) }],
  ["own price NaN", { own_prices: [{ min_quantity: 1, unit_price: as(Number.NaN) }] }],
  ["quantity 0", { quantity: 0 }],
  ["lot 0", { lot: 0 }],
  ["cost age NaN", { cost_age_days: Number.NaN }],
  ["cost age infinite", { cost_age_days: Number.POSITIVE_INFINITY }],
  ["jitter half", { jitter: 0.5 }],
  ["jitter huge", { jitter: 1_001 }],
  ...badNumbers.slice(0, -1).map((value): [string, Partial<LineFacts>] => [`minimum_quantity ${String(value)}`, { minimum_quantity: as(value) }]),
  ["minimum quantity 0", { minimum_quantity: 0 }],
  ["substitutes of no list", { substitutes: as({}) }],
  ["last paid NaN", { last_paid: { unit_price: as(Number.NaN), quantity: 1, age_days: 1 } }],
  ["last paid quantity 0", { last_paid: { unit_price: units(1), quantity: 0, age_days: 1 } }],
]

describe("facts that can't be reckoned with", () => {
  it.each(badLines)("%s: a person, at no price", (_, change) => {
    const facts = factsWith([lineWith(change)])
    for (const event of [askFor(110), { type: "ask_total", total: as(units(200_000)) }, { type: "refuse" }] as const) {
      const decision = decide(policy, facts, FRESH, event)
      expect(decision).toMatchObject({ answer: "person", reason_code: "invalid_facts", menu: [], accepted: [] })
      expect(decision.lines[0]).toMatchObject({ counter_unit_price: null, floor_unit_price: null, ask: null })
    }
    expect(suggest(policy, facts, FRESH, askFor(110))).toBeNull()
    expect(ladder(policy, facts, facts.lines[0] as LineFacts, null)).toEqual([])
  })

  const badCases: [string, CaseFacts, CaseState, Parameters<typeof decide>[3]][] = [
    ["five decimals", factsWith([lineWith()], { currency: { code: "usd", decimals: 5 } }), FRESH, askFor(110)],
    ["NaN decimals", factsWith([lineWith()], { currency: { code: "usd", decimals: Number.NaN } }), FRESH, askFor(110)],
    ...[undefined, null, 7, {}, { opted_out: false }, { opted_out: false, strategic: "no" }].map((company): [string, CaseFacts, CaseState, Parameters<typeof decide>[3]] =>
      [`a company of ${JSON.stringify(company)}`, factsWith([lineWith()], { company: as(company) }), FRESH, askFor(110)]),
    ["no lines", factsWith([]), FRESH, askFor(110)],
    ["no asks", factsWith(), FRESH, { type: "ask", asks: [] }],
    ["an unknown line", factsWith(), FRESH, askFor(110, 2_000, "line_9")],
    ["a line twice", factsWith(), FRESH, { type: "ask", asks: [...askFor(110).asks, ...askFor(111).asks] }],
    ["an ask of NaN", factsWith(), FRESH, { type: "ask", asks: [{ line_id: "line_1", unit_price: as(Number.NaN), quantity: 1 }] }],
    ["an ask for half a piece", factsWith(), FRESH, askFor(110, 0.5)],
    ["an ask for too many", factsWith(), FRESH, askFor(110, 10_000_001)],
    ["a total of NaN", factsWith(), FRESH, { type: "ask_total", total: as(Number.NaN) }],
    ["a total below 0", factsWith(), FRESH, { type: "ask_total", total: as(-1) }],
    ["broken memory", factsWith(), { ...FRESH, memory: { line_1: { rounds: Number.NaN, asks: [], counters: [], marginal_price: null } } }, askFor(110)],
    ["broken counters", factsWith(), { ...FRESH, memory: { line_1: { rounds: 1, asks: [], counters: [{ quantity: 1, unit_price: as(-5) }], marginal_price: null } } }, askFor(110)],
    ["no memory", factsWith(), { ...FRESH, memory: as({ line_1: null }) }, askFor(110)],
    ["no line", factsWith([as(null)]), FRESH, askFor(110)],
    ["no tier", factsWith([lineWith({ own_prices: [{ min_quantity: 1, unit_price: units(120) }, as(null)] })]), FRESH, askFor(110)],
    ["an event of no kind", factsWith(), FRESH, as({ type: "shout" })],
    ["a broken standing option", factsWith(), { ...FRESH, standing: [{ option_id: "o", kind: "counter", lines: [{ line_id: "line_1", variant_id: "variant_1", quantity: 1, unit_price: as(Number.NaN) }] }] }, askFor(110)],
    ["a case beyond the safe integers", factsWith([lineWith({ list_unit_price: units(9_000_000), own_prices: [{ min_quantity: 1, unit_price: units(9_000_000) }] })]), FRESH, askFor(8_000_000, 10_000_000)],
  ]
  const badFacts: [string, Partial<CaseFacts>][] = [
    ...badNumbers.slice(0, -1).flatMap((value): [string, Partial<CaseFacts>][] => [
      [`annual volume ${String(value)}`, { annual_volume: as(value) }],
      [`freight total ${String(value)}`, { freight_total: as(value) }],
      [`shipping for ${String(value)}`, { freight: [{ shipping_option_id: "slow", total: as(value) }] }],
      [`payment in ${String(value)} days`, { payment_terms: [{ id: "prepaid", days: as(value) }] }],
    ]),
    ...[Number.NaN, Number.POSITIVE_INFINITY, -1, "3"].map((value): [string, Partial<CaseFacts>] => [`needed in ${String(value)} days`, { needed_in_days: as(value) }]),
    ["freight of no list", { freight: as({}) }],
    ["no way to ship", { freight: [as(null)] }],
    ["a way to ship without a name", { freight: [as({ total: null })] }],
    ["payment terms of no list", { payment_terms: as("prepaid") }],
    ["no payment term", { payment_terms: [as(null)] }],
  ]
  it.each(badFacts)("%s: a person, at no price", (_, change) => {
    expect(decide(policy, factsWith([lineWith()], change), FRESH, askFor(110))).toMatchObject({ answer: "person", reason_code: "invalid_facts", menu: [] })
  })

  const badConcessions: [string, unknown][] = [
    ...[0, -1, 10_001, 1.5, Number.NaN].map((percent): [string, unknown] => [`of ${percent}`, { kind: "freight", percent, shipping_option_id: "slow", payment_term: null }]),
    ["without its way to ship", { kind: "freight", percent: 10, shipping_option_id: null, payment_term: "prepaid" }],
    ["without its way to pay", { kind: "payment_term", percent: 10, shipping_option_id: "slow", payment_term: null }],
    ["that is none", 7],
  ]
  it.each(badConcessions)("a standing concession %s: a person, at no price", (_, concession) => {
    const standing = [{ option_id: "o", kind: "freight", lines: [{ line_id: "line_1", variant_id: "variant_1", quantity: 1, unit_price: units(100) }], concession: as(concession) }]
    expect(decide(policy, factsWith(), { ...FRESH, standing }, askFor(110))).toMatchObject({ answer: "person", reason_code: "invalid_facts", menu: [] })
  })

  it.each(badCases)("%s: a person, at no price", (_, facts, state, event) => {
    expect(decide(policy, facts, state, event)).toMatchObject({ answer: "person", reason_code: "invalid_facts", menu: [], accepted: [] })
  })

  const badSubstitutes: [string, unknown][] = [
    ...[null, undefined, 7, {}, { ...SUBSTITUTE, variant_id: 7 }].map((each): [string, unknown] => [`that is ${JSON.stringify(each)}`, each]),
    ...([
      ["list_unit_price", 0], ["list_unit_price", 100_000_000_001], ["list_unit_price", Number.NaN], ["own_prices", []], ["unit_cost", Number.NaN], ["unit_cost", -1],
      ["cost_age_days", -1], ["cost_age_days", Number.POSITIVE_INFINITY], ["stock", 1.5], ["stock", -1], ["stock", "many"], ["lot", 0], ["lot", 1.5],
      ["minimum_quantity", 0], ["minimum_quantity", 10_000_001],
    ] as const).map(([field, value]): [string, unknown] => [`of ${field} ${String(value)}`, { ...SUBSTITUTE, [field]: value }]),
  ]
  it.each(badSubstitutes)("an article to stand in %s: no offer, and no harm to the line", (_, each) => {
    const levers = { kept_share: 0.3, freight: [], payment: { terms: [], standard_days: 30, annual_rate: 0.08, bad_debt: 0 }, substitutes: "category" as const }
    const trading = policyWith({ levers })
    const menuWith = (...substitutes: unknown[]) => decide(trading, factsWith([lineWith({ substitutes: as(substitutes) })]), FRESH, askFor(110)).menu.map(({ kind }) => kind)
    expect(menuWith(each)).toEqual(["volume", "counter"])
    expect(menuWith(each, SUBSTITUTE)).toEqual(["volume", "substitute", "counter"])
    const standing = [{ option_id: "o", kind: "substitute", lines: [{ line_id: "line_1", variant_id: "variant_9", quantity: 2_000, unit_price: units(109) }] }]
    const asked = { ...FRESH, standing }
    expect(decide(trading, factsWith([lineWith({ substitutes: [as(each)] })]), asked, { type: "ask_person" }).menu).toEqual([])
    expect(decide(trading, factsWith([lineWith({ substitutes: [SUBSTITUTE] })]), asked, { type: "ask_person" }).menu).toHaveLength(1)
  })

  it("survives the largest case it can count", () => {
    const line = lineWith({ list_unit_price: units(10_000_000), own_prices: [{ min_quantity: 1, unit_price: units(10_000_000) }], unit_cost: units(6_000_000), lot: 1 })
    const wide = policyWith({ automatic_limit: { usd: 1_000_000_000 } })
    const decision = decide(wide, factsWith([line]), FRESH, askFor(9_000_000, 50))
    expect(decision.answer).toBe("counter")
    expect(suggest(wide, factsWith([line]), FRESH, askFor(9_000_000, 90_000))).not.toBeNull()
  })
})
