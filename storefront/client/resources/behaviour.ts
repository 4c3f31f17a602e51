import type { BehaviourAnswer, BehaviourEventBody } from "../../../src/contract"
import { command } from "../command"
import type { CommandOptions } from "../config"
import type { Transport } from "../transport"

/** What buyers did with what they were shown, for the merchant's tracking. */
export class Behaviour {
  constructor(private readonly transport: Transport) {}

  /** `POST /store/negotiation-events` @throws NegotiationError */
  record(event: BehaviourEventBody, options?: CommandOptions): Promise<BehaviourAnswer> {
    return command(this.transport, "/store/negotiation-events", event, options)
  }
}
