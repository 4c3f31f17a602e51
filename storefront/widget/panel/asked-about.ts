import type { NegotiationClient } from "../../client"
import { readCart } from "../case/subject"
import { subjectOf, type AskSubject } from "./subject"

/** What reading needs of the panel it happens in. */
export interface AskedAboutHost {
  readonly api: NegotiationClient | null
  requestUpdate(): void
  /** Told what went wrong, and how to try it again. */
  failed(error: unknown, again: () => void): void
}

/** What a panel that names its cart asks about: read from that cart, anew whenever another line is named. */
export class AskedAbout {
  subject: AskSubject | null = null
  /** The cart was read, and what was named is not in it. */
  gone = false
  #reading = new AbortController()

  constructor(private readonly host: AskedAboutHost) {}

  /** Forgets what was read, and what is still on its way. */
  forget(): void {
    this.#reading.abort()
    this.subject = null
    this.gone = false
  }

  /** Reads what stands in the cart. @param lineItemId null for the whole cart */
  async read(cartId: string, lineItemId: string | null): Promise<void> {
    const client = this.host.api
    this.forget()
    if (!client) return
    this.#reading = new AbortController()
    const { signal } = this.#reading
    try {
      this.subject = subjectOf(await readCart(client, cartId, signal), lineItemId)
      this.gone = this.subject === null
      this.host.requestUpdate()
    } catch (error) {
      if (!signal.aborted) this.host.failed(error, () => void this.read(cartId, lineItemId))
    }
  }
}
