import { checkLines, refusalOf } from "../check-lines"
import type { AgreementCart } from "../plan-cart"
import { agreementLine as line } from "../../../modules/negotiation/__tests__/agreement-line"

function cart(quantity: number, unit_price: number, more: Partial<AgreementCart> = {}): AgreementCart {
  return {
    id: "cart_1", customer_id: "cus_1", region_id: "reg_us", currency_code: "usd", sales_channel_id: null, completed_at: null,
    items: [{ id: "item_1", variant_id: "v1", quantity, unit_price, is_custom_price: false }], ...more,
  }
}

const acme = { company_ids: ["ncom_1"], customer_id: "cus_1" }
const normally = (price: number) => () => price

describe("checkLines", () => {
  it("claims the agreement a price rests on", () => {
    expect(checkLines(cart(150, 110), acme, [line()], normally(120))).toEqual({
      uses: [{ agreement_id: "nagr_1", lines: [{ agreement_line_id: "nagl_1", line_id: "nline_1", variant_id: "v1", quantity: 150, unit_price: 110 }] }],
      problems: [],
    })
  })

  it("claims nothing where the buyer pays no less than without it", () => {
    expect(checkLines(cart(50, 120), acme, [line()], normally(120))).toEqual({ uses: [], problems: [] })
    expect(checkLines(cart(150, 110), acme, [line({ live: false })], normally(110))).toEqual({ uses: [], problems: [] })
    expect(checkLines(cart(150, 105), acme, [line()], normally(105))).toEqual({ uses: [], problems: [] })
  })

  it("claims the agreement at the buyer's own price where something agreed is taken off, or another article stands in", () => {
    const claimed = { uses: [{ agreement_id: "nagr_1" }], problems: [] }
    const off = [{ item_id: "item_1", agreement_id: "nagr_1", agreement_line_id: "nagl_1" }]
    expect(checkLines(cart(150, 110), acme, [line()], normally(110))).toEqual({ uses: [], problems: [] })
    expect(checkLines(cart(150, 110), acme, [line()], normally(110), off)).toMatchObject(claimed)
    expect(checkLines(cart(150, 110), acme, [line({ stands_in: true })], normally(110))).toMatchObject(claimed)
    expect(checkLines(cart(99, 110), acme, [line({ stands_in: true })], normally(110))).toEqual({ uses: [], problems: [] })
    expect(checkLines(cart(150, 110), acme, [line({ live: false, stands_in: true })], normally(110))).toEqual({ uses: [], problems: [] })
  })

  it("claims pieces that something agreed is taken off at any price, as many as are left", () => {
    const off = [{ item_id: "item_1", agreement_id: "nagr_1", agreement_line_id: "nagl_1" }]
    expect(checkLines(cart(150, 100), acme, [line()], normally(100), off)).toMatchObject({ uses: [{ agreement_id: "nagr_1", lines: [{ quantity: 150, unit_price: 100 }] }], problems: [] })
    expect(checkLines(cart(150, 100), acme, [line({ remaining_quantity: 149 })], normally(100), off).problems).toMatchObject([{ why: "used_up" }])
  })

  it("claims an agreement for no pieces where it takes something off freight or other goods", () => {
    const off = [{ item_id: null, agreement_id: "nagr_9", agreement_line_id: null }]
    expect(checkLines(cart(5, 50), acme, [], normally(50), off)).toEqual({ uses: [{ agreement_id: "nagr_9", lines: [] }], problems: [] })
  })

  it.each([
    ["ended", cart(150, 110), line({ live: false, status: "expired" })],
    ["quantity", cart(99, 110), line()],
    ["region", cart(150, 110, { region_id: "reg_ca" }), line()],
    ["used_up", cart(150, 110), line({ remaining_quantity: 149 })],
    ["used_up", cart(150, 110), line({ remaining_quantity: 50, live: false })],
  ] as const)("names why an agreed price no longer applies: %s", (why, given, agreed) => {
    const check = checkLines(given, acme, [agreed], normally(120))
    expect(check.uses).toEqual([])
    expect(check.problems).toMatchObject([{ why, line_item_id: "item_1", agreement_id: "nagr_1" }])
    expect(refusalOf(check)).toMatchObject({ code: "agreement_not_applicable", details: { lines: check.problems } })
  })

  it("takes another live agreement at the same price where one has ended", () => {
    const check = checkLines(cart(150, 110), acme, [line({ live: false }), line({ agreement_id: "nagr_2" })], normally(120))
    expect(check).toMatchObject({ uses: [{ agreement_id: "nagr_2" }], problems: [] })
  })

  it.each([
    ["who left the company", { ...acme, company_ids: ["ncom_2"] }, line()],
    ["without a company", { company_ids: [], customer_id: null }, line()],
    ["whose colleague keeps it", { ...acme, customer_id: "cus_2" }, line({ shared: false })],
  ])("refuses a buyer %s, and tells nothing of the agreement", (_, buyer, agreed) => {
    const { uses, problems } = checkLines(cart(150, 110), buyer, [agreed], normally(120))
    expect([uses, problems]).toMatchObject([[], [{ why: "buyer", agreement_id: null, min_quantity: null }]])
  })

  it("claims the line of an agreement, not its variant", () => {
    const carried = line({ id: "nagl_2", line_id: null, min_quantity: 50, unit_price: 115, line_valid_until: new Date(9e12) })
    const two = cart(150, 110)
    const items = [...two.items, { ...two.items[0]!, id: "item_2", quantity: 60, unit_price: 115 }]
    expect(checkLines({ ...two, items }, acme, [line(), carried], normally(120)).uses).toMatchObject([
      { agreement_id: "nagr_1", lines: [{ agreement_line_id: "nagl_1", quantity: 150 }, { agreement_line_id: "nagl_2", quantity: 60 }] },
    ])
  })

  it("leaves custom prices and other currencies alone", () => {
    const custom = cart(150, 110)
    const items = custom.items.map((item) => ({ ...item, is_custom_price: true }))
    expect(checkLines({ ...custom, items }, acme, [line({ live: false })], normally(120)).problems).toEqual([])
    expect(checkLines(cart(150, 110, { currency_code: "eur" }), acme, [line({ live: false })], normally(120)).problems).toEqual([])
  })
})
