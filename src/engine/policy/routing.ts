import type { ProfitabilityClass, ReviewLevel, RoutingRule } from "../types"
import { unitsByCurrency } from "./amounts"
import { toBasisPoints } from "./shares"

/** A routing rule the engine can reckon with; a condition that is null always fits. */
export interface CompiledRule {
  readonly name: string
  readonly to: "automatic" | ReviewLevel
  readonly slaHours: number | null
  /** In units, by lower-case currency code. */
  readonly valueFrom: ReadonlyMap<string, number> | null
  /** Discount off the current price, in basis points. */
  readonly depthFrom: number | null
  /** Margin of the current price, in basis points. */
  readonly marginUnder: number | null
  readonly segments: readonly string[] | null
  readonly profitability: readonly ProfitabilityClass[] | null
  readonly products: readonly string[] | null
}

/** Compiles the rules of routing, in their order. */
export function compileRules(rules: readonly RoutingRule[] | undefined): readonly CompiledRule[] {
  return (rules ?? []).map(({ name, when, to, sla_hours }) => ({
    name,
    to,
    slaHours: sla_hours,
    valueFrom: when.value_from === undefined ? null : unitsByCurrency(when.value_from, Math.ceil),
    depthFrom: when.depth_from === undefined ? null : (toBasisPoints(when.depth_from) ?? 0),
    marginUnder: when.margin_under === undefined ? null : (toBasisPoints(when.margin_under) ?? 0),
    segments: when.segments ?? null,
    profitability: when.profitability ?? null,
    products: when.products ?? null,
  }))
}
