import type { PolicyTerms } from "../types"
import { checkTerms } from "./check"
import { checkSegments } from "./check-scope"
import type { PolicyProblem } from "./compiled"
import { underStrategy } from "./strategy"

/**
 * What can't work in the strategies: a segment that an earlier one has taken or that the policy never answers for, and terms
 * that don't go together once a strategy is laid over them. What is wrong with the policy's own terms is not said again.
 * @param scope the segments the policy answers for; empty: every one
 */
export function checkStrategies(terms: PolicyTerms, scope: readonly string[] = []): PolicyProblem[] {
  const own = new Set(checkTerms(terms).map(({ path }) => path))
  const taken = new Map<string, string>()
  return (terms.strategies ?? []).flatMap((strategy, index) => {
    const problems = checkSegments(strategy.segments, `strategies[${index}].segments`, scope, "the strategy would never be used")
    for (const segment of new Set(strategy.segments)) {
      const by = taken.get(segment)
      if (by === undefined) taken.set(segment, strategy.name)
      else problems.push({ path: `strategies[${index}].segments`, message: `“${segment}” already has the strategy “${by}” above: the first one answers` })
    }
    for (const { path, message } of checkTerms(underStrategy(terms, strategy))) {
      if (!own.has(path)) problems.push({ path: `strategies[${index}].terms.${path}`, message })
    }
    return problems
  })
}
