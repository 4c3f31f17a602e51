import { LitElement, render, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from "lit"
import { NegotiationClient } from "../../client"
import { pickLocale } from "../../../src/phrases/locale"
import { canSpeak, learn, speechIn, type Speech } from "../phrases"
import { clientIn, CONFIGURED, sharedClient } from "./configure"
import { controls } from "./controls"
import { tokens } from "./tokens"

/**
 * What all elements share: which store they speak to, in which language, how they look, and how they tell the page.
 * Language: the attribute `locale`, else the nearest `lang`, else the browser's.
 */
export abstract class NegotiationElement extends LitElement {
  static override properties: PropertyDeclarations = {
    client: { attribute: false },
    locale: {},
    baseUrl: { attribute: "base-url" },
    publishableKey: { attribute: "publishable-key" },
    token: {},
  }
  static override styles: CSSResultGroup = [tokens, controls]

  declare client: NegotiationClient | null
  declare locale: string
  declare baseUrl: string
  declare publishableKey: string
  declare token: string
  #prepared = false
  #own: { readonly signature: string; readonly client: NegotiationClient } | null = null
  readonly #configured = (): void => {
    this.requestUpdate()
    if (this.#prepared) this.prepare()
  }

  constructor() {
    super()
    this.client = null
    this.locale = ""
    this.baseUrl = ""
    this.publishableKey = ""
    this.token = ""
  }

  override connectedCallback(): void {
    super.connectedCallback()
    if (this.#prepared) this.prepare()
    if (!this.hasUpdated && !canSpeak(this.#language)) render(this.skeleton(""), this.renderRoot, this.renderOptions)
    window.addEventListener(CONFIGURED, this.#configured)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    window.removeEventListener(CONFIGURED, this.#configured)
  }

  /** Reads what the element shows: first while the words are on their way, and again where the page names another store or puts the element back. */
  protected abstract prepare(): void

  /** The shape of what is coming: it takes its room before there are words. @param words that something is on its way; empty before they are there */
  protected abstract skeleton(words: string): TemplateResult

  get #language(): string {
    return this.locale || this.closest("[lang]")?.getAttribute("lang") || navigator.language
  }

  /** How this element speaks. */
  get speech(): Speech {
    return speechIn(this.#language)
  }

  /** Nothing is shown in the wrong language while the right one is on its way. */
  protected override async scheduleUpdate(): Promise<void> {
    if (!this.#prepared) this.prepare()
    this.#prepared = true
    // The page may ask for another one meanwhile.
    while (!canSpeak(this.#language)) await learn(this.#language)
    await super.scheduleUpdate()
  }

  /** The store, in this element's language; null before the page or the attributes name one. */
  get api(): NegotiationClient | null {
    const client = this.client ?? this.#fromAttributes() ?? sharedClient()
    return client && clientIn(client, pickLocale(this.#language))
  }

  /** Tells the page; the event crosses shadow roots and can be cancelled. @returns whether the page let it pass */
  tell(name: string, detail: unknown = null): boolean {
    return this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable: true }))
  }

  #fromAttributes(): NegotiationClient | null {
    if (!this.publishableKey) return null
    const signature = [this.baseUrl, this.publishableKey, this.token].join(" ")
    if (this.#own?.signature !== signature) {
      const { baseUrl, publishableKey, token } = this
      this.#own = { signature, client: new NegotiationClient({ baseUrl, publishableKey, ...(token ? { token } : {}) }) }
    }
    return this.#own.client
  }
}
