import { checkApplicable, checkPrices, planCart, requireReplaced, type AgreementCart, type CartLine } from "../plan-cart"
import { agreementLine as line } from "../../../modules/negotiation/__tests__/agreement-line"

function item(id: string, quantity: number, unit_price = 120, variant_id = "v1"): CartLine {
  return { id, variant_id, quantity, unit_price, is_custom_price: false }
}

function cart(items: CartLine[], more: Partial<AgreementCart> = {}): AgreementCart {
  return { id: "cart_1", customer_id: "cus_1", region_id: "reg_us", currency_code: "usd", sales_channel_id: null, completed_at: null, items, ...more }
}

const asked = (line_item_id: string, variant_id = "v1") => ({ nline_1: { line_item_id, variant_id } })

describe("planCart", () => {
  const update = (id: string) => ({ updates: [{ id, variant_id: "v1", quantity: 100 }], additions: [], removals: [] })

  it("sets the line that was negotiated, whatever else of the variant is there", () => {
    const split = cart([item("big", 70), item("asked", 20)])
    expect(planCart(split, [line()], asked("asked"), { exact: true })).toEqual(update("asked"))
  })

  it("takes the variant's largest line where that one is gone, and adds one where none is left", () => {
    expect(planCart(cart([item("small", 5), item("big", 70)]), [line()], asked("gone"), {})).toEqual(update("big"))
    expect(planCart(cart([item("other", 5, 9, "v2")]), [line()], asked("gone"), {})).toEqual({
      updates: [], additions: [{ variant_id: "v1", quantity: 100 }], removals: [],
    })
  })

  it("lowers a larger quantity only where exactly the agreed one is wanted", () => {
    const more = cart([item("asked", 150)])
    expect(planCart(more, [line()], {}, {})).toEqual({ updates: [], additions: [], removals: [] })
    expect(planCart(more, [line()], {}, { exact: true })).toEqual(update("asked"))
    expect(planCart(cart([item("asked", 100)]), [line()], {}, { exact: true })).toEqual({ updates: [], additions: [], removals: [] })
  })
})

describe("a substitute", () => {
  const instead = line({ variant_id: "v2" })

  it("takes the place of the line it was agreed for, beside what there is of it already", () => {
    const swap = { updates: [], additions: [{ variant_id: "v2", quantity: 100 }], removals: ["asked"] }
    expect(planCart(cart([item("asked", 20)]), [instead], asked("asked"), { exact: true })).toEqual(swap)
    expect(planCart(cart([item("asked", 20), item("own", 5, 90, "v2")]), [instead], asked("asked"), { exact: true })).toEqual(swap)
  })

  it("is added where that line is gone or has become another article, and refused there while it is being accepted", () => {
    for (const items of [[item("other", 20, 90, "v3")], [item("asked", 20, 90, "v3")], [item("asked", 20, 90, "v3"), item("own", 5)]]) {
      expect(planCart(cart(items), [instead], asked("asked"), {})).toEqual({ updates: [], additions: [{ variant_id: "v2", quantity: 100 }], removals: [] })
      expect(() => requireReplaced(cart(items), [instead], asked("asked"))).toThrow(expect.objectContaining({ details: expect.objectContaining({ why: "line_gone" }) }))
    }
    expect(() => requireReplaced(cart([item("asked", 20)]), [instead], asked("asked"))).not.toThrow()
    expect(() => requireReplaced(cart([]), [line()], asked("asked"))).not.toThrow()
  })
})

describe("a substitute for an article that was taken out and put back", () => {
  const instead = line({ variant_id: "v2" })
  const back = cart([item("small", 5), item("back", 20)])

  it("takes its place while the offer is being accepted", () => {
    expect(() => requireReplaced(back, [instead], asked("asked"))).not.toThrow()
    expect(planCart(back, [instead], asked("asked"), { accepting: true })).toEqual({ updates: [], additions: [{ variant_id: "v2", quantity: 100 }], removals: ["back"] })
  })

  it("leaves alone, in a later cart, what nobody spoke of", () => {
    expect(planCart(back, [instead], asked("asked"), { exact: true })).toEqual({ updates: [], additions: [{ variant_id: "v2", quantity: 100 }], removals: [] })
  })
})

describe("what an agreement brings into a cart", () => {
  const carried = line({ id: "nagl_2", min_quantity: 10, unit_price: 115, line_valid_until: new Date(9e12) })
  const gone = line({ id: "nagl_3", variant_id: "v2", remaining_quantity: 0, live: false })

  it("is what it still gives, without prices taken over from an older one", () => {
    expect(planCart(cart([]), [line(), carried, gone], {}, { exact: true })).toEqual({ updates: [], additions: [{ variant_id: "v1", quantity: 100 }], removals: [] })
    expect(() => checkApplicable(cart([]), [line(), carried, gone])).not.toThrow()
    expect(() => checkPrices(cart([item("a", 100, 110)]), [line(), carried, gone])).not.toThrow()
  })
})

describe("checkApplicable", () => {
  it.each([
    ["gone", cart([]), []],
    ["ended", cart([]), [line({ live: false }), line({ line_valid_until: new Date(9e12) })]],
    ["region", cart([], { region_id: "reg_ca" }), [line()]],
  ] as const)("refuses what can't be applied: %s", (why, given, lines) => {
    expect(() => checkApplicable(given, lines)).toThrow(expect.objectContaining({ code: "agreement_not_applicable", details: expect.objectContaining({ why }) }))
  })

  it("refuses a cart of another currency as that, also where it is of another region", () => {
    for (const region_id of ["reg_us", "reg_de"]) {
      expect(() => checkApplicable(cart([], { currency_code: "eur", region_id }), [line()])).toThrow(
        expect.objectContaining({ code: "currency_mismatch", details: { currency_code: "usd", cart_currency_code: "eur" } })
      )
    }
  })

  it("refuses a cart that was ordered", () => {
    expect(() => checkApplicable(cart([], { completed_at: new Date(0) }), [line()])).toThrow(expect.objectContaining({ code: "cart_completed" }))
  })
})

describe("checkPrices", () => {
  it("accepts the agreed price or a lower one, at the agreed quantity", () => {
    expect(() => checkPrices(cart([item("a", 100, 110)]), [line()])).not.toThrow()
    expect(() => checkPrices(cart([item("a", 40, 120), item("b", 120, 99)]), [line()])).not.toThrow()
  })

  it.each([
    ["a higher price", [item("a", 100, 110.01)]],
    ["too few pieces", [item("a", 99, 110)]],
    ["no line", []],
  ])("refuses %s", (_, items) => {
    expect(() => checkPrices(cart(items), [line()])).toThrow(expect.objectContaining({ code: "agreement_not_applicable" }))
  })
})
