import type { CompiledEligibility } from "./eligibility"
import type { CompiledLevers } from "./levers"
import type { CompiledRule } from "./routing"

/**
 * A policy the engine can reckon with: whole numbers only, so that the same case gives the same bytes on every machine.
 * Made by `compilePolicy`; shares are basis points, amounts units of 1/10,000 major unit.
 */
export interface CompiledPolicy {
  /** μ */
  readonly minimumMargin: number
  /** ρ */
  readonly talkLimit: number
  /** ρ_c: how deep counters go. Never above ρ. */
  readonly counterLimit: number
  /** The bracket of `C_t` for t = 1 … T: `curve[t − 1]`. Never falls, never passes ρ_c. */
  readonly curve: readonly number[]
  /** How deep an ask may be to be taken as it is, for t = 1 … T. Never falls, never passes ρ. Null: only near the counter. */
  readonly acceptance: readonly number[] | null
  /** r, in basis points: 10,000 gives a raise back in full. */
  readonly reciprocity: number
  /** δ */
  readonly tolerance: number
  /** o_min as a share of `L` */
  readonly minimumAsk: number
  /** γ */
  readonly gainShare: number
  /** φ */
  readonly incrementalShare: number
  /** κ, in basis points: 30,000 is three times the asked quantity. */
  readonly capFactor: number
  /** Pieces a volume proposal goes up by, where the line has no lot of its own. */
  readonly step: number
  /** T */
  readonly rounds: number
  /** Largest value of a case decided without a person, by lower-case currency code. */
  readonly automaticLimit: ReadonlyMap<string, number>
  readonly withoutCostDiscount: number | null
  readonly costMaxAgeDays: number | null
  /** In basis points: 200,000 is twenty times the largest past order. */
  readonly outlierFactor: number | null
  /** Most articles in one case that the company never bought; null for any number. */
  readonly thinDataMaxLines: number | null
  readonly lastPaid: "ignore" | "hold" | "honour"
  readonly lastPaidMonths: number
  readonly initiation: "buyer" | "threshold" | "seller"
  readonly onRefusal: "person" | "decline"
  readonly onLapse: "person" | "expire"
  readonly onLastRound: "person" | "stand"
  /** Name of the strategy that changed the terms, or null. Never shown to buyers. */
  readonly strategy: string | null
  /** What may be negotiated at all; null for everything. */
  readonly eligibility: CompiledEligibility | null
  /** Who decides: the first rule that fits. */
  readonly rules: readonly CompiledRule[]
  /** Trades of something other than volume; null for none. */
  readonly levers: CompiledLevers | null
}

/** Something in a policy that can't work: the name of the term and why. */
export interface PolicyProblem {
  readonly path: string
  readonly message: string
}
