import { NegotiationClient, type StoreNegotiation } from "../../client"

/** What a tab keeps, and whether somebody looks at it: as much of a browser as the widget's stores need. */
export interface Tab {
  readonly kept: Map<string, string>
  /** Somebody looks at the tab again. */
  look(): void
}

/** Opens a tab with nothing in it. */
export function openTab(): Tab {
  const kept = new Map<string, string>()
  const storage = new Proxy(
    { getItem: (name: string) => kept.get(name) ?? null, setItem: (name: string, value: string) => void kept.set(name, value), removeItem: (name: string) => void kept.delete(name) },
    { ownKeys: () => [...kept.keys()], getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }) }
  )
  const page = Object.assign(new EventTarget(), { visibilityState: "visible" })
  Object.assign(globalThis, { sessionStorage: storage, document: page })
  return { kept, look: () => void page.dispatchEvent(new Event("visibilitychange")) }
}

/** A request as it left. */
export interface Sent {
  readonly path: string
  readonly key: string | null
  readonly body: unknown
}

/** How a store answers: with a status and a body, or not at all. */
export type Answer = readonly [status: number, body: unknown] | null

/** A client whose store is answered by the test. */
export function clientWith(answer: (sent: Sent) => Answer): { client: NegotiationClient; sent: Sent[] } {
  const sent: Sent[] = []
  const fetch = (url: string | URL | Request, { headers, body }: RequestInit = {}): Promise<Response> => {
    const one = { path: new URL(String(url)).pathname, key: new Headers(headers).get("idempotency-key"), body: typeof body === "string" ? (JSON.parse(body) as unknown) : body }
    sent.push(one)
    const answered = answer(one)
    return answered ? Promise.resolve(Response.json(answered[1], { status: answered[0] })) : Promise.reject(new TypeError("Failed to fetch"))
  }
  return { client: new NegotiationClient({ baseUrl: "http://store", publishableKey: "pk", token: "jwt", retry: { attempts: 0 }, fetch }), sent }
}

/** A case as the store tells it, as far as stores of the widget look at it. */
export function caseOf(more: Partial<StoreNegotiation> = {}): StoreNegotiation {
  return { id: "neg_1", status: "awaiting_buyer", turn: "buyer", version: 1, cart_id: "cart_1", lines: [], offer: null, ...more } as StoreNegotiation
}

/** Waits until it holds. */
export async function until(holds: () => boolean, patience = 5_000): Promise<void> {
  const end = Date.now() + patience
  while (!holds()) {
    if (Date.now() > end) throw new Error("It never came to hold")
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
