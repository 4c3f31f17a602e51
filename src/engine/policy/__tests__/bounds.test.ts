import { checkPolicy, compilePolicy, type LeverTerms, type PolicyTerms } from "../.."
import { GOLDEN_TERMS } from "../../__tests__/story"

type Term = keyof PolicyTerms

/** A policy that every one of its terms may be moved in without another getting into its way. */
const ROOMY: PolicyTerms = { ...GOLDEN_TERMS, opening_concession: 0, talk_concession_limit: 1, curve_shape: 1 }

function problemsOf(change: Partial<Record<Term, unknown>>) {
  const result = compilePolicy({ ...ROOMY, ...change } as PolicyTerms)
  return result.ok ? [] : result.problems
}

/** What each figure may be, as the handbook of policies says: lowest, highest, and the smallest step over the edge. */
const LIMITS: [Term, number, number, number][] = [
  ["minimum_margin", 0, 0.95, 0.0001],
  ["talk_concession_limit", 0, 1, 0.0001],
  ["opening_concession", 0, 1, 0.0001],
  ["acceptance_tolerance", 0, 0.2, 0.0001],
  ["minimum_plausible_ask", 0, 1, 0.0001],
  ["volume_gain_share", 0, 1, 0.0001],
  ["incremental_share", 0, 1, 0.0001],
  ["without_cost_max_discount", 0, 1, 0.0001],
  ["curve_shape", 0.05, 20, 0.01],
  ["reciprocity", 0, 10, 0.01],
  ["volume_cap_factor", 1, 100, 0.01],
  ["outlier_quantity_factor", 1, 1_000_000, 0.01],
  ["thin_data_max_lines", 0, 1_000, 1],
  ["volume_step", 1, 1_000_000, 1],
  ["rounds", 1, 20, 1],
  ["window_days", 1, 365, 1],
  ["offer_days", 1, 90, 1],
  ["agreement_days", 1, 730, 1],
  ["cool_down_hours", 0, 720, 1],
  ["last_paid_max_months", 1, 120, 1],
  ["sla_hours", 1, 720, 1],
  ["cost_max_age_days", 1, 36_500, 1],
]

describe("the figures of a policy", () => {
  it.each(LIMITS)("%s may be from %p to %p, both included", (term, low, high) => {
    expect(problemsOf({ [term]: low })).toEqual([])
    expect(problemsOf({ [term]: high })).toEqual([])
  })

  it.each(LIMITS)("%s may be no less than %p and no more than %p, and the message says so", (term, low, high, step) => {
    for (const value of [low - step, high + step, Number.NaN]) {
      const told = problemsOf({ [term]: value }).filter(({ path }) => path === term)
      expect(told[0]?.message).toMatch(new RegExp(`from ${low} to ${high}$`))
    }
  })

  it.each(LIMITS.filter(([, , , step]) => step === 1))("%s is counted in whole ones", (term, low) => {
    expect(problemsOf({ [term]: low + 0.5 })).toEqual([{ path: term, message: expect.stringMatching(/whole number/) }])
  })

  it.each(LIMITS.filter(([, , , step]) => step === 0.0001))("%s is no finer than a basis point", (term) => {
    expect(problemsOf({ [term]: 0.00005 })).toEqual([{ path: term, message: expect.stringMatching(/four decimals/) }])
  })

  it.each(["curve_shape", "reciprocity", "volume_cap_factor", "outlier_quantity_factor"] as const)("%s needn't be whole", (term) => {
    expect(problemsOf({ [term]: 1.25 })).toEqual([])
  })

  it.each([
    ["last_paid", ["ignore", "hold", "honour"]],
    ["initiation", ["buyer", "threshold", "seller"]],
    ["on_refusal", ["person", "decline"]],
    ["on_lapse", ["person", "expire"]],
    ["on_last_round", ["person", "stand"]],
  ] as const)("%s is one of %j", (term, choices) => {
    for (const choice of choices) expect(problemsOf({ [term]: choice })).toEqual([])
    expect(problemsOf({ [term]: "" })).toEqual([{ path: term, message: `must be one of ${choices.join(", ")}` }])
  })

  it.each([[0, false], [-1, false], [Number.NaN, false], [0.01, true], [1_000_000_000, true], [1_000_000_000.01, false]])("an automatic limit of %p: %p", (limit, fine) => {
    expect(problemsOf({ automatic_limit: { usd: 1, eur: limit } })).toEqual(
      fine ? [] : [{ path: "automatic_limit.eur", message: expect.stringMatching(/above 0 and at most 1000000000$/) }]
    )
  })

  it("what may be left open may be null, and a policy without any limit compiles", () => {
    expect(problemsOf({ without_cost_max_discount: null, cost_max_age_days: null, outlier_quantity_factor: null, thin_data_max_lines: null, automatic_limit: {} })).toEqual([])
    expect(problemsOf({ automatic_limit: undefined })).toEqual([])
  })

  it("an opening at the limit of talk is none too high", () => {
    expect(problemsOf({ opening_concession: 0.2, talk_concession_limit: 0.2 })).toEqual([])
    expect(problemsOf({ opening_concession: 0.2001, talk_concession_limit: 0.2 })).toEqual([
      { path: "opening_concession", message: expect.stringMatching(/must not be above talk_concession_limit: .*more than talk may ever give/) },
    ])
  })
})

const LEVERS: LeverTerms = {
  kept_share: 0.3, freight: [{ shipping_option_id: "slow", gain: { usd: 100 }, transit_days: 10 }],
  payment: { terms: ["prepaid"], standard_days: 30, annual_rate: 0.08, bad_debt: 0.01 }, substitutes: "off",
}
const withPayment = (change: Partial<LeverTerms["payment"]>): Partial<LeverTerms> => ({ payment: { ...LEVERS.payment, ...change } })
const withFreight = (change: Partial<LeverTerms["freight"][number]>): Partial<LeverTerms> => ({ freight: [{ shipping_option_id: "slow", gain: { usd: 100 }, transit_days: 10, ...change }] })

describe("the levers of a policy", () => {
  const told = (change: Partial<LeverTerms>) => checkPolicy({ ...GOLDEN_TERMS, levers: { ...LEVERS, ...change } })

  it.each<[string, (value: number) => Partial<LeverTerms>, number, number, number]>([
    ["kept_share", (kept_share) => ({ kept_share, freight: [], payment: { ...LEVERS.payment, terms: [] } }), 0, 1, 0.0001],
    ["payment.annual_rate", (annual_rate) => withPayment({ annual_rate }), 0, 1, 0.0001],
    ["payment.bad_debt", (bad_debt) => withPayment({ bad_debt }), 0, 0.5, 0.0001],
    ["payment.standard_days", (standard_days) => withPayment({ standard_days, terms: [] }), 0, 365, 1],
    ["freight[0].transit_days", (transit_days) => withFreight({ transit_days }), 0, 365, 1],
  ])("%s keeps to its bounds", (path, change, low, high, step) => {
    expect([...told(change(low)), ...told(change(high))]).toEqual([])
    for (const value of [low - step, high + step, Number.NaN]) {
      expect(told(change(value))).toEqual([{ path: `levers.${path}`, message: expect.stringMatching(new RegExp(`from ${low} to ${high}$`)) }])
    }
    expect(told(change(low + step / 2))).toEqual([{ path: `levers.${path}`, message: expect.any(String) }])
  })

  it.each([[0, false], [-5, false], [0.01, true], [1_000_000_000, true], [1_000_000_001, false]])("a gain of %p: %p", (gain, fine) => {
    const message = expect.stringMatching(/above 0 and at most 1000000000$/) as string
    expect(told(withFreight({ gain: { eur: 1, usd: gain } }))).toEqual(fine ? [] : [{ path: "levers.freight[0].gain.usd", message }])
  })

  it.each<[string, Partial<LeverTerms>, string, RegExp]>([
    ["one way to ship named twice", { freight: [...LEVERS.freight, { shipping_option_id: "air", gain: { usd: 1 }, transit_days: 1 }, ...LEVERS.freight] }, "freight[2].shipping_option_id", /already in freight\[0\]/],
    ["one way to pay named twice", withPayment({ terms: ["prepaid", "days_10", "prepaid"] }), "payment.terms[2]", /named twice/],
    ["substitutes from nowhere", { substitutes: "any" as "off" }, "substitutes", /one of off, configured, category/],
    ["all of the gain kept, with a way to ship", { kept_share: 1, ...withPayment({ terms: [] }) }, "kept_share", /under 1: no slower delivery/],
    ["all of the gain kept, with a way to pay", { kept_share: 1, freight: [] }, "kept_share", /under 1/],
    ["a gain in no currency", withFreight({ gain: {} }), "freight[0].gain", /no currency/],
    ["nobody who could pay sooner", withPayment({ standard_days: 0 }), "payment.standard_days", /above 0: nobody/],
    ["sooner payment that brings nothing", withPayment({ annual_rate: 0, bad_debt: 0 }), "payment.annual_rate", /above 0 where bad_debt is 0/],
  ])("refuses %s", (_, change, path, message) => {
    expect(told(change)).toEqual([{ path: `levers.${path}`, message: expect.stringMatching(message) }])
  })

  it.each<[string, Partial<LeverTerms>]>([
    ["sooner payment for the bad debt alone", withPayment({ annual_rate: 0 })],
    ["sooner payment for the interest alone", withPayment({ bad_debt: 0 })],
    ["idle figures of payment where no way to pay is named", withPayment({ terms: [], standard_days: 0, annual_rate: 0, bad_debt: 0 })],
    ["all of the gain kept where only substitutes are offered", { kept_share: 1, freight: [], ...withPayment({ terms: [] }), substitutes: "category" }],
    ["substitutes somebody named", { substitutes: "configured" }],
  ])("takes %s", (_, change) => expect(told(change)).toEqual([]))
})
