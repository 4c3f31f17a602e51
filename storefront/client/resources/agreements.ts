import type { AgreementStatus, ApplyAgreementBody } from "../../../src/contract"
import type { AgreementListAnswer, AppliedAgreementAnswer } from "../answers"
import { command, segment } from "../command"
import type { CommandOptions, RequestOptions } from "../config"
import type { Transport } from "../transport"

/** Query of {@link Agreements.list}. */
export interface AgreementListInput {
  readonly status?: AgreementStatus | readonly AgreementStatus[] | undefined
  readonly limit?: number | undefined
  readonly offset?: number | undefined
}

/** What the buyer's company has agreed. */
export class Agreements {
  constructor(private readonly transport: Transport) {}

  /** `GET /store/agreements`: newest first. @throws NegotiationError */
  list(query: AgreementListInput = {}, options: RequestOptions = {}): Promise<AgreementListAnswer> {
    return this.transport.send("/store/agreements", { query: { ...query }, ...options })
  }

  /**
   * Brings the agreed quantities and prices into a cart, or into a new one where none is named. Into the same cart twice changes
   * nothing. Each call makes a new cart; what had to be sent again, with its key, makes one.
   *
   * @throws NegotiationError
   */
  apply(id: string, body: ApplyAgreementBody = {}, options: CommandOptions = {}): Promise<AppliedAgreementAnswer> {
    return command(this.transport, `/store/agreements/${segment(id)}/apply`, body, options)
  }
}
