import type { CartLine, CartSnapshot } from "../facts/read-cart"
import { requestedLines } from "../request-lines"

function line(more: Partial<CartLine> = {}): CartLine {
  return {
    id: "cali_1", variant_id: "variant_1", product_id: "prod_1", product_title: "Cylinder", title: "Cylinder", variant_title: null, variant_sku: null,
    quantity: 10, unit_price: 120, is_custom_price: false, is_giftcard: false, ...more,
  }
}

function cart(item: CartLine): CartSnapshot {
  return { id: "cart_1", customer_id: "cus_1", region_id: "reg_1", currency_code: "usd", sales_channel_id: null, completed_at: null, items: [item] }
}

describe("what a buyer may ask a price for", () => {
  const byLine = { cart_id: "cart_1", lines: [{ line_item_id: "cali_1", target_unit_price: 110 }] }
  const whole = { cart_id: "cart_1", target_total: 1_100 }

  it.each([
    ["a gift card", { is_giftcard: true }, "gift_card"],
    ["a price somebody set by hand", { is_custom_price: true }, "custom_price"],
    ["what is no article of the catalogue", { variant_id: null }, "no_variant"],
    ["a gift card that is no article of the catalogue", { is_giftcard: true, variant_id: null }, "gift_card"],
  ])("is not %s, and the reason is told", (_what, more, reason) => {
    for (const body of [byLine, whole]) {
      expect(() => requestedLines(cart(line(more)), body)).toThrow(expect.objectContaining({ code: "not_negotiable", details: { line_item_id: "cali_1", reason } }))
    }
  })

  it("is every other line", () => {
    expect(requestedLines(cart(line()), byLine).asks).toMatchObject([{ unit_price: 110, quantity: 10 }])
  })
})
