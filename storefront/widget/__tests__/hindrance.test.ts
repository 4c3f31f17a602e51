import type { CartLine } from "../case/subject"
import { hindranceOf } from "../panel/subject"

const line = (title: string, variant_id: string, negotiable = true): CartLine => ({
  id: title, variant_id, title, detail: "", thumbnail: null, quantity: 1, unit_price: 1, compare_at_unit_price: null,
  ladder: {
    variant_id, line_item_id: title, quantity: 1, currency_code: "usd", list_unit_price: 1, current_unit_price: 1, last_paid: null, thresholds: [], next_threshold: null,
    availability: null, is_tax_inclusive: false, agreed: [], hint: null, negotiable, reason_code: null,
  },
})

it("a cart of different articles at negotiable prices is asked for as one", () => {
  expect(hindranceOf([line("Pump", "v1"), line("Valve", "v2")])).toBeNull()
})

it("names the article whose price is fixed, or that nobody knows a price ladder of", () => {
  expect(hindranceOf([line("Pump", "v1"), line("Valve", "v2", false)])).toEqual({ title: "Valve", why: "whole_cart_fixed" })
  expect(hindranceOf([line("Pump", "v1"), { ...line("Gift card", "v2"), ladder: null }])).toEqual({ title: "Gift card", why: "whole_cart_fixed" })
})

it("names the article that is in the cart twice", () => {
  expect(hindranceOf([line("Pump", "v1"), line("Pump again", "v1")])).toEqual({ title: "Pump again", why: "whole_cart_twice" })
})
