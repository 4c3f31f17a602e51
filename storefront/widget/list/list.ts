import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from "lit"
import type { StoreAgreement, StoreNegotiation } from "../../client"
import { bar } from "../base/bar"
import { NegotiationElement } from "../base/element"
import { knownHeight, rememberHeight } from "../base/height"
import { problemNote } from "../base/problem"
import { drawer, drawerStyles } from "../cart/drawer"
import type { WordKey } from "../phrases"
import type { NegotiationPanel } from "../panel/panel"
import { agreementRow, negotiationRow } from "./rows"
import { ListStore } from "./list-store"
import { listStyles } from "./styles"

const TABS = ["negotiations", "agreements"] as const
type Tab = (typeof TABS)[number]

/**
 * `<negotiation-list>`: the buyer's negotiations and agreements. `tab` names the list shown first; `cart-id` the cart that "order
 * again" fills, without it a new one is made.
 *
 * @fires negotiation-open — detail `{ negotiation }`; cancel it to show the case yourself
 * @fires negotiation-cart-changed — detail `{ cart_id }`: something was ordered again
 */
export class NegotiationList extends NegotiationElement {
  static override properties: PropertyDeclarations = { tab: { reflect: true }, cartId: { attribute: "cart-id" }, shown: { state: true } }
  static override styles: CSSResultGroup = [NegotiationElement.styles, listStyles, drawerStyles]

  declare tab: Tab
  declare cartId: string
  declare shown: StoreNegotiation | null
  readonly #store = new ListStore(this)

  constructor() {
    super()
    this.tab = "negotiations"
    this.cartId = ""
    this.shown = null
    this.addEventListener("negotiation-changed", () => void this.reload())
  }

  /** Reads the lists anew. */
  reload(): Promise<void> {
    return this.#store.read()
  }

  protected override prepare(): void {
    void this.reload()
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (this.#store.negotiations) rememberHeight(this.renderRoot.querySelector("[role=tabpanel]"), "list")
    if (!changed.has("shown") || !this.shown) return
    const dialog = this.renderRoot.querySelector("dialog")
    if (!dialog?.open) dialog?.showModal()
    this.renderRoot.querySelector<NegotiationPanel>("negotiation-panel")?.focusStart()
  }

  #open(negotiation: StoreNegotiation): void {
    if (this.tell("negotiation-open", { negotiation })) this.shown = negotiation
  }

  async #orderAgain(agreement: StoreAgreement): Promise<void> {
    if (this.#store.ordering) return
    const cartId = await this.#store.orderAgain(agreement, this.cartId)
    if (cartId !== null) this.tell("negotiation-cart-changed", { cart_id: cartId })
  }

  #select(event: KeyboardEvent): void {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return
    this.tab = this.tab === "negotiations" ? "agreements" : "negotiations"
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')?.focus())
  }

  #tabs(): TemplateResult {
    return html`<div class="tabs" role="tablist" aria-label=${this.speech.say("list")} @keydown=${this.#select}>
      ${TABS.map(
        (tab) => html`<button class="tab" type="button" role="tab" id="tab-${tab}" aria-controls="tabpanel" aria-selected=${tab === this.tab ? "true" : "false"} tabindex=${tab === this.tab ? 0 : -1} @click=${() => (this.tab = tab)}>
          ${this.speech.say(tab)}
        </button>`
      )}
    </div>`
  }

  #empty(title: WordKey, text: WordKey): TemplateResult {
    return html`<div class="empty stack"><h3>${this.speech.say(title)}</h3><p class="muted">${this.speech.say(text)}</p></div>`
  }

  #more(): TemplateResult | typeof nothing {
    const read = this.#store[this.tab]
    if (!read || read.items.length >= read.count) return nothing
    return html`<div class="more"><button class="button" type="button" @click=${() => this.#store.more(this.tab)}>${this.speech.say("show_more")}</button></div>`
  }

  #items(): TemplateResult {
    const { speech } = this
    const { negotiations, agreements, ordering, ordered, problem } = this.#store
    if (!negotiations || !agreements) return problem ? html`` : this.#shapes(speech.say("loading"))
    if (this.tab === "negotiations") {
      if (negotiations.items.length === 0) return this.#empty("no_negotiations", "no_negotiations_hint")
      return html`<ul class="items">${negotiations.items.map((each) => negotiationRow(speech, each, () => this.#open(each)))}</ul>`
    }
    if (agreements.items.length === 0) return this.#empty("no_agreements", "no_agreements_hint")
    return html`<ul class="items">${agreements.items.map((each) => agreementRow(speech, each, { ordering: ordering === each.id, ordered: ordered === each.id, orderAgain: () => void this.#orderAgain(each) }))}</ul>`
  }

  protected override render(): TemplateResult {
    const { speech, shown } = this
    const content = shown && html`<negotiation-panel .client=${this.api} locale=${speech.locale} negotiation-id=${shown.id} closable></negotiation-panel>`
    return html`${this.#tabs()}
      <div role="tabpanel" id="tabpanel" aria-labelledby="tab-${this.tab}">${problemNote(speech, this.#store.problem, () => void this.reload())}${this.#items()}${this.#more()}</div>
      ${drawer(speech, shown ? speech.say("number", { number: String(shown.display_id) }) : speech.say("negotiations"), content, () => (this.shown = null))}`
  }

  protected override skeleton(words: string): TemplateResult {
    return html`<div class="tabs"><span class="tab"></span></div>${this.#shapes(words)}`
  }

  #shapes(words: string): TemplateResult {
    return html`<div class="items" aria-busy="true" style=${knownHeight("list")}>
      <span class="hidden" role="status">${words}</span>
      ${[0, 1, 2].map(() => html`<div class="item"><div class="stack">${bar("55%", "1.2em")}${bar("35%")}</div>${bar("6rem", "1.6em")}${bar("7rem", "40px")}</div>`)}
    </div>`
  }
}
