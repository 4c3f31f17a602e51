import { DEFAULT_POLICY_TERMS, policyTermsSchema } from "../../../contract"
import { POLICY_FIELDS } from "../policy-fields"
import { inputToTerms, termsToInput } from "../policy-form"

describe("a policy's terms as a form", () => {
  it("has a field for every term of the contract", () => {
    expect(POLICY_FIELDS.map(({ name }) => name).sort()).toEqual(Object.keys(policyTermsSchema.shape).sort())
  })

  it("comes back as it went in", () => {
    const terms = { ...DEFAULT_POLICY_TERMS, minimum_margin: 0.2875, without_cost_max_discount: 0.07, automatic_limit: { usd: 500_000, eur: 1_250.5 } }
    expect(inputToTerms(termsToInput(terms))).toEqual({ terms })
  })

  it("shows a policy that is older than some terms, and saves it with what the store takes it to say", () => {
    const { promotion_stacking: _a, commitment_reminder_days: _b, on_missed_commitment: _c, ...old } = DEFAULT_POLICY_TERMS
    const input = termsToInput(old as typeof DEFAULT_POLICY_TERMS)
    expect(input).toMatchObject({ promotion_stacking: "none", commitment_reminder_days: "14", on_missed_commitment: "note" })
    expect(inputToTerms(input)).toEqual({ terms: DEFAULT_POLICY_TERMS })
  })

  it("shows shares as percentages, and nothing for null", () => {
    const input = termsToInput({ ...DEFAULT_POLICY_TERMS, minimum_margin: 0.29, cost_max_age_days: null })
    expect([input["minimum_margin"], input["cost_max_age_days"]]).toEqual(["29", ""])
  })

  it("names each field that is wrong, with its limit as typed", () => {
    const read = inputToTerms({ ...termsToInput(DEFAULT_POLICY_TERMS), minimum_margin: "96", rounds: "0", curve_shape: "steep", volume_step: "2.5", automatic_limit: "a lot" })
    expect(read).toEqual({
      errors: expect.arrayContaining([
        { field: "minimum_margin", sentence: "tooBig", limit: "95 %" },
        { field: "rounds", sentence: "tooSmall", limit: "1" },
        { field: "curve_shape", sentence: "number" },
        { field: "volume_step", sentence: "whole" },
        { field: "automatic_limit", sentence: "amounts" },
      ]),
    })
  })
})
