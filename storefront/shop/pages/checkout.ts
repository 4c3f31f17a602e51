import { html, nothing, type TemplateResult } from "lit"
import type { PaymentTermsAnswer } from "../../client"
import { isNegotiationError } from "../../widget"
import { agreedDeliveries, deliveryOf, termsOf } from "../agreed"
import { Page } from "../page"
import { sumsOf } from "../parts/sums"
import { plainAddress } from "../place"
import type { Address, ShippingOption, ShopCart } from "../types"
import { count, countryName, money, say } from "../words"

/** What the page shows: the cart, the ways it can travel, and the ways to pay that were agreed on. */
interface Checkout {
  readonly cart: ShopCart
  readonly options: readonly ShippingOption[]
  readonly agreed: ReadonlySet<string>
  readonly terms: PaymentTermsAnswer
  /** Where it goes: what the cart knows, else the customer's own. */
  readonly address: Partial<Address>
  readonly countries: readonly string[]
}

const FIELDS = ["first_name", "last_name", "company", "address_1", "postal_code", "city"] as const

/** What stands in the form. @returns null while something is missing */
function addressIn(form: HTMLFormElement): Address | null {
  const written = new FormData(form)
  const address = plainAddress(Object.fromEntries([...FIELDS, "country_code"].map((name) => [name, String(written.get(name) ?? "").trim()])))
  return Object.entries(address).every(([name, value]) => value !== "" || name === "company") ? address : null
}

/** Address, delivery, payment, and the order. */
export class CheckoutPage extends Page<Checkout> {
  #placing = false
  /** Whether what was chosen last went well, once that is known. */
  #choosing = Promise.resolve(true)

  protected async load(): Promise<Checkout> {
    const [place, known] = await Promise.all([this.shop.place(), this.shop.cart()])
    // What was typed before stays; who has typed nothing is sent it where everything of theirs goes.
    const typed = known.shipping_address?.address_1 ? plainAddress(known.shipping_address) : null
    if (typed === null && place.address && known.items.length > 0) await this.shop.setAddress(place.address)
    const address = typed ?? place.address ?? {}
    const [options, cart] = await Promise.all([this.shop.shippingOptions(), this.shop.cart()])
    const [agreed, terms] = await Promise.all([agreedDeliveries(this.shop, cart), termsOf(this.shop, cart.id)])
    const chosen = deliveryOf(cart, options)
    // What was agreed goes before what was never chosen by hand.
    const wanted = this.shop.hasChosen("delivery") && chosen ? chosen : (options.find(({ id }) => agreed.has(id)) ?? chosen ?? options[0])
    return { options, agreed, terms, address, countries: place.countries, cart: wanted && wanted !== chosen ? await this.shop.setShipping(wanted.id) : await this.shop.cart() }
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

  /** An address that is whole is kept with the cart: whoever comes back finds it. Only the country changes what is shown beside it. */
  #send(event: Event): void {
    const form = (event.target as HTMLElement).closest("form")
    const address = form && addressIn(form)
    if (!address) return
    this.#choose(async (shown) => {
      await this.shop.setAddress(address)
      return { ...shown, address, options: await this.shop.shippingOptions(), cart: await this.shop.cart() }
    })
  }

  async #place(event: SubmitEvent, shown: Checkout): Promise<void> {
    event.preventDefault()
    if (this.#placing) return
    this.#placing = true
    const address = addressIn(event.target as HTMLFormElement)
    // A choice on its way belongs to the order; where it failed, the page says so and nothing is ordered without it.
    const chosen = await this.#choosing
    this.#choosing = Promise.resolve(true)
    if (chosen && address) await this.#order(address, (this.data ?? shown).terms)
    this.#placing = false
  }

  async #order(address: Address, terms: PaymentTermsAnswer): Promise<void> {
    const term = terms.payment_terms.find(({ id }) => id === terms.payment_term)
    await this.attempt(async () => {
      try {
        await this.shop.setAddress(address)
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
    const { lines, rows } = sumsOf(cart)
    return html`<section class="card stack">
      <h2>${say("your_order")}</h2>
      ${cart.items.map((item, index) => html`<p class="pair"><span>${item.product_title}<br /><span class="muted small">${count(item.quantity)} × ${money(cart.currency_code, item.unit_price)}</span></span><span class="number">${lines[index]}</span></p>`)}
      ${rows.map(({ kind, name, amount }) => html`<p class="pair ${kind === "total" ? "big" : "muted"}"><span>${name}</span><span class="number">${amount}</span></p>`)}
      <button class="main">${this.#placeName(terms)}</button>
    </section>`
  }

  #address({ address, countries }: Checkout): TemplateResult {
    const wanted = address.country_code ?? countries[0]
    const country =
      countries.length > 1
        ? html`<label>${say("country")} <select name="country_code">${countries.map((code) => html`<option value=${code} ?selected=${code === wanted}>${countryName(code)}</option>`)}</select></label>`
        : html`<input type="hidden" name="country_code" value=${wanted ?? ""} />`
    return html`<div class="fields" @change=${(event: Event) => this.#send(event)}>
      ${FIELDS.map((name) => html`<label>${say(name)} <input name=${name} ?required=${name !== "company"} .defaultValue=${address[name] ?? ""} /></label>`)} ${country}
    </div>`
  }

  protected view(shown: Checkout): TemplateResult {
    if (shown.cart.items.length === 0) return html`<h1>${say("checkout")}</h1><section class="card empty stack"><p class="muted">${say("cart_empty")}</p><p><a class="button" href="#/">${say("to_catalogue")}</a></p></section>`
    return html`<h1>${say("checkout")}</h1>
      <form class="two" @submit=${(event: SubmitEvent) => this.#place(event, shown)}>
        <section class="card stack">
          <h2>${say("delivery")}</h2>
          ${this.#address(shown)} ${this.#delivery(shown)} ${this.#payment(shown)}
        </section>
        ${this.#sums(shown)}
      </form>`
  }
}
