import { html, nothing, type TemplateResult } from "lit"
import type { PaymentTermsAnswer } from "../../client"
import { isNegotiationError } from "../../widget"
import { agreedDeliveries, deliveryOf, termsOf } from "../agreed"
import { Page } from "../page"
import type { ShippingOption, ShopCart } from "../types"
import { count, money, say, total } from "../words"

/** What the page shows: the cart, the ways it can travel, and the ways to pay that were agreed on. */
interface Checkout {
  readonly cart: ShopCart
  readonly options: readonly ShippingOption[]
  readonly agreed: ReadonlySet<string>
  readonly terms: PaymentTermsAnswer
}

const ADDRESS = { first_name: "Anna", last_name: "Keller", address_1: "1 Foundry Street", city: "Milwaukee", postal_code: "53202", country_code: "us" }
const FIELDS = ["first_name", "last_name", "address_1", "city", "postal_code"] as const

/** Address, delivery, payment, and the order. */
export class CheckoutPage extends Page<Checkout> {
  #placing = false
  /** Whether what was chosen last went well, once that is known. */
  #choosing = Promise.resolve(true)

  protected async load(): Promise<Checkout> {
    await this.shop.setAddress(ADDRESS)
    const [options, cart] = await Promise.all([this.shop.shippingOptions(), this.shop.cart()])
    const [agreed, terms] = await Promise.all([agreedDeliveries(this.shop, cart), termsOf(this.shop, cart.id)])
    const chosen = deliveryOf(cart, options)
    // What was agreed goes before what was never chosen by hand.
    const wanted = this.shop.hasChosen("delivery") && chosen ? chosen : (options.find(({ id }) => agreed.has(id)) ?? chosen ?? options[0])
    return { options, agreed, terms, cart: wanted && wanted !== chosen ? await this.shop.setShipping(wanted.id) : await this.shop.cart() }
  }

  /** One choice after the other: each goes on from what the one before came to. */
  #choose(choice: (shown: Checkout) => Promise<Checkout>): void {
    this.#choosing = this.#choosing.then(() =>
      this.attempt(async () => {
        if (this.data) this.data = await choice(this.data)
      })
    )
  }

  #travel(option: ShippingOption): void {
    this.#choose(async (shown) => {
      const cart = await this.shop.setShipping(option.id)
      this.shop.choose("delivery")
      return { ...shown, cart }
    })
  }

  #pay(payment_term: string | null): void {
    this.#choose(async (shown) => {
      const terms = await this.shop.client.paymentTerms.choose({ cart_id: shown.cart.id, payment_term })
      this.shop.choose("payment")
      return { ...shown, terms, cart: await this.shop.cart() }
    })
  }

  async #place(event: SubmitEvent, shown: Checkout): Promise<void> {
    event.preventDefault()
    if (this.#placing) return
    this.#placing = true
    const form = new FormData(event.target as HTMLFormElement)
    const address = Object.fromEntries(FIELDS.map((name) => [name, String(form.get(name))]))
    // A choice on its way belongs to the order; where it failed, the page says so and nothing is ordered without it.
    const chosen = await this.#choosing
    this.#choosing = Promise.resolve(true)
    if (chosen) await this.#order(address, (this.data ?? shown).terms)
    this.#placing = false
  }

  async #order(address: Readonly<Record<string, string>>, terms: PaymentTermsAnswer): Promise<void> {
    const term = terms.payment_terms.find(({ id }) => id === terms.payment_term)
    await this.attempt(async () => {
      try {
        await this.shop.setAddress({ ...ADDRESS, ...address })
        location.hash = `#/order/${(await this.shop.placeOrder(term?.provider_ids[0])).id}`
      } catch (error) {
        if (!isNegotiationError(error, "agreement_not_applicable")) throw error
        if (this.data) this.data = { ...this.data, cart: await this.shop.reprice() }
        throw new Error(say("no_longer_holds"), { cause: error })
      }
    })
  }

  #delivery(shown: Checkout): TemplateResult {
    const { cart, options, agreed } = shown
    const chosen = deliveryOf(cart, options)
    return html`<fieldset class="stack">
      <legend>${say("how")}</legend>
      ${options.map((option) => html`<label class="choice"><input type="radio" name="shipping" .checked=${option === chosen} @change=${() => this.#travel(option)} /> <span>${option.name} <span class="muted">${[option.type?.description, agreed.has(option.id) ? say("agreed") : null].filter(Boolean).join(" · ")}</span></span> <span class="number">${money(cart.currency_code, option.amount)}</span></label>`)}
    </fieldset>`
  }

  #payment(shown: Checkout): TemplateResult | typeof nothing {
    const { payment_terms: known, payment_term: chosen } = shown.terms
    if (known.length === 0) return nothing
    const choice = (id: string | null, name: string, note: string): TemplateResult =>
      html`<label class="choice"><input type="radio" name="payment" .checked=${id === chosen} @change=${() => this.#pay(id)} /> <span>${name} <span class="muted">${note}</span></span></label>`
    return html`<fieldset class="stack">
      <legend>${say("payment")}</legend>
      ${known.map(({ id, days }) => choice(id, days === 0 ? say("prepaid") : say("paid_within", { days: count(days) }), say("agreed")))} ${choice(null, say("as_usual"), "")}
    </fieldset>`
  }

  /** What the tap does: the button names how it will be paid. */
  #placeName({ payment_terms, payment_term }: PaymentTermsAnswer): string {
    if (this.#placing) return say("placing")
    return say(payment_terms.some(({ id, days }) => id === payment_term && days === 0) ? "place_prepaid" : "place")
  }

  #sums({ cart, terms }: Checkout): TemplateResult {
    const sum = (value: number): string => total(cart.currency_code, value)
    return html`<section class="card stack">
      <h2>${say("your_order")}</h2>
      ${cart.items.map((item) => html`<p class="pair"><span>${item.product_title}<br /><span class="muted small">${count(item.quantity)} × ${money(cart.currency_code, item.unit_price)}</span></span><span class="number">${sum(item.unit_price * item.quantity)}</span></p>`)}
      ${cart.discount_subtotal > 0 ? html`<p class="pair muted"><span>${say("discount")}</span><span class="number">−${sum(cart.discount_subtotal)}</span></p>` : nothing}
      <p class="pair muted"><span>${say("freight")}</span><span class="number">${sum(cart.shipping_subtotal)}</span></p>
      ${cart.tax_total > 0 ? html`<p class="pair muted"><span>${say("tax")}</span><span class="number">${sum(cart.tax_total)}</span></p>` : nothing}
      <p class="pair big"><span>${say("total")}</span><span class="number">${sum(cart.total)}</span></p>
      <button class="main">${this.#placeName(terms)}</button>
    </section>`
  }

  protected view(shown: Checkout): TemplateResult {
    if (shown.cart.items.length === 0) return html`<h1>${say("checkout")}</h1><section class="card"><p>${say("cart_empty")}</p></section>`
    return html`<h1>${say("checkout")}</h1>
      <form class="two" @submit=${(event: SubmitEvent) => this.#place(event, shown)}>
        <section class="card stack">
          <h2>${say("delivery")}</h2>
          <div class="fields">${FIELDS.map((name) => html`<label>${say(name)} <input name=${name} required .defaultValue=${ADDRESS[name]} /></label>`)}</div>
          ${this.#delivery(shown)} ${this.#payment(shown)}
        </section>
        ${this.#sums(shown)}
      </form>`
  }
}
