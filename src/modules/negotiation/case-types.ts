import type { ConcessionTerms, NegotiationStatus, OfferStatus, OptionKind, PromotionStacking, ReviewLevel } from "../../contract"

/** Who did it. */
export interface Actor {
  readonly type: "buyer" | "seller" | "system"
  readonly id: string | null
}

/** A price and quantity on a line; the unit price in major units. */
export interface PricedLine {
  readonly line_id: string
  readonly variant_id: string
  readonly quantity: number
  readonly unit_price: number
}

/** A line of a case to be written. Prices per piece in major units. */
export interface LineDraft {
  readonly id: string
  readonly variant_id: string
  readonly product_id: string | null
  readonly line_item_id: string | null
  readonly title: string
  readonly sku: string | null
  readonly quantity: number
  readonly list_unit_price: number
  readonly current_unit_price: number
  readonly target_unit_price: number
  readonly last_paid_unit_price: number | null
  readonly last_paid_quantity: number | null
  readonly last_paid_at: Date | null
  readonly competing_offer: object | null
  readonly counter_unit_price: number | null
  readonly unit_cost: number | null
  readonly floor_unit_price: number | null
  readonly break_even_quantity: number | null
  /** Tax in the prices of this line, in parts per million of the net price; 0 where prices are net. */
  readonly tax_ppm: number
}

/** What identifies a new case; the rest of its columns come with the patch. */
export interface CaseDraft {
  readonly previous_id: string | null
  readonly origin: "buyer" | "seller"
  readonly company_id: string
  readonly company_name: string
  readonly customer_id: string
  readonly customer_email: string
  readonly region_id: string
  readonly currency_code: string
  readonly sales_channel_id: string | null
  readonly is_tax_inclusive: boolean
  readonly cart_id: string | null
  readonly segment: string | null
  readonly context: object
  readonly expires_at: Date
}

/** Columns of a case that commands move. */
export interface CasePatch {
  readonly status?: NegotiationStatus
  readonly reason_code?: string | null
  readonly round?: number
  readonly rounds_allowed?: number
  readonly policy_id?: string | null
  readonly policy_version?: number | null
  readonly value?: number
  readonly asked_value?: number
  readonly sla_due_at?: Date | null
  readonly level?: ReviewLevel
  readonly sla_hours?: number | null
  readonly touched_by_person?: boolean
  readonly closed_at?: Date | null
  readonly order_id?: string | null
  readonly assigned_to?: string | null
  readonly decision?: object | null
}

/** A line of an option. */
export interface OptionLineDraft extends PricedLine {
  /** Pieces from which on the option's quantity costs less in total than fewer at the normal price; left out where none do. */
  readonly cheaper_from?: number
}

/** What beside prices an option brings. */
export interface OptionTerms {
  /** Orders that may be placed under the agreement; null for any number. */
  readonly max_orders: number | null
  readonly concessions: readonly ConcessionTerms[]
  readonly lines: readonly { readonly line_id: string; readonly max_quantity: number | null; readonly committed_quantity: number | null }[]
  /** What the conditions were called when it was offered: shipping options by id, days of payment terms by id. */
  readonly names?: { readonly shipping_options: Readonly<Record<string, string>>; readonly payment_days: Readonly<Record<string, number>> }
}

/** Something in which a substitute differs from the article it stands in for, where both are known. Sizes and weights in the store's own units. */
export interface ArticleDifference {
  /** A property of every article, or `option` for one the merchant named. */
  readonly property: "material" | "weight" | "length" | "width" | "height" | "origin_country" | "option"
  /** The merchant's name of it, for `option`; else null. */
  readonly name: string | null
  readonly asked: string
  readonly offered: string
}

/** The article that would stand in for the asked one, as it was when it was offered. */
export interface SubstituteArticle {
  readonly variant_id: string
  /** The variant it stands in for. */
  readonly stands_for: string
  readonly title: string
  readonly sku: string | null
  readonly thumbnail: string | null
  readonly description: string | null
  readonly differs: readonly ArticleDifference[]
}

/** What a buyer is shown of an option beside its prices. Amounts in major units, as the cart shows prices. */
export interface OptionDetail {
  readonly overall_cost: {
    /** Goods, with the concession taken off. */
    readonly goods: number
    /** Null where it can't be told. */
    readonly freight: number | null
    /** What paying sooner than usual costs the buyer. */
    readonly terms: number
    readonly total: number
  }
  readonly substitute: SubstituteArticle | null
}

/** An option to be offered. Money in major units. */
export interface OptionDraft {
  readonly kind: OptionKind
  readonly lines: readonly OptionLineDraft[]
  /** Null for prices alone. */
  readonly terms: OptionTerms | null
  /** Left out or null: nothing but its prices. */
  readonly detail?: OptionDetail | null
  readonly saving_total: number
  readonly contribution: number | null
  readonly margin_bps: number | null
}

/** An offer to be made. */
export interface OfferDraft {
  readonly round: number
  readonly origin: "automatic" | "person"
  readonly expires_at: Date
  readonly agreement_days: number
  readonly options: readonly OptionDraft[]
}

/** An entry of the audit trail. */
export interface EventDraft {
  readonly kind: string
  readonly actor: Actor
  readonly lines?: readonly PricedLine[]
  readonly message?: string | null
  readonly reason_code?: string | null
  readonly note?: string | null
  readonly policy_version?: number | null
  readonly trace?: unknown
}

/** Memory to be written; `version` is the one it was read with, null where there was none. */
export interface MemoryWrite {
  readonly variant_id: string
  readonly version: number | null
  readonly state: object
  readonly window_ends_at: Date
  readonly cool_down_until: Date | null
}

/** Accepted terms to be recorded. */
export interface AgreementDraft {
  readonly offer_id: string | null
  readonly option_id: string | null
  readonly valid_until: Date
  readonly max_orders: number | null
  readonly promotion_stacking: PromotionStacking
  readonly is_tax_inclusive: boolean
  /** False: for the buyer who agreed alone. */
  readonly shared: boolean
  readonly concessions: readonly ConcessionTerms[]
  readonly lines: readonly {
    readonly line_id: string
    readonly variant_id: string
    readonly title: string
    readonly min_quantity: number
    readonly unit_price: number
    /** Pieces that may be bought at the price in all; null for any number. */
    readonly max_quantity: number | null
    /** Pieces the buyer commits to over the agreement's life; null for none. */
    readonly committed_quantity: number | null
  }[]
}

/** The key a request came with. */
export interface IdempotencyDraft {
  readonly scope: string
  readonly key: string
  readonly body_hash: string
  readonly status_code: number
}

/** Everything one command changes, recorded in one transaction. */
export interface CaseChange {
  readonly negotiation_id: string
  /** The version the command was made on; null opens a new case. */
  readonly expected_version: number | null
  readonly draft?: CaseDraft
  /** True for words alone (messages, notes): they move nothing, so they need no version and leave it as it is. */
  readonly leaves_version?: boolean
  readonly patch: CasePatch
  /** All lines of the case as they are from now on; left out where they stay as they are. */
  readonly lines?: readonly LineDraft[]
  /** What becomes of the offer that stood; left out where it goes on standing. */
  readonly close_offer?: Exclude<OfferStatus, "standing">
  readonly offer?: OfferDraft
  readonly agreement?: AgreementDraft
  readonly events: readonly EventDraft[]
  readonly memory?: readonly MemoryWrite[]
  /** Where the case ends without a deal: better asks on its variants are not heard before this moment. */
  readonly cool_down_until?: Date | null
  readonly message?: { readonly author_type: "buyer" | "seller"; readonly author_id: string | null; readonly text: string; readonly line_id?: string | null; readonly file_ids?: readonly string[]; readonly internal: boolean }
  /** Open cases that this one replaces: withdrawn as `superseded`. */
  readonly supersede?: readonly string[]
  readonly idempotency?: IdempotencyDraft | null
}
