import type { PaymentTermsAnswer } from "../client"
import type { Shop } from "./store"
import type { ShippingOption, ShopCart } from "./types"

/** The ways a cart may travel for which something was agreed on what lies in it. */
export async function agreedDeliveries(shop: Shop, cart: ShopCart): Promise<ReadonlySet<string>> {
  const { agreements } = await shop.client.agreements.list({ status: "active", limit: 100 })
  const about = agreements.filter(({ lines }) => lines.some(({ variant_id }) => cart.items.some((item) => item.variant_id === variant_id)))
  return new Set(about.flatMap(({ concessions }) => concessions.flatMap(({ shipping_option_id }) => shipping_option_id ?? [])))
}

/** The way a cart travels, as far as one was chosen. */
export function deliveryOf(cart: ShopCart, options: readonly ShippingOption[]): ShippingOption | undefined {
  return options.find(({ id }) => cart.shipping_methods.some(({ shipping_option_id }) => shipping_option_id === id))
}

/** The ways to pay agreed for a cart. Where none is chosen yet it is the agreed one: nobody agrees on what they don't want. */
export async function termsOf(shop: Shop, cart_id: string): Promise<PaymentTermsAnswer> {
  const terms = await shop.client.paymentTerms.retrieve({ cart_id })
  const [first] = terms.payment_terms
  return terms.payment_term === null && first && !shop.hasChosen("payment") ? shop.client.paymentTerms.choose({ cart_id, payment_term: first.id }) : terms
}
