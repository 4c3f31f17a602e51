import { compilePolicy, type CompiledPolicy, type LeverTerms, type PolicyTerms } from "../../../../src/engine"
import { LEVER_GAINS, LIST, MINIMUM_MARGIN } from "../../world/line"
import { setting, type Settings } from "../settings"
import { UNITS_PER_CENT } from "./options"

/**
 * What isn't tuned: no worries about size, no person where a rule can answer. All extra volume counts as incremental, for in
 * this world it is; pieces come one by one.
 */
const FIXED = {
  incremental_share: 1,
  volume_step: 1,
  window_days: 30,
  offer_days: 7,
  agreement_days: 90,
  cool_down_hours: 24,
  automatic_limit: { usd: 100_000_000 },
  without_cost_max_discount: null,
  cost_max_age_days: null,
  outlier_quantity_factor: null,
  last_paid: "ignore",
  last_paid_max_months: 12,
  initiation: "buyer",
  on_refusal: "decline",
  on_lapse: "expire",
  on_last_round: "stand",
  sla_hours: 24,
} as const satisfies Partial<PolicyTerms>

/** Ids of the world's levers. */
export const SLOW_FREIGHT = "slow"
/** Ids of the world's levers. */
export const PREPAID = "prepaid"

/** σ of a seller whose settings name none. */
const KEPT_SHARE = 0.3

/**
 * The world's levers as the merchant would write them: the first as a slower way to ship, whose gain is told per order in
 * `policyFor`; the second as bad debt saved by prepayment, a share of what is paid and so a little less than the world's
 * share of list.
 */
function levers(settings: Settings): LeverTerms {
  return {
    kept_share: settings["lever_kept"] ?? KEPT_SHARE,
    freight: [{ shipping_option_id: SLOW_FREIGHT, gain: { usd: 1 }, transit_days: 0 }],
    payment: { terms: [PREPAID], standard_days: 30, annual_rate: 0, bad_debt: LEVER_GAINS[1] },
    substitutes: "off",
  }
}

/** The policy for an order of `quantity` pieces: the world's first lever brings a share of list on every piece. */
export function policyFor(policy: CompiledPolicy, quantity: number): CompiledPolicy {
  if (policy.levers === null) return policy
  const gain = new Map([["usd", Math.floor(LEVER_GAINS[0] * LIST * UNITS_PER_CENT * quantity)]])
  return { ...policy, levers: { ...policy.levers, freight: [{ id: SLOW_FREIGHT, gain, transitDays: 0 }] } }
}

/** Names of the settings a policy is tuned by: the terms of the contract they become. */
export const ENGINE_SETTINGS = [
  "talk_concession_limit", "counter_concession_limit", "opening_concession", "curve_shape", "reciprocity", "acceptance_tolerance",
  "acceptance_opening", "acceptance_shape",
  "minimum_plausible_ask", "volume_gain_share", "volume_cap_factor", "rounds", "minimum_margin",
] as const

const inBasisPoints = (share: number): number => Math.floor(share * 10_000 + 1e-6) / 10_000

/**
 * The engine's policy of some settings. What may be no deeper than something else is told as a share of that: counters and what is
 * accepted in round 1 of what talk may give at all, the first counter of the deepest.
 */
export function policyOf(settings: Settings): CompiledPolicy {
  const of = (name: (typeof ENGINE_SETTINGS)[number]): number => setting(settings, name)
  const limit = of("talk_concession_limit")
  const counters = inBasisPoints(limit * of("counter_concession_limit"))
  const terms: PolicyTerms = {
    ...FIXED,
    talk_concession_limit: limit,
    counter_concession_limit: counters,
    opening_concession: inBasisPoints(counters * of("opening_concession")),
    curve_shape: of("curve_shape"),
    reciprocity: of("reciprocity"),
    acceptance_tolerance: of("acceptance_tolerance"),
    acceptance_opening: inBasisPoints(limit * of("acceptance_opening")),
    acceptance_shape: of("acceptance_shape"),
    minimum_plausible_ask: of("minimum_plausible_ask"),
    volume_gain_share: of("volume_gain_share"),
    volume_cap_factor: of("volume_cap_factor"),
    rounds: of("rounds"),
    // A policy may ask for more than the merchant's least margin, never for less.
    minimum_margin: Math.max(MINIMUM_MARGIN, of("minimum_margin")),
    levers: levers(settings),
  }
  const result = compilePolicy(terms)
  if (!result.ok) throw new Error(`no policy: ${JSON.stringify(result.problems)}`)
  return result.policy
}
