import type { BehaviourEvent } from "../answers"
import { command } from "../command"
import type { CommandOptions } from "../config"
import type { Transport } from "../transport"

/** What buyers did with what they were shown, for the merchant's tracking. */
export class Behaviour {
  constructor(private readonly transport: Transport) {}

  /** `POST /store/negotiation-events` @throws NegotiationError; 404 where the store tracks nothing */
  record(event: BehaviourEvent, options?: CommandOptions): Promise<unknown> {
    return command(this.transport, "/store/negotiation-events", event, options)
  }
}
