import type { ReactiveController } from "lit"
import type { NegotiationClient, NegotiationError, StoreNegotiation, WatchState } from "../../client"
import { networkError } from "../../client/errors"
import type { NegotiationElement } from "../base/element"
import { canTryAgain, problemOf } from "../base/problem-words"
import { leftOver, noteDown, pendingOf, send, settle, type CaseCommand, type Pending } from "./pending"

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
  /** The case that is followed, or is to be. */
  #id: string | null = null
  #place = ""
  /** What the note on what went wrong speaks of: sent again when the buyer says so, never by itself. */
  #failed: Pending | null = null
  #leave = new AbortController()

  constructor(private readonly host: NegotiationElement) {
    host.addController(this)
  }

  // What ended the watch, a login or a proxy, may be mended by the time somebody looks again.
  readonly #backInView = (): void => {
    const client = this.host.api
    if (document.visibilityState !== "visible" || !client || this.#id === null || this.#unwatch) return
    this.problem = null
    this.#follow(client, this.#id)
  }

  hostConnected(): void {
    document.addEventListener("visibilitychange", this.#backInView)
  }

  hostDisconnected(): void {
    document.removeEventListener("visibilitychange", this.#backInView)
    this.close()
  }

  /** Shows another case, or the place of one that is still to be asked for (`cart` or `cart line`). */
  open(place: string, id: string | null): void {
    this.close()
    this.#place = place
    const client = this.host.api
    if (!client) return
    // Where a case is known, what was asked there is answered.
    if (id !== null) settle(place)
    const pending = leftOver(id ?? place)
    // What was seen to fail may no longer be meant: nothing is accepted without a tap.
    if (pending && !pending.failed) void this.#carryOut(client, pending)
    // Words can be sent at any time, and would be lost: they are offered again.
    if (pending?.failed && pending.command.action === "message") {
      this.#failed = pending
      this.problem = networkError(null)
    }
    if (id !== null) this.#follow(client, id)
  }

  /** Stops following; what is on its way stays noted and is finished when the place is opened again. */
  close(): void {
    this.#leave.abort()
    this.#leave = new AbortController()
    this.#unwatch?.()
    this.#unwatch = null
    this.#id = null
    this.#failed = null
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
    return this.#carryOut(client, pendingOf(command, this.#failed ?? leftOver(this.#placeOf(command))))
  }

  /**
   * Sends what got lost once more, with its key; reads the case again where nothing was on its way.
   *
   * @returns the command that is now answered; null for none
   */
  async tryAgain(): Promise<CaseCommand | null> {
    const client = this.host.api
    const failed = this.#failed
    this.problem = null
    this.host.requestUpdate()
    if (!client || this.busy) return null
    if (failed) return (await this.#carryOut(client, failed)) ? failed.command : null
    if (this.#id !== null) this.#follow(client, this.#id, true)
    return null
  }

  /** Tells what went wrong. Without a login nothing of the case stays on the page. @returns it, as an error of ours */
  fail(error: unknown): NegotiationError {
    const problem = problemOf(error)
    const id = this.#id
    if (problem.status === 401) this.close()
    this.#id = id
    this.problem = problem
    this.host.requestUpdate()
    return problem
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

  /** Where a command is noted: by its case, or by what a price is asked for. */
  #placeOf(command: CaseCommand): string {
    return command.action === "ask" ? this.#place : command.id
  }

  async #carryOut(client: NegotiationClient, pending: Pending): Promise<boolean> {
    const { signal } = this.#leave
    const place = this.#placeOf(pending.command)
    noteDown(place, pending)
    this.busy = pending.command.action
    this.#failed = null
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
      if (!signal.aborted) await this.#lost(client, place, pending, error)
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
    this.#follow(client, negotiation.id)
  }

  async #lost(client: NegotiationClient, place: string, pending: Pending, error: unknown): Promise<void> {
    const problem = this.fail(error)
    // Only what may have got lost is kept: sent again with its key it acts once.
    if (problem.status === 0 || problem.status >= 500) noteDown(place, { ...pending, failed: true })
    else settle(place)
    if (canTryAgain(problem)) this.#failed = pending
    const id = this.negotiation?.id
    if (id === undefined || !MOVED.has(problem.code)) return
    const read = await client.negotiations.retrieve(id, { signal: this.#leave.signal }).catch(() => null)
    if (read) this.#adopt(read.negotiation)
  }

  #follow(client: NegotiationClient, id: string, anew = false): void {
    if (this.#unwatch && this.#id === id && !anew) return
    this.#unwatch?.()
    this.#id = id
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
        this.#unwatch = null
        this.connection = null
        this.fail(error)
      },
    })
  }
}
