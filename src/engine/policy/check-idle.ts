import type { PolicyTerms } from "../types"
import { idleInRule } from "./check-rule-fits"
import type { PolicyProblem } from "./compiled"
import { underStrategy } from "./strategy"

/** Terms that switch off what they are for, although each of them is in range. */
function idleTerms({ without_cost_max_discount, minimum_plausible_ask }: PolicyTerms): PolicyProblem[] {
  const problems: PolicyProblem[] = []
  if (without_cost_max_discount === 0) {
    problems.push({ path: "without_cost_max_discount", message: "is 0: without a cost nothing is offered under list. Left empty, a person decides where a cost is missing" })
  }
  if (minimum_plausible_ask === 1) {
    problems.push({ path: "minimum_plausible_ask", message: "is 1: no ask lies at or over list, so none is ever given a counter" })
  }
  return problems
}

/** Why a policy that speaks first by threshold publishes no step, or null. */
function silence({ initiation, volume_cap_factor, volume_gain_share, talk_concession_limit }: PolicyTerms): string | null {
  if (initiation !== "threshold") return null
  if (volume_cap_factor === 1) return "publishes no step where volume_cap_factor is 1: no more pieces may be proposed than are asked for"
  const keepsAll = volume_gain_share === 1 && talk_concession_limit === 0
  return keepsAll ? "publishes no step where volume_gain_share is 1 and talk_concession_limit 0: more pieces then lower no price" : null
}

/**
 * What has no effect in terms that work, each with where it stands: for somebody to know, not to be refused. For the moment terms are
 * written; `checkPolicy` says what can't work.
 */
export function policyWarnings(terms: PolicyTerms): PolicyProblem[] {
  const own = silence(terms)
  const strategies = (terms.strategies ?? []).flatMap((strategy, index) => {
    const message = silence(underStrategy(terms, strategy))
    return message === null || message === own ? [] : [{ path: `strategies[${index}].terms.initiation`, message }]
  })
  return [
    ...idleTerms(terms),
    ...(own === null ? [] : [{ path: "initiation", message: own }]),
    ...strategies,
    ...(terms.routing ?? []).flatMap((rule, index) => idleInRule(terms, rule, `routing[${index}]`)),
  ]
}
