import { storeNegotiationSchema, type StoreNegotiation } from "../../../src/contract"
import type { Answered, Client } from "../../setup/client"

/** The negotiation of an answer, checked against the contract: an unknown field fails, so nothing internal can leak. */
export function negotiationOf(answer: Answered, status: number): StoreNegotiation {
  if (answer.status !== status) throw new Error(`Expected ${status}, got ${answer.status}: ${JSON.stringify(answer.data)}`)
  return storeNegotiationSchema.parse(answer.data.negotiation)
}

/** Asks for a price on the first line of a cart. */
export async function askFirst(
  who: Client,
  cart: { id: string; items: { id: string }[] },
  target_unit_price: number,
  more: Record<string, unknown> = {}
): Promise<StoreNegotiation> {
  const lines = [{ line_item_id: cart.items[0]?.id, target_unit_price, ...more }]
  return negotiationOf(await who.post("/store/price-requests", { cart_id: cart.id, lines }), 201)
}

/** The option of a kind on the standing offer. */
export function optionOf(negotiation: StoreNegotiation, kind: string) {
  const option = negotiation.offer?.options.find((each) => each.kind === kind)
  if (!option) throw new Error(`No ${kind} option: ${JSON.stringify(negotiation.offer)}`)
  return option
}

/** Accepts an option of the standing offer. */
export async function acceptOption(who: Client, negotiation: StoreNegotiation, kind: string): Promise<StoreNegotiation> {
  const body = { version: negotiation.version, offer_id: negotiation.offer?.id, option_id: optionOf(negotiation, kind).id }
  return negotiationOf(await who.post(`/store/negotiations/${negotiation.id}/accept`, body), 200)
}
