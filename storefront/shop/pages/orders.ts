import { html, nothing, type TemplateResult } from "lit"
import { Page } from "../page"
import { picture } from "../parts/picture"
import { sumsOf, type SumRow } from "../parts/sums"
import type { Order } from "../types"
import { count, day, inColumn, money, say } from "../words"

/** The buyer's orders, the newest first. */
export class OrdersPage extends Page<Order[]> {
  protected load(): Promise<Order[]> {
    return this.shop.orders()
  }

  protected view(orders: Order[]): TemplateResult {
    if (orders.length === 0) return html`<h1>${say("orders")}</h1><section class="card empty stack"><p class="muted">${say("no_orders")}</p><p><a class="button" href="#/">${say("to_catalogue")}</a></p></section>`
    return html`<h1>${say("orders")}</h1>
      <section class="card flush">
        <table>
          <thead><tr><th>${say("order")}</th><th>${say("placed")}</th><th class="wide-only">${say("articles")}</th><th class="number">${say("total")}</th></tr></thead>
          <tbody>
            ${orders.map((order) => html`<tr><td class="whole"><a href="#/order/${order.id}">${say("number", { number: String(order.display_id) })}</a></td><td class="whole">${day(order.created_at)}</td><td class="wide-only muted">${order.items.map((item) => item.product_title).join(", ")}</td><td class="number">${inColumn(order.currency_code, order.total)}</td></tr>`)}
          </tbody>
        </table>
      </section>`
  }
}

/** One order with its lines at the prices paid. */
export class OrderPage extends Page<Order> {
  protected load(): Promise<Order> {
    return this.shop.order(this.argument)
  }

  protected view(order: Order): TemplateResult {
    const { lines, rows } = sumsOf(order)
    const row = ({ kind, name, amount }: SumRow): TemplateResult =>
      kind === "total" ? html`<tr class="total"><th colspan="3">${name}</th><th class="number">${amount}</th></tr>` : html`<tr class="muted"><td colspan="3">${name}</td><td class="number">${amount}</td></tr>`
    return html`<p class="crumb small"><a href="#/orders">${say("orders")}</a></p>
      <h1>${say("order_number", { number: String(order.display_id) })}</h1>
      <p class="muted">${day(order.created_at)}</p>
      ${this.shop.placed === order.id ? html`<p class="done" role="status">${say("order_placed")}</p>` : nothing}
      <section class="card flush">
        <table class="sums">
          <thead><tr><th>${say("article")}</th><th class="number">${say("pieces")}</th><th class="number">${say("price_each")}</th><th class="number">${say("sum")}</th></tr></thead>
          <tbody>${order.items.map((item, index) => html`<tr><td><div class="article">${picture(item.thumbnail, 44)}<div>${item.product_title}<br /><span class="muted small">${item.variant_sku}</span></div></div></td><td class="number">${count(item.quantity)}</td><td class="number">${money(order.currency_code, item.unit_price)}</td><td class="number">${lines[index]}</td></tr>`)}</tbody>
          <tfoot>${rows.map(row)}</tfoot>
        </table>
      </section>
      <p class="ways"><a class="button" href="#/">${say("to_catalogue")}</a></p>`
  }
}
