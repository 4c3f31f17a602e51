import fc from "fast-check"
import type { AgreementLineView } from "../../agreement-types"
import type { AgreementDraft } from "../../case-types"
import { takeOver } from "../take-over"
import { agreementLine } from "../../__tests__/agreement-line"

const DAY = 86_400_000
const inDays = (days: number) => new Date(1_000 * DAY + days * DAY)

const line = (more: Partial<AgreementLineView> = {}) => agreementLine({ valid_from: inDays(-1), valid_until: inDays(30), ...more })

type DraftLine = AgreementDraft["lines"][number]

function draft(lines: readonly Partial<DraftLine>[], more: Partial<AgreementDraft> = {}): AgreementDraft {
  return {
    offer_id: null, option_id: null, valid_until: inDays(90), max_orders: null, promotion_stacking: "none", is_tax_inclusive: false, shared: true, concessions: [],
    lines: lines.map((each) => ({ line_id: "nline_2", variant_id: "v1", title: "Part", min_quantity: 100, unit_price: 105, max_quantity: null, committed_quantity: null, ...each })),
    ...more,
  }
}

describe("takeOver", () => {
  it("supersedes an agreement that gives nothing more", () => {
    expect(takeOver([line()], draft([{}]), "cus_1")).toEqual({ kind: "superseded", carried: [] })
    expect(takeOver([line()], draft([{ min_quantity: 50 }]), "cus_1")).toEqual({ kind: "superseded", carried: [] })
  })

  it("carries a lower threshold, a lower price and what was left of them, until they would have ended", () => {
    const old = [line({ min_quantity: 50, unit_price: 115, remaining_quantity: 400 }), line({ min_quantity: 900, unit_price: 90, revoke_at: inDays(7) })]
    expect(takeOver(old, draft([{}]), "cus_1")).toEqual({
      kind: "superseded",
      carried: [
        expect.objectContaining({ min_quantity: 50, unit_price: 115, max_quantity: 400, valid_until: inDays(30), line_id: null, committed_quantity: null }),
        expect.objectContaining({ min_quantity: 900, unit_price: 90, max_quantity: null, valid_until: inDays(7) }),
      ],
    })
  })

  it("carries a price of which the new agreement gives fewer pieces", () => {
    expect(takeOver([line()], draft([{ max_quantity: 500 }]), "cus_1")).toMatchObject({ carried: [{ unit_price: 110 }] })
    expect(takeOver([line({ remaining_quantity: 500 })], draft([{ max_quantity: 500 }]), "cus_1")).toMatchObject({ carried: [] })
  })

  it.each([
    ["counts orders and gives more", line({ max_orders: 2, min_quantity: 50 }), draft([{}])],
    ["may be ordered under without end, where the new one counts orders", line(), draft([{}], { max_orders: 1 })],
    ["has more orders left than the new one allows", line({ max_orders: 5, orders: 2 }), draft([{}], { max_orders: 2 })],
    ["ends later", line({ valid_until: inDays(91) }), draft([{}])],
    ["is the company's, the new one a buyer's alone", line(), draft([{}], { shared: false })],
    ["is a colleague's alone", line({ shared: false, customer_id: "cus_2" }), draft([{}], { shared: false })],
    ["is a buyer's alone and gives more than the company's new one", line({ shared: false, min_quantity: 50 }), draft([{}])],
  ])("lets an agreement go on beside the new one that %s", (_, old, fresh) => {
    expect(takeOver([old], fresh, "cus_1")).toEqual({ kind: "beside" })
  })

  it("leaves nobody worse off: whatever could be bought at a price can be bought at that price or a lower one", () => {
    const quantity = fc.integer({ min: 1, max: 60 })
    const cap = fc.oneof(fc.constant(null), fc.integer({ min: 1, max: 80 }))
    const prices = fc.array(fc.record({ min_quantity: quantity, unit_price: fc.integer({ min: 90, max: 119 }), remaining_quantity: cap }), { minLength: 1, maxLength: 3 })
    const fresh = fc.record({ min_quantity: quantity, unit_price: fc.integer({ min: 90, max: 119 }), max_quantity: cap })
    fc.assert(
      fc.property(prices, fresh, fc.oneof(fc.constant(null), fc.integer({ min: 1, max: 3 })), fc.integer({ min: 1, max: 80 }), (old, made, max_orders, pieces) => {
        const lines = old.map((each, index) => line({ id: `nagl_${index}`, ...each }))
        const outcome = takeOver(lines, draft([made], { max_orders }), "cus_1")
        const best = (offers: readonly { min_quantity: number; unit_price: number; left: number | null }[]) =>
          Math.min(120, ...offers.filter((each) => pieces >= each.min_quantity && (each.left === null || pieces <= each.left)).map((each) => each.unit_price))
        const before = best(lines.map((each) => ({ ...each, left: each.remaining_quantity })))
        const after = best([
          { ...made, left: made.max_quantity },
          ...(outcome.kind === "beside" ? lines.map((each) => ({ ...each, left: each.remaining_quantity })) : outcome.carried.map((each) => ({ ...each, left: each.max_quantity }))),
        ])
        expect(after).toBeLessThanOrEqual(before)
      }),
      { numRuns: 2_000 }
    )
  })
})

describe("takeOver, of what is promised", () => {
  const old = { kind: "payment_term", target: "goods", percent: 5, amount: null, shipping_option_id: null, payment_term: "prepay", min_subtotal: null, variant_id: "v1", min_quantity: 100, max_quantity: null } as const
  const prepay = (percent: number, payment_term = "prepay") => draft([{}], { concessions: [{ kind: "payment_term", payment_term, percent }] })

  it("leaves a promise standing until its pieces are bought", () => {
    const owed = line({ committed_quantity: 500, fulfilled_quantity: 499 })
    expect(takeOver([owed], draft([{}]), "cus_1")).toEqual({ kind: "beside" })
    expect(takeOver([{ ...owed, fulfilled_quantity: 500 }], draft([{}]), "cus_1")).toEqual({ kind: "superseded", carried: [] })
  })

  it.each([
    ["conceded no more", draft([{}]), "beside"],
    ["conceded less", prepay(4), "beside"],
    ["conceded for another way to pay", prepay(5, "net30"), "beside"],
    ["conceded from more pieces on", draft([{ min_quantity: 101 }], { concessions: [{ kind: "payment_term", payment_term: "prepay", percent: 5 }] }), "beside"],
    ["conceded again", prepay(5), "superseded"],
    ["conceded and more", prepay(6), "superseded"],
  ] as const)("weighs what was conceded: %s", (_, fresh, kind) => {
    expect(takeOver([line()], fresh, "cus_1", [old])).toMatchObject({ kind })
  })
})
