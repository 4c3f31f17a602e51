import { html, LitElement, type PropertyDeclarations, type PropertyValues, type TemplateResult } from "lit"
import { keyed } from "lit/directives/keyed.js"
import { CartPage } from "./pages/cart"
import { CataloguePage } from "./pages/catalogue"
import { CheckoutPage } from "./pages/checkout"
import { LoginPage } from "./pages/login"
import { OrderPage, OrdersPage } from "./pages/orders"
import { ProductPage } from "./pages/product"
import type { Shop } from "./store"
import { count, language, LANGUAGES, say, speak } from "./words"

const PAGES: Readonly<Record<string, CustomElementConstructor>> = {
  "page-login": LoginPage, "page-catalogue": CataloguePage, "page-product": ProductPage, "page-cart": CartPage,
  "page-checkout": CheckoutPage, "page-orders": OrdersPage, "page-order": OrderPage,
}
for (const [name, page] of Object.entries(PAGES)) customElements.define(name, page)

const NAVIGATION = ["catalogue", "cart", "orders", "negotiations"] as const

function waiting(): TemplateResult {
  return html`<main class="narrow"><section class="card" role="status"><h1>${say("waiting_title")}</h1><p>${say("waiting_text")}</p></section></main>`
}

/** The shop's frame: who is logged in, where one can go, and the page one is on. */
export class ShopApp extends LitElement {
  static override properties: PropertyDeclarations = { shop: { attribute: false }, waiting: { attribute: false }, route: { state: true }, lines: { state: true } }
  declare shop: Shop | null
  /** True once the store did not answer. */
  declare waiting: boolean
  declare route: string
  /** Lines in the cart. */
  declare lines: number

  constructor() {
    super()
    this.shop = null
    this.waiting = false
    this.route = location.hash.slice(2)
    this.lines = 0
    addEventListener("hashchange", () => {
      this.route = location.hash.slice(2)
      scrollTo(0, 0)
      void this.#countLines()
    })
    // What was ordered again lies in a cart of its own where the buyer had none.
    this.addEventListener("negotiation-cart-changed", ({ detail }) => {
      this.shop?.useCart(detail.cart_id)
      void this.#countLines()
    })
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has("shop")) void this.#countLines()
  }

  /** Where the store does not tell, the page below says so. */
  async #countLines(): Promise<void> {
    this.lines = (await this.shop?.lines().catch(() => 0)) ?? 0
  }

  protected override createRenderRoot(): HTMLElement {
    return this
  }

  #page(shop: Shop): unknown {
    const [name = "", argument = ""] = this.route.split("/")
    switch (name) {
      case "product":
        return keyed(argument, html`<page-product .shop=${shop} argument=${argument}></page-product>`)
      case "cart":
        return html`<page-cart .shop=${shop}></page-cart>`
      case "checkout":
        return html`<page-checkout .shop=${shop}></page-checkout>`
      case "orders":
        return html`<page-orders .shop=${shop}></page-orders>`
      case "order":
        return keyed(argument, html`<page-order .shop=${shop} argument=${argument}></page-order>`)
      case "negotiations":
        return html`<h1>${say("all_negotiations")}</h1><section class="card"><negotiation-list cart-id=${shop.knownCart ?? ""}></negotiation-list></section>`
      default:
        return html`<page-catalogue .shop=${shop}></page-catalogue>`
    }
  }

  #leave(shop: Shop): void {
    shop.logOut()
    this.lines = 0
    location.hash = ""
    this.requestUpdate()
  }

  #languages(): TemplateResult {
    const change = (event: Event): void => {
      speak((event.target as HTMLSelectElement).value)
      this.requestUpdate()
    }
    return html`<label class="language"><span class="hidden">${say("language")}</span>
      <select @change=${change}>${LANGUAGES.map(([code, name]) => html`<option value=${code} lang=${code} ?selected=${code === language()}>${name}</option>`)}</select></label>`
  }

  /** Everything is drawn anew in another language: pages and the widget say nothing twice. */
  protected override render(): unknown {
    return keyed(language(), this.#frame())
  }

  #frame(): TemplateResult {
    const { shop } = this
    if (!shop) return this.waiting ? waiting() : html``
    if (!shop.loggedIn) return html`<main class="narrow"><page-login .shop=${shop} @logged-in=${() => this.requestUpdate()}></page-login>${this.#languages()}</main>`
    const here = this.route.split("/")[0] || "catalogue"
    return html`<header>
        <a class="brand" href="#/">Northline <span>Industrial Supply</span></a>
        <nav aria-label=${say("shop")}>${NAVIGATION.map((name) => html`<a href="#/${name}" aria-current=${here === name ? "page" : "false"}>${say(name)}${name === "cart" && this.lines > 0 ? html` <span class="count" title=${say("cart_lines")}>${count(this.lines)}</span>` : ""}</a>`)}</nav>
        <div class="who">${this.#languages()}<span class="company">${shop.buyer?.company ?? shop.email}</span><button class="quiet" @click=${() => this.#leave(shop)}>${say("log_out")}</button></div>
      </header>
      <main>${this.#page(shop)}</main>`
  }
}
