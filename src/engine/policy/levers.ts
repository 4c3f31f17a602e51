import type { LeverTerms } from "../types"
import { unitsByCurrency } from "./amounts"
import { toBasisPoints } from "./shares"

/** A slower way to ship and what it brings on one order. */
export interface CompiledFreight {
  readonly id: string
  /** Gain of one order in units, by lower-case currency code. */
  readonly gain: ReadonlyMap<string, number>
  readonly transitDays: number
}

/** What sooner payment is worth. Shares in basis points. */
export interface CompiledPayment {
  readonly terms: readonly string[]
  readonly standardDays: number
  readonly annualRate: number
  readonly badDebt: number
}

/** Levers the engine can reckon with. */
export interface CompiledLevers {
  /** σ */
  readonly keptShare: number
  readonly freight: readonly CompiledFreight[]
  readonly payment: CompiledPayment
  /** True where another article may be offered; which ones is a matter of the facts. */
  readonly substitutes: boolean
}

/**
 * Compiles the levers of a policy; null where none is named, so that deciding without levers costs nothing. Amounts are
 * cut down to whole units, in the seller's favour.
 */
export function compileLevers(terms: LeverTerms | undefined): CompiledLevers | null {
  if (terms === undefined) return null
  const { freight, payment, substitutes } = terms
  if (freight.length === 0 && payment.terms.length === 0 && substitutes === "off") return null
  return {
    keptShare: toBasisPoints(terms.kept_share) ?? 0,
    freight: freight.map((each) => ({
      id: each.shipping_option_id, gain: unitsByCurrency(each.gain, Math.floor), transitDays: each.transit_days,
    })),
    payment: {
      terms: payment.terms,
      standardDays: payment.standard_days,
      annualRate: toBasisPoints(payment.annual_rate) ?? 0,
      badDebt: toBasisPoints(payment.bad_debt) ?? 0,
    },
    substitutes: substitutes !== "off",
  }
}
