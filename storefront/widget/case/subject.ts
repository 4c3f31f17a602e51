import type { PriceLadder } from "../../../src/contract"
import type { NegotiationClient } from "../../client"
import { difference, sum } from "./sum"

/** A line of a cart as the widget shows it: the core's words for it, the plugin's figures. */
export interface CartLine {
  readonly id: string
  readonly variant_id: string | null
  readonly title: string
  readonly detail: string
  readonly thumbnail: string | null
  readonly quantity: number
  readonly unit_price: number
  readonly compare_at_unit_price: number | null
  /** Null where the plugin says nothing about it: no article of the catalogue, or nobody logged in. */
  readonly ladder: PriceLadder | null
}

/** A cart as the widget shows it. */
export interface CartView {
  readonly id: string
  readonly region_id: string | null
  readonly currency_code: string
  /** Taken off the lines' prices: what was agreed beside a price, and other promotions. */
  readonly discount: number
  /** What the goods come to, with the discount taken off; with tax in it where the lines' prices have it. */
  readonly total: number
  readonly is_tax_inclusive: boolean
  readonly completed: boolean
  readonly lines: readonly CartLine[]
}

/** A line as the core tells it, as far as the widget reads it. */
export interface CoreItem {
  readonly id: string
  readonly variant_id: string | null
  readonly product_title: string | null
  readonly title: string
  readonly variant_title: string | null
  readonly variant_sku: string | null
  readonly thumbnail: string | null
  readonly quantity: number
  readonly unit_price: number
  readonly compare_at_unit_price: number | null
  readonly is_tax_inclusive?: boolean
}

/** A cart as the core tells it, as far as the widget reads it. */
export interface CoreCart {
  readonly id: string
  readonly region_id: string | null
  readonly currency_code: string
  readonly item_subtotal: number
  /** After discounts, tax included. Left out of an empty cart. */
  readonly item_total?: number
  readonly item_tax_total?: number
  readonly completed_at: string | null
  readonly items: readonly CoreItem[]
}

function lineOf(item: CoreItem, ladders: readonly PriceLadder[]): CartLine {
  const { id, variant_id, thumbnail, quantity, unit_price } = item
  const title = item.product_title ?? item.title
  const detail = [item.variant_sku, item.variant_title].find((each) => each && each !== title) ?? ""
  const compared = item.compare_at_unit_price !== null && item.compare_at_unit_price > unit_price ? item.compare_at_unit_price : null
  const ladder = ladders.find((each) => each.line_item_id === id) ?? null
  return { id, variant_id, title, detail, thumbnail, quantity: Number(quantity), unit_price: Number(unit_price), compare_at_unit_price: compared, ladder }
}

/** What a cart's goods come to, in the terms of its lines: with tax where every line has it in its price, else net. */
export function totalsOf(cart: Pick<CoreCart, "item_subtotal" | "item_total" | "item_tax_total" | "items">): Pick<CartView, "discount" | "total" | "is_tax_inclusive"> {
  const is_tax_inclusive = cart.items.length > 0 && cart.items.every((item) => item.is_tax_inclusive === true)
  // What comes off the freight is no matter of the goods.
  const gross = Number(cart.item_total ?? 0)
  const total = is_tax_inclusive ? difference(gross, 0) : difference(gross, Number(cart.item_tax_total ?? 0))
  const before = is_tax_inclusive ? sum(cart.items.map((item) => ({ unit_price: Number(item.unit_price), quantity: Number(item.quantity) }))) : Number(cart.item_subtotal)
  return { discount: difference(before, total), total, is_tax_inclusive }
}

/** Reads a cart and what is to be said of its prices. @throws NegotiationError */
export async function readCart(client: NegotiationClient, cartId: string, signal?: AbortSignal): Promise<CartView> {
  const [{ cart }, { ladders }] = await Promise.all([
    client.fetch<{ cart: CoreCart }>(`/store/carts/${encodeURIComponent(cartId)}`, { signal }),
    client.priceLadders.list({ cart_id: cartId }, { signal }),
  ])
  const lines = [...cart.items].map((item) => lineOf(item, ladders))
  return { id: cart.id, region_id: cart.region_id, currency_code: cart.currency_code, ...totalsOf(cart), completed: cart.completed_at !== null, lines }
}
