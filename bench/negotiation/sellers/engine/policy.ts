import { compilePolicy, type CompiledPolicy, type PolicyTerms } from "../../../../src/engine"
import { MINIMUM_MARGIN } from "../../world/line"
import { setting, type Settings } from "../settings"

/**
 * What isn't tuned: the merchant's margin, no worries about size, no person where a rule can answer. All extra volume
 * counts as incremental, for in this world it is; pieces come one by one.
 */
const FIXED = {
  minimum_margin: MINIMUM_MARGIN,
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

/** Names of the settings a policy is tuned by: the terms of the contract they become. */
export const ENGINE_SETTINGS = [
  "talk_concession_limit", "opening_concession", "curve_shape", "reciprocity", "acceptance_tolerance",
  "minimum_plausible_ask", "volume_gain_share", "volume_cap_factor", "rounds",
] as const

/** The engine's policy of some settings. `opening_concession` is told as a share of `talk_concession_limit`: α ≤ ρ. */
export function policyOf(settings: Settings): CompiledPolicy {
  const of = (name: (typeof ENGINE_SETTINGS)[number]): number => setting(settings, name)
  const limit = of("talk_concession_limit")
  const terms: PolicyTerms = {
    ...FIXED,
    talk_concession_limit: limit,
    opening_concession: Math.floor(limit * of("opening_concession") * 10_000) / 10_000,
    curve_shape: of("curve_shape"),
    reciprocity: of("reciprocity"),
    acceptance_tolerance: of("acceptance_tolerance"),
    minimum_plausible_ask: of("minimum_plausible_ask"),
    volume_gain_share: of("volume_gain_share"),
    volume_cap_factor: of("volume_cap_factor"),
    rounds: of("rounds"),
  }
  const result = compilePolicy(terms)
  if (!result.ok) throw new Error(`no policy: ${JSON.stringify(result.problems)}`)
  return result.policy
}
