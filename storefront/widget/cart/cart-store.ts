import type { ReactiveController } from "lit"
import { isNegotiationError, type NegotiationError, type StoreNegotiation } from "../../client"
import type { NegotiationElement } from "../base/element"
import { problemOf } from "../base/problem-words"
import { readCart, type CartLine, type CartView } from "../case/subject"

/** Where something is still to be decided. */
const OPEN: StoreNegotiation["status"][] = ["in_review", "awaiting_buyer"]

/** A cart of an element with what is negotiated about it. */
export class CartStore implements ReactiveController {
  cart: CartView | null = null
  negotiations: readonly StoreNegotiation[] = []
  problem: NegotiationError | null = null
  /** Line whose quantity is being changed, or that is being taken out. */
  changing: string | null = null
  /** The line and quantity that could not be had. */
  refused: { readonly lineId: string; readonly quantity: number } | null = null
  #reading = new AbortController()

  constructor(private readonly host: NegotiationElement) {
    host.addController(this)
  }

  hostDisconnected(): void {
    this.#reading.abort()
  }

  /** Reads the cart anew; what is shown of it stays until the answer is there, what is shown of another does not. */
  async read(cartId: string): Promise<void> {
    const client = this.host.api
    this.#reading.abort()
    this.#reading = new AbortController()
    const { signal } = this.#reading
    if (this.cart?.id !== cartId) this.#empty()
    if (!client || !cartId) return
    try {
      const [cart, { negotiations }] = await Promise.all([
        readCart(client, cartId, signal),
        client.negotiations.list({ status: OPEN, limit: 100 }, { signal }),
      ])
      this.cart = cart
      this.negotiations = negotiations.filter((each) => each.cart_id === cartId)
      this.problem = null
      this.refused = null
    } catch (error) {
      if (signal.aborted) return
      this.#fail(error)
    }
    this.host.requestUpdate()
  }

  /**
   * Changes how many pieces of a line are bought, 0 to take it out; what the cart says then is read anew.
   *
   * @returns whether the cart has it so now
   */
  async setQuantity(lineId: string, quantity: number): Promise<boolean> {
    const { cart, host } = this
    const client = host.api
    if (!client || !cart || this.changing) return false
    this.changing = lineId
    this.refused = null
    host.requestUpdate()
    let done = false
    try {
      // Twice comes to the same as once: it may be sent again.
      const path = `/store/carts/${encodeURIComponent(cart.id)}/line-items/${encodeURIComponent(lineId)}`
      await client.fetch(path, quantity > 0 ? { method: "POST", body: { quantity } } : { method: "DELETE" })
      done = true
      await this.read(cart.id)
      host.tell("negotiation-cart-changed", { cart_id: cart.id })
    } catch (error) {
      this.#fail(error)
      if (isNegotiationError(error, "insufficient_inventory")) this.refused = { lineId, quantity }
    }
    this.changing = null
    host.requestUpdate()
    return done
  }

  /** Takes in an open case as the panel shows it: who closes the panel sees it in the cart, however long reading that anew takes. */
  hear(negotiation: StoreNegotiation): void {
    const { id, cart_id, status } = negotiation
    if (cart_id !== this.cart?.id || !OPEN.some((each) => each === status)) return
    this.negotiations = [negotiation, ...this.negotiations.filter((each) => each.id !== id)]
    this.host.requestUpdate()
  }

  /** The lines of the cart that a case is about: those asked about; for one that was taken out and put back the largest of its article, as the store has it. */
  linesOf({ lines }: StoreNegotiation): CartLine[] {
    const inCart = this.cart?.lines ?? []
    return lines.flatMap(({ line_item_id, variant_id }) => {
      const same = inCart.find(({ id }) => id === line_item_id)
      return same ?? inCart.filter((line) => line.variant_id === variant_id).sort((left, right) => right.quantity - left.quantity)[0] ?? []
    })
  }

  /** The open case about a line; null for none. */
  caseOf(lineId: string): StoreNegotiation | null {
    return this.negotiations.find((each) => this.linesOf(each).some(({ id }) => id === lineId)) ?? null
  }

  /** Open cases none of whose articles is in the cart any more. */
  get leftOut(): StoreNegotiation[] {
    return this.negotiations.filter((each) => this.linesOf(each).length === 0)
  }

  #fail(error: unknown): void {
    const problem = problemOf(error)
    if (problem.status === 401) this.#empty()
    this.problem = problem
  }

  /** Prices and offers are one buyer's, and nobody else's. */
  #empty(): void {
    this.cart = null
    this.negotiations = []
    this.problem = null
    this.host.requestUpdate()
  }
}
