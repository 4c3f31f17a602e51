import type { CreditStanding, GrowthClass, NegotiationStatus, OptionKind, ProfitabilityClass, ReviewLevel } from "../../../contract"
import type { AgreementRecord } from "../case-records"
import type { OptionDetail, OptionTerms } from "../case-types"
import type { CaseFile } from "../attachment-types"

/** One price and quantity of a line, as events, options and answers carry it. */
export interface PricedLineRow {
  readonly line_id: string
  readonly variant_id: string
  readonly quantity: number
  readonly unit_price: number
}

/** A case with its company and policy as they are now. Amounts in major units, moments ISO 8601. */
export interface AdminCaseHead {
  readonly id: string
  readonly display_id: number
  readonly previous_id: string | null
  readonly status: NegotiationStatus
  readonly version: number
  readonly origin: "buyer" | "seller"
  readonly company_id: string
  readonly company_name: string
  readonly customer_id: string
  readonly customer_email: string
  readonly region_id: string
  readonly currency_code: string
  readonly is_tax_inclusive: boolean
  readonly cart_id: string | null
  readonly segment: string | null
  readonly policy_id: string | null
  readonly policy_version: number | null
  /** Null once the policy was removed. */
  readonly policy_name: string | null
  readonly round: number
  readonly rounds_allowed: number
  readonly value: number
  readonly asked_value: number
  readonly context: Record<string, unknown>
  readonly reason_code: string | null
  readonly assigned_to: string | null
  readonly level: ReviewLevel
  readonly sla_due_at: string | null
  readonly expires_at: string | null
  readonly touched_by_person: boolean
  readonly closed_at: string | null
  readonly order_id: string | null
  readonly decision: Record<string, unknown> | null
  readonly created_at: string
  readonly updated_at: string
  /** Null where the company's row is gone. */
  readonly company: {
    readonly id: string
    readonly name: string
    readonly segment: string | null
    readonly profitability: ProfitabilityClass | null
    readonly growth: GrowthClass | null
    readonly credit: CreditStanding | null
    readonly strategic: boolean
    readonly opted_out: boolean
    readonly customer_group_id: string | null
  } | null
}

/** A line of a case with the facts that held at the last ask. */
export interface AdminCaseLine {
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
  readonly last_paid_at: string | null
  readonly competing_offer: Record<string, unknown> | null
  readonly counter_unit_price: number | null
  readonly unit_cost: number | null
  readonly floor_unit_price: number | null
  readonly break_even_quantity: number | null
  /** Tax in the prices of this line, in parts per million of the net price; 0 where prices are net. */
  readonly tax_ppm: number
}

/** A line of an option. */
export interface OptionLineRow extends PricedLineRow {
  /** Pieces from which on the option's quantity costs less in total than fewer at the normal price; left out where none do. */
  readonly cheaper_from?: number
}

/** An option of the offer that stands. */
export interface AdminCaseOption {
  readonly id: string
  readonly kind: OptionKind
  readonly lines: OptionLineRow[]
  readonly terms: OptionTerms | null
  /** Null for a person's options. */
  readonly detail: OptionDetail | null
  readonly saving_total: number
  readonly contribution: number | null
  readonly margin_bps: number | null
}

/** The offer that stands. */
export interface AdminCaseOffer {
  readonly id: string
  readonly round: number
  readonly origin: "automatic" | "person"
  readonly expires_at: string
  /** Days the price holds once an option is accepted. */
  readonly agreement_days: number
  readonly options: AdminCaseOption[]
}

/** An entry of the case's audit trail. */
export interface AdminCaseEvent {
  readonly id: string
  readonly created_at: string
  readonly actor_type: "buyer" | "seller" | "system"
  readonly actor_id: string | null
  readonly kind: string
  readonly status_before: string | null
  readonly status_after: string | null
  readonly round: number
  readonly lines: PricedLineRow[]
  readonly message: string | null
  readonly reason_code: string | null
  readonly note: string | null
  readonly policy_version: number | null
}

/** A message, or a note the buyer never sees. */
export interface AdminCaseMessage {
  readonly id: string
  readonly created_at: string
  readonly author_type: "buyer" | "seller"
  readonly author_id: string | null
  readonly internal: boolean
  readonly text: string
}

/** Everything stored about one case. */
export interface AdminCase extends AdminCaseHead {
  readonly lines: AdminCaseLine[]
  readonly offer: AdminCaseOffer | null
  readonly events: AdminCaseEvent[]
  readonly messages: AdminCaseMessage[]
  readonly files: CaseFile[]
  readonly agreement: AgreementRecord | null
}
