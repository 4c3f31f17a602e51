import type { PriceLadder } from "../../client"
import type { CartLine, CartView } from "../case/subject"
import { sum } from "../case/sum"
import type { AskTarget } from "./ask-body"

/** What a price is asked for, with what the buyer should see while asking. */
export interface AskSubject {
  readonly target: AskTarget
  readonly currency_code: string
  readonly is_tax_inclusive: boolean
  /** Empty for a whole cart. */
  readonly title: string
  readonly quantity: number
  readonly ladder: PriceLadder | null
  /** The lines, for a whole cart. */
  readonly lines: readonly CartLine[]
}

/** What keeps a cart from being asked for as one: the article, and why. */
export interface Hindrance {
  readonly title: string
  readonly why: "whole_cart_fixed" | "whole_cart_twice"
}

/** The first line that can't be part of an ask for the whole cart: its price is fixed, or its article is in another line too. */
export function hindranceOf(lines: readonly CartLine[]): Hindrance | null {
  const fixed = lines.find((line) => !line.ladder?.negotiable)
  if (fixed) return { title: fixed.title, why: "whole_cart_fixed" }
  const twice = lines.find((line, index) => lines.findIndex((other) => other.variant_id === line.variant_id) < index)
  return twice ? { title: twice.title, why: "whole_cart_twice" } : null
}

/** A line of a cart as something to ask a price for, or the whole cart. Null where there is nothing to ask for. */
export function subjectOf(cart: CartView, lineItemId: string | null): AskSubject | null {
  const { id: cart_id, currency_code, is_tax_inclusive, lines } = cart
  if (lineItemId === null) {
    if (lines.length === 0) return null
    return { target: { cart_id, line_item_id: null, pays_now: sum(lines) }, currency_code, is_tax_inclusive, title: "", quantity: 1, ladder: null, lines }
  }
  const line = lines.find((each) => each.id === lineItemId)
  if (!line) return null
  const pays_now = line.ladder?.current_unit_price ?? line.unit_price
  return { target: { cart_id, line_item_id: line.id, pays_now }, currency_code, is_tax_inclusive: line.ladder?.is_tax_inclusive ?? is_tax_inclusive, title: line.title, quantity: line.quantity, ladder: line.ladder, lines: [] }
}
