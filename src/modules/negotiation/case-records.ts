import type { AgreementStatus, NegotiationStatus, OptionKind } from "../../contract"
import type { OptionLineDraft, PricedLine } from "./case-types"

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
}

/** An agreement with its lines. */
export interface AgreementRecord {
  readonly id: string
  readonly negotiation_id: string
  readonly status: AgreementStatus
  readonly currency_code: string
  readonly region_id: string
  readonly company_id: string
  readonly customer_id: string
  readonly valid_until: string
  readonly lines: readonly {
    readonly variant_id: string
    readonly title: string
    readonly min_quantity: number
    readonly unit_price: number
    readonly remaining_quantity: number | null
  }[]
}

/** A case with all that a command or the buyer's view needs. */
export interface CaseRecord {
  readonly negotiation: NegotiationRecord
  readonly lines: readonly LineRecord[]
  readonly offer: OfferRecord | null
  readonly history: readonly HistoryRecord[]
  readonly messages: readonly { readonly id: string; readonly at: string; readonly by: "buyer" | "seller"; readonly message: string }[]
  readonly agreement: AgreementRecord | null
}
