import type { PurchaseScope } from "./scope"

/** A purchase as the store's orders tell it. Prices net, per piece, in major units. */
export interface PurchaseRow {
  readonly order_id: string
  readonly order_line_item_id: string
  /** Null where the customer bought for nobody but themselves. */
  readonly company_id: string | null
  readonly customer_id: string
  readonly variant_id: string
  readonly product_id: string | null
  readonly currency_code: string
  readonly region_id: string | null
  readonly unit_price: number
  readonly quantity: number
  readonly ordered_at: Date
  readonly cancelled: boolean
}

/** Whose purchases of which variants. An unknown variant is no error: nothing was bought of it. */
export type PurchaseQuestion = PurchaseScope & { readonly variant_ids: readonly string[]; readonly currency_code: string }

/** The latest purchase of a variant in the currency asked for; net, per piece, major units. */
export interface LastPaid {
  readonly variant_id: string
  readonly unit_price: number
  readonly quantity: number
  readonly at: Date
}

/** The most pieces of a variant bought on one order line, in any currency. */
export interface LargestQuantity {
  readonly variant_id: string
  readonly quantity: number
}

/** Both answers about one variant. */
export interface PurchaseFacts {
  readonly variant_id: string
  readonly last_paid: { readonly unit_price: number; readonly quantity: number; readonly at: Date } | null
  readonly largest_quantity: number | null
}

/** Something a buyer did, as it is kept. */
export interface BehaviourRow {
  readonly name: string
  readonly company_id: string | null
  readonly negotiation_id: string | null
  /** The segment of that case. */
  readonly segment: string | null
  readonly variant_id: string | null
  readonly option_kind: string | null
  readonly stage: string | null
  readonly rating: number | null
  readonly comment: string | null
  /** Rows with the same are one thing said again; null where every one counts. */
  readonly once: string | null
}

/** Where a long reading stands. */
export interface Bookmarked {
  readonly position: Record<string, unknown>
  readonly started_at: Date
  readonly completed_at: Date | null
}
