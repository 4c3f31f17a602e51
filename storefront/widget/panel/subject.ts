import type { PriceLadder } from "../../client"
import type { CartLine, CartView } from "../case/subject"
import { sum } from "../case/sum"
import type { AskTarget } from "./ask-body"

/** What a price is asked for, with what the buyer should see while asking. */
export interface AskSubject {
  readonly target: AskTarget
  readonly currency_code: string
  readonly title: string
  readonly quantity: number
  readonly ladder: PriceLadder | null
  /** The lines, for a whole cart. */
  readonly lines: readonly CartLine[]
}

/** A line of a cart as something to ask a price for, or the whole cart. Null where there is nothing to ask for. */
export function subjectOf(cart: CartView, lineItemId: string | null, cartTitle: string): AskSubject | null {
  const { id: cart_id, currency_code, lines } = cart
  if (lineItemId === null) {
    if (lines.length === 0) return null
    return { target: { cart_id, line_item_id: null, pays_now: sum(lines) }, currency_code, title: cartTitle, quantity: 1, ladder: null, lines }
  }
  const line = lines.find((each) => each.id === lineItemId)
  if (!line) return null
  const pays_now = line.ladder?.current_unit_price ?? line.unit_price
  return { target: { cart_id, line_item_id: line.id, pays_now }, currency_code, title: line.title, quantity: line.quantity, ladder: line.ladder, lines: [] }
}
