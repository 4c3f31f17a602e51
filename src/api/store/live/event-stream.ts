import type { MedusaResponse } from "@medusajs/framework/http"

/** A sign of life for proxies that cut what is silent, well within their usual minute. */
const HEARTBEAT_MS = 15_000
/** How long a browser's own `EventSource` waits before it connects again. */
const RETRY_MS = 2_000
/** Longest life of a stream: whoever comes back shows the login again. */
const LIFE_MS = 30 * 60_000
/** Whoever has not taken so much yet is not listening any more. */
const MAX_WAITING_BYTES = 1_000_000

/** True once the server takes no new connections: a stream left open would keep it from ending. */
function isStopping(res: MedusaResponse): boolean {
  const { server } = (res.socket ?? {}) as { server?: { listening?: boolean } }
  return server?.listening === false
}

/**
 * One open answer of server-sent events (WHATWG HTML, 9.2). Told not to be changed or held back on its way: a compressing or
 * buffering proxy would keep small events to itself.
 */
export class EventStream {
  readonly #clocks: NodeJS.Timeout[]
  #open = true

  /** @param onEnd Called once, whichever side ended it. */
  constructor(
    private readonly res: MedusaResponse,
    private readonly onEnd: () => void
  ) {
    res.status(200).setHeader("Content-Type", "text/event-stream; charset=utf-8")
    res.setHeader("Cache-Control", "private, no-store, no-transform")
    res.setHeader("X-Accel-Buffering", "no")
    res.on("close", () => this.#over())
    res.on("error", () => this.end())
    res.write(`retry: ${RETRY_MS}\n\n`)
    this.#clocks = [setInterval(() => this.#write(": still here\n\n"), HEARTBEAT_MS), setTimeout(() => this.end(), LIFE_MS)]
  }

  /** False once either side has ended it, or the server is about to. */
  get isOpen(): boolean {
    if (this.#open && isStopping(this.res)) this.end()
    return this.#open
  }

  /** Sends one event. `id` is what a returning listener names as `Last-Event-ID`. */
  send(event: string, id: string, data: unknown): void {
    this.#write(`event: ${event}\nid: ${id}\ndata: ${JSON.stringify(data)}\n\n`)
  }

  /** Ends it for good. */
  end(): void {
    if (!this.#open) return
    this.res.end()
    this.#over()
  }

  #write(text: string): void {
    if (!this.#open) return
    if (this.res.writableLength <= MAX_WAITING_BYTES) this.res.write(text)
    else this.res.destroy()
  }

  #over(): void {
    if (!this.#open) return
    this.#open = false
    for (const clock of this.#clocks) clearTimeout(clock)
    this.onEnd()
  }
}
