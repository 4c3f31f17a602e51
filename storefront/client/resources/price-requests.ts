import type { PriceRequest } from "../../../src/contract"
import type { NegotiationAnswer } from "../answers"
import { command } from "../command"
import type { CommandOptions } from "../config"
import type { Transport } from "../transport"

/** Asking for better prices in a cart. */
export class PriceRequests {
  constructor(private readonly transport: Transport) {}

  /** `POST /store/price-requests`: the answer is there at once. @throws NegotiationError */
  create(body: PriceRequest, options?: CommandOptions): Promise<NegotiationAnswer> {
    return command(this.transport, "/store/price-requests", body, options)
  }
}
