import type { PolicyTerms, StrategyTerms } from "../types"
import { WHOLE } from "../money/brands"

/** Largest κ a policy may name. */
const MAX_CAP_FACTOR = 100

/** Terms a strategy leads to, and its name for the trace. */
export interface StrategicTerms<Terms extends PolicyTerms> {
  readonly terms: Terms
  /** Null where no strategy names the segment. */
  readonly strategy: string | null
}

/** What an objective changes by itself: growth gives half as much of γ and proposes half as much again of κ; margin gives nothing for talk. */
function preset(terms: PolicyTerms, objective: StrategyTerms["objective"]): Partial<PolicyTerms> {
  switch (objective) {
    case "growth":
      return {
        volume_gain_share: Math.floor((terms.volume_gain_share * WHOLE) / 2 + 1e-6) / WHOLE,
        volume_cap_factor: Math.min(MAX_CAP_FACTOR, terms.volume_cap_factor * 1.5),
      }
    case "margin":
      return { opening_concession: 0, talk_concession_limit: 0, counter_concession_limit: null, acceptance_opening: null }
    default:
      return {}
  }
}

/** A policy's terms under one of its strategies: its objective's preset, then the terms it names itself. */
export function underStrategy<Terms extends PolicyTerms>(terms: Terms, strategy: StrategyTerms): Terms {
  const named = Object.fromEntries(Object.entries(strategy.terms ?? {}).filter(([, value]) => value !== undefined))
  return { ...terms, ...preset(terms, strategy.objective), ...named }
}

/** The terms that hold for a segment: those of the first strategy that names it, else the policy's own. Null: no segment. */
export function termsFor<Terms extends PolicyTerms>(terms: Terms, segment: string | null): StrategicTerms<Terms> {
  const strategy = segment === null ? undefined : terms.strategies?.find((each) => each.segments.includes(segment))
  return strategy === undefined ? { terms, strategy: null } : { terms: underStrategy(terms, strategy), strategy: strategy.name }
}
