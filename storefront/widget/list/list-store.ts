import type { ReactiveController } from "lit"
import { isNegotiationError, NegotiationError, type StoreAgreement, type StoreNegotiation } from "../../client"
import type { NegotiationElement } from "../base/element"

const PAGE = 20

/** A list as far as it is read. */
interface Read<Item> {
  readonly items: readonly Item[]
  readonly count: number
}

/** A buyer's negotiations and agreements, page by page. */
export class ListStore implements ReactiveController {
  negotiations: Read<StoreNegotiation> | null = null
  agreements: Read<StoreAgreement> | null = null
  problem: NegotiationError | null = null
  /** The agreement being ordered again, and the one that was. */
  ordering: string | null = null
  ordered: string | null = null

  constructor(private readonly host: NegotiationElement) {
    host.addController(this)
  }

  hostDisconnected(): void {
    // Nothing runs on: answers that still come are kept for the next time.
  }

  /** Reads both lists from their beginning. */
  async read(): Promise<void> {
    await this.#attempt(async (client) => {
      const [negotiations, agreements] = await Promise.all([client.negotiations.list({ limit: PAGE }), client.agreements.list({ limit: PAGE })])
      this.negotiations = { items: negotiations.negotiations, count: negotiations.count }
      this.agreements = { items: agreements.agreements, count: agreements.count }
    })
  }

  /** Reads the next page of a list. */
  async more(list: "negotiations" | "agreements"): Promise<void> {
    await this.#attempt(async (client) => {
      const offset = this[list]?.items.length ?? 0
      if (list === "negotiations") {
        const next = await client.negotiations.list({ limit: PAGE, offset })
        this.negotiations = { items: [...(this.negotiations?.items ?? []), ...next.negotiations], count: next.count }
      } else {
        const next = await client.agreements.list({ limit: PAGE, offset })
        this.agreements = { items: [...(this.agreements?.items ?? []), ...next.agreements], count: next.count }
      }
    })
  }

  /** Brings what was agreed into the cart; into a new one where the buyer has none. @returns the cart's id, or null where it failed */
  async orderAgain(agreement: StoreAgreement, cartId: string): Promise<string | null> {
    let into: string | null = null
    this.ordering = agreement.id
    this.ordered = null
    this.host.requestUpdate()
    await this.#attempt(async (client) => {
      into = (await client.agreements.apply(agreement.id, cartId ? { cart_id: cartId } : {})).cart_id
      this.ordered = agreement.id
    })
    this.ordering = null
    this.host.requestUpdate()
    return this.ordered === agreement.id ? into : null
  }

  async #attempt(run: (client: NonNullable<NegotiationElement["api"]>) => Promise<void>): Promise<void> {
    const client = this.host.api
    if (!client) return
    try {
      this.problem = null
      await run(client)
    } catch (error) {
      this.problem = isNegotiationError(error) ? error : new NegotiationError({ type: "unexpected", code: "unexpected_answer", status: 500, message: String(error) })
    }
    this.host.requestUpdate()
  }
}
