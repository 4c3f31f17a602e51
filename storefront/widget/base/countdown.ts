import { html, LitElement, type PropertyDeclarations } from "lit"
import { speechIn } from "../phrases"
import { untilWords } from "./until-words"

const MINUTE = 60_000

/** How much of an offer's time is left; ticks by the second in its last hour. Tells the element around it when it is over. */
export class NegotiationCountdown extends LitElement {
  static override properties: PropertyDeclarations = { at: {}, locale: {}, now: { state: true } }
  declare at: string
  declare locale: string
  declare now: number
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor() {
    super()
    this.at = ""
    this.locale = ""
    this.now = Date.now()
  }

  protected override createRenderRoot(): HTMLElement {
    return this
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#tick()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearTimeout(this.#timer)
  }

  #tick(): void {
    clearTimeout(this.#timer)
    this.now = Date.now()
    const left = Date.parse(this.at) - this.now
    if (left <= 0) {
      this.dispatchEvent(new CustomEvent("time-is-up", { bubbles: true, composed: true }))
      return
    }
    this.#timer = setTimeout(() => this.#tick(), Math.min(left, left <= 60 * MINUTE ? 1_000 : MINUTE))
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("at") && this.isConnected && this.at) this.#tick()
  }

  protected override render() {
    return html`<time role="timer" datetime=${this.at}>${untilWords(speechIn(this.locale), Date.parse(this.at) - this.now)}</time>`
  }
}
