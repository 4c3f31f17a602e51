import type { PolicyTerms } from "../types"
import type { PolicyProblem } from "./compiled"

/** A strategy for a segment that may not negotiate answers nobody. */
function checkSegments({ eligibility, strategies }: PolicyTerms): PolicyProblem[] {
  const excluded = eligibility?.excluded_segments ?? []
  return (strategies ?? []).flatMap(({ name, segments }) => {
    const segment = segments.find((each) => excluded.includes(each))
    const path = `eligibility.excluded_segments[${segment === undefined ? -1 : excluded.indexOf(segment)}]`
    return segment === undefined ? [] : [{ path, message: `“${segment}” has the strategy “${name}”: it can't be both` }]
  })
}

/** A policy all of whose segments may not negotiate answers nobody. */
function checkScope({ eligibility }: PolicyTerms, scope: readonly string[]): PolicyProblem[] {
  const excluded = eligibility?.excluded_segments ?? []
  if (scope.length === 0 || !scope.every((segment) => excluded.includes(segment))) return []
  return [{ path: "eligibility.excluded_segments", message: `every segment the policy is for is kept out (${scope.join(", ")}): it would answer nobody` }]
}

/**
 * What can't work in the rules of eligibility: a policy that answers nobody, a part of the catalogue that is both asked for and kept out, a segment kept out
 * that has a strategy, and a smallest deal that the automatic limit never reaches.
 * @param scope the segments the policy answers for; empty: every one
 */
export function checkEligibility(terms: PolicyTerms, scope: readonly string[] = []): PolicyProblem[] {
  const { eligibility, automatic_limit } = terms
  if (eligibility === undefined) return []
  const problems = [...checkScope(terms, scope), ...checkSegments(terms)]
  eligibility.never_products.forEach((scope, index) => {
    if (!eligibility.only_products.includes(scope)) return
    problems.push({ path: `eligibility.never_products[${index}]`, message: `${scope} is also in only_products: it can't be both` })
  })
  const limits = new Map(Object.entries(automatic_limit ?? {}).map(([code, limit]) => [code.toLowerCase(), limit]))
  for (const [code, minimum] of Object.entries(eligibility.minimum_value)) {
    const limit = limits.get(code.toLowerCase())
    if (limit === undefined || minimum < limit) continue
    problems.push({
      path: `eligibility.minimum_value.${code}`,
      message: `must be under automatic_limit.${code} (${limit}): no deal could ever be answered automatically`,
    })
  }
  return problems
}
