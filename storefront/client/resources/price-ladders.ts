import type { PriceLaddersAnswer } from "../answers"
import type { RequestOptions } from "../config"
import type { Transport } from "../transport"

/** A cart's lines, or one variant in a region. */
export type PriceLaddersInput =
  | { readonly cart_id: string }
  | { readonly variant_id: string; readonly region_id: string; readonly quantity?: number | undefined }

/** What the buyer pays now, paid last, and the steps shown before anyone asks. */
export class PriceLadders {
  constructor(private readonly transport: Transport) {}

  /** `GET /store/price-ladders` @throws NegotiationError */
  list(query: PriceLaddersInput, options: RequestOptions = {}): Promise<PriceLaddersAnswer> {
    return this.transport.send("/store/price-ladders", { query, ...options })
  }
}
