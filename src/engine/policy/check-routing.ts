import type { PolicyTerms, ReviewLevel, RoutingRule } from "../types"
import { hiders } from "./check-reach"
import { checkRuleFits } from "./check-rule-fits"
import { checkSegments } from "./check-scope"
import type { PolicyProblem } from "./compiled"
import { toBasisPoints } from "./shares"

type Conditions = RoutingRule["when"]

/** How much of a person each destination is: the engine itself first. */
const HEIGHT: Readonly<Record<"automatic" | ReviewLevel, number>> = { automatic: 0, rep: 1, manager: 2, director: 3 }

function share(one: readonly string[] | undefined, other: readonly string[] | undefined): boolean {
  return one === undefined || other === undefined || one.some((name) => other.includes(name))
}

/**
 * True where one case may fit a rule and one that sends to a person. A case may have lines of any two product scopes, so these never keep
 * rules apart; nor do classes two rules that send to people, for a company of no class fits both (`routing/rules.ts`).
 */
function meet({ when: one, to }: RoutingRule, { when: other }: RoutingRule): boolean {
  const currencies = (values: Conditions["value_from"]) => (values === undefined ? undefined : Object.keys(values))
  const alike = to !== "automatic" || share(one.profitability, other.profitability)
  return alike && share(one.segments, other.segments) && share(currencies(one.value_from), currencies(other.value_from))
}

/** What is wrong with one rule by itself. */
function checkRule({ when }: RoutingRule, path: string): PolicyProblem[] {
  const problems: PolicyProblem[] = []
  if (when.value_from !== undefined && Object.keys(when.value_from).length === 0) {
    problems.push({ path: `${path}.when.value_from`, message: "names no currency: the rule would never fit" })
  }
  for (const key of ["depth_from", "margin_under"] as const) {
    const value = when[key]
    if (value !== undefined && toBasisPoints(value) === null) problems.push({ path: `${path}.when.${key}`, message: "must have at most four decimals" })
  }
  return problems
}

function quoted(rules: readonly RoutingRule[]): string {
  return rules.map(({ name }) => `“${name}”`).join(" and ")
}

/** What is wrong with a rule because of those above it. */
function checkBelow(rules: readonly RoutingRule[], index: number, segments: readonly string[]): PolicyProblem[] {
  const rule = rules[index]
  if (rule === undefined) return []
  const above = rules.slice(0, index)
  const hidden = hiders(above, rule, segments)
  if (hidden !== null) {
    const fit = hidden.length === 1 ? "fits" : "together fit"
    return [{ path: `routing[${index}].when`, message: `is never reached: ${quoted(hidden)} above ${fit} every such case` }]
  }
  return above.flatMap((other, place) => {
    const deeper = other.when.depth_from ?? 0
    const lowers = deeper > (rule.when.depth_from ?? 0) && HEIGHT[other.to] < HEIGHT[rule.to] && meet(other, rule)
    if (!lowers) return []
    return [{
      path: `routing[${place}].to`,
      message: `sends a deeper ask to ${other.to} while “${rule.name}” below sends a shallower one to ${rule.to}: a deeper ask must go at least as high`,
    }]
  })
}

/**
 * What can't work in the rules of routing (ENGINE.md, Routing): rules that are never reached, by one rule above or by several
 * together, or because the policy never answers for those they are for; depth rules that send a deeper ask lower; exceptions from
 * nothing.
 * @param segments those the policy answers for; empty: every one
 */
export function checkRouting(terms: PolicyTerms, segments: readonly string[] = []): PolicyProblem[] {
  const rules = terms.routing ?? []
  const last = rules.findLastIndex((rule) => rule.to !== "automatic")
  const found = rules.flatMap((rule, index) => {
    const path = `routing[${index}]`
    const idle = rule.to === "automatic" && index > last
    return [
      ...checkRule(rule, path),
      ...checkSegments(rule.when.segments, `${path}.when.segments`, segments, "the rule would never fit"),
      ...checkRuleFits(terms, rule, path, segments),
      ...checkBelow(rules, index, segments),
      ...(idle ? [{ path: `${path}.to`, message: "has no effect: what no rule below sends to a person is answered automatically anyway" }] : []),
    ]
  })
  return found.filter((problem, index) => found.findIndex(({ path }) => path === problem.path) === index)
}
