import type { PolicyTerms } from "../types"
import { checkEligibility } from "./check-eligibility"
import { checkIdleLevers } from "./check-levers"
import { checkRouting } from "./check-routing"
import { checkStrategies } from "./check-strategies"
import { compilePolicy } from "./compile"
import type { PolicyProblem } from "./compiled"

/**
 * Everything that can't work in a policy's terms, each with where it stands (`routing[2].when.depth_from`): what
 * `compilePolicy` refuses, for every segment, and what would never do anything. For the moment terms are written or put
 * into use; deciding needs `compilePolicy` alone.
 * @param segments those the policy answers for; empty: every one
 */
export function checkPolicy(terms: PolicyTerms, segments: readonly string[] = []): PolicyProblem[] {
  const compiled = compilePolicy(terms)
  return [
    ...(compiled.ok ? [] : compiled.problems),
    ...checkStrategies(terms, segments), ...checkEligibility(terms, segments), ...checkRouting(terms, segments), ...checkIdleLevers(terms.levers),
  ]
}
