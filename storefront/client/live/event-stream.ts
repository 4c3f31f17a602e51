/** One server-sent event. */
export interface ServerSentEvent {
  readonly event: string
  readonly data: string
  /** The last id the stream named, to go on from after a break. */
  readonly id: string
  /** Milliseconds the server wants between two connections; null where it does not say. */
  readonly retry: number | null
}

/** Splits text that arrives in pieces into lines, whichever of the three line ends they have. */
function* takeLines(state: { rest: string }, piece: string, last: boolean): Generator<string> {
  state.rest += piece
  for (;;) {
    const end = /\r\n|\n|\r/.exec(state.rest)
    // A carriage return at the very end may be half of a line end.
    if (!end || (end[0] === "\r" && end.index === state.rest.length - 1 && !last)) return
    const line = state.rest.slice(0, end.index)
    state.rest = state.rest.slice(end.index + end[0].length)
    yield line
  }
}

/**
 * Reads a stream of server-sent events (WHATWG HTML, 9.2.6).
 *
 * @param onBytes called whenever some of it has come, be it a comment only: a sign of life for whoever watches the clock
 */
export async function* readEvents(body: ReadableStream<Uint8Array>, onBytes: () => void = () => undefined): AsyncGenerator<ServerSentEvent> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  const text = { rest: "" }
  let [event, data, id, retry]: [string, string[], string, number | null] = ["", [], "", null]
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (value) onBytes()
      for (const line of takeLines(text, done ? decoder.decode() : decoder.decode(value, { stream: true }), done)) {
        if (line === "") {
          if (data.length > 0) yield { event: event || "message", data: data.join("\n"), id, retry }
          ;[event, data] = ["", []]
          continue
        }
        const [, field = "", content = ""] = /^([^:]*)(?:: ?([\s\S]*))?$/.exec(line) ?? []
        if (field === "event") event = content
        else if (field === "data") data.push(content)
        else if (field === "id" && !content.includes("\0")) id = content
        else if (field === "retry" && /^\d+$/.test(content)) retry = Number(content)
      }
      if (done) return
    }
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}
