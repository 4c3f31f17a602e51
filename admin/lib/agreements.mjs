import { asAdmin, asBuyer } from "../../scripts/lib/shop-client.mjs"
import { loginOf, play } from "./cases.mjs"

const ADDRESS = { first_name: "Mette", last_name: "Sommer", address_1: "1 Works Street", city: "Toledo", postal_code: "43604", country_code: "us" }
const PATIENCE_MS = 60_000

/** Buyer whose requests always go to a person. */
const WHO = "mette.sommer"

/** Takes the first option of what stands on a case's table, as the storefront would. @returns the case as its buyer sees it. */
export async function accept(demo, negotiationId, who = WHO) {
  const client = await asBuyer(demo, loginOf(demo, who))
  const { negotiation } = await client.get(`/store/negotiations/${negotiationId}`)
  const { id, version, offer } = negotiation
  return (await client.post(`/store/negotiations/${id}/accept`, { version, offer_id: offer.id, option_id: offer.options[0].id })).negotiation
}

/**
 * An agreement a rep made: asked, countered with what `give` says, accepted.
 *
 * @param {object} demo
 * @param {{ product: number, quantity: number, off?: number, give?: (line: object) => object }} terms `off`: share of the current price.
 * @returns {Promise<{ admin: object, agreement: object, cart_id: string }>} the agreement as the merchant sees it.
 */
export async function agreedByRep(demo, { product, quantity, off = 0.06, give = () => ({}) }) {
  const admin = await asAdmin(demo)
  const asked = await play(demo, { who: WHO, lines: [[product, quantity, off + 0.03]], then: null })
  const { negotiation } = await admin.get(`/admin/negotiations/${asked.id}`)
  const [line] = negotiation.lines
  const unit_price = Math.round(line.current_unit_price * (1 - off) * 100) / 100
  const { line: limits = {}, ...more } = give(line)
  await admin.post(`/admin/negotiations/${asked.id}/counter`, {
    version: negotiation.version, reason_code: "volume_commitment", note: "Made to be looked at.", lines: [{ line_id: line.id, unit_price, quantity, ...limits }], ...more,
  })
  const agreed = await accept(demo, asked.id)
  return { admin, agreement: (await admin.get(`/admin/negotiation-agreements/${agreed.agreement.id}`)).agreement, cart_id: agreed.cart_id }
}

/** Orders a cart of the buyer's as it stands. @returns the order. */
export async function orderCart(demo, cartId, who = WHO) {
  const buyer = loginOf(demo, who)
  const client = await asBuyer(demo, buyer)
  await client.post(`/store/carts/${cartId}`, { email: buyer.email, shipping_address: ADDRESS, billing_address: ADDRESS })
  const { shipping_options: options } = await client.get(`/store/shipping-options?cart_id=${cartId}`)
  await client.post(`/store/carts/${cartId}/shipping-methods`, { option_id: options[0].id })
  const { payment_collection: collection } = await client.post("/store/payment-collections", { cart_id: cartId })
  await client.post(`/store/payment-collections/${collection.id}/payment-sessions`, { provider_id: "pp_system_default" })
  const { order } = await client.post(`/store/carts/${cartId}/complete`)
  return order
}

/** Waits until an agreement is as wanted: what an order does to it is done soon, not at once. @returns it. */
export async function agreementOnce(admin, id, isSo) {
  const until = Date.now() + PATIENCE_MS
  for (;;) {
    const { agreement } = await admin.get(`/admin/negotiation-agreements/${id}`)
    if (isSo(agreement)) return agreement
    if (Date.now() > until) throw new Error(`Agreement ${id} never came to be so: ${JSON.stringify(agreement)}`)
    await new Promise((resolve) => globalThis.setImmediate(resolve))
  }
}

/** An agreement whose one order was placed and cancelled: something for a person to look at. */
export async function flaggedAgreement(demo, terms) {
  const { admin, agreement, cart_id } = await agreedByRep(demo, terms)
  const order = await orderCart(demo, cart_id)
  await agreementOnce(admin, agreement.id, ({ orders }) => orders === 1)
  await admin.post(`/admin/orders/${order.id}/cancel`)
  return { admin, order, agreement: await agreementOnce(admin, agreement.id, ({ flags }) => flags.length > 0) }
}
