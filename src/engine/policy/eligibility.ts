import type { EligibilityTerms, EligibilityVerdict, GrowthClass, ProfitabilityClass } from "../types"
import { unitsByCurrency } from "./amounts"

/** Rules of eligibility the engine can reckon with. */
export interface CompiledEligibility {
  /** Smallest value that is negotiated, in units, by lower-case currency code. */
  readonly minimumValue: ReadonlyMap<string, number>
  /** Empty: every class. */
  readonly profitability: readonly ProfitabilityClass[]
  /** Empty: every class. */
  readonly growth: readonly GrowthClass[]
  readonly excludedSegments: readonly string[]
  readonly onCreditWatch: EligibilityVerdict
  readonly onCreditBlocked: EligibilityVerdict
  /** Empty: the whole catalogue. */
  readonly onlyProducts: readonly string[]
  readonly neverProducts: readonly string[]
}

/** Compiles the rules of eligibility; null where there are none. Amounts round up: a deal just under the minimum stays under it. */
export function compileEligibility(terms: EligibilityTerms | undefined): CompiledEligibility | null {
  if (terms === undefined) return null
  return {
    minimumValue: unitsByCurrency(terms.minimum_value, Math.ceil),
    profitability: terms.profitability,
    growth: terms.growth,
    excludedSegments: terms.excluded_segments ?? [],
    onCreditWatch: terms.credit.watch,
    onCreditBlocked: terms.credit.blocked,
    onlyProducts: terms.only_products,
    neverProducts: terms.never_products,
  }
}
