import type { ArticleDifference } from "../../../../modules/negotiation/case-types"

/** What something costs on a cart, in major units. */
export interface ShippingAmount {
  readonly net: number
  /** As the case's prices are shown: with tax where they include it. */
  readonly shown: number
}

/** A way to ship that the cart could take, and that the policy gives something for. */
export interface ShippingChoice {
  readonly shipping_option_id: string
  readonly name: string
  /** Null where it can't be told: a price that a provider works out, or a tax nobody knows. */
  readonly amount: ShippingAmount | null
}

/** A way to pay that is open to the cart's region, and that the policy gives something for. */
export interface PaymentChoice {
  readonly id: string
  readonly days: number
}

/** An article that may stand in for an asked one, as a buyer would see it. */
export interface SubstituteCandidate {
  readonly variant_id: string
  readonly title: string
  readonly sku: string | null
  readonly thumbnail: string | null
  readonly description: string | null
  readonly differs: readonly ArticleDifference[]
}

/** What can be traded beside volume, by the policy and as the store is set up. */
export interface LeverFacts {
  readonly freight: readonly ShippingChoice[]
  /** What the buyer pays for shipping as the cart stands; null where nothing is chosen or it can't be told. */
  readonly freight_total: ShippingAmount | null
  readonly payment_terms: readonly PaymentChoice[]
  /** Articles that may stand in, by the variant they would stand in for. */
  readonly substitutes: ReadonlyMap<string, readonly SubstituteCandidate[]>
}

/** Nothing but volume can be traded. */
export const NO_LEVER_FACTS: LeverFacts = { freight: [], freight_total: null, payment_terms: [], substitutes: new Map() }
