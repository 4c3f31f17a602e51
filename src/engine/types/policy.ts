/** The terms of a policy as people write them: shares as fractions of 1, amounts in major units. Structurally the contract's `PolicyTerms`. */
export interface PolicyTerms {
  readonly minimum_margin: number
  readonly talk_concession_limit: number
  readonly opening_concession: number
  readonly curve_shape: number
  readonly reciprocity: number
  readonly acceptance_tolerance: number
  /** Null or left out: counters go as deep as talk may. */
  readonly counter_concession_limit?: number | null | undefined
  /** Null or left out: only asks near the counter are accepted. */
  readonly acceptance_opening?: number | null | undefined
  /** Left out: even. */
  readonly acceptance_shape?: number | undefined
  readonly minimum_plausible_ask: number
  readonly volume_gain_share: number
  readonly incremental_share: number
  readonly volume_cap_factor: number
  readonly volume_step: number
  readonly rounds: number
  readonly window_days: number
  readonly offer_days: number
  readonly agreement_days: number
  readonly cool_down_hours: number
  readonly automatic_limit: Readonly<Record<string, number>>
  readonly without_cost_max_discount: number | null
  readonly cost_max_age_days: number | null
  readonly outlier_quantity_factor: number | null
  /** Null or left out: however many articles the company never bought. */
  readonly thin_data_max_lines?: number | null
  readonly last_paid: "ignore" | "hold" | "honour"
  readonly last_paid_max_months: number
  readonly initiation: "buyer" | "threshold" | "seller"
  readonly on_refusal: "person" | "decline"
  readonly on_lapse: "person" | "expire"
  readonly on_last_round: "person" | "stand"
  readonly sla_hours: number
  /** Left out: everything may be negotiated by everybody. */
  readonly eligibility?: EligibilityTerms
  /** Left out: the terms above for every segment. */
  readonly strategies?: readonly StrategyTerms[]
  /** Left out: volume is the only trade. */
  readonly levers?: LeverTerms
  /** Left out: no rule of routing beside the limits. */
  readonly routing?: readonly RoutingRule[]
}

/** How profitable a company is to the merchant, `a` the best. */
export type ProfitabilityClass = "a" | "b" | "c"

/** How a company's contribution has developed. */
export type GrowthClass = "growing" | "steady" | "shrinking"

/** How a company stands with its payments. */
export type CreditStanding = "good" | "watch" | "blocked"

/** What a rule about companies does. */
export type EligibilityVerdict = "negotiate" | "person" | "decline"

/** What may be negotiated, before any price is looked at. Structurally the contract's `EligibilityRules`. */
export interface EligibilityTerms {
  readonly minimum_value: Readonly<Record<string, number>>
  readonly profitability: readonly ProfitabilityClass[]
  readonly growth: readonly GrowthClass[]
  /** Left out: none. */
  readonly excluded_segments?: readonly string[]
  readonly credit: { readonly watch: EligibilityVerdict; readonly blocked: EligibilityVerdict }
  readonly only_products: readonly string[]
  readonly never_products: readonly string[]
}

/** The aim with one kind of buyer. Structurally the contract's `StrategyRules`. */
export interface StrategyTerms {
  readonly name: string
  readonly segments: readonly string[]
  readonly objective: "growth" | "margin" | "as_set"
  readonly terms: {
    readonly [Term in
      | "talk_concession_limit" | "counter_concession_limit" | "opening_concession" | "curve_shape" | "reciprocity"
      | "acceptance_opening" | "acceptance_shape" | "volume_gain_share"
      | "volume_cap_factor" | "rounds" | "last_paid" | "initiation"]?: PolicyTerms[Term] | undefined
  }
}

/** Trades of something other than volume. Structurally the contract's `LeverTerms`; amounts in major units, shares of 1. */
export interface LeverTerms {
  /** σ */
  readonly kept_share: number
  readonly freight: readonly { readonly shipping_option_id: string; readonly gain: Readonly<Record<string, number>>; readonly transit_days: number }[]
  readonly payment: { readonly terms: readonly string[]; readonly standard_days: number; readonly annual_rate: number; readonly bad_debt: number }
  readonly substitutes: "off" | "configured" | "category"
}

/** Who decides what the engine leaves to people, least authority first. */
export type ReviewLevel = "rep" | "manager" | "director"

/** One rule of who decides. Structurally the contract's `RoutingRule`. */
export interface RoutingRule {
  readonly name: string
  readonly when: {
    readonly value_from?: Readonly<Record<string, number>> | undefined
    readonly depth_from?: number | undefined
    readonly margin_under?: number | undefined
    readonly segments?: readonly string[] | undefined
    readonly profitability?: readonly ProfitabilityClass[] | undefined
    readonly products?: readonly string[] | undefined
  }
  readonly to: "automatic" | ReviewLevel
  readonly sla_hours: number | null
}
