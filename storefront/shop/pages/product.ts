import { html, nothing, type TemplateResult } from "lit"
import type { PriceLadder } from "../../client"
import { Page } from "../page"
import { ladderChart } from "../parts/ladder-chart"
import type { Step } from "../parts/ladder-steps"
import { picture } from "../parts/picture"
import { prepareAsk } from "../parts/prepare-ask"
import { taxWords } from "../parts/tax-note"
import type { Product } from "../types"
import { count, day, money, say } from "../words"

/** What the page shows: the article, and its prices by quantity where there are any. */
interface Shown {
  readonly product: Product
  readonly ladder: PriceLadder | null
}

/** One article with its price ladder. */
export class ProductPage extends Page<Shown> {
  #quantity = 100
  #chosen = false

  protected async load(): Promise<Shown> {
    const product = await this.shop.product(this.argument)
    const [variant] = product.variants
    if (!variant) return { product, ladder: null }
    const ladder = await this.#ladderOf(variant.id)
    // Who bought it before will buy about as many again.
    const before = ladder?.last_paid?.quantity
    if (ladder === null || ladder.thresholds.length > 0 || before === undefined || this.#chosen) return { product, ladder }
    this.#quantity = before
    return { product, ladder: await this.#ladderOf(variant.id) }
  }

  async #ladderOf(variant_id: string): Promise<PriceLadder | null> {
    const { region_id } = await this.shop.place()
    const { ladders } = await this.shop.client.priceLadders.list({ variant_id, region_id, quantity: this.#quantity })
    const [ladder = null] = ladders
    // What was looked at is for the merchant's tracking: where it can't be told, the page goes on.
    if (ladder && ladder.thresholds.length > 0) void this.shop.client.behaviour.record({ name: "ladder_seen", variant_id }, { attempts: 0 }).catch(() => undefined)
    return ladder
  }

  /** The next steps depend on how many pieces one thinks of. */
  #think(event: Event): void {
    const quantity = Number((event.target as HTMLInputElement).value)
    if (!Number.isInteger(quantity) || quantity < 1) return
    this.#quantity = quantity
    this.#chosen = true
    void this.read()
  }

  async #add(event: SubmitEvent, variantId: string): Promise<void> {
    event.preventDefault()
    const quantity = Number(new FormData(event.target as HTMLFormElement).get("quantity"))
    if (await this.attempt(() => this.shop.addLine(variantId, quantity))) location.hash = "#/cart"
  }

  /** Puts them into the cart, and opens there what asks for the price of a step. */
  async #askFor(variantId: string, step: Step): Promise<void> {
    const asked = await this.attempt(async () => {
      const cart = await this.shop.addLine(variantId, this.#quantity)
      const line = cart.items.find((item) => item.variant_id === variantId)
      if (line) prepareAsk(cart.id, line.id, { price: step.price, quantity: step.from })
    })
    if (asked) location.hash = "#/cart"
  }

  protected view({ product, ladder }: Shown): TemplateResult {
    const [variant] = product.variants
    const price = variant?.calculated_price
    return html`<p class="crumb small"><a href="#/">${say("catalogue")}</a></p>
      <h1>${product.title}</h1>
      <div class="two">
        <section class="card stack">
          <div class="article">${picture(product.thumbnail, 88)}<div class="stack"><p class="muted">${variant?.sku}</p><p>${product.description}</p></div></div>
          ${price ? html`<p class="big">${money(price.currency_code, price.calculated_amount)} <span class="muted small">${say("per_piece")}, ${taxWords(price.is_calculated_price_tax_inclusive === true)}</span></p>` : nothing}
          ${ladder?.last_paid ? html`<p class="muted">${say("last_paid_text", { price: money(ladder.currency_code, ladder.last_paid.unit_price), quantity: count(ladder.last_paid.quantity), date: day(ladder.last_paid.at) })}</p>` : nothing}
          ${ladder?.availability ? html`<p class="muted">${say("in_stock_text", { quantity: count(ladder.availability.in_stock) })}</p>` : nothing}
          ${variant
            ? html`<form class="line" @submit=${(event: SubmitEvent) => this.#add(event, variant.id)}>
                <label>${say("pieces")} <input name="quantity" type="number" inputmode="numeric" min="1" step="1" required .defaultValue=${String(this.#quantity)} @change=${this.#think} /></label>
                <button class="main">${say("add")}</button>
              </form>`
            : nothing}
        </section>
        <section class="card"><h2>${say("ladder")}</h2>${ladder ? ladderChart(ladder, this.#quantity, ladder.negotiable && variant ? (step) => void this.#askFor(variant.id, step) : null) : html`<p class="muted">${say("no_ladder")}</p>`}</section>
      </div>`
  }
}
