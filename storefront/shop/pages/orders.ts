import { html, nothing, type TemplateResult } from "lit"
import { Page } from "../page"
import type { Order } from "../types"
import { count, day, money } from "../words"

/** The buyer's orders, the newest first. */
export class OrdersPage extends Page<Order[]> {
  protected load(): Promise<Order[]> {
    return this.shop.orders()
  }

  protected view(orders: Order[]): TemplateResult {
    if (orders.length === 0) return html`<h1>Orders</h1><section class="card"><p class="muted">Nothing ordered yet.</p></section>`
    return html`<h1>Orders</h1>
      <section class="card flush">
        <table>
          <thead><tr><th>Order</th><th>Placed</th><th class="wide-only">Articles</th><th class="number">Total</th></tr></thead>
          <tbody>
            ${orders.map((order) => html`<tr><td><a href="#/order/${order.id}">No. ${order.display_id}</a></td><td>${day(order.created_at)}</td><td class="wide-only muted">${order.items.map((item) => item.product_title).join(", ")}</td><td class="number">${money(order.currency_code, order.total)}</td></tr>`)}
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
    const say = (amount: number): string => money(order.currency_code, amount)
    return html`<p class="small"><a href="#/orders">Orders</a></p>
      <h1>Order no. ${order.display_id}</h1>
      <p class="muted">${day(order.created_at)}</p>
      <section class="card flush">
        <table>
          <thead><tr><th>Article</th><th class="number">Pieces</th><th class="number">Price each</th><th class="number">Sum</th></tr></thead>
          <tbody>${order.items.map((item) => html`<tr><td>${item.product_title}<br /><span class="muted small">${item.variant_sku}</span></td><td class="number">${count(item.quantity)}</td><td class="number">${say(item.unit_price)}</td><td class="number">${say(item.unit_price * item.quantity)}</td></tr>`)}</tbody>
          <tfoot>
            ${order.discount_subtotal > 0 ? html`<tr><td colspan="3">Discount</td><td class="number">−${say(order.discount_subtotal)}</td></tr>` : nothing}
            <tr><td colspan="3">Freight</td><td class="number">${say(order.shipping_subtotal)}</td></tr>
            ${order.tax_total > 0 ? html`<tr><td colspan="3">Tax</td><td class="number">${say(order.tax_total)}</td></tr>` : nothing}
            <tr><th colspan="3">Total</th><th class="number">${say(order.total)}</th></tr>
          </tfoot>
        </table>
      </section>`
  }
}
