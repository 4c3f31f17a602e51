import type { ServerResponse } from "node:http"
import { NegotiationClient, type NegotiationError, type StoreNegotiation } from "../index"
import { readEvents } from "../live/event-stream"
import { json, openStore, until, type TestStore } from "./store"

let store: TestStore
let stop: () => void = () => undefined
/** The case as the store has it. */
let current: { id: string; status: string; turn: string | null; version: number }
let streams: ServerResponse[]

const seen: StoreNegotiation[] = []
const states: string[] = []
const errors: NegotiationError[] = []
const versions = () => seen.map(({ version }) => version)

function watch(more: { pollMs?: number; silenceMs?: number; openMs?: number } = {}): void {
  const client = new NegotiationClient({ baseUrl: store.baseUrl, publishableKey: "pk", token: "jwt", retry: { attempts: 0 } })
  stop = client.negotiations.watch("neg_1", {
    onChange: (negotiation) => seen.push(negotiation),
    onState: (state) => states.push(state),
    onError: (error) => errors.push(error),
    pollMs: 20,
    ...more,
  })
}

/** A store with an event stream, or without. */
function serve({ withStream }: { withStream: boolean }): void {
  store.answer(({ url }, response) => {
    if (!url.endsWith("/events")) return json(response, 200, { negotiation: current })
    if (!withStream) return void response.writeHead(404, { "content-type": "text/html" }).end("Cannot GET")
    response.writeHead(200, { "content-type": "text/event-stream" }).write(": hello\n\n")
    streams.push(response)
  })
}

beforeEach(async () => {
  store = await openStore()
  current = { id: "neg_1", status: "in_review", turn: "seller", version: 1 }
  streams = []
  for (const list of [seen, states, errors]) list.length = 0
})
afterEach(async () => {
  stop()
  await store.close()
})

describe("watching a case", () => {
  it("hears by events: those that carry the case, and those that only say that it changed", async () => {
    serve({ withStream: true })
    watch()
    await until(() => states.includes("live"))
    expect(versions()).toEqual([1])
    const reads = store.arrived.length
    current = { ...current, version: 2, status: "awaiting_buyer", turn: "buyer" }
    streams[0]?.write(`id: 7\nevent: negotiation\ndata: ${JSON.stringify({ negotiation: current })}\n\n`)
    await until(() => versions().includes(2))
    expect(store.arrived).toHaveLength(reads)
    current = { ...current, version: 3 }
    streams[0]?.write('data: {"id":"neg_1"}\n\n')
    await until(() => versions().includes(3))
    expect(versions()).toEqual([1, 2, 3])
  })

  it("connects again where it was cut, from the last event on, and misses nothing of the time between", async () => {
    serve({ withStream: true })
    watch()
    await until(() => states.includes("live"))
    streams[0]?.write("id: 41\ndata: {}\n\n")
    await until(() => store.arrived.length >= 3)
    current = { ...current, version: 2 }
    streams[0]?.destroy()
    await until(() => streams.length === 2 && versions().includes(2))
    expect(store.arrived.filter(({ url }) => url.endsWith("/events"))[1]?.headers["last-event-id"]).toBe("41")
  })

  it("takes a stream that says nothing for cut", async () => {
    serve({ withStream: true })
    watch({ silenceMs: 50 })
    await until(() => streams.length === 2)
  })

  it("asks where something on the way keeps the stream to itself", async () => {
    store.answer(({ url }, response) => (url.endsWith("/events") ? void streams.push(response) : json(response, 200, { negotiation: current })))
    watch({ openMs: 1_000 })
    await until(() => states.includes("polling"))
    expect(versions()).toEqual([1])
    expect(streams).toHaveLength(1)
  })

  it("asks where the store sends no events, and tells only what is new", async () => {
    serve({ withStream: false })
    watch()
    await until(() => store.arrived.length > 4)
    expect(versions()).toEqual([1])
    expect(states).toEqual(["polling"])
    current = { ...current, version: 2 }
    await until(() => versions().includes(2))
  })

  it("asks where a stream opens and nothing of it comes through, and never says that it is live", async () => {
    store.answer(({ url }, response) => {
      if (!url.endsWith("/events")) return json(response, 200, { negotiation: current })
      response.writeHead(200, { "content-type": "text/event-stream" }).flushHeaders()
      streams.push(response)
    })
    watch({ openMs: 200, silenceMs: 200 })
    await until(() => states.length > 0)
    current = { ...current, version: 2 }
    await until(() => versions().includes(2))
    expect([states, streams.length]).toEqual([["polling"], 1])
  })

  it("whatever comes through a stream is a sign of life", async () => {
    serve({ withStream: true })
    watch({ silenceMs: 1_000, openMs: 1_000 })
    await until(() => states.includes("live"))
    for (let beats = 0; beats < 26; beats += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100))
      streams[0]?.write(": still here\n\n")
    }
    expect(streams).toHaveLength(1)
  })

  it("asks where it follows too much already, and where the end is known", async () => {
    store.answer(({ url }, response) => (url.endsWith("/events") ? json(response, 429, { type: "rate_limited", code: "rate_limited", message: "Too many" }) : json(response, 200, { negotiation: current })))
    watch()
    await until(() => states.at(-1) === "polling" && versions().includes(1))
    stop()
    current = { ...current, status: "withdrawn", turn: null, version: 2 }
    store.answer(({ url }, response) => (url.endsWith("/events") ? void response.writeHead(204).end() : json(response, 200, { negotiation: current })))
    watch()
    await until(() => versions().includes(2))
    expect(errors).toEqual([])
  })

  it("says when nobody answers, and when somebody does again", async () => {
    let down = false
    store.answer(({ url }, response, socket) => (down ? void socket.destroy() : url.endsWith("/events") ? void response.writeHead(404).end() : json(response, 200, { negotiation: current })))
    watch()
    await until(() => states.at(-1) === "polling")
    down = true
    await until(() => states.at(-1) === "offline")
    down = false
    await until(() => states.at(-1) === "polling")
    expect(errors).toEqual([])
  })

  it("ends with the case", async () => {
    serve({ withStream: false })
    watch()
    await until(() => versions().includes(1))
    current = { ...current, status: "declined", turn: null, version: 2 }
    await until(() => versions().includes(2))
    const asked = store.arrived.length
    await new Promise((resolve) => setTimeout(resolve, 150))
    expect(store.arrived).toHaveLength(asked)
  })

  it("ends where the case is nobody's business, and says so once", async () => {
    store.answer((_request, response) => json(response, 404, { type: "not_found", code: "not_found", message: "Not found" }))
    watch()
    await until(() => errors.length > 0)
    expect(errors.map(({ code }) => code)).toEqual(["not_found"])
  })

  it("ends when told to", async () => {
    serve({ withStream: true })
    watch()
    await until(() => states.includes("live"))
    const closed = new Promise((resolve) => streams[0]?.once("close", resolve))
    stop()
    await closed
    expect(errors).toEqual([])
  })
})

describe("a stream of events", () => {
  const read = async (...pieces: string[]) => {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const piece of pieces) controller.enqueue(new TextEncoder().encode(piece))
        controller.close()
      },
    })
    const events = []
    for await (const event of readEvents(body)) events.push(event)
    return events
  }

  it("is read however it is cut into pieces, and with every line end", async () => {
    const text = "event: a\r\ndata: one\r\ndata:two\r\nid: 5\r\n\r\ndata: x\n\n: life\n\nretry: 99\rdata: y\r\r"
    const whole = await read(text)
    expect(whole.map(({ event, data, id }) => [event, data, id])).toEqual([
      ["a", "one\ntwo", "5"],
      ["message", "x", "5"],
      ["message", "y", "5"],
    ])
    expect(whole.at(-1)?.retry).toBe(99)
    expect(await read(...text)).toEqual(whole)
  })

  it("drops an event whose end never came", async () => {
    expect(await read("data: half\n")).toEqual([])
  })
})
