import type { AgreementLineView, KnownUse } from "../../../../modules/negotiation/agreement-types"
import { attributeOrder } from "../attribute-order"
import type { HeldItem, HeldOrder } from "../read-order"
import { agreementLine as line } from "../../../../modules/negotiation/__tests__/agreement-line"

const item = (quantity: number, unit_price = 110, more: Partial<HeldItem> = {}): HeldItem => ({ id: "item", variant_id: "v1", unit_price, quantity, given_back: 0, ...more })

function order(items: HeldItem[], more: Partial<HeldOrder> = {}): HeldOrder {
  return {
    id: "order_1", cart_id: "cart_1", customer_id: "cus_1", region_id: "reg_us", currency_code: "usd", sales_channel_id: null,
    placed_at: "2026-11-23T12:00:00.000Z", changed_at: "2026-11-23T12:00:00.000Z", cancelled: false, items, ...more,
  }
}

const use = (more: Partial<KnownUse> = {}): KnownUse => ({
  id: "nuse_1", agreement_id: "nagr_1", status: "confirmed",
  lines: [{ agreement_line_id: "nagl_1", line_id: "nline_1", variant_id: "v1", quantity: 150, unit_price: 110 }], ...more,
})
const normally = (price: number) => () => price
const unheard = (agreed: AgreementLineView[]) => ({ uses: [], heard: [], conceded: [], agreed })

describe("attributeOrder", () => {
  it("finds the agreement behind a price nobody checked", () => {
    expect(attributeOrder(order([item(150)]), ["ncom_1"], unheard([line()]), normally(120)).uses).toMatchObject([
      { agreement_id: "nagr_1", lines: [{ agreement_line_id: "nagl_1", quantity: 150, smallest: 150 }] },
    ])
  })

  it.each([
    ["the buyer's own price is as low", order([item(150)]), 110],
    ["the price is another", order([item(150, 111)]), 120],
    ["the currency is another", order([item(150)], { currency_code: "eur" }), 120],
    ["nothing is left of it", order([item(0, 110, { given_back: 150 })]), 120],
    ["it was placed before the agreement was there", order([item(150)], { placed_at: "1969-06-01T12:00:00.000Z" }), 120],
  ])("finds none where %s", (_, given, own) => {
    expect(attributeOrder(given, ["ncom_1"], unheard([line()]), normally(own)).uses).toEqual([])
  })

  it("leaves what was counted with its agreement, whatever the buyer's own price has become", () => {
    const after = attributeOrder(order([item(40, 110, { given_back: 110 })]), ["ncom_1"], { ...unheard([line({ status: "expired", live: false })]), uses: [use()] }, normally(100))
    expect(after.uses).toMatchObject([{ agreement_id: "nagr_1", lines: [{ quantity: 40, given_back: 110, smallest: 40 }] }])
  })

  it("judges what was settled before by the prices of then: it rested on nothing, and goes on so; what came since is judged", () => {
    const heard = [{ variant_id: "v1", unit_price: 110 }]
    const find = (given: HeldOrder, agreed: AgreementLineView[]) => attributeOrder(given, ["ncom_1"], { ...unheard(agreed), heard }, normally(120)).uses.map((each) => each.agreement_id)
    expect(find(order([item(150)]), [line()])).toEqual([])
    expect(find(order([item(150), item(150, 105)]), [line(), line({ id: "nagl_2", agreement_id: "nagr_2", unit_price: 105 })])).toEqual(["nagr_2"])
    expect(attributeOrder(order([item(150)]), ["ncom_1"], unheard([line()]), normally(120)).heard).toEqual(heard)
    expect(attributeOrder(order([item(150)]), ["ncom_1"], unheard([]), normally(120)).heard).toEqual([])
  })

  it("finds the agreement at the buyer's own price where something agreed is taken off, or another article stands in", () => {
    const conceded = [{ item_id: "item", agreement_id: "nagr_1", agreement_line_id: "nagl_1" }]
    const find = (given: HeldOrder, agreed: AgreementLineView[], more: object = {}) => attributeOrder(given, ["ncom_1"], { ...unheard(agreed), ...more }, normally(100)).uses
    const counted = [{ agreement_id: "nagr_1", lines: [{ agreement_line_id: "nagl_1", quantity: 150 }] }]
    expect(find(order([item(150, 100)]), [line()], { conceded })).toMatchObject(counted)
    expect(find(order([item(150)]), [line({ stands_in: true })])).toMatchObject(counted)
    expect(find(order([item(99)]), [line({ stands_in: true })])).toEqual([])
    expect(find(order([item(150, 100)]), [line()])).toEqual([])
  })

  it("an agreement that takes something off freight or other goods is used for no pieces, as long as anything of the order is kept", () => {
    const conceded = [{ item_id: null, agreement_id: "nagr_9", agreement_line_id: null }]
    const find = (given: HeldOrder, known: object) => attributeOrder(given, ["ncom_1"], { ...unheard([]), ...known }, normally(100)).uses
    const used = [{ agreement_id: "nagr_9", lines: [], conceded: true }]
    expect(find(order([item(5, 50)]), { conceded })).toEqual(used)
    expect(find(order([item(5, 50)]), { uses: [use({ agreement_id: "nagr_9", lines: [] })] })).toEqual(used)
    expect(find(order([item(0, 50, { given_back: 5 })]), { conceded })).toEqual([])
  })

  it("prefers an agreement that was open for the order over one that had ended, or was not meant for so few", () => {
    const ended = line({ id: "nagl_0", agreement_id: "nagr_0", valid_until: new Date("2026-11-01") })
    const large = line({ id: "nagl_2", agreement_id: "nagr_2", min_quantity: 500 })
    const find = (lines: AgreementLineView[]) => attributeOrder(order([item(150)]), ["ncom_1"], unheard(lines), normally(120)).uses.map((each) => each.agreement_id)
    expect([find([ended, line(), large]), find([ended, large])]).toEqual([["nagr_1"], ["nagr_2"]])
  })

  it("prefers the buyer's own agreement over a stranger's whose price reached the cart, and that over none", () => {
    const strangers = line({ id: "nagl_0", agreement_id: "nagr_0", company_id: "ncom_2" })
    const find = (lines: AgreementLineView[]) => attributeOrder(order([item(150)]), ["ncom_1"], unheard(lines), normally(120)).uses.map((each) => each.agreement_id)
    expect([find([strangers, line({ status: "expired" })]), find([strangers])]).toEqual([["nagr_1"], ["nagr_0"]])
  })

  it("adds up lines at one agreed price and keeps the smallest in mind", () => {
    expect(attributeOrder(order([item(150), item(30), item(0, 110, { given_back: 20 })]), ["ncom_1"], unheard([line()]), normally(120)).uses[0]?.lines[0]).toMatchObject({
      quantity: 180, smallest: 30,
    })
  })

  describe("promised volume", () => {
    const promising = (more: Partial<AgreementLineView> = {}) => line({ committed_quantity: 1_000, ...more })
    const counts = (given: HeldOrder, lines: AgreementLineView[], own = 120) => attributeOrder(given, ["ncom_1"], unheard(lines), normally(own)).promised_line_ids

    it.each([
      ["at the agreed price", order([item(150)]), {}],
      ["at any other", order([item(1, 87)]), {}],
      ["in another region of the currency", order([item(1, 87)], { region_id: "reg_ca" }), {}],
      ["in time, heard of after the end", order([item(1, 87)]), { status: "expired", valid_until: new Date("2026-11-24") }],
      ["under an agreement of which nothing is left", order([item(1, 87)]), { status: "used_up", remaining_quantity: 0 }],
    ] as const)("what was bought %s counts", (_, given, more) => {
      expect(counts(given, [promising(more)])).toEqual(["nagl_1"])
    })

    it.each([
      ["another article", order([item(1, 87, { variant_id: "v2" })]), {}],
      ["in another currency", order([item(1, 87)], { currency_code: "eur" }), {}],
      ["by another company", order([item(1, 87)]), { company_id: "ncom_2" }],
      ["before it began", order([item(1, 87)]), { valid_from: new Date("2026-11-24") }],
      ["after its end", order([item(1, 87)]), { valid_until: new Date("2026-11-22") }],
      ["after it was revoked with notice", order([item(1, 87)]), { revoke_at: new Date("2026-11-22") }],
      ["once it was revoked", order([item(1, 87)]), { status: "revoked" }],
      ["where nothing was promised", order([item(1, 87)]), { committed_quantity: null }],
    ] as const)("what was bought %s does not", (_, given, more) => {
      expect(counts(given, [promising(more)])).toEqual([])
    })

    it("every promise that runs is counted on, and pieces name the company at whose price they were bought", () => {
      const newer = promising({ id: "nagl_2", agreement_id: "nagr_2", unit_price: 105 })
      const given = order([item(150, 105), item(20, 120), item(5, 0)])
      const settled = attributeOrder(given, ["ncom_1"], unheard([promising(), newer]), normally(120))
      expect(settled.promised_line_ids).toEqual(["nagl_1", "nagl_2"])
      expect(settled.pieces).toEqual([
        { variant_id: "v1", quantity: 150, company_id: "ncom_1" }, { variant_id: "v1", quantity: 20, company_id: null }, { variant_id: "v1", quantity: 0, company_id: null },
      ])
    })
  })
})
