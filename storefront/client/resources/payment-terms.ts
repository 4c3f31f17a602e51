import type { ChoosePaymentTermBody, PaymentTermsAnswer } from "../../../src/contract"
import { command } from "../command"
import type { CommandOptions, RequestOptions } from "../config"
import type { Transport } from "../transport"

/** Ways to pay that the buyer has agreed on for a cart, and the chosen one. */
export class PaymentTerms {
  constructor(private readonly transport: Transport) {}

  /** `GET /store/payment-terms` @throws NegotiationError */
  retrieve(query: { readonly cart_id: string }, options: RequestOptions = {}): Promise<PaymentTermsAnswer> {
    return this.transport.send("/store/payment-terms", { query, ...options })
  }

  /** `POST /store/payment-terms`; choosing twice changes nothing. @throws NegotiationError */
  choose(body: ChoosePaymentTermBody, options: CommandOptions = {}): Promise<PaymentTermsAnswer> {
    return command(this.transport, "/store/payment-terms", body, options)
  }
}
