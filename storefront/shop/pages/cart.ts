import { html, type TemplateResult } from "lit"
import { Page } from "../page"
import { say } from "../words"

/** The cart: the widget does all of it. */
export class CartPage extends Page<string> {
  protected load(): Promise<string> {
    return this.shop.cartId()
  }

  protected view(cartId: string): TemplateResult {
    return html`<h1>${say("cart")}</h1>
      <section class="card"><negotiation-cart cart-id=${cartId} editable></negotiation-cart></section>
      <p class="end"><a class="button main" href="#/checkout">${say("to_checkout")}</a></p>`
  }
}
