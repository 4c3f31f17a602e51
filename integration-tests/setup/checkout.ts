import type { Answered, Client } from "./client"
import type { Ground } from "./shop"

const ADDRESSES = {
  usd: { first_name: "A", last_name: "B", address_1: "1 Works Street", city: "Toledo", postal_code: "43604", country_code: "us" },
  eur: { first_name: "A", last_name: "B", address_1: "Werkstraße 1", city: "Hamburg", postal_code: "20095", country_code: "de" },
  gbp: { first_name: "A", last_name: "B", address_1: "1 Works Street", city: "Leeds", postal_code: "LS1 1AA", country_code: "gb" },
}

/** Brings a cart to the point where only completing is left: address, delivery, payment session. */
export async function prepareCheckout(who: Client, ground: Ground, cartId: string, email: string, currency: keyof typeof ADDRESSES = "usd"): Promise<void> {
  const address = ADDRESSES[currency]
  const asked = async (answer: Promise<Answered>) => {
    const { status, data } = await answer
    if (status >= 300) throw new Error(`Checkout stopped: ${status} ${JSON.stringify(data)}`)
    return data
  }
  await asked(who.post(`/store/carts/${cartId}`, { email, shipping_address: address, billing_address: address }))
  await asked(who.post(`/store/carts/${cartId}/shipping-methods`, { option_id: ground.shipping_option_id }))
  const { payment_collection } = await asked(who.post("/store/payment-collections", { cart_id: cartId }))
  await asked(who.post(`/store/payment-collections/${payment_collection.id}/payment-sessions`, { provider_id: "pp_system_default" }))
}

/** Completes a prepared cart. @returns the store's answer: an order, or why there is none. */
export function complete(who: Client, cartId: string): Promise<Answered> {
  return who.post(`/store/carts/${cartId}/complete`)
}
