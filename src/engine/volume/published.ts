import type { CaseFacts, LineFacts, LineMemory } from "../types"
import type { CompiledPolicy } from "../policy/compiled"
import { ownPriceAt } from "../price/own-price"
import { ladder } from "./ladder"

/** A line as its ladder is published: before anybody asks, so without what an ask brings along, and alike for all. */
export function asPublished(line: LineFacts): LineFacts {
  return { ...line, quantity: line.quantity_in_cart ?? line.quantity, competing_unit_price: null, jitter: 0 }
}

/**
 * The price of the published step that an ask meets, in units: the one for as many pieces or fewer than asked for, where its
 * price is no more than the ask. Null where nothing is published, or the ask meets none. What is published to who holds so many
 * pieces is a promise to them: asked for at its own quantity and price, with the cart it was published for, it is agreed to. It is for
 * more pieces than the cart has; who put them in before asking is told of further ones.
 */
export function publishedPrice(
  policy: CompiledPolicy,
  facts: CaseFacts,
  line: LineFacts,
  memory: LineMemory,
  ask: { readonly quantity: number; readonly unitPrice: number }
): number | null {
  if (policy.initiation !== "threshold" || ask.quantity <= (line.quantity_in_cart ?? line.quantity)) return null
  const shown = asPublished(line)
  const step = ladder(policy, { ...facts, annual_volume: null }, shown, memory).filter(({ min_quantity }) => min_quantity <= ask.quantity).at(-1)
  if (step === undefined || step.unit_price > ask.unitPrice) return null
  return step.unit_price < ownPriceAt(line.own_prices, ask.quantity) ? step.unit_price : null
}
