import type { OptionConcession } from "./decision"
import type { Money, UnitPrice } from "./money"

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
  /** What it concedes beside unit prices. An ask never meets such an option: its condition has to be chosen. */
  readonly concession?: OptionConcession | null
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

/** One target for a basket whose prices include tax: what all asked lines together may come to as they are shown. */
export interface TaxedTarget {
  /** With tax. */
  readonly total: Money
  /** Decimals of the currency that prices are shown in. */
  readonly decimals: number
  /** Tax of each asked line, in parts per million of its net price. */
  readonly tax_ppm: Readonly<Record<string, number>>
}

/** What happened. */
export type CaseEvent =
  | {
      readonly type: "ask"
      readonly asks: readonly { readonly line_id: string; readonly unit_price: UnitPrice; readonly quantity: number }[]
      /** The target that the asks were spread from; left out where each was asked for itself. */
      readonly target?: TaxedTarget
    }
  /** One target for the whole basket, net, at the quantities of the facts. */
  | { readonly type: "ask_total"; readonly total: Money }
  | { readonly type: "refuse" }
  | { readonly type: "lapse" }
  | { readonly type: "ask_person" }
