import type { CaseStamp } from "../../../modules/negotiation/queries"

/** Told how far a case is, at every look; null once it is gone. */
export type CaseListener = (stamp: CaseStamp | null) => void

/** Pause between two looks. */
const LOOK_MS = 1_000

/**
 * Streams one customer may have open on one server. Browsers keep six connections to a plain http origin: two stay free for
 * everything else, and whoever gets none asks now and then instead.
 */
export const STREAMS_PER_CUSTOMER = 4

/**
 * Looks after every case that is followed on this server, with one query a second for all of them and none while nobody follows
 * any. What changed is in Postgres, whichever server or worker changed it; here is only who waits for it.
 */
export class CaseFeed {
  readonly #listeners = new Map<string, Set<CaseListener>>()
  readonly #streams = new Map<string, number>()
  /** Rings for the next look; null while nobody follows any case, and during a look, which sets it anew. */
  #clock: NodeJS.Timeout | null = null
  #looking = false
  #failing = false

  /**
   * @param read Reads the stamps of these cases.
   * @param report Told of the first of several looks in a row that failed.
   */
  constructor(
    private readonly read: (ids: readonly string[]) => Promise<CaseStamp[]>,
    private readonly report: (error: unknown) => void
  ) {}

  /** Follows a case. @returns a function that ends it, or null where this customer follows enough. */
  follow(customerId: string, id: string, listener: CaseListener): (() => void) | null {
    const open = this.#streams.get(customerId) ?? 0
    if (open >= STREAMS_PER_CUSTOMER) return null
    this.#streams.set(customerId, open + 1)
    const listeners = this.#listeners.get(id) ?? new Set()
    this.#listeners.set(id, listeners.add(listener))
    this.#wind()
    return () => this.#leave(customerId, id, listener)
  }

  #wind(): void {
    if (this.#looking || this.#listeners.size === 0) return
    this.#clock ??= setTimeout(() => void this.#look(), LOOK_MS)
  }

  #leave(customerId: string, id: string, listener: CaseListener): void {
    const listeners = this.#listeners.get(id)
    if (!listeners?.delete(listener)) return
    if (listeners.size === 0) this.#listeners.delete(id)
    const left = (this.#streams.get(customerId) ?? 1) - 1
    if (left > 0) this.#streams.set(customerId, left)
    else this.#streams.delete(customerId)
    if (this.#listeners.size > 0 || this.#clock === null) return
    clearTimeout(this.#clock)
    this.#clock = null
  }

  async #look(): Promise<void> {
    this.#clock = null
    this.#looking = true
    try {
      const ids = [...this.#listeners.keys()]
      const stamps = new Map((await this.read(ids)).map((each) => [each.id, each]))
      this.#failing = false
      for (const id of ids) for (const tell of [...(this.#listeners.get(id) ?? [])]) tell(stamps.get(id) ?? null)
    } catch (error) {
      if (!this.#failing) this.report(error)
      this.#failing = true
    }
    this.#looking = false
    this.#wind()
  }
}
