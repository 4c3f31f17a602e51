import type { LitElement, ReactiveController } from "lit"

/** Keeps the keyboard where the buyer goes on: on the last thing drawn that asks for it (`data-focus`). */
export class Focus implements ReactiveController {
  #wanted = false
  #on: Element | null = null

  constructor(private readonly host: LitElement) {
    host.addController(this)
    // Who has gone elsewhere meanwhile is not fetched back.
    host.addEventListener("focusin", () => (this.#wanted = false))
  }

  /** Moves it as soon as there is something to move it to. */
  want(): void {
    this.#wanted = true
    this.host.requestUpdate()
  }

  hostUpdate(): void {
    this.#on = this.host.shadowRoot?.activeElement ?? null
  }

  hostUpdated(): void {
    // What the keyboard was on went with what was drawn anew.
    if (this.#on?.isConnected === false) this.#wanted = true
    if (this.#wanted) setTimeout(() => this.#move())
  }

  #move(): void {
    const target = [...(this.host.shadowRoot?.querySelectorAll<HTMLElement>("[data-focus]") ?? [])].at(-1)
    if (!this.#wanted || !target) return
    this.#wanted = false
    // Who types in another part of the page stays there.
    if (!document.activeElement?.matches("input, textarea, select")) target.focus()
  }
}
