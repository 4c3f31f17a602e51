import { html, nothing, type TemplateResult } from "lit"
import { Page } from "../page"
import type { Order } from "../types"
import { count, day, inColumn, money, say, total } from "../words"

/** The buyer's orders, the newest first. */
export class OrdersPage extends Page<Order[]> {
  protected load(): Promise<Order[]> {
    return this.shop.orders()
  }

  protected view(orders: Order[]): TemplateResult {
    if (orders.length === 0) return html`<h1>${say("orders")}</h1><section class="card"><p class="muted">${say("no_orders")}</p></section>`
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
    const sum = (amount: number): string => total(order.currency_code, amount)
    return html`<p class="small"><a href="#/orders">${say("orders")}</a></p>
      <h1>${say("order_number", { number: String(order.display_id) })}</h1>
      <p class="muted">${day(order.created_at)}</p>
      ${this.shop.placed === order.id ? html`<p class="done" role="status">${say("order_placed")}</p>` : nothing}
      <section class="card flush">
        <table>
          <thead><tr><th>${say("article")}</th><th class="number">${say("pieces")}</th><th class="number">${say("price_each")}</th><th class="number">${say("sum")}</th></tr></thead>
          <tbody>${order.items.map((item) => html`<tr><td>${item.product_title}<br /><span class="muted small">${item.variant_sku}</span></td><td class="number">${count(item.quantity)}</td><td class="number">${money(order.currency_code, item.unit_price)}</td><td class="number">${sum(item.unit_price * item.quantity)}</td></tr>`)}</tbody>
          <tfoot>
            ${order.discount_subtotal > 0 ? html`<tr><td colspan="3">${say("discount")}</td><td class="number">−${sum(order.discount_subtotal)}</td></tr>` : nothing}
            <tr><td colspan="3">${say("freight")}</td><td class="number">${sum(order.shipping_subtotal)}</td></tr>
            ${order.tax_total > 0 ? html`<tr><td colspan="3">${say("tax")}</td><td class="number">${sum(order.tax_total)}</td></tr>` : nothing}
            <tr><th colspan="3">${say("total")}</th><th class="number">${sum(order.total)}</th></tr>
          </tfoot>
        </table>
      </section>`
  }
}
