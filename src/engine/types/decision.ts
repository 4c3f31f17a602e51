import type { BasisPoints, Money, UnitPrice } from "./money"
import type { ReviewLevel } from "./policy"
import type { LineMemory } from "./state"

/** What the engine may answer, most favourable to the buyer first. */
export type Answer = "accept" | "counter" | "person" | "decline" | "expire" | "limit"

/** Kinds of option this engine composes. */
export type EngineOptionKind = "counter" | "volume" | "freight" | "payment_term" | "substitute"

/** Something off the goods while a condition holds: the cart travels or is paid in one certain way. */
export interface OptionConcession {
  readonly kind: "freight" | "payment_term"
  /** Off the unit prices of the option's lines. */
  readonly percent: BasisPoints
  /** The way to ship, for `freight`; else null. */
  readonly shipping_option_id: string | null
  /** The way to pay, for `payment_term`; else null. */
  readonly payment_term: string | null
}

/** What an option costs the buyer all in all, net. */
export interface OverallCost {
  /** Goods, with the concession taken off. */
  readonly goods: Money
  /** Shipping; null for every option of a menu where it can't be told for one of them, or no way to ship is chosen yet. */
  readonly freight: Money | null
  /** What paying sooner than usual costs the buyer, reckoned at 8% a year: never at the policy's own rate. */
  readonly terms: Money
  /** Their sum; shipping counts as nothing where it can't be told. */
  readonly total: Money
}

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
  /** Unit prices before the concession. A substitute's line keeps the `line_id` of the line it stands in for. */
  readonly lines: readonly OptionLine[]
  /** What it concedes beside unit prices, or null. */
  readonly concession: OptionConcession | null
  /** Against what the buyer would pay now for the same quantities (for a substitute: of the asked article), concession included. */
  readonly saving_total: Money
  readonly overall_cost: OverallCost
  /** `Σ (p − c)·q`, with what the lever brings the seller; null where a cost is missing. */
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

/** Something a rep should notice about a line. It moves no answer. */
export type LineFlag = "deep_against_peers"

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
  /** What a rep should notice. Never shown to buyers. */
  readonly flags: readonly LineFlag[]
  readonly memory: LineMemory
  readonly trace: readonly TraceTerm[]
}

/** To whom a case goes that the engine leaves to people. */
export interface Route {
  readonly level: ReviewLevel
  /** Hours until an answer is due; null for the policy's own. */
  readonly sla_hours: number | null
  /** Name of the rule that sent it, or null where none did. Never shown to buyers. */
  readonly rule: string | null
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
  /** For `person`: to whom; else null. */
  readonly route: Route | null
  readonly lines: readonly LineDecision[]
}

/** A step of the published ladder: coarse, and never below what the engine would grant. */
export interface LadderStep {
  readonly min_quantity: number
  readonly unit_price: UnitPrice
  /** Against what the buyer would pay now for `min_quantity` pieces. */
  readonly saving_total: Money
}
