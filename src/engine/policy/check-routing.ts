import type { PolicyTerms, ReviewLevel, RoutingRule } from "../types"
import type { PolicyProblem } from "./compiled"
import { toBasisPoints } from "./shares"

type Conditions = RoutingRule["when"]

/** How much of a person each destination is: the engine itself first. */
const HEIGHT: Readonly<Record<"automatic" | ReviewLevel, number>> = { automatic: 0, rep: 1, manager: 2, director: 3 }

/** True where every name of `narrow` is in `wide`; a condition left out is every name there is. */
function coversNames(wide: readonly string[] | undefined, narrow: readonly string[] | undefined): boolean {
  if (wide === undefined) return true
  return narrow !== undefined && narrow.every((name) => wide.includes(name))
}

function coversValues(wide: Conditions["value_from"], narrow: Conditions["value_from"]): boolean {
  if (wide === undefined) return true
  return narrow !== undefined && Object.entries(narrow).every(([code, value]) => (wide[code] ?? Number.POSITIVE_INFINITY) <= value)
}

/** True where every case that fits `narrow` fits `wide` as well. */
function covers(wide: Conditions, narrow: Conditions): boolean {
  return (
    coversValues(wide.value_from, narrow.value_from) &&
    (wide.depth_from === undefined || (narrow.depth_from !== undefined && wide.depth_from <= narrow.depth_from)) &&
    (wide.margin_under === undefined || (narrow.margin_under !== undefined && wide.margin_under >= narrow.margin_under)) &&
    coversNames(wide.segments, narrow.segments) &&
    coversNames(wide.profitability, narrow.profitability) &&
    coversNames(wide.products, narrow.products)
  )
}

function share(one: readonly string[] | undefined, other: readonly string[] | undefined): boolean {
  return one === undefined || other === undefined || one.some((name) => other.includes(name))
}

/** True where one case may fit both. A case may have lines of any two product scopes, so these never keep rules apart. */
function meet(one: Conditions, other: Conditions): boolean {
  const currencies = (values: Conditions["value_from"]) => (values === undefined ? undefined : Object.keys(values))
  return share(one.segments, other.segments) && share(one.profitability, other.profitability) && share(currencies(one.value_from), currencies(other.value_from))
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

/** What is wrong with a rule because of those above it. */
function checkBelow(rules: readonly RoutingRule[], index: number): PolicyProblem[] {
  const rule = rules[index]
  if (rule === undefined) return []
  const above = rules.slice(0, index)
  const hider = above.find((other) => covers(other.when, rule.when))
  if (hider !== undefined) return [{ path: `routing[${index}].when`, message: `is never reached: “${hider.name}” above fits every such case` }]
  return above.flatMap((other, place) => {
    const deeper = other.when.depth_from ?? 0
    const lowers = deeper > (rule.when.depth_from ?? 0) && HEIGHT[other.to] < HEIGHT[rule.to] && meet(other.when, rule.when)
    if (!lowers) return []
    return [{
      path: `routing[${place}].to`,
      message: `sends a deeper ask to ${other.to} while “${rule.name}” below sends a shallower one to ${rule.to}: a deeper ask must go at least as high`,
    }]
  })
}

/**
 * What can't work in the rules of routing (ENGINE.md, Routing): rules that are never reached, depth rules that send a
 * deeper ask lower, and exceptions from nothing.
 */
export function checkRouting({ routing }: PolicyTerms): PolicyProblem[] {
  const rules = routing ?? []
  const last = rules.findLastIndex((rule) => rule.to !== "automatic")
  const found = rules.flatMap((rule, index) => {
    const path = `routing[${index}]`
    const idle = rule.to === "automatic" && index > last
    return [
      ...checkRule(rule, path),
      ...checkBelow(rules, index),
      ...(idle ? [{ path: `${path}.to`, message: "has no effect: what no rule below sends to a person is answered automatically anyway" }] : []),
    ]
  })
  return found.filter((problem, index) => found.findIndex(({ path }) => path === problem.path) === index)
}
