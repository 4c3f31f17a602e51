/** A variant of a product with the buyer's own price. */
export interface Variant {
  readonly id: string
  readonly title: string
  readonly sku: string | null
  readonly inventory_quantity?: number
  readonly calculated_price?: { readonly calculated_amount: number; readonly original_amount: number; readonly currency_code: string; readonly is_calculated_price_tax_inclusive?: boolean }
}

/** A product of the catalogue. */
export interface Product {
  readonly id: string
  readonly title: string
  readonly description: string | null
  readonly thumbnail: string | null
  readonly categories?: readonly { readonly name: string }[]
  readonly variants: readonly Variant[]
}

/** A line of a cart or an order. */
export interface Line {
  readonly id: string
  readonly variant_id: string | null
  readonly product_title: string
  readonly variant_sku: string | null
  readonly thumbnail: string | null
  readonly quantity: number
  readonly unit_price: number
  /** Whether the price has the tax in it. */
  readonly is_tax_inclusive?: boolean
}

/** Where something is sent. */
export interface Address {
  readonly first_name: string
  readonly last_name: string
  readonly company: string
  readonly address_1: string
  readonly city: string
  readonly postal_code: string
  readonly country_code: string
}

/** A region of the store. */
export interface Region {
  readonly id: string
  readonly countries?: readonly { readonly iso_2: string }[]
}

/** What a cart or an order comes to. */
export interface Sums {
  readonly currency_code: string
  readonly total: number
  readonly shipping_subtotal: number
  /** With tax, before what is taken off. */
  readonly original_shipping_total: number
  readonly discount_subtotal: number
  /** With tax. */
  readonly discount_total: number
  readonly tax_total: number
  readonly items: readonly Line[]
}

/** A cart. */
export interface ShopCart extends Sums {
  readonly id: string
  readonly shipping_address: { readonly [Key in keyof Address]: string | null } | null
  readonly shipping_methods: readonly { readonly shipping_option_id: string }[]
}

/** An order. */
export interface Order extends Sums {
  readonly id: string
  readonly display_id: number
  readonly created_at: string
}

/** A way for a cart to travel. */
export interface ShippingOption {
  readonly id: string
  readonly name: string
  readonly amount: number
  readonly type?: { readonly description: string | null }
}
