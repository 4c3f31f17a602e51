import { DEFAULT_POLICY_TERMS, policyTermsSchema } from "../../../contract"
import { POLICY_FIELDS } from "../policy-fields"
import { inputToTerms, termsToInput } from "../policy-form"
import { fieldAt, placeOf } from "../policy-places"
import { emptyRule, emptyStrategy, RULE_TERMS, rulesToInput } from "../policy-rules-input"

const PLAIN_RULES = rulesToInput(DEFAULT_POLICY_TERMS)

describe("a policy's terms as a form", () => {
  it("has a place for every term of the contract", () => {
    expect([...POLICY_FIELDS.map(({ name }) => name), ...RULE_TERMS].sort()).toEqual(Object.keys(policyTermsSchema.shape).sort())
  })

  it("comes back as it went in", () => {
    const terms = { ...DEFAULT_POLICY_TERMS, minimum_margin: 0.2875, without_cost_max_discount: 0.07, automatic_limit: { usd: 500_000, eur: 1_250.5 } }
    expect(inputToTerms(termsToInput(terms), PLAIN_RULES)).toEqual({ terms })
  })

  it("shows a policy that is older than some terms, and saves it with what the store takes it to say", () => {
    const { promotion_stacking: _a, commitment_reminder_days: _b, on_missed_commitment: _c, eligibility: _d, levers: _e, strategies: _f, routing: _g, ...old } = DEFAULT_POLICY_TERMS
    const input = termsToInput(old as typeof DEFAULT_POLICY_TERMS)
    expect(input).toMatchObject({ promotion_stacking: "none", commitment_reminder_days: "14", on_missed_commitment: "note" })
    expect(inputToTerms(input, rulesToInput(old as typeof DEFAULT_POLICY_TERMS))).toEqual({ terms: DEFAULT_POLICY_TERMS })
  })

  it("shows shares as percentages, and nothing for null", () => {
    const input = termsToInput({ ...DEFAULT_POLICY_TERMS, minimum_margin: 0.29, cost_max_age_days: null })
    expect([input["minimum_margin"], input["cost_max_age_days"]]).toEqual(["29", ""])
  })

  it("names each field that is wrong, with its limit as typed", () => {
    const read = inputToTerms({ ...termsToInput(DEFAULT_POLICY_TERMS), minimum_margin: "96", rounds: "0", curve_shape: "steep", volume_step: "2.5", automatic_limit: "a lot" }, PLAIN_RULES)
    expect(read).toEqual({
      errors: expect.arrayContaining([
        { field: "terms.minimum_margin", sentence: "tooBig", limit: "95 %" },
        { field: "terms.rounds", sentence: "tooSmall", limit: "1" },
        { field: "terms.curve_shape", sentence: "number" },
        { field: "terms.volume_step", sentence: "whole" },
        { field: "terms.automatic_limit", sentence: "amounts" },
      ]),
    })
  })

  it("brings every rule back as it went in", () => {
    const terms = policyTermsSchema.parse({
      ...DEFAULT_POLICY_TERMS,
      eligibility: {
        minimum_value: { usd: 250, eur: 230.5 }, profitability: ["a", "b"], growth: ["growing"], excluded_segments: ["bronze", "tin"], credit: { watch: "person", blocked: "decline" },
        only_products: ["category:pcat_1"], never_products: ["tag:ptag_1", "product:prod_1"],
      },
      strategies: [{ name: "Grow", segments: ["gold", "silver"], objective: "growth", terms: { opening_concession: 0.0125, rounds: 3, last_paid: "hold" } }],
      levers: {
        kept_share: 0.25, freight: [{ shipping_option_id: "so_1", gain: { usd: 120 }, transit_days: 9 }],
        payment: { terms: ["prepay", "net10"], standard_days: 30, annual_rate: 0.0725, bad_debt: 0.005 }, substitutes: "configured",
      },
      routing: [
        { name: "Deep", when: { depth_from: 0.2, value_from: { usd: 1_000 }, margin_under: 0.1, segments: ["gold"], profitability: ["c"], products: ["type:ptyp_1"] }, to: "director", sla_hours: 4 },
        { name: "Rest", when: {}, to: "rep", sla_hours: null },
      ],
    })
    expect(inputToTerms(termsToInput(terms), rulesToInput(terms))).toEqual({ terms })
  })

  it("names each field of a rule that is wrong", () => {
    const rules = rulesToInput(DEFAULT_POLICY_TERMS)
    const read = inputToTerms(termsToInput(DEFAULT_POLICY_TERMS), {
      eligibility: { ...rules.eligibility, minimum_value: "much" },
      strategies: [{ ...emptyStrategy(), name: "Grow", terms: { rounds: "0", opening_concession: "few" } }],
      levers: { ...rules.levers, kept_share: "120", freight: [{ shipping_option_id: "", gain: "USD 5", transit_days: "x" }] },
      routing: [{ ...emptyRule(), depth_from: "101", sla_hours: "soon", value_from: "USD" }],
    })
    expect(read).toEqual({
      errors: expect.arrayContaining([
        { field: "rules.eligibility.minimum_value", sentence: "amounts" },
        { field: "rules.strategies.0.segments", sentence: "missing" },
        { field: "rules.strategies.0.terms.rounds", sentence: "tooSmall", limit: "1" },
        { field: "rules.strategies.0.terms.opening_concession", sentence: "number" },
        { field: "rules.levers.kept_share", sentence: "tooBig", limit: "100 %" },
        { field: "rules.levers.freight.0.shipping_option_id", sentence: "choose" },
        { field: "rules.levers.freight.0.transit_days", sentence: "whole" },
        { field: "rules.routing.0.name", sentence: "missing" },
        { field: "rules.routing.0.depth_from", sentence: "tooBig", limit: "100 %" },
        { field: "rules.routing.0.sla_hours", sentence: "whole" },
        { field: "rules.routing.0.value_from", sentence: "amounts" },
      ]),
    })
  })

  it.each([
    ["routing[2].when.depth_from", "rules.routing.2.depth_from"],
    ["routing[1].when", "rules.routing.1.name"],
    ["routing[0].to", "rules.routing.0.to"],
    ["strategies[1].segments", "rules.strategies.1.segments"],
    ["strategies[0].terms.opening_concession", "rules.strategies.0.terms.opening_concession"],
    ["eligibility.never_products[1]", "rules.eligibility.never_products"],
    ["eligibility.minimum_value.usd", "rules.eligibility.minimum_value"],
    ["eligibility.credit.blocked", "rules.eligibility.credit_blocked"],
    ["levers.freight[0].gain", "rules.levers.freight.0.gain"],
    ["levers.payment.terms[0]", "rules.levers.payment_terms"],
    ["levers.kept_share", "rules.levers.kept_share"],
    ["automatic_limit.usd", "terms.automatic_limit"],
    ["minimum_margin", "terms.minimum_margin"],
    ["priority", "priority"],
  ])("finds the field of %s", (path, field) => expect(fieldAt(placeOf(path))).toBe(field))
})
