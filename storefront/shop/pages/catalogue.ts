import { html, nothing, type TemplateResult } from "lit"
import type { PriceLadder } from "../../client"
import { Page } from "../page"
import { picture } from "../parts/picture"
import { taxNote } from "../parts/tax-note"
import type { Product } from "../types"
import { count, day, inColumn, money, say } from "../words"

const AT_ONCE = 3

/** The catalogue at the buyer's own prices, with the last price paid. */
export class CataloguePage extends Page<Product[]> {
  readonly #ladders = new Map<string, PriceLadder>()
  #wanted = ""

  protected async load(): Promise<Product[]> {
    const products = await this.shop.products()
    const waiting = [...products]
    void Promise.all(Array.from({ length: AT_ONCE }, () => this.#readLadders(waiting)))
    return products
  }

  /** What was paid last comes after the prices, a few articles at a time. Where it can't be had the prices still stand. */
  async #readLadders(waiting: Product[]): Promise<void> {
    for (let product = waiting.shift(); product && this.isConnected; product = waiting.shift()) {
      const [variant] = product.variants
      if (!variant) continue
      const answer = await this.shop.client.priceLadders.list({ variant_id: variant.id, region_id: (await this.shop.place()).region_id }).catch(() => null)
      const [ladder] = answer?.ladders ?? []
      if (ladder) this.#ladders.set(variant.id, ladder)
      this.requestUpdate()
    }
  }

  #row(product: Product): TemplateResult | typeof nothing {
    const [variant] = product.variants
    const price = variant?.calculated_price
    if (!variant || !price) return nothing
    const paid = this.#ladders.get(variant.id)?.last_paid
    return html`<tr>
      <td><div class="article">${picture(product.thumbnail, 44)}<div><a href="#/product/${product.id}">${product.title}</a><br /><span class="muted small">${variant.sku}</span></div></div></td>
      <td class="wide-only muted">${product.categories?.[0]?.name ?? ""}</td>
      <td class="number"><strong>${inColumn(price.currency_code, price.calculated_amount)}</strong>${price.calculated_amount < price.original_amount ? html`<br /><span class="muted small">${say("instead_of", { price: money(price.currency_code, price.original_amount) })}</span>` : nothing}${paid ? html`<span class="phone-only muted small">${say("last_paid_short", { price: money(price.currency_code, paid.unit_price) })}</span>` : nothing}</td>
      <td class="number wide-only">${paid ? html`${inColumn(price.currency_code, paid.unit_price)}<br /><span class="muted small">${say("pieces_on", { quantity: count(paid.quantity), date: day(paid.at) })}</span>` : html`<span class="muted">–</span>`}</td>
      <td class="number wide-only muted">${variant.inventory_quantity === undefined ? "" : count(variant.inventory_quantity)}</td>
    </tr>`
  }

  protected view(products: Product[]): TemplateResult {
    const wanted = this.#wanted.trim().toLowerCase()
    const found = products.filter(({ title, variants }) => `${title} ${variants[0]?.sku ?? ""}`.toLowerCase().includes(wanted))
    const search = (event: Event): void => {
      this.#wanted = (event.target as HTMLInputElement).value
      this.requestUpdate()
    }
    return html`<div class="head"><h1>${say("catalogue")}</h1><label class="search"><span class="hidden">${say("search")}</span><input type="search" placeholder=${say("search_hint")} @input=${search} /></label></div>
      <section class="card flush">
        <table>
          <thead><tr><th>${say("article")}</th><th class="wide-only">${say("group")}</th><th class="number">${say("your_price")} ${taxNote(products[0])}</th><th class="number wide-only">${say("last_paid")}</th><th class="number wide-only">${say("in_stock")}</th></tr></thead>
          <tbody>${found.map((product) => this.#row(product))}</tbody>
        </table>
        ${found.length === 0 ? html`<p class="empty muted">${say("nothing_found")}</p>` : nothing}
      </section>`
  }
}
