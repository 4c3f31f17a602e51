import type { StoreNegotiation } from "../../../src/contract"
import type { NegotiationAnswer } from "../answers"
import { segment } from "../command"
import { errorOf, isNegotiationError, networkError, type NegotiationError } from "../errors"
import type { Transport } from "../transport"
import { wait } from "../wait"
import { readEvents } from "./event-stream"
import { inView } from "./page"

/** How the client learns of changes right now. */
export type WatchState = "live" | "polling" | "offline"

/** Options of {@link watchNegotiation}. */
export interface WatchOptions {
  /** Called with the case as it stands: once at the start, then whenever something about it is new. */
  readonly onChange: (negotiation: StoreNegotiation) => void
  readonly onState?: ((state: WatchState) => void) | undefined
  /** Called where watching had to end: the case is not there (any more), or the login is not. */
  readonly onError?: ((error: NegotiationError) => void) | undefined
  readonly signal?: AbortSignal | undefined
  /** Milliseconds between two questions while the seller's turn lasts, where the store sends no events. Default 4,000. */
  readonly pollMs?: number | undefined
  /** A stream silent for so many milliseconds counts as cut. Default 45,000. */
  readonly silenceMs?: number | undefined
  /** A stream that is not open, or carries nothing, after so many milliseconds counts as none. Default 3,000 while nothing is known yet, then 15,000. */
  readonly openMs?: number | undefined
}

const DEFAULT_POLL_MS = 4_000
const DEFAULT_SILENCE_MS = 45_000
/** Something on the way may keep a stream to itself until it ends: nobody is left before an empty page for it. */
const FIRST_OPEN_MS = 3_000
const LATER_OPEN_MS = 15_000
/** How much slower a case is asked after that waits for the buyer, or is agreed. */
const UNHURRIED = 4
/** Streams that break this early, so often in a row, are cut by something on the way: ask instead, and try again later. */
const SHORT_LIFE_MS = 3_000
const SHORT_LIVES = 3
/** How long events are done without where there are none; doubles each time. */
const FIRST_PAUSE_MS = 10_000
const LONGEST_PAUSE_MS = 300_000
const RECONNECT_MS = 1_000

const OVER: ReadonlySet<string> = new Set(["ordered", "declined", "withdrawn", "expired", "revoked"])

/** Errors that no further try can mend. */
function isFinal(error: unknown): error is NegotiationError {
  return isNegotiationError(error) && error.status >= 400 && error.status < 500 && error.status !== 429
}

/** Follows one case until it is over or nobody wants to know any more. */
class Watcher {
  readonly #stop = new AbortController()
  readonly signal: AbortSignal
  #told = ""
  #latest: StoreNegotiation | null = null
  #state: WatchState | null = null
  #lastEventId = ""
  #shortLives = 0

  constructor(private readonly transport: Transport, private readonly id: string, private readonly options: WatchOptions) {
    this.signal = options.signal ? AbortSignal.any([options.signal, this.#stop.signal]) : this.#stop.signal
  }

  stop(): void {
    this.#stop.abort()
  }

  /** Watches: events where the store sends them, questions where it does not. Never rejects. */
  async run(): Promise<void> {
    try {
      let [tryStreamAt, pause] = [0, FIRST_PAUSE_MS]
      while (!this.#isOver()) {
        if (Date.now() >= tryStreamAt) {
          const goesOn = await this.#followStream()
          tryStreamAt = goesOn ? 0 : Date.now() + pause
          pause = goesOn ? FIRST_PAUSE_MS : Math.min(LONGEST_PAUSE_MS, pause * 2)
        }
        if (this.#isOver()) return
        await (tryStreamAt === 0 ? wait(RECONNECT_MS, this.signal) : this.#ask())
      }
    } catch (error) {
      if (this.signal.aborted) return
      this.#stop.abort()
      this.options.onError?.(isNegotiationError(error) ? error : networkError(error))
    }
  }

  #isOver(): boolean {
    return this.#latest !== null && OVER.has(this.#latest.status)
  }

  #be(state: WatchState): void {
    if (state === this.#state || this.signal.aborted) return
    this.#state = state
    this.options.onState?.(state)
  }

  #tell(negotiation: StoreNegotiation): void {
    const text = JSON.stringify(negotiation)
    this.#latest = negotiation
    if (text === this.#told || this.signal.aborted) return
    this.#told = text
    this.options.onChange(negotiation)
  }

  async #read(): Promise<void> {
    const { negotiation } = await this.transport.send<NegotiationAnswer>(`/store/negotiations/${segment(this.id)}`, { signal: this.signal })
    this.#tell(negotiation)
  }

  /** Asks once and waits until it is time to ask again. */
  async #ask(): Promise<void> {
    await inView(this.signal)
    try {
      await this.#read()
      this.#be("polling")
    } catch (error) {
      if (this.signal.aborted || isFinal(error)) throw error
      this.#be("offline")
    }
    if (this.#isOver()) return
    const pace = this.options.pollMs ?? DEFAULT_POLL_MS
    await wait(this.#latest?.turn === "seller" || this.#latest === null ? pace : pace * UNHURRIED, this.signal)
  }

  /** Follows the event stream until it ends. @returns whether another try soon makes sense. */
  async #followStream(): Promise<boolean> {
    const cut = new AbortController()
    const started = Date.now()
    const patienceMs = this.options.openMs ?? (this.#latest === null ? FIRST_OPEN_MS : LATER_OPEN_MS)
    const { silenceMs = DEFAULT_SILENCE_MS } = this.options
    let carries = false
    let clock = setTimeout(() => cut.abort(), patienceMs)
    const setClock = (milliseconds: number): void => {
      clearTimeout(clock)
      clock = setTimeout(() => cut.abort(), milliseconds)
    }
    try {
      const answer = await this.transport.open(`/store/negotiations/${segment(this.id)}/events`, {
        headers: { accept: "text/event-stream", ...(this.#lastEventId ? { "last-event-id": this.#lastEventId } : {}) },
        signal: AbortSignal.any([this.signal, cut.signal]),
      })
      clearTimeout(clock)
      const streams = answer.ok && answer.body !== null && (answer.headers.get("content-type") ?? "").includes("text/event-stream")
      if (!streams || answer.body === null) {
        await answer.body?.cancel()
        if (answer.status === 401) throw errorOf(401, { type: "unauthorized", code: "unauthorized" })
        return false
      }
      // What happened between the last answer and this connection is in no event.
      await this.#read()
      // The store says something at once. Where nothing of it comes through, something on the way keeps the stream to itself.
      setClock(patienceMs)
      await this.#hear(answer.body, () => {
        carries = true
        this.#be("live")
        setClock(silenceMs)
      })
    } catch (error) {
      if (this.signal.aborted || isFinal(error)) throw error
    } finally {
      clearTimeout(clock)
    }
    if (!carries) return false
    this.#shortLives = Date.now() - started < SHORT_LIFE_MS ? this.#shortLives + 1 : 0
    if (this.#shortLives < SHORT_LIVES) return true
    this.#shortLives = 0
    return false
  }

  async #hear(body: ReadableStream<Uint8Array>, onLife: () => void): Promise<void> {
    for await (const { data, id } of readEvents(body, onLife)) {
      if (id) this.#lastEventId = id
      const carried = negotiationIn(data)
      if (carried?.id === this.id) this.#tell(carried)
      else await this.#read()
      if (this.#isOver()) return
    }
  }
}

/** The case an event carries; null for one that only says that something changed. */
function negotiationIn(data: string): StoreNegotiation | null {
  try {
    return (JSON.parse(data) as { negotiation?: StoreNegotiation } | null)?.negotiation ?? null
  } catch {
    return null
  }
}

/**
 * Keeps telling how a case stands: by server-sent events, with a new connection whenever one breaks, and by asking now and then
 * where the store or a proxy on the way sends none. Asking rests while nobody looks at the page, and ends with the case.
 *
 * @returns a function that ends it
 */
export function watchNegotiation(transport: Transport, id: string, options: WatchOptions): () => void {
  const watcher = new Watcher(transport, id, options)
  void watcher.run()
  return () => watcher.stop()
}
