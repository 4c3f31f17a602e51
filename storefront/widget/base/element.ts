import { LitElement, render, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from "lit"
import { NegotiationClient } from "../../client"
import { pickLocale } from "../../../src/phrases/locale"
import { canSpeak, learn, speechIn, type Speech } from "../phrases"
import { clientIn, CONFIGURED, noteLogin, sharedClient } from "./configure"
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
  /** The store that was read from last; undefined where it is to be read anew. */
  #readFrom: NegotiationClient | null | undefined
  #own: { readonly signature: string; readonly client: NegotiationClient } | null = null
  readonly #readAnew = (): void => {
    this.#readFrom = undefined
    // Once it is drawn, what is around it says first which client is its own.
    if (this.hasUpdated) this.requestUpdate()
    else this.#read()
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
    if (this.#readFrom !== undefined) this.#readAnew()
    if (!this.hasUpdated && !canSpeak(this.#language)) render(this.skeleton(""), this.renderRoot, this.renderOptions)
    window.addEventListener(CONFIGURED, this.#readAnew)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    window.removeEventListener(CONFIGURED, this.#readAnew)
  }

  /** Reads what the element shows: first while the words are on their way, and again where it speaks to another store or with another login, or is put back. */
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
    this.#read()
    // The page may ask for another one meanwhile, or name another store.
    while (!canSpeak(this.#language)) {
      await learn(this.#language)
      this.#read()
    }
    await super.scheduleUpdate()
  }

  #read(): void {
    const { api } = this
    if (api === this.#readFrom) return
    this.#readFrom = api
    this.prepare()
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
      if (token) void noteLogin(token)
      this.#own = { signature, client: new NegotiationClient({ baseUrl, publishableKey, ...(token ? { token } : {}) }) }
    }
    return this.#own.client
  }
}
