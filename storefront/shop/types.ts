/** A variant of a product with the buyer's own price. */
export interface Variant {
  readonly id: string
  readonly title: string
  readonly sku: string | null
  readonly inventory_quantity?: number
  readonly calculated_price?: { readonly calculated_amount: number; readonly original_amount: number; readonly currency_code: string }
}

/** A product of the catalogue. */
export interface Product {
  readonly id: string
  readonly title: string
  readonly description: string | null
  readonly categories?: readonly { readonly name: string }[]
  readonly variants: readonly Variant[]
}

/** A line of a cart or an order. */
export interface Line {
  readonly id: string
  readonly variant_id: string | null
  readonly product_title: string
  readonly variant_sku: string | null
  readonly quantity: number
  readonly unit_price: number
}

/** A cart. */
export interface ShopCart {
  readonly id: string
  readonly currency_code: string
  readonly total: number
  readonly item_subtotal: number
  readonly shipping_subtotal: number
  readonly discount_subtotal: number
  readonly tax_total: number
  readonly items: readonly Line[]
  readonly shipping_methods: readonly { readonly shipping_option_id: string }[]
}

/** An order. */
export interface Order {
  readonly id: string
  readonly display_id: number
  readonly created_at: string
  readonly currency_code: string
  readonly total: number
  readonly item_subtotal: number
  readonly shipping_subtotal: number
  readonly discount_subtotal: number
  readonly tax_total: number
  readonly items: readonly Line[]
}

/** A way for a cart to travel. */
export interface ShippingOption {
  readonly id: string
  readonly name: string
  readonly amount: number
  readonly type?: { readonly description: string | null }
}
