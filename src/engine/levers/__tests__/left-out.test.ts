import { decide, type CaseFacts, type LeverTerms, type LineFacts, type Money, type SubstituteFacts } from "../.."
import { askFor, factsWith, FRESH, lineWith, policyWith, units } from "../../__tests__/story"

const sum = (amount: number) => units(amount) as number as Money
const NONE: LeverTerms = { kept_share: 0.3, freight: [], payment: { terms: [], standard_days: 30, annual_rate: 0.08, bad_debt: 0 }, substitutes: "off" }
const way = (id: string, gain: Record<string, number>, transit_days = 10) => ({ shipping_option_id: id, gain, transit_days })
const fixed = { stock: 2_000 }
const ways: Partial<CaseFacts> = {
  freight: [{ shipping_option_id: "slow", total: sum(600) }, { shipping_option_id: "slower", total: sum(500) }],
  freight_total: sum(900),
  payment_terms: [{ id: "prepaid", days: 0 }, { id: "days_10", days: 10 }, { id: "days_30", days: 30 }],
}

function answer(levers: Partial<LeverTerms>, facts: Partial<CaseFacts> = {}, line: Partial<LineFacts> = fixed, price = 110) {
  return decide(policyWith({ levers: { ...NONE, ...levers } }), factsWith([lineWith(line)], { ...ways, ...facts }), FRESH, askFor(price))
}
const cuts = (decision: ReturnType<typeof decide>) => decision.menu.flatMap(({ concession }) => (concession === null ? [] : [`${concession.shipping_option_id ?? concession.payment_term ?? ""} ${concession.percent}`]))
/** What the trace says of levers. */
function said(decision: ReturnType<typeof decide>): string[] {
  return (decision.lines[0]?.trace ?? []).filter(({ term }) => /lever|substitute/.test(term)).map(({ term, value, unit }) => `${term} ${typeof value === "number" && unit !== "bps" ? value / 10_000 : String(value)}`)
}

describe("what the trace says of levers", () => {
  it("tells what one brings, what is kept, what comes off, and the price it leaves", () => {
    expect(said(answer({ freight: [way("slow", { usd: 1_000 })] }))).toEqual([
      "lever freight slow", "lever_gain 1000", "lever_kept_share 3000", "lever_cut 29", "lever_cash_price 117.6578",
    ])
  })

  it.each<[string, ReturnType<typeof decide>, string]>([
    ["arrives too late", answer({ freight: [way("slow", { usd: 1_000 })] }, { needed_in_days: 9 }), "freight slow: arrives_too_late"],
    ["brings nothing known in this currency", answer({ freight: [way("slow", { eur: 1_000 })] }), "freight slow: no_gain_in_currency"],
    ["brings too little", answer({ freight: [way("slow", { usd: 30 })] }), "freight slow: under_a_basis_point"],
    ["costs the buyer more than it takes off", answer({ freight: [way("slow", { usd: 1_000 })] }, { freight: [{ shipping_option_id: "slow", total: sum(1_600) }] }), "freight slow: dearer_shipping"],
    ["leaves no room above the floor", answer({ freight: [way("slow", { usd: 1_000 })] }, {}, { ...fixed, unit_cost: units(101) }), "freight slow: no_room_above_floor"],
    ["is no sooner", answer({ payment: { ...NONE.payment, terms: ["days_30"] } }), "payment_term days_30: not_sooner"],
    ["finds the menu full", answer({ freight: [way("slow", { usd: 1_000 }), way("slower", { usd: 900 })], payment: { ...NONE.payment, terms: ["prepaid"] } }), "freight: menu_full"],
  ])("tells why one is left out: it %s", (_, decision, reason) => expect(said(decision)).toContain(`lever_left_out ${reason}`))

  it("says nothing of ways nobody told of, nor of a menu without levers", () => {
    expect(said(answer({ freight: [way("air", { usd: 1_000 })] }))).toEqual([])
    expect(said(answer({}))).toEqual([])
    expect(cuts(answer({ freight: [way("slow", { usd: 1_000 })], payment: { ...NONE.payment, terms: ["prepaid"] } }, { freight: undefined as never }))).toEqual(["prepaid 45"])
    expect(cuts(answer({ freight: [way("slow", { usd: 1_000 })], payment: { ...NONE.payment, terms: ["prepaid"] } }, { payment_terms: undefined as never }))).toEqual(["slow 29"])
  })
})

describe("levers at their edges", () => {
  it("two ways to ship are two conditions, neither makes the other superfluous", () => {
    expect(cuts(answer({ freight: [way("slow", { usd: 1_000 }), way("slower", { usd: 2_000 })] }))).toEqual(["slower 59", "slow 29"])
  })

  it("a basis point is enough", () => {
    // 70% of 34.3 and of 34.2 are 24.01 and 23.94: a basis point of 240,000 is 24.
    expect(cuts(answer({ freight: [way("slow", { usd: 34.3 })] }))).toEqual(["slow 1"])
    expect(cuts(answer({ freight: [way("slow", { usd: 34.2 })] }))).toEqual([])
  })

  it("dearer shipping may eat all but something of the cut", () => {
    // 29 basis points of 236,000 are 684.40; shipping now costs 900.
    const at = (total: number, now: number | null = 900) =>
      cuts(answer({ freight: [way("slow", { usd: 1_000 })] }, { freight: [{ shipping_option_id: "slow", total: sum(total) }], freight_total: now === null ? null : sum(now) }))
    expect(at(1_584.39)).toEqual(["slow 29"])
    expect(at(1_584.4)).toEqual([])
    // Where it can't be told what shipping costs now, or then, nothing is compared.
    expect(at(100_000, null)).toEqual(["slow 29"])
    expect(cuts(answer({ freight: [way("slow", { usd: 1_000 })] }, { freight: [{ shipping_option_id: "slow", total: null }] }))).toEqual(["slow 29"])
  })

  it("the bad debt is saved by payment before delivery alone", () => {
    const debt = { payment: { terms: ["prepaid", "days_10"], standard_days: 30, annual_rate: 0.08, bad_debt: 0.02 } }
    expect(cuts(answer(debt))).toEqual(["prepaid 182", "days_10 30"])
  })

  it("tiers up to the asked quantity don't bound the cut", () => {
    const own_prices = [{ min_quantity: 1, unit_price: units(95) }, { min_quantity: 2_000, unit_price: units(120) }]
    expect(cuts(answer({ freight: [way("slow", { usd: 1_000 })] }, {}, { ...fixed, own_prices }))).toEqual(["slow 29"])
  })
})

const other: SubstituteFacts = {
  variant_id: "variant_9", excluded: null, list_unit_price: units(112), own_prices: [{ min_quantity: 1, unit_price: units(109) }],
  unit_cost: units(65), cost_age_days: 1, stock: null,
}

describe("articles that stand in", () => {
  const offer = (substitutes: readonly Partial<SubstituteFacts>[], line: Partial<LineFacts> = {}, price = 110) =>
    answer({ substitutes: "configured" }, {}, { ...fixed, substitutes: substitutes.map((each) => ({ ...other, ...each })), ...line }, price)
  const taken = (decision: ReturnType<typeof decide>) => decision.menu.filter(({ kind }) => kind === "substitute").map(({ lines }) => `${lines[0]?.variant_id ?? ""} ${(lines[0]?.unit_price ?? 0) / 10_000}`)

  it("are offered at the buyer's own price, and the trace says what they cost", () => {
    const decision = offer([{}])
    expect(taken(decision)).toEqual(["variant_9 109"])
    expect(said(decision)).toEqual(["lever substitute variant_9", "substitute_price 109", "substitute_cost 65"])
    expect(decision.menu[0]).toMatchObject({ contribution: units(88_000), saving_total: units(22_000) })
    expect(decision.lines[0]?.memory.counters).toEqual([{ quantity: 2_000, unit_price: units(118) }])
  })

  it.each<[string, Partial<SubstituteFacts>, string]>([
    ["excluded", { excluded: "scope" }, "excluded"],
    ["the same article", { variant_id: "variant_1" }, "excluded"],
    ["out of stock", { stock: 1_999 }, "stock"],
    ["of unknown stock", { stock: "unknown" }, "stock"],
    ["sold in more pieces", { minimum_quantity: 2_001 }, "quantity"],
    ["sold in lots of other sizes", { lot: 48 }, "quantity"],
    ["without a cost", { unit_cost: null }, "cost_missing"],
    ["above the ask", { own_prices: [{ min_quantity: 1, unit_price: units(110.01) }] }, "above_ask"],
    ["under its floor", { unit_cost: units(92) }, "floor"],
    ["less of a gain", { unit_cost: units(80) }, "contribution"],
  ])("are left out where %s", (_, change, reason) => {
    const decision = offer([change])
    expect(taken(decision)).toEqual([])
    expect(said(decision)).toEqual([`lever_left_out substitute ${change.variant_id ?? "variant_9"}: ${reason}`])
  })

  it("are in time at their edges", () => {
    expect(taken(offer([{ stock: 2_000 }]))).toEqual(["variant_9 109"])
    expect(taken(offer([{ minimum_quantity: 2_000, lot: 500 }]))).toEqual(["variant_9 109"])
    expect(taken(offer([{ minimum_quantity: null, lot: null }]))).toEqual(["variant_9 109"])
    expect(taken(offer([{ own_prices: [{ min_quantity: 1, unit_price: units(110) }] }]))).toEqual(["variant_9 110"])
    expect(taken(offer([{}], { unit_cost: null }))).toEqual([])
  })

  it("are not thought up where a policy allows no levers, or nobody named any", () => {
    expect(taken(answer({}, {}, { ...fixed, substitutes: [other] }))).toEqual([])
    expect(taken(answer({ freight: [way("slow", { usd: 1_000 })] }, {}, { ...fixed, substitutes: [other] }))).toEqual([])
    expect(taken(answer({ substitutes: "configured" }))).toEqual([])
  })

  it("are the cheapest, then the first by id", () => {
    const at = (variant_id: string, price: number) => ({ variant_id, own_prices: [{ min_quantity: 1, unit_price: units(price) }] })
    expect(taken(offer([at("b", 109), at("a", 109.5)]))).toEqual(["b 109"])
    expect(taken(offer([at("a", 109.5), at("b", 109)]))).toEqual(["b 109"])
    expect(taken(offer([at("b", 109), at("a", 109), at("c", 109)]))).toEqual(["a 109"])
    expect(taken(offer([at("a", 109), at("b", 109)]))).toEqual(["a 109"])
  })
})
