import type { AcceptBody, AskPersonBody, CounterBody, MessageBody, NegotiationStatus, RefuseBody, WithdrawBody } from "../../../src/contract"
import type { NegotiationAnswer, NegotiationListAnswer } from "../answers"
import { command, segment } from "../command"
import type { CommandOptions, RequestOptions } from "../config"
import { watchNegotiation, type WatchOptions } from "../live/watch"
import type { Transport } from "../transport"

/** Query of {@link Negotiations.list}. */
export interface NegotiationListInput {
  readonly status?: NegotiationStatus | readonly NegotiationStatus[] | undefined
  readonly limit?: number | undefined
  readonly offset?: number | undefined
}

/**
 * The buyer's cases. Every command carries the `version` it was made on, has an idempotency key of its own, and answers the case
 * as it is afterwards; `stale_version` means: read it again and decide again.
 */
export class Negotiations {
  constructor(private readonly transport: Transport) {}

  /** `GET /store/negotiations`: newest first. @throws NegotiationError */
  list(query: NegotiationListInput = {}, options: RequestOptions = {}): Promise<NegotiationListAnswer> {
    return this.transport.send("/store/negotiations", { query: { ...query }, ...options })
  }

  /** `GET /store/negotiations/:id` @throws NegotiationError */
  retrieve(id: string, options: RequestOptions = {}): Promise<NegotiationAnswer> {
    return this.transport.send(`/store/negotiations/${segment(id)}`, options)
  }

  /** A new ask. @throws NegotiationError */
  counter(id: string, body: CounterBody, options?: CommandOptions): Promise<NegotiationAnswer> {
    return this.#act(id, "counter", body, options)
  }

  /** Takes an option that stands: the cart the case came from has its quantity and price afterwards. @throws NegotiationError */
  accept(id: string, body: AcceptBody, options?: CommandOptions): Promise<NegotiationAnswer> {
    return this.#act(id, "accept", body, options)
  }

  /** Refuses what stands. @throws NegotiationError */
  refuse(id: string, body: RefuseBody, options?: CommandOptions): Promise<NegotiationAnswer> {
    return this.#act(id, "refuse", body, options)
  }

  /** Wants a person to look at it. @throws NegotiationError */
  askPerson(id: string, body: AskPersonBody, options?: CommandOptions): Promise<NegotiationAnswer> {
    return this.#act(id, "ask-person", body, options)
  }

  /** Takes the request back. @throws NegotiationError */
  withdraw(id: string, body: WithdrawBody, options?: CommandOptions): Promise<NegotiationAnswer> {
    return this.#act(id, "withdraw", body, options)
  }

  /** A word to the seller's people; needs no turn and no version. @throws NegotiationError */
  sendMessage(id: string, body: MessageBody, options?: CommandOptions): Promise<NegotiationAnswer> {
    return this.#act(id, "messages", body, options)
  }

  /** `GET /store/negotiations/:id/pdf`: the offer that stands, or what was agreed, on paper. @throws NegotiationError */
  pdf(id: string, options: RequestOptions = {}): Promise<Blob> {
    return this.transport.read(`/store/negotiations/${segment(id)}/pdf`, options)
  }

  /** Keeps telling how a case stands, by events or by asking now and then. @returns a function that ends it */
  watch(id: string, options: WatchOptions): () => void {
    return watchNegotiation(this.transport, id, options)
  }

  #act(id: string, action: string, body: unknown, options?: CommandOptions): Promise<NegotiationAnswer> {
    return command(this.transport, `/store/negotiations/${segment(id)}/${action}`, body, options)
  }
}
