import { totalsOf } from "../case/subject"

const item = (unit_price: number, quantity: number, is_tax_inclusive: boolean) => ({
  id: "i", variant_id: "v", product_title: "Pump", title: "Pump", variant_title: null, variant_sku: null, thumbnail: null, compare_at_unit_price: null, unit_price, quantity, is_tax_inclusive,
})

it("where prices include tax the total does too, and no tax is taken for a discount", () => {
  const cart = { item_subtotal: 1_000, item_total: 1_190, item_tax_total: 190, items: [item(119, 10, true)] }
  expect(totalsOf(cart)).toEqual({ discount: 0, total: 1_190, is_tax_inclusive: true })
})

it("a discount on prices with tax is told with tax", () => {
  const cart = { item_subtotal: 1_000, item_total: 1_071, item_tax_total: 171, items: [item(119, 10, true)] }
  expect(totalsOf(cart)).toEqual({ discount: 119, total: 1_071, is_tax_inclusive: true })
})

it("net prices come to a net total", () => {
  const cart = { item_subtotal: 1_000, item_total: 1_071, item_tax_total: 171, items: [item(100, 10, false)] }
  expect(totalsOf(cart)).toEqual({ discount: 100, total: 900, is_tax_inclusive: false })
})

it("an empty cart comes to nothing", () => {
  expect(totalsOf({ item_subtotal: 0, items: [] })).toEqual({ discount: 0, total: 0, is_tax_inclusive: false })
})
