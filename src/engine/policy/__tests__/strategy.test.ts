import { compilePolicy, type PolicyTerms, type StrategyTerms } from "../.."
import { GOLDEN_TERMS } from "../../__tests__/story"
import { termsFor } from ".."

const strategy = (objective: StrategyTerms["objective"], segments: string[], terms: StrategyTerms["terms"] = {}): StrategyTerms => ({ name: `for ${segments.join()}`, segments, objective, terms })

function policyFor(segment: string | null, strategies: StrategyTerms[], change: Partial<PolicyTerms> = {}) {
  const result = compilePolicy({ ...GOLDEN_TERMS, ...change, strategies }, segment)
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.policy
}

describe("a strategy for a segment", () => {
  it("for growth gives half of γ and proposes half as much again of κ", () => {
    expect(policyFor("gold", [strategy("growth", ["gold"])])).toMatchObject({ gainShare: 2_750, capFactor: 45_000, talkLimit: 2_000, strategy: "for gold" })
    expect(policyFor("gold", [strategy("growth", ["gold"])], { volume_gain_share: 0.0003, volume_cap_factor: 80 })).toMatchObject({ gainShare: 1, capFactor: 1_000_000 })
    expect(policyFor("gold", [strategy("growth", ["gold"])], { volume_gain_share: 0.0058 })).toMatchObject({ gainShare: 29 })
  })

  it("for margin gives nothing for talk", () => {
    expect(policyFor("gold", [strategy("margin", ["gold"])])).toMatchObject({ talkLimit: 0, curve: [0, 0, 0, 0], gainShare: 5_500, capFactor: 30_000 })
  })

  it("as set changes what it names, and what it names goes before its objective's preset", () => {
    expect(policyFor("gold", [strategy("as_set", ["gold"], { rounds: 2, reciprocity: undefined })])).toMatchObject({ rounds: 2, reciprocity: 10_000, gainShare: 5_500, capFactor: 30_000, talkLimit: 2_000 })
    expect(policyFor("gold", [strategy("growth", ["gold"], { volume_gain_share: 0.4 })])).toMatchObject({ gainShare: 4_000, capFactor: 45_000 })
  })

  it("is the first that names the segment; none for other segments, nor for who is in none", () => {
    const strategies = [strategy("margin", ["silver"]), strategy("growth", ["bronze", "gold"]), strategy("margin", ["gold"])]
    expect(policyFor("gold", strategies)).toMatchObject({ strategy: "for bronze,gold", talkLimit: 2_000 })
    for (const segment of ["iron", "", null]) expect(policyFor(segment, strategies)).toMatchObject({ strategy: null, gainShare: 5_500, talkLimit: 2_000 })
    expect(termsFor(GOLDEN_TERMS, "gold")).toEqual({ terms: GOLDEN_TERMS, strategy: null })
  })
})
