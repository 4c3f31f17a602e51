import type { CaseFacts, LineFacts, Route } from "../types"
import type { CompiledPolicy } from "../policy/compiled"
import type { CompiledRule } from "../policy/routing"
import { WHOLE } from "../money/brands"
import { compareProducts } from "../money/muldiv"
import { costGap } from "../price/floor"
import { ownPriceAt } from "../price/own-price"
import { TO_A_REP } from "./route"

/** What rules are held against. Sums in units; lines that may not be negotiated don't count. */
export interface RoutedCase {
  /** `Σ R·q` */
  readonly value: number
  /** `Σ o·q` */
  readonly asked: number
  /** `Σ c·q`, or null where a cost is missing or stale. */
  readonly cost: number | null
  readonly lines: readonly LineFacts[]
}

/** One line with the price asked at a quantity, in units. */
export interface AskedLine {
  readonly line: LineFacts
  readonly quantity: number
  readonly unitPrice: number
}

/** Whether a condition fits; null where the fact it asks for is missing. */
type Fit = boolean | null

/**
 * Sums up the lines asked for.
 * @param complete false where there are others, whose figures can't be reckoned with: then the cost of the case is not known
 */
export function routedCase(policy: CompiledPolicy, asked: readonly AskedLine[], complete = true): RoutedCase {
  const open = asked.filter(({ line }) => line.excluded === null)
  const known = complete && open.every(({ line }) => costGap(policy, line) === null)
  const sum = (price: (each: AskedLine) => number) => open.reduce((total, each) => total + price(each) * each.quantity, 0)
  return {
    value: sum(({ line, quantity }) => ownPriceAt(line.own_prices, quantity)),
    asked: sum(({ unitPrice }) => unitPrice),
    cost: known ? sum(({ line }) => line.unit_cost ?? 0) : null,
    lines: open.map(({ line }) => line),
  }
}

function fitsValue({ valueFrom }: CompiledRule, facts: CaseFacts, { value }: RoutedCase): Fit {
  if (valueFrom === null) return true
  const from = valueFrom.get(facts.currency.code.toLowerCase())
  return from !== undefined && value >= from
}

/** Depth: `1 − Σo·q / ΣR·q`, compared without dividing (ENGINE.md, Routing). */
function fitsDepth({ depthFrom }: CompiledRule, { value, asked }: RoutedCase): Fit {
  if (depthFrom === null) return true
  return compareProducts(Math.max(0, value - asked), WHOLE, value, depthFrom) >= 0
}

/** Margin of the current price, never of the ask: an answer that moved with that would be an oracle for the cost. */
function fitsMargin({ marginUnder }: CompiledRule, { value, cost }: RoutedCase): Fit {
  if (marginUnder === null) return true
  if (cost === null) return null
  return cost > value || compareProducts(value - cost, WHOLE, value, marginUnder) < 0
}

function fitsNames(wanted: readonly string[] | null, found: string | null | undefined, missing: Fit): Fit {
  if (wanted === null) return true
  return found === null || found === undefined ? missing : wanted.includes(found)
}

function fitsProducts({ products }: CompiledRule, { lines }: RoutedCase): Fit {
  if (products === null) return true
  if (lines.some((line) => line.scopes?.some((scope) => products.includes(scope)))) return true
  return lines.some((line) => line.scopes === undefined) ? null : false
}

function fits(rule: CompiledRule, facts: CaseFacts, routed: RoutedCase): Fit {
  const { segment, profitability } = facts.company
  const conditions = [
    fitsValue(rule, facts, routed),
    fitsDepth(rule, routed),
    fitsMargin(rule, routed),
    // In no segment is a fact; of no class is a gap.
    fitsNames(rule.segments, segment, false),
    fitsNames(rule.profitability, profitability, null),
    fitsProducts(rule, routed),
  ]
  if (conditions.includes(false)) return false
  return conditions.includes(null) ? null : true
}

/** A rule that says who decides. */
interface Sent {
  readonly rule: CompiledRule
  /** True where only a missing fact made it fit. */
  readonly unsure: boolean
}

/**
 * The first rule that fits. Where the fact a condition asks for is missing, a rule that sends to a person fits and one that
 * keeps people out does not: a missing fact is never a yes.
 */
function find(policy: CompiledPolicy, facts: CaseFacts, routed: RoutedCase, peopleOnly: boolean): Sent | null {
  for (const rule of policy.rules) {
    if (peopleOnly && rule.to === "automatic") continue
    const fit = fits(rule, facts, routed)
    if (fit === true || (fit === null && rule.to !== "automatic")) return { rule, unsure: fit === null }
  }
  return null
}

/** To whom the case goes if a person decides it, for whatever reason: where the first rule that names one sends it, else a rep. */
export function routeOf(policy: CompiledPolicy, facts: CaseFacts, routed: RoutedCase): Route {
  const rule = find(policy, facts, routed, true)?.rule
  return rule === undefined || rule.to === "automatic" ? TO_A_REP : { level: rule.to, sla_hours: rule.slaHours, rule: rule.name }
}

/** Why the rules send the case to a person, and whether by how deep the ask is; null where the engine decides. */
export function routingOf(
  policy: CompiledPolicy, facts: CaseFacts, routed: RoutedCase
): { readonly reason: "routing_rule" | "class_missing"; readonly byDepth: boolean } | null {
  const sent = find(policy, facts, routed, false)
  if (sent === null || sent.rule.to === "automatic") return null
  return { reason: sent.unsure ? "class_missing" : "routing_rule", byDepth: sent.rule.depthFrom !== null }
}
