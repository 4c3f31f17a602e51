import { asAdmin, asBuyer, startAfresh } from "../../scripts/lib/shop-client.mjs"

/** Strategic buyers: a person decides all their cases, so demo.json does not offer them to play with. */
const REVIEWED = { email: "mette.sommer@fjord-rail.example.com", password: "buyer-demo", company: "Fjord Rail Maintenance" }

/**
 * What the demo's buyers ask, and how far each case goes. `lines`: product (by its place in demo.json), pieces, the share
 * of the price they want off. `then`: what the buyer does with the answer.
 */
export const ASKS = [
  { who: "ingrid.olsen", lines: [[0, 400, 0.14]], then: "refuse", competitor: "Ruhr Fluidtechnik", message: "We plan the same quantity every quarter. What can you do?", context: { purpose: "Press line refit", annual_volume: 1_600, needed_by: inDays(40) } },
  { who: "marcus.webb", lines: [[7, 600, 0.12], [5, 900, 0.1], [8, 400, 0.08], [9, 2_000, 0.1]], then: "ask-person", message: "All four together, delivered to Duluth." },
  { who: "ruth.calloway", lines: [[20, 250, 0.1]], then: "ask-person", competitor: "Tidewater Pneumatics", message: "Harbour tender closes on Friday.", context: { purpose: "Ferry refit", annual_volume: 900, needed_by: inDays(30) } },
  { who: "mette.sommer", lines: [[16, 1_200, 0.11]], then: null, competitor: "Nordbolt", context: { purpose: "Track maintenance 2027", annual_volume: 5_000 } },
  { who: "luis.ortega", lines: [[11, 300, 0.09]], then: "refuse" },
  { who: "paula.grant", lines: [[21, 350, 0.12]], then: "ask-person", message: "Could a person look at this?" },
  { who: "tom.reyes", lines: [[17, 500, 0.1]], then: null, competitor: "Harbour Hydraulics" },
  { who: "dev.anand", lines: [[18, 450, 0.08]], then: null },
  { who: "tom.reyes", lines: [[3, 700, 0.12]], then: "accept" },
  { who: "marcus.webb", lines: [[12, 800, 0.1]], then: "accept" },
  { who: "dev.anand", lines: [[2, 900, 0.1]], then: "withdraw" },
]

function inDays(days) {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
}

/** The login of a buyer of the demo, by the part of the e-mail before the sign. */
export function loginOf(demo, who) {
  const buyer = [...demo.buyers, REVIEWED].find(({ email }) => email.startsWith(`${who}@`))
  if (!buyer) throw new Error(`The demo store has no buyer ${who}`)
  return buyer
}

/** The region to shop in: the demo's own, or the one of a country. */
async function regionOf(client, demo, country) {
  if (country === undefined) return demo.region_id
  const { regions } = await client.get("/store/regions")
  const region = regions.find(({ countries }) => countries.some(({ iso_2 }) => iso_2 === country))
  if (!region) throw new Error(`The demo store sells nothing to ${country}`)
  return region.id
}

/** A buyer's next step on the answer to their request. */
async function goOn(client, negotiation, step) {
  const { id, version, offer, allowed_actions: allowed } = negotiation
  if (step === "accept" && offer) {
    return (await client.post(`/store/negotiations/${id}/accept`, { version, offer_id: offer.id, option_id: offer.options[0].id })).negotiation
  }
  if (step === "refuse" && allowed.includes("refuse")) return (await client.post(`/store/negotiations/${id}/refuse`, { version, reason_code: "price_too_high" })).negotiation
  if (step === "ask-person" && allowed.includes("ask_person")) return (await client.post(`/store/negotiations/${id}/ask-person`, { version })).negotiation
  if (step === "withdraw" && allowed.includes("withdraw")) return (await client.post(`/store/negotiations/${id}/withdraw`, { version })).negotiation
  return negotiation
}

/**
 * Plays one of the asks over HTTP, as the storefront would.
 *
 * @returns the case as the buyer sees it afterwards.
 */
export async function play(demo, ask, { country } = {}) {
  const client = await asBuyer(demo, loginOf(demo, ask.who))
  const { cart: empty } = await client.post("/store/carts", { region_id: await regionOf(client, demo, country) })
  let cart = empty
  for (const [product, quantity] of ask.lines) {
    const { variant_id } = demo.products[product % demo.products.length]
    cart = (await client.post(`/store/carts/${cart.id}/line-items`, { variant_id, quantity })).cart
  }
  const lines = ask.lines.map(([product, quantity, off]) => {
    const { variant_id } = demo.products[product % demo.products.length]
    const item = cart.items.find((candidate) => candidate.variant_id === variant_id)
    const target = Math.round(item.unit_price * (1 - off) * 100) / 100
    const rival = ask.competitor ? { competing_offer: { competitor: ask.competitor, unit_price: target, quantity } } : {}
    return { line_item_id: item.id, target_unit_price: target, ...rival }
  })
  const body = { cart_id: cart.id, lines, ...(ask.message ? { message: ask.message } : {}), ...(ask.context ? { context: ask.context } : {}) }
  const { negotiation } = await client.post("/store/price-requests", body)
  return goOn(client, negotiation, ask.then)
}

/**
 * A case in the rep's queue, made for a journey. Fjord's requests always go to a person; starting afresh first makes the
 * journey repeatable, since a declined ask would cool down for a day.
 *
 * @returns the case as the merchant sees it.
 */
export async function freshReviewedCase(demo, product, quantity = 300) {
  const admin = await asAdmin(demo)
  await startAfresh(admin, REVIEWED.company, "A journey through the dashboard begins.")
  const { id } = await play(demo, { who: "mette.sommer", lines: [[product, quantity, 0.08]], then: null })
  return { admin, negotiation: (await admin.get(`/admin/negotiations/${id}`)).negotiation }
}
