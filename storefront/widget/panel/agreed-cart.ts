import type { NegotiationClient, StoreAgreement, StoreNegotiation } from "../../client"
import { readCart, type CartView } from "../case/subject"

/** How a cart stands to what was agreed: not known (yet, or not of this buyer), as agreed, or otherwise. */
export type CartMatch = "unknown" | "as_agreed" | "differs"

/** What following a cart needs of the panel it happens in. */
export interface AgreedCartHost {
  readonly api: NegotiationClient | null
  requestUpdate(): void
  tell(name: string, detail: unknown): boolean
  /** Told what went wrong, and how to try it again. */
  failed(error: unknown, again: () => void): void
}

/** Whether a cart has every agreed article in a quantity its price holds for. */
export function matchOf({ lines, completed }: Pick<CartView, "lines" | "completed">, agreement: Pick<StoreAgreement, "lines" | "status">): CartMatch {
  if (completed || agreement.status !== "active") return "unknown"
  const has = ({ variant_id, min_quantity, unit_price }: StoreAgreement["lines"][number]): boolean =>
    lines.some((line) => line.variant_id === variant_id && line.quantity >= min_quantity && line.unit_price <= unit_price)
  return agreement.lines.every(has) ? "as_agreed" : "differs"
}

/** The cart a case came from, beside what was agreed: whether it has it, and the tap that brings it in. */
export class AgreedCart {
  match: CartMatch = "unknown"
  /** The agreement is on its way into the cart. */
  busy = false
  /** What shipping options are called, by id. */
  deliveries: ReadonlyMap<string, string> = new Map()
  /** Days a payment term gives, by id; 0 for paying before delivery. */
  terms: ReadonlyMap<string, number> = new Map()
  #known = ""

  constructor(private readonly host: AgreedCartHost) {}

  /** Looks at the cart once a case is agreed, and again once the case has moved. */
  follow(negotiation: StoreNegotiation | null): void {
    const known = negotiation?.status === "agreed" ? `${negotiation.id}:${negotiation.version}` : ""
    if (known === this.#known) return
    this.#known = known
    this.match = "unknown"
    if (negotiation && known) void this.look(negotiation)
  }

  /** Looks at the cart as it is now. Where it can't be read, nothing is said of it. */
  async look({ cart_id, agreement }: StoreNegotiation): Promise<void> {
    const client = this.host.api
    if (!client || cart_id === null || !agreement) return
    const [cart] = await Promise.all([readCart(client, cart_id).catch(() => null), this.#learnNames(client, cart_id, agreement)])
    this.match = cart ? matchOf(cart, agreement) : "unknown"
    this.host.requestUpdate()
  }

  /** Brings the agreed quantities into the cart. */
  async apply(negotiation: StoreNegotiation): Promise<void> {
    const { api } = this.host
    const { cart_id, agreement } = negotiation
    if (this.busy || !api || cart_id === null || !agreement) return
    this.busy = true
    this.host.requestUpdate()
    try {
      await api.agreements.apply(agreement.id, { cart_id })
      this.host.tell("negotiation-cart-changed", { cart_id })
      await this.look(negotiation)
    } catch (error) {
      this.host.failed(error, () => void this.apply(negotiation))
    }
    this.busy = false
    this.host.requestUpdate()
  }

  /** What deliveries and terms are called. Without it they go without a name. */
  async #learnNames(client: NegotiationClient, cart_id: string, { concessions }: StoreAgreement): Promise<void> {
    const about = (kind: string): boolean => concessions.some((each) => each.kind === kind)
    const [options, terms] = await Promise.all([
      about("freight") ? client.fetch<{ shipping_options: readonly { id: string; name: string }[] }>("/store/shipping-options", { query: { cart_id } }).catch(() => null) : null,
      about("payment_term") ? client.paymentTerms.retrieve({ cart_id }).catch(() => null) : null,
    ])
    if (options) this.deliveries = new Map(options.shipping_options.map(({ id, name }) => [id, name]))
    if (terms) this.terms = new Map(terms.payment_terms.map(({ id, days }) => [id, days]))
  }
}
