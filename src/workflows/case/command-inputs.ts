import type { IdempotencyDraft } from "../../modules/negotiation/case-types"

/** A buyer's command on a case of theirs. */
export interface BuyerInput<Body> {
  readonly id: string
  readonly customer_id: string
  readonly body: Body
  /** The key the request came with, or null. */
  readonly idempotency: IdempotencyDraft | null
}

/** A command of one of the seller's people. */
export interface SellerInput<Body> {
  readonly id: string
  readonly actor_id: string
  readonly body: Body
}
