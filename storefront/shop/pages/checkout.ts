import { html, nothing, type TemplateResult } from "lit"
import { isNegotiationError } from "../../widget"
import { Page } from "../page"
import type { ShippingOption, ShopCart } from "../types"
import { money } from "../words"

/** What the page shows: the cart and the ways it can travel. */
interface Checkout {
  readonly cart: ShopCart
  readonly options: readonly ShippingOption[]
}

const ADDRESS = { first_name: "Anna", last_name: "Keller", address_1: "1 Foundry Street", city: "Milwaukee", postal_code: "53202", country_code: "us" }
const FIELDS = [["first_name", "First name"], ["last_name", "Surname"], ["address_1", "Street"], ["city", "City"], ["postal_code", "Postal code"]] as const

/** The way a cart travels that can be chosen for it; undefined where none was chosen yet. */
function chosenOf(cart: ShopCart, options: readonly ShippingOption[]): ShippingOption | undefined {
  return options.find(({ id }) => cart.shipping_methods.some(({ shipping_option_id }) => shipping_option_id === id))
}

/** Address, delivery, order on account. */
export class CheckoutPage extends Page<Checkout> {
  #placing = false

  protected async load(): Promise<Checkout> {
    await this.shop.setAddress(ADDRESS)
    const [options, cart] = await Promise.all([this.shop.shippingOptions(), this.shop.cart()])
    const [first] = options
    // Something may have been agreed on for the way that was chosen: it is kept.
    return { options, cart: first && !chosenOf(cart, options) ? await this.shop.setShipping(first.id) : cart }
  }

  async #choose(option: ShippingOption, options: readonly ShippingOption[]): Promise<void> {
    await this.attempt(async () => {
      this.data = { options, cart: await this.shop.setShipping(option.id) }
    })
  }

  async #place(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (this.#placing) return
    this.#placing = true
    const form = new FormData(event.target as HTMLFormElement)
    const address = Object.fromEntries(FIELDS.map(([name]) => [name, String(form.get(name))]))
    await this.attempt(async () => {
      try {
        await this.shop.setAddress({ ...ADDRESS, ...address })
        location.hash = `#/order/${(await this.shop.placeOrder()).id}`
      } catch (error) {
        if (!isNegotiationError(error, "agreement_not_applicable")) throw error
        if (this.data) this.data = { ...this.data, cart: await this.shop.reprice() }
        throw new Error("An agreed price no longer holds. Nothing was ordered, and these are the prices of now.", { cause: error })
      }
    })
    this.#placing = false
  }

  protected view({ cart, options }: Checkout): TemplateResult {
    const say = (amount: number): string => money(cart.currency_code, amount)
    const chosen = chosenOf(cart, options)
    if (cart.items.length === 0) return html`<h1>Checkout</h1><section class="card"><p>The cart is empty.</p></section>`
    return html`<h1>Checkout</h1>
      <form class="two" @submit=${(event: SubmitEvent) => this.#place(event)}>
        <section class="card stack">
          <h2>Delivery</h2>
          <div class="fields">${FIELDS.map(([name, label]) => html`<label>${label} <input name=${name} required .defaultValue=${ADDRESS[name]} /></label>`)}</div>
          <fieldset class="stack">
            <legend>How</legend>
            ${options.map((option) => html`<label class="choice"><input type="radio" name="shipping" .checked=${option === chosen} @change=${() => this.#choose(option, options)} /> <span>${option.name} <span class="muted">${option.type?.description ?? ""}</span></span> <span class="number">${say(option.amount)}</span></label>`)}
          </fieldset>
        </section>
        <section class="card stack">
          <h2>Your order</h2>
          ${cart.items.map((item) => html`<p class="pair"><span>${item.product_title}<br /><span class="muted small">${item.quantity.toLocaleString("en")} × ${say(item.unit_price)}</span></span><span class="number">${say(item.unit_price * item.quantity)}</span></p>`)}
          ${cart.discount_subtotal > 0 ? html`<p class="pair muted"><span>Discount</span><span class="number">−${say(cart.discount_subtotal)}</span></p>` : nothing}
          <p class="pair muted"><span>Freight</span><span class="number">${say(cart.shipping_subtotal)}</span></p>
          ${cart.tax_total > 0 ? html`<p class="pair muted"><span>Tax</span><span class="number">${say(cart.tax_total)}</span></p>` : nothing}
          <p class="pair big"><span>Total</span><span class="number">${say(cart.total)}</span></p>
          <button class="main">${this.#placing ? "Placing the order …" : "Order on account"}</button>
        </section>
      </form>`
  }
}
