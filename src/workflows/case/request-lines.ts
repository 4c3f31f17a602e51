import { generateEntityId } from "@medusajs/framework/utils"
import { ContractError, MAX_LINES, type PriceRequest } from "../../contract"
import type { LineAsk } from "./decide/check-ask"
import type { WantedLine } from "./facts/gather"
import { productTitle } from "./facts/line-title"
import type { CartLine, CartSnapshot } from "./facts/read-cart"

/** A request's lines, and what is asked for each; no asks where one total is asked for all. */
export interface RequestedLines {
  readonly lines: readonly WantedLine[]
  readonly asks: readonly LineAsk[]
}

function negotiableLine(line: CartLine): CartLine & { readonly variant_id: string } {
  const { id: line_item_id, variant_id } = line
  const refuse = (reason: "gift_card" | "custom_price" | "no_variant"): never => {
    throw new ContractError("not_negotiable", `${productTitle(line)} can't be negotiated`, { line_item_id, reason })
  }
  if (line.is_giftcard) return refuse("gift_card")
  if (line.is_custom_price) return refuse("custom_price")
  return variant_id === null ? refuse("no_variant") : { ...line, variant_id }
}

function wanted(line: CartLine & { readonly variant_id: string }, competingOffer: WantedLine["competing_offer"]): WantedLine {
  return {
    line_id: generateEntityId(undefined, "nline"),
    variant_id: line.variant_id,
    product_id: line.product_id,
    line_item_id: line.id,
    title: productTitle(line),
    sku: line.variant_sku,
    quantity: Number(line.quantity),
    competing_offer: competingOffer,
  }
}

/** Two lines of one variant would get one price row: the buyer puts them together first. */
function requireDistinct(lines: readonly WantedLine[]): void {
  const variants = new Set(lines.map((line) => line.variant_id))
  if (variants.size < lines.length) {
    throw new ContractError("duplicate_line", "Two lines are for the same article: put them together first")
  }
}

function byLine(cart: CartSnapshot, body: PriceRequest): RequestedLines {
  const asked = body.lines ?? []
  const ids = new Set(asked.map((line) => line.line_item_id))
  if (ids.size < asked.length) throw new ContractError("duplicate_line", "A line is asked for twice")
  const asks: LineAsk[] = []
  const lines = asked.map((line) => {
    const item = cart.items.find((each) => each.id === line.line_item_id)
    if (!item) throw new ContractError("unknown_line", "A line is not in this cart", { line_item_id: line.line_item_id })
    const found = wanted(negotiableLine(item), line.competing_offer ?? null)
    asks.push({ line_id: found.line_id, unit_price: line.target_unit_price, quantity: line.quantity ?? found.quantity })
    return found
  })
  return { lines, asks }
}

function wholeCart(cart: CartSnapshot): RequestedLines {
  if (cart.items.length > MAX_LINES) {
    throw new ContractError("too_many_lines", `At most ${MAX_LINES} lines can be negotiated at once`)
  }
  return { lines: cart.items.map((item) => wanted(negotiableLine(item), null)), asks: [] }
}

/**
 * Matches a request with the cart it is about.
 * @throws ContractError `cart_completed`, `empty_cart`, `duplicate_line`, `unknown_line`, `too_many_lines`; `not_negotiable` with
 * `details.reason` `gift_card`, `custom_price` or `no_variant`
 */
export function requestedLines(cart: CartSnapshot, body: PriceRequest): RequestedLines {
  if (cart.completed_at !== null) throw new ContractError("cart_completed", "This cart has been ordered already")
  if (cart.items.length === 0) throw new ContractError("empty_cart", "This cart is empty")
  const requested = body.lines ? byLine(cart, body) : wholeCart(cart)
  requireDistinct(requested.lines)
  return requested
}
