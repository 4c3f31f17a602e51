import { html, nothing, type TemplateResult } from "lit"
import { Page } from "../page"
import { say } from "../words"

/** What the page shows: the cart, and how many lines lie in it. */
interface Shown {
  readonly cartId: string
  readonly lines: number
}

/** The cart: the widget does all of it. With nothing in it there is nothing to order either. */
export class CartPage extends Page<Shown> {
  constructor() {
    super()
    this.addEventListener("negotiation-cart-changed", () => void this.read())
  }

  protected async load(): Promise<Shown> {
    const cartId = await this.shop.cartId()
    return { cartId, lines: await this.shop.lines() }
  }

  // Above the cart: what stands under it would move as it comes.
  protected view({ cartId, lines }: Shown): TemplateResult {
    return html`<div class="head"><h1>${say("cart")}</h1>
        <p class="ways">
          <a class="button" href="#/">${say("to_catalogue")}</a>
          ${lines > 0 ? html`<a class="button main" href="#/checkout">${say("to_checkout")}</a>` : nothing}
        </p></div>
      <section class="card"><negotiation-cart cart-id=${cartId} editable></negotiation-cart></section>`
  }
}
