import type { BuyerReasonCode, ErrorCode, SystemReasonCode } from "../contract"

/** A sentence with `{placeholders}`. */
export type Template = string

/** A sentence that counts something. */
export interface CountedTemplate {
  readonly one: Template
  readonly other: Template
}

/** Reasons a buyer may read, as the contract's `publicReasonCode` lets them through. */
export type PublicReason =
  | BuyerReasonCode
  | Extract<
      SystemReasonCode,
      | "asked_for_person" | "buyer_refused" | "offer_lapsed" | "negotiation_lapsed" | "apply_failed" | "basis_gone"
      | "basis_changed" | "bought_otherwise" | "superseded" | "agreement_lapsed" | "agreement_revoked"
    >
  | "under_review"

/** Errors a buyer can meet; the others answer the merchant's own people. */
export type BuyerErrorCode = Exclude<ErrorCode, "under_floor" | "policy_invalid">

/**
 * Entries of a case's history that a buyer is shown: who and what. `seller` speaks for automatic answers too. Whatever is
 * not named here (notes, assignments, settings) stays inside.
 */
export const HISTORY_KEYS = [
  "buyer.requested", "buyer.countered", "buyer.accepted", "buyer.refused", "buyer.asked_for_person", "buyer.withdrawn",
  "seller.offered", "seller.countered", "seller.improved", "seller.taken_back", "seller.approved", "seller.agreed", "seller.declined",
  "seller.asked_facts", "seller.escalated", "seller.offer_lapsed", "seller.expired", "seller.superseded", "seller.withdrawn",
  "seller.apply_failed", "seller.ordered", "seller.used_up", "seller.order_canceled", "seller.revoked",
] as const
/** One of {@link HISTORY_KEYS}. */
export type HistoryKey = (typeof HISTORY_KEYS)[number]

/**
 * Every text a buyer reads, in one language. No text tells a cost, a floor, a margin or a number of a policy, and none has
 * a placeholder for one.
 */
export interface Phrasebook {
  readonly headline: {
    /** `{quantity}` more pieces than asked, `{price}` each for all. */
    readonly volume: CountedTemplate
    /** `{quantity}` more pieces over `{lines}` lines. */
    readonly volume_lines: CountedTemplate
    /** `{price}` each for `{quantity}` pieces. */
    readonly price: CountedTemplate
    /** `{lines}` lines for `{total}` instead of `{current_total}`. */
    readonly price_lines: Template
    /** The buyer's own ask granted: `{price}` each for `{quantity}` pieces. */
    readonly as_asked: CountedTemplate
    /** The buyer's own ask granted: `{lines}` lines for `{total}`. */
    readonly as_asked_lines: Template
    /** `{offer}` is the headline of the price; the delivery or term is named in the conditions. */
    readonly freight: Template
    readonly payment_term: Template
    /** `{offer}` is the headline of the price before anything is taken off, `{saving}` the sum that comes off its pieces. */
    readonly less: Template
    /** `{offer}` is the headline of the price with what is taken off, `{delivery}` the way to ship. */
    readonly with_delivery: Template
    /** The same for paying before delivery, or within `{days}`. */
    readonly prepaid: Template
    readonly paid_within: CountedTemplate
    /** `{title}` names the article offered instead. */
    readonly substitute: Template
  }
  readonly condition: {
    /** Holds from `{quantity}` pieces on. */
    readonly threshold: Template
    /** The same for one line of several, named `{title}`. */
    readonly threshold_of_line: Template
    /** From `{from}` pieces on, `{quantity}` are cheaper in all. */
    readonly cheaper_from: Template
    /** The same of `{title}`, one line of several. */
    readonly cheaper_from_of_line: Template
    /** Orders the price is good for. */
    readonly max_orders: CountedTemplate
    /** Pieces that may be bought at the price in all; the same for one line of several, named `{title}`. */
    readonly max_quantity: CountedTemplate
    readonly max_quantity_of_line: CountedTemplate
    /** Pieces the buyer commits to, within `{days}` of accepting; the same for one line of several. */
    readonly committed: Template
    readonly committed_of_line: Template
    /** `{percent}` off for a delivery named `{delivery}`, off the goods or off the delivery itself. */
    readonly with_delivery: Template
    readonly off_delivery: Template
    /** Off the goods, at most off `{quantity}` pieces of an order; the same where each of several articles has its own number. */
    readonly with_delivery_up_to: CountedTemplate
    readonly with_delivery_up_to_lines: Template
    /** `{percent}` off for paying before delivery, or within `{days}`. */
    readonly prepaid: Template
    readonly paid_within: CountedTemplate
    /** What an accepted option asks for: `{delivery}` chosen, the way to pay kept, the article `{title}` taken out of the cart. */
    readonly choose_delivery: Template
    readonly keep_term: Template
    readonly replaces: Template
    /** `{discount}` off from `{subtotal}` of goods on, tax left out; goods the offer is not about are held to their floor. */
    readonly from_subtotal: Template
    /** How long the price holds once accepted, in `{days}`. */
    readonly agreement_days: CountedTemplate
    /** Until when the offer stands: `{date}`. */
    readonly valid_until: Template
  }
  /** Why an offer is what it is. */
  readonly why: {
    readonly counter: Template
    readonly volume: Template
    readonly freight: Template
    readonly prepaid: Template
    readonly paid_within: Template
    readonly substitute: Template
    /** Slower deliveries are left out: the goods are needed by `{date}`. */
    readonly needed_by: Template
  }
  /** In what a substitute is another article: `{offered}` instead of `{asked}`; `{name}` is the merchant's own. */
  readonly differs: {
    readonly material: Template
    readonly weight: Template
    readonly length: Template
    readonly width: Template
    readonly height: Template
    readonly origin_country: Template
    readonly option: Template
  }
  /** What changing a quantity does where a price is agreed. */
  readonly hint: {
    /** From `{quantity}` pieces on `{price}` applies. */
    readonly under: Template
    /** The same, and from `{from}` pieces on it is cheaper to take `{quantity}`. */
    readonly under_cheaper: Template
    /** The same for an article that is in the cart on several lines. */
    readonly split: Template
    /** Under `{quantity}` pieces `{price}` applies again. */
    readonly over: Template
    /** `{remaining}` pieces are left at `{price}`. */
    readonly left: CountedTemplate
  }
  readonly reason: Readonly<Record<PublicReason, Template>>
  readonly error: Readonly<Record<BuyerErrorCode, Template>>
  readonly history: Readonly<Record<HistoryKey, Template>>
}
