import type { Money, UnitPrice } from "./money"
import type { CreditStanding, GrowthClass, ProfitabilityClass } from "./policy"

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
  /** Quantity in the cart; in a case that goes on, the quantity last asked for. */
  readonly quantity: number
  /** Pieces in the cart now, where that may be other than `quantity`: what a ladder is published for. Left out: `quantity`. */
  readonly quantity_in_cart?: number
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
  /** How deep other companies asked for the variant in this region and currency in the window. For flags only: no answer rests on it. */
  readonly peer_asks?: {
    /** Companies that asked. */
    readonly count: number
    /** Discount off their own price that nine in ten of them asked for at most, in basis points. */
    readonly deepest_usual: number
  } | null
  /** Jitter in basis points of `L`, from a keyed hash of company, variant and period; 0 turns it off. */
  readonly jitter: number
  /** Parts of the catalogue the variant belongs to: `product:…`, `category:…`, `collection:…`, `type:…`, `tag:…`. */
  readonly scopes?: readonly string[]
  /** Fewest pieces that are sold at once (MOQ); null or left out: one. */
  readonly minimum_quantity?: number | null
  /** Articles that may stand in for this one; they are sold at the buyer's own prices. */
  readonly substitutes?: readonly SubstituteFacts[]
}

/** An article that may stand in for the asked one. */
export interface SubstituteFacts {
  readonly variant_id: string
  readonly excluded: string | null
  readonly list_unit_price: UnitPrice
  /** `R(q)` of the substitute, as in {@link LineFacts.own_prices}. */
  readonly own_prices: readonly PriceTier[]
  readonly unit_cost: UnitPrice | null
  readonly cost_age_days: number
  readonly stock: number | null | "unknown"
  /** Lot or pallet: it is sold in multiples of it. Null or left out: by the piece. */
  readonly lot?: number | null
  /** Fewest pieces of it that are sold at once; null or left out: one. */
  readonly minimum_quantity?: number | null
}

/** A way to ship that the cart could take. */
export interface FreightFacts {
  readonly shipping_option_id: string
  /** What the buyer pays for it on this cart, net; null where that can't be told. */
  readonly total: Money | null
}

/** A way to pay the store knows: `days` after the invoice, 0 before delivery. */
export interface PaymentTermFacts {
  readonly id: string
  readonly days: number
}

/** Facts about the case. */
export interface CaseFacts {
  readonly currency: { readonly code: string; /** Decimals of the currency: 0 for JPY, 2 for USD, 3 for KWD. */ readonly decimals: number }
  readonly company: {
    readonly opted_out: boolean
    readonly strategic: boolean
    /** True where it missed a volume commitment that nobody has cleared: a person decides its cases. Left out: false. */
    readonly commitment_missed?: boolean
    /** Null or left out: in none, not known. */
    readonly segment?: string | null
    readonly profitability?: ProfitabilityClass | null
    readonly growth?: GrowthClass | null
    readonly credit?: CreditStanding | null
  }
  readonly lines: readonly LineFacts[]
  /** Days until the buyer needs the goods; null or left out where they are in no hurry. */
  readonly needed_in_days?: number | null
  /** What the buyer says they use a year, in pieces, of the only line of the case; null or left out where unsaid. */
  readonly annual_volume?: number | null
  /** What the buyer pays for shipping as the cart stands, net; null or left out where nothing is chosen. */
  readonly freight_total?: Money | null
  /** Ways to ship this cart. */
  readonly freight?: readonly FreightFacts[]
  /** Ways to pay this cart. */
  readonly payment_terms?: readonly PaymentTermFacts[]
}
