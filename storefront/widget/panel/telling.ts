import type { BehaviourEventBody, NegotiationClient } from "../../client"

/** What telling needs of the panel it happens in. */
export interface TellingHost {
  readonly api: NegotiationClient | null
  requestUpdate(): void
}

/** What the merchant's tracking is told: what the buyer did, and how it went. */
export class Telling {
  /** How it went: not asked, asked, told in a number, told in words. */
  feedback: "hidden" | "open" | "rated" | "given" = "hidden"
  #rating = 0

  constructor(private readonly host: TellingHost) {}

  /** Somebody looks at the panel. */
  begin(): void {
    this.feedback = "open"
    this.track({ name: "panel_opened" })
    this.host.requestUpdate()
  }

  /** Tracking is no matter of the buyer's: where it fails, nobody is bothered. */
  track(event: BehaviourEventBody): void {
    if (this.feedback !== "hidden") void this.host.api?.behaviour.record(event, { attempts: 0 }).catch(() => undefined)
  }

  /** How it went: a number first, words after it for who has some (`rating` 0: the number said before). */
  rate(negotiation_id: string, rating: number, comment = ""): void {
    const words = comment.trim()
    this.#rating = rating || this.#rating
    this.feedback = rating > 0 ? "rated" : "given"
    this.host.requestUpdate()
    if (rating > 0 || words) this.track({ name: "feedback", negotiation_id, rating: this.#rating, ...(words ? { comment: words } : {}) })
  }
}
