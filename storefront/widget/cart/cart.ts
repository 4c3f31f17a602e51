import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type PropertyValues, type TemplateResult } from "lit"
import type { StoreNegotiation } from "../../client"
import { bar } from "../base/bar"
import { caseTitle } from "../base/case-title"
import { NegotiationElement } from "../base/element"
import { knownHeight, rememberHeight } from "../base/height"
import { cartIcon, tagIcon } from "../base/icons"
import { problemNote } from "../base/problem"
import { keep, recall } from "../base/storage"
import type { CartView } from "../case/subject"
import type { NegotiationPanel } from "../panel/panel"
import { hindranceOf, subjectOf, type AskSubject } from "../panel/subject"
import { CartStore } from "./cart-store"
import { drawer, drawerStyles } from "./drawer"
import { caseWithoutLine, lineView, type LineHost } from "./line"
import { cartStyles } from "./styles"

/** What the sheet shows. */
interface Shown {
  readonly lineId: string | null
  readonly negotiationId: string
}

/**
 * `<negotiation-cart cart-id>`: the cart's lines, each with its way to a better price; `editable` lets quantities be changed.
 * With `line-item-id` only what belongs under one line of a cart the storefront draws itself.
 *
 * @fires negotiation-cart-changed — detail `{ cart_id }`: prices or quantities of the cart are new
 * @fires negotiation-asked, negotiation-changed, negotiation-agreed — from the panel
 */
export class NegotiationCart extends NegotiationElement {
  static override properties: PropertyDeclarations = {
    cartId: { attribute: "cart-id" },
    lineItemId: { attribute: "line-item-id" },
    editable: { type: Boolean },
    shown: { state: true },
  }
  static override styles: CSSResultGroup = [NegotiationElement.styles, cartStyles, drawerStyles]

  declare cartId: string
  declare lineItemId: string
  declare editable: boolean
  declare shown: Shown | null
  readonly #store = new CartStore(this)
  /** The cart that is read, or being read. */
  #begun = ""
  /** The case the panel shows, as it told last. */
  #told: StoreNegotiation | null = null

  constructor() {
    super()
    this.cartId = ""
    this.lineItemId = ""
    this.editable = false
    this.shown = null
    this.addEventListener("negotiation-changed", (event) => {
      this.#told = event.detail.negotiation
      this.#store.hear(this.#told)
      void this.reload()
    })
    this.addEventListener("negotiation-agreed", () => void this.#agreed())
    this.addEventListener("negotiation-again", () => {
      this.#told = null
      this.requestUpdate()
    })
    this.addEventListener("negotiation-cart-changed", (event) => void (event.composedPath()[0] === this ? null : this.reload()))
  }

  // Another tab, or a colleague, may have changed the cart meanwhile.
  readonly #backInView = (): void => {
    if (document.visibilityState === "visible" && this.#store.cart) void this.reload()
  }

  override connectedCallback(): void {
    super.connectedCallback()
    document.addEventListener("visibilitychange", this.#backInView)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    document.removeEventListener("visibilitychange", this.#backInView)
  }

  /** Reads the cart anew: for storefronts that change it themselves. */
  reload(): Promise<void> {
    return this.#store.read(this.cartId)
  }

  protected override prepare(): void {
    void this.#begin()
  }

  protected override updated(changed: PropertyValues): void {
    if (this.cartId !== this.#begun) void this.#begin()
    if (this.#store.cart) rememberHeight(this, this.#room)
    else this.shown = null
    if (!changed.has("shown")) return
    const dialog = this.renderRoot.querySelector("dialog")
    if (this.shown && !dialog?.open) dialog?.showModal()
    if (this.shown) this.renderRoot.querySelector<NegotiationPanel>("negotiation-panel")?.focusStart()
  }

  /** Opens what was open before a reload. */
  async #begin(): Promise<void> {
    this.#begun = this.cartId
    await this.reload()
    const before = recall<Shown>(this.#place)
    if (before && !this.shown && this.#store.cart) this.shown = before
  }

  get #room(): string {
    return `cart:${this.lineItemId}`
  }

  get #place(): string {
    return `shown:${this.cartId}:${this.lineItemId}`
  }

  #show(shown: Shown | null): void {
    this.#told = this.#store.negotiations.find(({ id }) => id === shown?.negotiationId) ?? null
    this.shown = shown
    keep(this.#place, shown)
  }

  /** What the panel heard of may have been in the cart only later: whoever comes back to it sees it as it is. */
  async #closed(): Promise<void> {
    const line = this.shown?.lineId
    // What opened the sheet may be gone by now: the keyboard goes on with what came in its place.
    const goOn = async (): Promise<void> => {
      await this.updateComplete
      if (document.activeElement !== document.body) return
      const own = [...this.renderRoot.querySelectorAll<HTMLElement>(`.about .button:last-child, .left-out .button`)]
      const to = own.find((each) => each.closest(".about")?.id === `about-${line}`) ?? own[0]
      to?.focus()
    }
    this.#show(null)
    await goOn()
    await this.reload()
    await goOn()
  }

  async #agreed(): Promise<void> {
    await this.reload()
    this.tell("negotiation-cart-changed", { cart_id: this.cartId })
  }

  #ask(lineId: string | null, change?: { readonly price: number; readonly quantity: number }): void {
    if (change && lineId) keep(`draft:${this.cartId}:${lineId}`, { price: String(change.price), quantity: this.speech.number(change.quantity) })
    this.#show({ lineId, negotiationId: "" })
  }

  #lineHost(cart: CartView): LineHost {
    return {
      speech: this.speech,
      cart,
      editable: this.editable && !cart.completed,
      changing: this.#store.changing,
      ask: (lineId, change) => this.#ask(lineId, change),
      show: (negotiation) => this.#show({ lineId: this.#store.linesOf(negotiation)[0]?.id ?? negotiation.lines[0]?.line_item_id ?? null, negotiationId: negotiation.id }),
      setQuantity: (lineId, quantity) => this.#setQuantity(lineId, quantity),
    }
  }

  async #setQuantity(lineId: string, quantity: number): Promise<boolean> {
    const done = await this.#store.setQuantity(lineId, quantity)
    // What the keyboard was on went with its line.
    if (done && quantity === 0) void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(".line .button, .empty")?.focus())
    return done
  }

  /** What went wrong, in words that name the stock where that is why. */
  #problem(cart: CartView | null): TemplateResult | typeof nothing {
    const { problem, refused } = this.#store
    const line = refused && cart?.lines.find((each) => each.id === refused.lineId)
    if (!line || !problem) return problemNote(this.speech, problem, () => void this.reload())
    const stock = line.ladder?.availability?.in_stock
    return html`<p class="note wrong-note" role="alert">
      ${this.speech.say("stock_short", { title: line.title, quantity: this.speech.count("pieces", refused.quantity) })}
      ${stock === undefined ? nothing : html`(${this.speech.say("in_stock", { quantity: this.speech.number(stock) })})`}
    </p>`
  }

  #panel(subject: AskSubject | null, { lineId, negotiationId }: Shown): TemplateResult {
    const asked = (event: CustomEvent<{ negotiation: StoreNegotiation }>): void => keep(this.#place, { lineId, negotiationId: event.detail.negotiation.id })
    return html`<negotiation-panel
      .client=${this.api} locale=${this.speech.locale} .known=${subject} cart-id=${this.cartId} line-item-id=${lineId ?? ""} .negotiationId=${negotiationId} .titled=${true} closable
      @negotiation-asked=${asked}
    ></negotiation-panel>`
  }

  #sheet(cart: CartView): TemplateResult {
    const { shown, speech } = this
    const subject = shown && subjectOf(cart, shown.lineId)
    return drawer(speech, caseTitle(speech, this.#told), shown && this.#panel(subject, shown), () => void this.#closed())
  }

  #rows(cart: CartView): TemplateResult {
    const host = this.#lineHost(cart)
    const bare = this.lineItemId !== ""
    const lines = bare ? cart.lines.filter((line) => line.id === this.lineItemId) : cart.lines
    return html`<ul class="rows">${lines.map((line) => lineView(host, line, this.#store.caseOf(line.id), bare))}</ul>`
  }

  #foot(cart: CartView): TemplateResult | typeof nothing {
    const { speech } = this
    const negotiable = cart.lines.filter((line) => line.ladder?.negotiable)
    if (this.lineItemId) return nothing
    const hindrance = hindranceOf(cart.lines)
    const whole = hindrance
      ? html`<p class="muted small">${speech.say(hindrance.why, { title: hindrance.title })}</p>`
      : html`<button class="button" type="button" @click=${() => this.#ask(null)}>${tagIcon}${speech.say("ask_cart")}</button>`
    return html`<div class="row foot">
      ${negotiable.length > 1 && this.#store.negotiations.length === 0 ? whole : html`<span></span>`}
      <div class="total">
        ${cart.discount > 0 ? html`<p class="muted small">${speech.say("discount")} <span class="number">−${speech.sum(cart.currency_code, cart.discount)}</span></p>` : nothing}
        <p><span class="muted">${speech.say("total")}</span> <span class="number">${speech.sum(cart.currency_code, cart.total)}</span> <span class="muted small">${speech.say(cart.is_tax_inclusive ? "with_tax" : "without_tax")}</span></p>
      </div>
    </div>`
  }

  protected override render(): TemplateResult {
    const { speech } = this
    const { cart, problem } = this.#store
    const note = this.#problem(cart)
    if (!cart) return problem ? html`${note}` : this.skeleton(speech.say("loading"))
    const empty = html`<div class="empty stack" tabindex="-1">${cartIcon}<h3>${speech.say("cart_empty")}</h3><p class="muted">${speech.say("cart_empty_hint")}</p></div>`
    const leftOut = this.lineItemId ? [] : this.#store.leftOut
    // The sheet keeps its place whatever the cart holds: an accepted offer may bring back what was taken out.
    return html`${note}${cart.lines.length === 0 ? empty : html`${this.#rows(cart)}${this.#foot(cart)}`}${leftOut.map((each) => caseWithoutLine(this.#lineHost(cart), each))}${this.#sheet(cart)}`
  }

  protected override skeleton(words: string): TemplateResult {
    if (this.lineItemId) return html`${bar("12rem", "40px")}`
    return html`<div aria-busy="true" style=${knownHeight(this.#room) || "block-size:16.5rem"}>
      <span class="hidden" role="status">${words}</span>
      ${[0, 1].map(() => html`<div class="line"><span class="skeleton picture"></span><div class="stack">${bar("60%", "1.2em")}${bar("35%")}${bar("12rem", "40px")}</div></div>`)}
    </div>`
  }
}
