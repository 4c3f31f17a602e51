import type { NegotiationError, StoreAgreement, StoreNegotiation } from "../../client"
import type { NegotiationElement } from "../base/element"
import { problemOf } from "../base/problem-words"

const PAGE = 20
/** The most the store tells at once. */
const MOST = 100

/** A list as far as it is read. */
interface Read<Item> {
  readonly items: readonly Item[]
  readonly count: number
}

const list = <Item, Name extends string>(answer: { readonly [Key in Name]: readonly Item[] } & { readonly count: number }, name: Name): Read<Item> => ({ items: answer[name], count: answer.count })

/** A list with more at its end; what was there already (for something new came in at the top meanwhile) is not there twice. */
function longer<Item extends { readonly id: string }>(before: Read<Item> | null, next: Read<Item>): Read<Item> {
  const known = new Set(before?.items.map(({ id }) => id))
  return { items: [...(before?.items ?? []), ...next.items.filter(({ id }) => !known.has(id))], count: next.count }
}

/** Reads a list anew, as many items as were read before. */
async function readAsFar<Item extends { readonly id: string }>(before: Read<Item> | null, page: (query: { limit: number; offset: number }) => Promise<Read<Item>>): Promise<Read<Item>> {
  const wanted = Math.max(PAGE, before?.items.length ?? 0)
  let read: Read<Item> = { items: [], count: wanted }
  for (let offset = 0; offset < Math.min(wanted, read.count); offset += MOST) read = longer(read, await page({ limit: Math.min(MOST, wanted - offset), offset }))
  return read
}

/** A buyer's negotiations and agreements, page by page. */
export class ListStore {
  negotiations: Read<StoreNegotiation> | null = null
  agreements: Read<StoreAgreement> | null = null
  problem: NegotiationError | null = null
  /** The agreement being ordered again, and the one that was. */
  ordering: string | null = null
  ordered: string | null = null
  #unfolding = false
  #turn: Promise<void> = Promise.resolve()

  constructor(private readonly host: NegotiationElement) {}

  /** Reads both lists from their beginning, as far as they were read before: what somebody has unfolded stays so. */
  read(): Promise<void> {
    return this.#inTurn(async (client) => {
      const [negotiations, agreements] = await Promise.all([
        readAsFar(this.negotiations, async (page) => list(await client.negotiations.list(page), "negotiations")),
        readAsFar(this.agreements, async (page) => list(await client.agreements.list(page), "agreements")),
      ])
      this.negotiations = negotiations
      this.agreements = agreements
    })
  }

  /** Reads the next page of a list. A second tap while it is on its way does nothing. */
  async more(which: "negotiations" | "agreements"): Promise<void> {
    if (this.#unfolding) return
    this.#unfolding = true
    await this.#inTurn(async (client) => {
      const page = (read: Read<unknown> | null) => ({ limit: PAGE, offset: read?.items.length ?? 0 })
      if (which === "negotiations") this.negotiations = longer(this.negotiations, list(await client.negotiations.list(page(this.negotiations)), which))
      else this.agreements = longer(this.agreements, list(await client.agreements.list(page(this.agreements)), which))
    })
    this.#unfolding = false
  }

  /** One reading after the other: the later one builds on what the earlier one found. */
  #inTurn(run: (client: NonNullable<NegotiationElement["api"]>) => Promise<void>): Promise<void> {
    this.#turn = this.#turn.then(() => this.#attempt(run))
    return this.#turn
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
      this.problem = problemOf(error)
      // Without a login nothing of the buyer's stays on the page.
      if (this.problem.status === 401) this.negotiations = this.agreements = null
    }
    this.host.requestUpdate()
  }
}
