import type { Readable } from "node:stream"
import { storeNegotiationSchema, type StoreNegotiation } from "../../src/contract"
import type { Client } from "./client"

/** One event of a case as it arrived. */
export interface HeardEvent {
  readonly event: string
  readonly id: string
  readonly negotiation: StoreNegotiation
}

/** An event stream somebody listens to. */
export interface Listening {
  readonly status: number
  readonly headers: Record<string, string>
  /** Everything that came, as text. */
  text(): string
  events(): HeardEvent[]
  /** True once the store has ended it. */
  ended(): boolean
  close(): void
}

function eventsIn(text: string): HeardEvent[] {
  return text.split("\n\n").slice(0, -1).flatMap((block) => {
    const fields = Object.fromEntries(block.split("\n").map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1).trim()]))
    if (fields["event"] === undefined) return []
    const { negotiation } = JSON.parse(fields["data"] ?? "") as { negotiation: unknown }
    return [{ event: fields["event"], id: fields["id"] ?? "", negotiation: storeNegotiationSchema.parse(negotiation) }]
  })
}

/** Opens the event stream of a case. */
export async function listen(who: Client, id: string, headers: Record<string, string> = {}): Promise<Listening> {
  const answer = await who.open(`/store/negotiations/${id}/events`, { accept: "text/event-stream", ...headers })
  const body: Readable = answer.data
  let [text, ended] = ["", false]
  // A piece may end in the middle of a letter.
  body.setEncoding("utf8")
  body.on("data", (piece: string) => void (text += piece))
  body.on("end", () => void (ended = true))
  body.on("error", () => undefined)
  return { status: answer.status, headers: answer.headers, text: () => text, events: () => eventsIn(text), ended: () => ended, close: () => void body.destroy() }
}
