import { html, LitElement, type PropertyDeclarations, type TemplateResult } from "lit"
import { isNegotiationError } from "../widget"
import type { Shop } from "./store"
import { say } from "./words"

/** A page of the shop: reads what it shows, says so while it reads and where it can't. */
export abstract class Page<Data> extends LitElement {
  static override properties: PropertyDeclarations = { shop: { attribute: false }, argument: {} }
  declare shop: Shop
  /** What follows the page's name in the address. */
  declare argument: string
  protected data: Data | null = null
  protected problem: string | null = null

  protected abstract load(): Promise<Data>
  protected abstract view(data: Data): TemplateResult

  /** Pages share the shop's style sheet. */
  protected override createRenderRoot(): HTMLElement {
    return this
  }

  protected override firstUpdated(): void {
    void this.read()
  }

  /** Reads what the page shows, anew. */
  protected async read(): Promise<void> {
    await this.attempt(async () => {
      this.data = await this.load()
    })
  }

  /** Does something and says what went wrong. @returns whether it went well */
  protected async attempt(act: () => Promise<unknown>): Promise<boolean> {
    this.problem = null
    try {
      await act()
    } catch (error) {
      this.problem = isNegotiationError(error, "network_error") ? say("no_answer") : error instanceof Error ? error.message : String(error)
    }
    this.requestUpdate()
    return this.problem === null
  }

  protected override render(): TemplateResult {
    const note = this.problem === null ? "" : html`<p class="problem" role="alert">${this.problem} <button class="quiet" @click=${() => this.read()}>${say("try_again")}</button></p>`
    if (this.data === null) return html`${note || html`<div class="loading" aria-busy="true"><i></i><i></i><i></i></div>`}`
    return html`${note}${this.view(this.data)}`
  }
}
