import type { PolicyTerms, RoutingRule } from "../types"
import type { PolicyProblem } from "./compiled"

type Conditions = RoutingRule["when"]

function quoted(names: readonly string[]): string {
  return names.map((name) => `“${name}”`).join(", ")
}

/** Segments that the policy answers for and that are kept out, where the rule names no other. */
function ofSegments({ segments }: Conditions, { eligibility }: PolicyTerms, scope: readonly string[]): string | null {
  const answered = (segments ?? []).filter((segment) => scope.length === 0 || scope.includes(segment))
  const keptOut = answered.filter((segment) => eligibility?.excluded_segments?.includes(segment) === true)
  if (answered.length === 0 || keptOut.length < answered.length) return null
  return `${quoted(keptOut)}: kept out by eligibility.excluded_segments, the rule would never fit`
}

/** Parts of the catalogue that are never negotiated, where the rule names no other. */
function ofProducts({ products }: Conditions, { eligibility }: PolicyTerms): string | null {
  const never = (products ?? []).every((scope) => eligibility?.never_products.includes(scope) === true)
  return products === undefined || !never ? null : `${quoted(products)}: in eligibility.never_products, the rule would never fit`
}

/** Classes that may not negotiate, where the rule names no other. A company of no class fits a rule that sends to a person all the same. */
function ofClasses({ profitability }: Conditions, { eligibility }: PolicyTerms): string | null {
  const allowed = eligibility?.profitability ?? []
  if (profitability === undefined || allowed.length === 0 || profitability.some((name) => allowed.includes(name))) return null
  return `${quoted(profitability)}: not in eligibility.profitability`
}

/** Currencies in which an exception begins where the automatic limit ends. */
function pastLimit({ value_from }: Conditions, { automatic_limit }: PolicyTerms): string[] {
  const limits = new Map(Object.entries(automatic_limit).map(([code, limit]) => [code.toLowerCase(), limit]))
  return Object.entries(value_from ?? {}).flatMap(([code, from]) => (from >= (limits.get(code.toLowerCase()) ?? 0) ? [code] : []))
}

/** Where an exception begins at or over the automatic limit in every currency it names. */
function ofLimit({ when, to }: RoutingRule, terms: PolicyTerms): string | null {
  const named = Object.keys(when.value_from ?? {}).length
  const past = to === "automatic" ? pastLimit(when, terms).length : 0
  return named === 0 || past < named ? null : "begins where automatic_limit ends: a person decides such a case anyway"
}

/**
 * What keeps a rule from ever fitting, whatever stands above it: it is for those whom eligibility keeps out, it excepts what the automatic
 * limit sends to a person, or it waits for an ask of nothing.
 * @param scope the segments the policy answers for; empty: every one
 */
export function checkRuleFits(terms: PolicyTerms, rule: RoutingRule, path: string, scope: readonly string[]): PolicyProblem[] {
  const { when, to } = rule
  const classes = to === "automatic" ? ofClasses(when, terms) : null
  const found: readonly (readonly [string, string | null])[] = [
    ["segments", ofSegments(when, terms, scope)],
    ["products", ofProducts(when, terms)],
    ["profitability", classes === null ? null : `${classes}: the rule would never fit`],
    ["value_from", ofLimit(rule, terms)],
    ["depth_from", when.depth_from === 1 ? "must be under 1: nobody asks for nothing, the rule would never fit" : null],
  ]
  return found.flatMap(([condition, message]) => (message === null ? [] : [{ path: `${path}.when.${condition}`, message }]))
}

/** What of a rule has no effect although the rule has one: classes that may not negotiate, currencies past the automatic limit. */
export function idleInRule(terms: PolicyTerms, rule: RoutingRule, path: string): PolicyProblem[] {
  const { when, to } = rule
  const classes = to === "automatic" ? null : ofClasses(when, terms)
  const past = to === "automatic" && ofLimit(rule, terms) === null ? pastLimit(when, terms) : []
  return [
    ...(classes === null ? [] : [{ path: `${path}.when.profitability`, message: `${classes}: the rule fits none but companies of no class` }]),
    ...past.map((code) => ({ path: `${path}.when.value_from.${code}`, message: "is at or over automatic_limit: there a person decides anyway" })),
  ]
}
