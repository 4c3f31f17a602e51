import type { PolicyTerms } from "../types"
import { checkTerms } from "./check"
import type { PolicyProblem } from "./compiled"
import { underStrategy } from "./strategy"

/**
 * What can't work in the strategies: a segment that an earlier one has taken, and terms that don't go together once a
 * strategy is laid over them. What is wrong with the policy's own terms is not said again.
 */
export function checkStrategies(terms: PolicyTerms): PolicyProblem[] {
  const own = new Set(checkTerms(terms).map(({ path }) => path))
  const taken = new Map<string, string>()
  return (terms.strategies ?? []).flatMap((strategy, index) => {
    const problems: PolicyProblem[] = []
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
