/**
 * What goes into a decision and what comes out of it. The engine knows nothing else: no clock, no database, no Medusa.
 * All prices are net. All money is an integer of 1/10,000 of the currency's major unit ("units" below).
 */

declare const brand: unique symbol
type Branded<Name extends string> = number & { readonly [brand]: Name }

/** A price per piece, net, in units (1/10,000 major unit). A safe integer, never negative. */
export type UnitPrice = Branded<"UnitPrice">
/** A sum of money, net, in units (1/10,000 major unit). A safe integer; negative only for losses. */
export type Money = Branded<"Money">
/** Pieces. A safe integer, at least 1. */
export type Quantity = Branded<"Quantity">
/** A share in basis points: 10,000 is the whole. */
export type BasisPoints = Branded<"BasisPoints">

/** The terms of a policy as people write them: shares as fractions of 1, amounts in major units. Structurally the contract's `PolicyTerms`. */
export interface PolicyTerms {
  readonly minimum_margin: number
  readonly talk_concession_limit: number
  readonly opening_concession: number
  readonly curve_shape: number
  readonly reciprocity: number
  readonly acceptance_tolerance: number
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
  readonly last_paid: "ignore" | "hold" | "honour"
  readonly last_paid_max_months: number
  readonly initiation: "buyer" | "threshold" | "seller"
  readonly on_refusal: "person" | "decline"
  readonly on_lapse: "person" | "expire"
  readonly on_last_round: "person" | "stand"
  readonly sla_hours: number
}

/** A step of the buyer's own price schedule: from `min_quantity` pieces on, `unit_price` each. */
export interface PriceTier {
  readonly min_quantity: number
  readonly unit_price: UnitPrice
}

/** Facts about one line, gathered by the caller at the moment of the ask. */
export interface LineFacts {
  readonly line_id: string
  readonly variant_id: string
  /** Why this line may not be negotiated at all, or null. */
  readonly excluded: string | null
  /** List price `L` per piece. */
  readonly list_unit_price: UnitPrice
  /**
   * The buyer's own price schedule `R(q)`: what they would pay now at each quantity, tiers, segment lists and live
   * agreements included. Ascending by `min_quantity`, the first step at 1. Unit prices need not fall with quantity.
   */
  readonly own_prices: readonly PriceTier[]
  /** Quantity in the cart. */
  readonly quantity: number
  /** Unit cost `c`, or null where unknown. */
  readonly unit_cost: UnitPrice | null
  /** Age of the cost in days. */
  readonly cost_age_days: number
  /** Pieces that can be promised: null where the store does not count this variant's stock, `"unknown"` where it should and can't. */
  readonly stock: number | null | "unknown"
  /** Lot or pallet: extra volume comes in multiples of it. Null: the policy's `volume_step`. */
  readonly lot: number | null
  /** The last price this company paid for the variant in this currency. */
  readonly last_paid: {
    readonly unit_price: UnitPrice
    readonly quantity: number
    readonly age_days: number
    /** Unit cost of that day, for the policy "hold", which ends once the cost has fallen; left out where unknown. */
    readonly unit_cost?: UnitPrice | null
  } | null
  /** The company's largest past order of the variant, in pieces; null without one. */
  readonly largest_past_quantity: number | null
  /** A competitor's unit price as the buyer reports it. */
  readonly competing_unit_price: UnitPrice | null
  /** Jitter in basis points of `L`, from a keyed hash of company, variant and period; 0 turns it off. */
  readonly jitter: number
}

/** Facts about the case. */
export interface CaseFacts {
  readonly currency: { readonly code: string; /** Decimals of the currency: 0 for JPY, 2 for USD, 3 for KWD. */ readonly decimals: number }
  readonly company: {
    readonly opted_out: boolean
    readonly strategic: boolean
    /** True where it missed a volume commitment that nobody has cleared: a person decides its cases. Left out: false. */
    readonly commitment_missed?: boolean
  }
  readonly lines: readonly LineFacts[]
}

/** What the company already got for one variant, region and currency inside the window. Returned anew by every decision; the caller stores it as it is. */
export interface LineMemory {
  /** Rounds spent in the window. */
  readonly rounds: number
  /** Asks made, for the repeated-ask rule: the highest ask at each quantity. Ascending by quantity. */
  readonly asks: readonly { readonly quantity: number; readonly unit_price: UnitPrice }[]
  /** Counters given: the lowest counter at each quantity. Ascending by quantity. */
  readonly counters: readonly { readonly quantity: number; readonly unit_price: UnitPrice }[]
  /** The marginal price kept for the window, or null before the first one. */
  readonly marginal_price: UnitPrice | null
}

/** An option of the offer that stands, as the caller stored it. */
export interface StandingOption {
  readonly option_id: string
  readonly kind: string
  readonly lines: readonly { readonly line_id: string; readonly variant_id: string; readonly quantity: number; readonly unit_price: UnitPrice }[]
}

/** State of the case before the event. */
export interface CaseState {
  /** Memory per `line_id`; a line without one starts empty. */
  readonly memory: Readonly<Record<string, LineMemory>>
  /** Options that stand now, of this case or of the company's earlier one. Empty when nothing stands. */
  readonly standing: readonly StandingOption[]
  /** True inside the cool-down after an ended case: nothing new is granted, what stands stays acceptable. */
  readonly cooling_down: boolean
}

/** What happened. */
export type CaseEvent =
  | { readonly type: "ask"; readonly asks: readonly { readonly line_id: string; readonly unit_price: UnitPrice; readonly quantity: number }[] }
  /** One target for the whole basket, net, at the quantities of the facts. */
  | { readonly type: "ask_total"; readonly total: Money }
  | { readonly type: "refuse" }
  | { readonly type: "lapse" }
  | { readonly type: "ask_person" }

/** What the engine may answer, most favourable to the buyer first. */
export type Answer = "accept" | "counter" | "person" | "decline" | "expire" | "limit"

/** Kinds of option this engine composes. */
export type EngineOptionKind = "counter" | "volume"

/** One line of an option. */
export interface OptionLine {
  readonly line_id: string
  readonly variant_id: string
  readonly quantity: number
  readonly unit_price: UnitPrice
}

/** One option of the menu. */
export interface MenuOption {
  readonly kind: EngineOptionKind
  readonly lines: readonly OptionLine[]
  /** Against what the buyer would pay now for the same quantities. */
  readonly saving_total: Money
  /** `Σ (p − c)·q`; null where a cost is missing. */
  readonly contribution: Money | null
  /** Contribution as a share of the option's price; null where a cost is missing. */
  readonly margin: BasisPoints | null
}

/** One term of the trace: a name of the formulas and its value. */
export interface TraceTerm {
  readonly term: string
  readonly value: number | string | null
  /** What `value` counts: `units` of 1/10,000 major unit, pieces, basis points, or a plain word. */
  readonly unit: "price" | "money" | "pieces" | "bps" | "rounds" | "text"
}

/** The decision on one line. */
export interface LineDecision {
  readonly line_id: string
  readonly answer: Answer
  readonly reason_code: string
  /** The price asked, at the quantity asked (a basket target after it was spread). */
  readonly ask: { readonly unit_price: UnitPrice; readonly quantity: number } | null
  /** The counter that stands after this decision, at the asked quantity. */
  readonly counter_unit_price: UnitPrice | null
  /** The floor that held, or null without a cost. Never shown to buyers. */
  readonly floor_unit_price: UnitPrice | null
  /** Pieces in all at which the ask earns what the asked quantity earns at the current price. Shown to reps only. */
  readonly break_even_quantity: number | null
  readonly memory: LineMemory
  readonly trace: readonly TraceTerm[]
}

/** The decision on the case. Same policy, facts, state and event: the same bytes. */
export interface CaseDecision {
  readonly answer: Answer
  readonly reason_code: string
  /** True where nothing new was given: the offer that stands goes on standing, no round is spent. */
  readonly standing: boolean
  /** The standing option the ask met, or null. */
  readonly accepted_option_id: string | null
  /** What was agreed, for `accept`; else empty. */
  readonly accepted: readonly OptionLine[]
  /** What is offered, best trade first, at most three; empty for `accept`, and for `person` where nothing stands. */
  readonly menu: readonly MenuOption[]
  readonly lines: readonly LineDecision[]
}

/** A step of the published ladder: coarse, and never below what the engine would grant. */
export interface LadderStep {
  readonly min_quantity: number
  readonly unit_price: UnitPrice
  /** Against what the buyer would pay now for `min_quantity` pieces. */
  readonly saving_total: Money
}
