import { priceRequestSchema } from "../../../src/contract"
import { askBody, type AskDraft } from "../panel/ask-body"
import { readPieces } from "../phrases/pieces"

const pieces = (text: string) => readPieces("en", text)

const LINE = { cart_id: "cart_1", line_item_id: "cali_1", pays_now: 120 }
const CART = { cart_id: "cart_1", line_item_id: null, pays_now: 5_000 }
const bodyOf = (draft: AskDraft, target: typeof LINE | typeof CART = LINE, file: string | null = null) => {
  const result = askBody(draft, target, pieces, file)
  if (!result.ok) throw new Error(JSON.stringify(result.faults))
  return result.body
}

it("a price is all it takes", () => {
  expect(bodyOf({ price: "110" })).toEqual({ cart_id: "cart_1", lines: [{ line_item_id: "cali_1", target_unit_price: 110 }] })
  expect(bodyOf({ price: "4800" }, CART)).toEqual({ cart_id: "cart_1", target_total: 4_800 })
})

it("everything typed is in it, nothing empty is, and the store takes it", () => {
  const draft = {
    price: "110.5", quantity: "200", purpose: " Spring ", annual_volume: "9,000", needed_by: "2026-12-20",
    competitor: "Bolt & Co", competing_price: "109", competing_quantity: "100", competing_until: "2026-12-01", message: "  ",
  }
  const body = bodyOf(draft, LINE, "file_1")
  expect(body).toEqual({
    cart_id: "cart_1",
    lines: [
      {
        line_item_id: "cali_1", target_unit_price: 110.5, quantity: 200,
        competing_offer: { competitor: "Bolt & Co", unit_price: 109, quantity: 100, valid_until: "2026-12-01", file_id: "file_1" },
      },
    ],
    context: { purpose: "Spring", annual_volume: 9_000, needed_by: "2026-12-20" },
  })
  expect(priceRequestSchema.safeParse(body).success).toBe(true)
})

it("evidence without the competitor it is of is not dropped: who offers it is asked for", () => {
  expect(askBody({ price: "110" }, LINE, pieces, "file_1")).toEqual({ ok: false, faults: { competitor: "competitor_needed" } })
})

it.each([
  [{}, { price: "price_needed" }],
  [{ price: "0" }, { price: "price_needed" }],
  [{ price: "a" }, { price: "price_needed" }],
  [{ price: "120" }, { price: "price_too_high" }],
  [{ price: "110", quantity: "1.5" }, { quantity: "quantity_needed" }],
  [{ price: "110", quantity: "0" }, { quantity: "quantity_needed" }],
  [{ price: "110", annual_volume: "-1" }, { annual_volume: "quantity_needed" }],
  [{ price: "110", competitor: "Bolt" }, { competitor: "competitor_needed" }],
  [{ price: "110", competing_price: "100" }, { competitor: "competitor_needed" }],
])("%j is not sent", (draft, faults) => {
  expect(askBody(draft, LINE, pieces)).toEqual({ ok: false, faults })
})
