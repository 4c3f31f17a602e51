import type { AgreementFlag, AgreementStatus, ConcessionKind, ConcessionTarget, NegotiationStatus, OptionKind, PromotionStacking, RequestContext, ReviewLevel, StoreFile } from "../../contract"
import type { OptionDetail, OptionLineDraft, OptionTerms, PricedLine } from "./case-types"

/** A case as the table has it. Times are ISO strings, amounts major units. */
export interface NegotiationRecord {
  readonly id: string
  readonly display_id: number
  readonly previous_id: string | null
  readonly status: NegotiationStatus
  readonly version: number
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
  readonly policy_id: string | null
  readonly policy_version: number | null
  readonly round: number
  readonly rounds_allowed: number
  readonly value: number
  readonly asked_value: number
  readonly reason_code: string | null
  readonly level: ReviewLevel
  /** Hours the routing rule gives for an answer; null for the policy's own. */
  readonly sla_hours: number | null
  /** What the buyer said about the need behind the ask. */
  readonly context: RequestContext
  /** The last decision with the terms it was made of; null before the first. Never shown to buyers. */
  readonly decision: { readonly trace?: readonly { readonly terms: readonly { readonly term: string; readonly value: unknown }[] }[] } | null
  readonly expires_at: string | null
  readonly created_at: string
}

/** A line of a case as the table has it. */
export interface LineRecord {
  readonly id: string
  readonly position: number
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
  readonly last_paid_at: string | null
  readonly competing_offer: { readonly unit_price?: number } | null
  readonly counter_unit_price: number | null
  readonly unit_cost: number | null
  readonly floor_unit_price: number | null
  readonly break_even_quantity: number | null
}

/** An option as the table has it. */
export interface OptionRecord {
  readonly id: string
  readonly kind: OptionKind
  readonly lines: readonly OptionLineDraft[]
  readonly terms: OptionTerms | null
  /** Null for options that were recorded with their prices alone. */
  readonly detail: OptionDetail | null
  readonly saving_total: number
  readonly contribution: number | null
  readonly margin_bps: number | null
}

/** The offer that stands. */
export interface OfferRecord {
  readonly id: string
  readonly round: number
  readonly origin: "automatic" | "person"
  readonly expires_at: string
  readonly agreement_days: number
  readonly options: readonly OptionRecord[]
}

/** An entry of the audit trail as the buyer's history needs it. */
export interface HistoryRecord {
  readonly at: string
  readonly actor_type: "buyer" | "seller" | "system"
  readonly kind: string
  readonly round: number
  readonly lines: readonly PricedLine[]
  readonly message: string | null
  /** What was put on the table with it, as the offer's row has it; null where nothing was. */
  readonly offer: (Pick<OfferRecord, "expires_at" | "agreement_days"> & { readonly options: readonly Pick<OptionRecord, "kind" | "lines" | "terms" | "detail">[] }) | null
}

/** What a person should look at on an agreement. */
export type AgreementFlags = readonly { readonly kind: AgreementFlag; readonly at: string; readonly order_id: string | null; readonly detail: string | null }[]

/** A concession as the table has it. Percent and sums as numbers, sums in major units. */
export interface ConcessionRecord {
  readonly id: string
  readonly agreement_id: string
  readonly company_id: string
  readonly kind: ConcessionKind
  readonly target: ConcessionTarget
  /** Percent off, or null where a sum is taken off. */
  readonly percent: number | null
  /** Sum off, or null where a share is taken off. */
  readonly amount: number | null
  readonly shipping_option_id: string | null
  readonly payment_term: string | null
  /** Net, before discounts; null where the size of the cart is no condition. */
  readonly min_subtotal: number | null
  readonly agreement_line_id: string | null
  /** The agreed goods it is taken off; null for the whole cart or its freight. */
  readonly variant_id: string | null
  readonly min_quantity: number | null
  /** Pieces of one order that it is taken off at most; null for any number. */
  readonly max_quantity: number | null
  readonly promotion_id: string | null
  readonly promotion_code: string | null
}

/** An agreement with its lines and concessions. */
export interface AgreementRecord {
  readonly id: string
  readonly negotiation_id: string
  readonly status: AgreementStatus
  readonly currency_code: string
  readonly region_id: string
  readonly company_id: string
  readonly customer_id: string
  readonly valid_from: string
  readonly valid_until: string
  readonly is_tax_inclusive: boolean
  readonly shared: boolean
  readonly max_orders: number | null
  readonly orders: number
  readonly revoke_at: string | null
  readonly promotion_stacking: PromotionStacking
  readonly flags: AgreementFlags | null
  readonly ended_at: string | null
  readonly ended_reason: string | null
  readonly created_at: string
  readonly concessions: readonly ConcessionRecord[]
  readonly lines: readonly {
    readonly id: string
    readonly variant_id: string
    readonly title: string
    readonly min_quantity: number
    readonly unit_price: number
    readonly remaining_quantity: number | null
    readonly max_quantity: number | null
    readonly committed_quantity: number | null
    readonly bought_quantity: number
    readonly fulfilled_quantity: number
    readonly valid_until: string | null
  }[]
}

/** A case with all that a command or the buyer's view needs. */
export interface CaseRecord {
  readonly negotiation: NegotiationRecord
  readonly lines: readonly LineRecord[]
  readonly offer: OfferRecord | null
  readonly history: readonly HistoryRecord[]
  readonly messages: readonly { readonly id: string; readonly at: string; readonly by: "buyer" | "seller"; readonly message: string; readonly files: readonly StoreFile[] | null }[]
  readonly agreement: AgreementRecord | null
}
