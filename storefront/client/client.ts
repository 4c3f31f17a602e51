import type { NegotiationClientConfig } from "./config"
import { Agreements } from "./resources/agreements"
import { Behaviour } from "./resources/behaviour"
import { Files } from "./resources/files"
import { Negotiations } from "./resources/negotiations"
import { PaymentTerms } from "./resources/payment-terms"
import { PriceLadders } from "./resources/price-ladders"
import { PriceRequests } from "./resources/price-requests"
import { Transport, type TransportRequest } from "./transport"

/**
 * The store's negotiation routes, typed, for browsers and Node 20. In the manner of `@medusajs/js-sdk`, beside which it works:
 *
 * ```ts
 * const negotiation = new NegotiationClient({ baseUrl, publishableKey, token: () => sdk.client.getToken() })
 * const { negotiation: asked } = await negotiation.priceRequests.create({ cart_id, lines: [{ line_item_id, target_unit_price: 110 }] })
 * ```
 *
 * @remarks Every method throws a `NegotiationError`; where its `signal` is aborted, the signal's reason.
 */
export class NegotiationClient {
  readonly priceLadders: PriceLadders
  readonly priceRequests: PriceRequests
  readonly negotiations: Negotiations
  readonly agreements: Agreements
  readonly paymentTerms: PaymentTerms
  readonly files: Files
  readonly behaviour: Behaviour
  readonly #transport: Transport

  constructor(readonly config: NegotiationClientConfig) {
    this.#transport = new Transport(config)
    this.priceLadders = new PriceLadders(this.#transport)
    this.priceRequests = new PriceRequests(this.#transport)
    this.negotiations = new Negotiations(this.#transport)
    this.agreements = new Agreements(this.#transport)
    this.paymentTerms = new PaymentTerms(this.#transport)
    this.files = new Files(this.#transport)
    this.behaviour = new Behaviour(this.#transport)
  }

  /**
   * Any other route of the store with the same login, errors and patience.
   * What is lost is sent again: only for requests that may arrive twice.
   */
  fetch<Answer>(path: string, request?: TransportRequest): Promise<Answer> {
    return this.#transport.send<Answer>(path, request)
  }
}
