import type { AgreementFlag, AgreementStatus, NegotiationStatus, PromotionStacking } from "../../contract"
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
  /** Pieces committed to; null without a commitment. */
  readonly committed_quantity: number | null
  /** Pieces bought at its price so far. */
  readonly bought_quantity: number
  /** Pieces bought towards its commitment so far, at whatever price. */
  readonly fulfilled_quantity: number
  /** Where this price ends before its agreement does; null where it doesn't. */
  readonly line_valid_until: Date | null
  readonly max_orders: number | null
  readonly orders: number
  readonly price_ids: string[]
  readonly valid_from: Date
  readonly valid_until: Date
  /** When an announced revocation takes effect; null where none was announced. */
  readonly revoke_at: Date | null
  /** True while the agreement gives its price: active, begun, not lapsed, and with something left to buy. */
  readonly live: boolean
  /** True where its article stands in for another one that was asked for; left out: false. */
  readonly stands_in?: boolean
}

/** Pieces bought at one agreed price. Unit price in major units. */
export interface UseLine {
  /** The line of the agreement. */
  readonly agreement_line_id: string
  /** The negotiation line it was agreed on; null for a price taken over from an older agreement. */
  readonly line_id: string | null
  readonly variant_id: string
  readonly quantity: number
  readonly unit_price: number
}

/** What an order holds at one agreed price now, returns and edits taken into account. */
export interface SettledLine extends UseLine {
  /** Pieces that were returned or cancelled. */
  readonly given_back: number
  /** Pieces of the smallest of the order's lines at this price; 0 where none is left. */
  readonly smallest: number
}

/** An order as it is now, as far as agreements are concerned. */
export interface SettledOrder {
  readonly order_id: string
  readonly cart_id: string | null
  readonly placed_at: Date
  /** When something about it changed last. */
  readonly changed_at: Date
  readonly cancelled: boolean
  /** By agreement; an agreement the order was counted on and which is not here is no longer used. */
  readonly uses: readonly UsedAgreement[]
  /** Everything the buyer keeps of it, at whatever price: what promised volume is judged on. */
  readonly pieces: readonly BoughtPieces[]
  /** The agreements' lines with a promise these pieces count towards; those the order was counted on before need not be here. */
  readonly promised_line_ids: readonly string[]
  /** What it holds, where somebody has agreed on any of it: judged now, and by tomorrow's prices no more. */
  readonly heard: readonly HeardItem[]
}

/** What an order uses of one agreement. */
export interface UsedAgreement {
  readonly agreement_id: string
  readonly lines: readonly SettledLine[]
  /** True while something the agreement concedes is taken off what the buyer keeps: it is an order of the agreement, pieces at its price or not. */
  readonly conceded: boolean
}

/** An article of an order at its price. Unit price in major units. */
export interface HeardItem {
  readonly variant_id: string
  readonly unit_price: number
}

/** A concession that stands in a cart or an order: what it is taken off, and whose it is. */
export interface StandingConcession {
  /** The line; null where it is taken off freight. */
  readonly item_id: string | null
  readonly agreement_id: string
  /** The agreed line it hangs on; null where it hangs on none. */
  readonly agreement_line_id: string | null
}

/** Pieces of a variant in an order. */
export interface BoughtPieces {
  readonly variant_id: string
  readonly quantity: number
  /** The company whose agreed price they were bought at; null for any other price: then they may be anybody's the buyer buys for. */
  readonly company_id: string | null
}

/** A counted or claimed use of an agreement. */
export interface KnownUse {
  readonly id: string
  readonly agreement_id: string
  readonly status: "reserved" | "confirmed" | "released"
  readonly lines: readonly UseLine[]
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

/** An agreement that was ended. */
export interface EndedAgreement extends AgreementChange {
  /** True where it ran out with promised volume open. */
  readonly missed_commitment: boolean
}

/** What ending agreements changed, and how to take it back. */
export interface EndedAgreements {
  readonly changed: EndedAgreement[]
  readonly undo: Undo
}

/** What an order meant for one agreement. */
export interface SettledAgreement extends AgreementChange {
  readonly status_before: AgreementStatus
  /** What was flagged just now. */
  readonly flags: readonly AgreementFlag[]
  /** False where all that is counted of its price and its orders was as it is already. */
  readonly changed: boolean
  /** True where something else is counted towards its promise now. */
  readonly promised: boolean
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
