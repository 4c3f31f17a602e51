import type { BigNumberInput, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** A discount as it stands on a cart's line. */
export interface StoredAdjustment {
  readonly id: string
  readonly code: string | null
  readonly amount: BigNumberInput
  readonly is_tax_inclusive: boolean
  readonly promotion_id: string | null
}

/** A cart's line with its totals before discounts. */
export interface PricedItem {
  readonly id: string
  readonly variant_id: string | null
  readonly quantity: number
  readonly unit_price: number
  readonly is_tax_inclusive: boolean
  readonly is_custom_price: boolean
  /** Net, before discounts. */
  readonly subtotal: number
  /** With tax, before discounts. */
  readonly original_total: number
  readonly adjustments: readonly StoredAdjustment[]
  readonly tax_lines: readonly { readonly rate: number }[]
}

/** A cart with all that rules of promotions speak of. */
export interface PricedCart {
  readonly id: string
  readonly customer_id: string | null
  readonly region_id: string | null
  readonly currency_code: string
  readonly sales_channel_id: string | null
  readonly items: readonly PricedItem[]
  readonly shipping_methods: readonly { readonly adjustments: readonly StoredAdjustment[] }[]
  readonly promotions: readonly { readonly id: string; readonly code: string }[]
}

/** What Medusa's refresh reads before it weighs promotions: rules may speak of all of it. Totals come with the totals. */
const FIELDS = [
  ...["id", "customer_id", "email", "currency_code", "region_id", "sales_channel_id", "locale", "metadata", "completed_at"],
  ...["total", "subtotal", "item_total", "item_subtotal", "original_item_total", "original_item_subtotal", "shipping_subtotal"],
  ...["region.*", "customer.*", "customer.groups.*", "shipping_address.*", "promotions.id", "promotions.code"],
  ...["items.*", "items.adjustments.*", "items.tax_lines.*", "items.product.id", "items.product.is_giftcard", "items.product.type_id"],
  ...["items.product.collection_id", "items.product.categories.id", "items.product.tags.id", "items.product.weight", "items.variant.id"],
  ...["items.variant.weight", "items.variant.length", "items.variant.height", "items.variant.width", "items.variant.material"],
  ...["shipping_methods.*", "shipping_methods.adjustments.*", "shipping_methods.tax_lines.*"],
  ...["shipping_methods.shipping_option.shipping_option_type_id", "shipping_methods.shipping_option.shipping_profile_id"],
]

/** Reads a cart as Medusa weighs promotions on it; null where there is none. */
export async function readPricedCart(container: MedusaContainer, cart_id: string): Promise<PricedCart | null> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({ entity: "cart", fields: FIELDS, filters: { id: cart_id } })
  const cart = data[0] as unknown as PricedCart | undefined
  if (!cart) return null
  return {
    ...cart,
    customer_id: cart.customer_id ?? null,
    promotions: (cart.promotions ?? []).filter((promotion) => promotion?.code),
    items: cart.items.map((item) => ({
      ...item,
      quantity: Number(item.quantity),
      unit_price: Number(item.unit_price),
      subtotal: Number(item.subtotal),
      original_total: Number(item.original_total),
      adjustments: item.adjustments ?? [],
      tax_lines: item.tax_lines ?? [],
    })),
  }
}

/** The tax on a line, as a fraction of its net. */
export function taxOf(item: PricedItem): number {
  return item.tax_lines.reduce((sum, { rate }) => sum + Number(rate), 0) / 100
}

/** An amount in the terms of its line's price: with tax where that has it, net where not. */
export function inTermsOf(item: PricedItem, amount: number, is_tax_inclusive: boolean): number {
  if (is_tax_inclusive === item.is_tax_inclusive) return amount
  return item.is_tax_inclusive ? amount * (1 + taxOf(item)) : amount / (1 + taxOf(item))
}
