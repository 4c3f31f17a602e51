import fc from "fast-check"
import type { PolicyTerms } from "../.."
import { compilePolicy } from ".."
import { RUNS, termsArbitrary } from "../../__tests__/arbitraries"
import { GOLDEN_TERMS } from "../../__tests__/story"

describe("compilePolicy", () => {
  it("turns shares into basis points and tabulates the curve", () => {
    const result = compilePolicy(GOLDEN_TERMS)
    expect(result).toMatchObject({
      ok: true,
      policy: { minimumMargin: 1_500, tolerance: 40, capFactor: 30_000, curve: [500, 666, 1_166, 2_000] },
    })
  })

  it("concedes everything at once with a single round", () => {
    expect(compilePolicy({ ...GOLDEN_TERMS, rounds: 1 })).toMatchObject({ ok: true, policy: { curve: [2_000] } })
  })

  const wrong: [Partial<Record<keyof PolicyTerms, unknown>>, string, RegExp][] = [
    [{ opening_concession: 0.3 }, "opening_concession", /talk_concession_limit/],
    [{ counter_concession_limit: 0.21 }, "counter_concession_limit", /must not be above talk_concession_limit/],
    [{ counter_concession_limit: 0.04 }, "opening_concession", /must not be above counter_concession_limit/],
    [{ counter_concession_limit: 0.12345 }, "counter_concession_limit", /four decimals/],
    [{ acceptance_opening: 0.21 }, "acceptance_opening", /must not be above talk_concession_limit/],
    [{ acceptance_opening: -0.1 }, "acceptance_opening", /share from 0 to 1/],
    [{ acceptance_opening: 0.1, acceptance_shape: 0 }, "acceptance_shape", /from 0.05/],
    [{ rounds: 0 }, "rounds", /from 1 to 20/],
    [{ rounds: 2.5 }, "rounds", /whole/],
    [{ minimum_plausible_ask: 1.1 }, "minimum_plausible_ask", /share from 0 to 1/],
    [{ volume_cap_factor: 0.9 }, "volume_cap_factor", /from 1/],
    [{ volume_step: 0 }, "volume_step", /from 1/],
    [{ curve_shape: 0 }, "curve_shape", /from 0.05/],
    [{ minimum_margin: 1 }, "minimum_margin", /0.95/],
    [{ minimum_margin: Number.NaN }, "minimum_margin", /share/],
    [{ volume_gain_share: 0.00001 }, "volume_gain_share", /four decimals/],
    [{ reciprocity: Number.POSITIVE_INFINITY }, "reciprocity", /from 0 to 10/],
    [{ automatic_limit: { usd: 0 } }, "automatic_limit.usd", /above 0/],
    [{ last_paid: "maybe" }, "last_paid", /ignore, hold, honour/],
    [{ without_cost_max_discount: 2 }, "without_cost_max_discount", /share/],
    [{ cost_max_age_days: 0 }, "cost_max_age_days", /from 1/],
    [{ outlier_quantity_factor: 0.5 }, "outlier_quantity_factor", /from 1/],
  ]
  it.each(wrong)("refuses %j and says where", (change, path, message) => {
    const result = compilePolicy({ ...GOLDEN_TERMS, ...change } as PolicyTerms)
    if (result.ok) throw new Error("it compiled")
    expect(result.problems).toEqual([{ path, message: expect.stringMatching(message) }])
  })

  it("names every problem at once", () => {
    const result = compilePolicy({ ...GOLDEN_TERMS, rounds: 0, volume_step: 0 })
    expect(result.ok ? [] : result.problems.map(({ path }) => path).sort()).toEqual(["rounds", "volume_step"])
  })

  it("makes curves that concede steadily from α to the limit of counters, ρ where there is none", () => {
    fc.assert(fc.property(termsArbitrary, (terms) => {
      const result = compilePolicy(terms)
      if (!result.ok) throw new Error(JSON.stringify(result.problems))
      const { curve } = result.policy
      expect(curve).toHaveLength(terms.rounds)
      expect(curve.at(-1)).toBe(Math.round((terms.counter_concession_limit ?? terms.talk_concession_limit) * 10_000))
      if (terms.rounds > 1) expect(curve[0]).toBe(Math.round(terms.opening_concession * 10_000))
      curve.forEach((share, index) => expect(share).toBeGreaterThanOrEqual(curve[index - 1] ?? 0))
    }), RUNS)
  })

  it("makes schedules of what is accepted that deepen from their opening to ρ, and none without an opening", () => {
    fc.assert(fc.property(termsArbitrary, (terms) => {
      const result = compilePolicy(terms)
      if (!result.ok) throw new Error(JSON.stringify(result.problems))
      const { acceptance } = result.policy
      const opening = terms.acceptance_opening ?? null
      expect(acceptance === null).toBe(opening === null)
      if (acceptance === null || opening === null) return
      expect(acceptance).toHaveLength(terms.rounds)
      expect(acceptance.at(-1)).toBe(Math.round(terms.talk_concession_limit * 10_000))
      if (terms.rounds > 1) expect(acceptance[0]).toBe(Math.round(opening * 10_000))
      acceptance.forEach((share, index) => expect(share).toBeGreaterThanOrEqual(acceptance[index - 1] ?? 0))
    }), RUNS)
  })
})
