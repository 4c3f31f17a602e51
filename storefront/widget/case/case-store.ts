import type { ReactiveController } from "lit"
import { isNegotiationError, NegotiationError, type NegotiationClient, type StoreNegotiation, type WatchState } from "../../client"
import type { NegotiationElement } from "../base/element"
import { leftOver, noteDown, send, settle, type CaseCommand, type Pending } from "./pending"

/** An answer that takes longer is worth a word. */
const SLOW_MS = 5_000

/** After these the case is not what the buyer saw: it is read again. */
const MOVED: ReadonlySet<string> = new Set(["stale_version", "offer_expired", "not_your_turn", "already_ended", "round_limit"])

/** One case of an element: read, followed, acted on. Knows nothing of what it looks like. */
export class CaseStore implements ReactiveController {
  negotiation: StoreNegotiation | null = null
  /** What is on its way. */
  busy: CaseCommand["action"] | null = null
  slow = false
  problem: NegotiationError | null = null
  connection: WatchState | null = null
  #unwatch: (() => void) | null = null
  /** What the stream told while a command was on its way. */
  #heard: StoreNegotiation | null = null
  #watched = ""
  #place = ""
  /** What the store would not hear yet (`rate_limited`): sent again when the buyer says so, never by itself. */
  #refused: Pending | null = null
  #leave = new AbortController()

  constructor(private readonly host: NegotiationElement) {
    host.addController(this)
  }

  hostDisconnected(): void {
    this.close()
  }

  /** Shows another case, or the place of one that is still to be asked for (`cart` or `cart line`). */
  open(place: string, id: string | null): void {
    this.close()
    this.#place = place
    this.#leave = new AbortController()
    const client = this.host.api
    if (!client) return
    // Where a case is known, what was asked there is answered.
    if (id !== null) settle(place)
    const pending = leftOver(id ?? place)
    if (pending) void this.#carryOut(client, id ?? place, pending)
    if (id !== null) this.#follow(client, id)
  }

  /** Stops following; what is on its way stays noted and is finished when the place is opened again. */
  close(): void {
    this.#leave.abort()
    this.#unwatch?.()
    this.#unwatch = null
    this.#watched = ""
    this.#refused = null
    this.negotiation = null
    this.busy = null
    this.slow = false
    this.problem = null
    this.connection = null
  }

  /** Does something. A second tap while the first is on its way does nothing. */
  async act(command: CaseCommand): Promise<boolean> {
    const client = this.host.api
    if (this.busy || !client) return false
    const place = command.action === "ask" ? this.#place : command.id
    return this.#carryOut(client, place, noteDown(place, command))
  }

  /**
   * Sends what got lost once more, with its key; reads the case again where nothing was on its way.
   *
   * @returns the command that is now answered; null for none
   */
  async tryAgain(): Promise<CaseCommand | null> {
    const client = this.host.api
    const id = this.negotiation?.id ?? this.#watched
    const place = id || this.#place
    const pending = leftOver(place) ?? this.#refused
    this.problem = null
    this.host.requestUpdate()
    if (!client || this.busy) return null
    if (pending) return (await this.#carryOut(client, place, pending)) ? pending.command : null
    if (id) this.#follow(client, id, true)
    return null
  }

  /** Reads the case as it is now: for who knows that it has moved. */
  async refresh(): Promise<void> {
    const id = this.negotiation?.id
    const read = id === undefined ? undefined : await this.host.api?.negotiations.retrieve(id, { signal: this.#leave.signal }).catch(() => undefined)
    if (read) this.#adopt(read.negotiation)
  }

  /** Takes a case as it stands now. */
  #adopt(negotiation: StoreNegotiation): void {
    const before = this.negotiation
    // An answer that was overtaken on the way says what is no longer so.
    if (before?.id === negotiation.id && negotiation.version < before.version) return
    this.negotiation = negotiation
    this.host.requestUpdate()
    if (before && before.id === negotiation.id && before.version === negotiation.version) return
    this.host.tell("negotiation-changed", { negotiation })
    if (negotiation.status === "agreed" && before?.status !== "agreed" && before !== null) this.host.tell("negotiation-agreed", { negotiation })
  }

  async #carryOut(client: NegotiationClient, place: string, pending: Pending): Promise<boolean> {
    const { signal } = this.#leave
    this.busy = pending.command.action
    this.#refused = null
    this.problem = null
    this.host.requestUpdate()
    const clock = setTimeout(() => {
      this.slow = true
      this.host.requestUpdate()
    }, SLOW_MS)
    try {
      const { negotiation } = await send(client, pending, signal)
      settle(place)
      this.#answered(client, pending.command.action, negotiation)
      return true
    } catch (error) {
      if (!signal.aborted) await this.#failed(client, place, pending, error)
      return false
    } finally {
      clearTimeout(clock)
      if (!signal.aborted) {
        this.busy = null
        this.slow = false
        this.host.requestUpdate()
        const heard = this.#heard
        this.#heard = null
        if (heard && heard.id === this.negotiation?.id) this.#adopt(heard)
      }
    }
  }

  #answered(client: NegotiationClient, action: CaseCommand["action"], negotiation: StoreNegotiation): void {
    const was = this.negotiation?.status ?? null
    this.#adopt(negotiation)
    if (action === "ask") this.host.tell("negotiation-asked", { negotiation })
    if (was === null && negotiation.status === "agreed") this.host.tell("negotiation-agreed", { negotiation })
    if (this.#watched !== negotiation.id) this.#follow(client, negotiation.id)
  }

  async #failed(client: NegotiationClient, place: string, pending: Pending, error: unknown): Promise<void> {
    const problem = isNegotiationError(error) ? error : new NegotiationError({ type: "unexpected", code: "unexpected_answer", status: 0, message: String(error), cause: error })
    // Only what may have got lost is kept: sent again with its key it acts once.
    if (problem.status !== 0 && problem.status < 500) settle(place)
    if (problem.code === "rate_limited") this.#refused = pending
    this.problem = problem
    const id = this.negotiation?.id
    if (id === undefined || !MOVED.has(problem.code)) return
    const read = await client.negotiations.retrieve(id, { signal: this.#leave.signal }).catch(() => null)
    if (read) this.#adopt(read.negotiation)
  }

  #follow(client: NegotiationClient, id: string, anew = false): void {
    if (this.#watched === id && !anew) return
    this.#unwatch?.()
    this.#watched = id
    this.#unwatch = client.negotiations.watch(id, {
      onChange: (negotiation) => {
        // The stream may be ahead of an answer on its way, while the cart does not have the agreed figures yet.
        if (this.busy) this.#heard = negotiation
        else this.#adopt(negotiation)
      },
      onState: (state) => {
        this.connection = state
        this.host.requestUpdate()
      },
      onError: (error) => {
        this.problem = error
        this.host.requestUpdate()
      },
    })
  }
}
