import type { AgreementStatus, NegotiationStatus, PromotionStacking } from "../../contract"
import type { Actor } from "./case-types"
import type { Undo } from "./sql/undo"

/** One line of an agreement with what its agreement says. Unit price in major units, as the cart shows it. */
export interface AgreementLineView {
  readonly id: string
  readonly agreement_id: string
  readonly negotiation_id: string
  readonly company_id: string
  readonly customer_id: string
  readonly region_id: string
  readonly currency_code: string
  readonly status: AgreementStatus
  readonly line_id: string | null
  readonly variant_id: string
  readonly title: string
  readonly min_quantity: number
  readonly unit_price: number
  /** Pieces that may still be bought at the price; null for any number. */
  readonly remaining_quantity: number | null
  /** False: for `customer_id` alone, not for the company's other buyers. */
  readonly shared: boolean
  readonly is_tax_inclusive: boolean
  readonly promotion_stacking: PromotionStacking
  /** Pieces committed to, and pieces bought so far; null without a commitment. */
  readonly committed_quantity: number | null
  readonly bought_quantity: number
  /** Where this price ends before its agreement does; null where it doesn't. */
  readonly line_valid_until: Date | null
  readonly max_orders: number | null
  readonly orders: number
  readonly price_ids: string[]
  readonly valid_from: Date
  readonly valid_until: Date
  /** True while the agreement gives its price: active, begun, not lapsed, and with something left to buy. */
  readonly live: boolean
}

/** Pieces of one variant bought under an agreement. Unit price in major units. */
export interface UseLine {
  /** The negotiation line it was agreed on. */
  readonly line_id: string | null
  readonly variant_id: string
  readonly quantity: number
  readonly unit_price: number
}

/** A claim on an agreement as it stands after a command. */
export interface ReservedUse {
  readonly id: string
  /** False where this cart already held the claim. */
  readonly created: boolean
}

/** How an agreement can end. */
export type AgreementEnd = Exclude<AgreementStatus, "active">

/** Agreements to be ended. */
export interface EndAgreementsInput {
  readonly ids: readonly string[]
  readonly status: AgreementEnd
  readonly reason: string
  readonly actor: Actor
  /** Internal: kept in the audit trail only. */
  readonly note?: string | null
}

/** What became of one agreement and the negotiation it came from. */
export interface AgreementChange {
  readonly agreement_id: string
  readonly negotiation_id: string
  readonly company_id: string
  readonly customer_id: string
  readonly status: AgreementStatus
  /** The negotiation's new status and version; null where it stayed as it was. */
  readonly negotiation: { readonly status: NegotiationStatus; readonly version: number } | null
}

/** What a command changed, and how to take it back. */
export interface AgreementChanges {
  readonly changed: AgreementChange[]
  readonly undo: Undo
}

/** Agreements to be revoked later. */
export interface AnnounceRevocationInput {
  readonly ids: readonly string[]
  /** When it takes effect: ISO 8601, in the future. */
  readonly at: string
  /** Reason code; it becomes that of the revocation. */
  readonly reason: string
  readonly actor: Actor
  /** Internal: kept in the audit trail only. */
  readonly note?: string | null
}
