import type { AdminAgreement, StoreConcession } from "../../../contract"
import { articleCount, commitmentOf, distinctConcessions, endOf, flagKinds, newestFlag } from "../agreements"

const concession = (id: string, terms: Partial<StoreConcession> = {}): StoreConcession => ({
  id, kind: "freight", on: "goods", percent: 2, amount: null, shipping_option_id: "so_1", payment_term: null, min_subtotal: null, max_quantity: null, ...terms,
})

describe("an agreement in words", () => {
  it("says a concession once, however many lines carry it", () => {
    expect(distinctConcessions([concession("a"), concession("b"), concession("c", { percent: 3 })]).map(({ percent }) => percent)).toEqual([2, 3])
    const counted = [concession("a", { max_quantity: 10 }), concession("b", { max_quantity: 20 }), concession("c")]
    expect(distinctConcessions(counted).map((each) => each.agreed_only)).toEqual([true, false])
  })

  it("adds commitments up without letting one line pay for another", () => {
    const line = (promised: number, bought: number) => ({ commitment: { promised, bought, open: Math.max(0, promised - bought) } })
    expect(commitmentOf([line(100, 150), line(300, 100), { commitment: null }])).toEqual({ promised: 400, bought: 250, open: 200, share: 0.5 })
    expect(commitmentOf([line(100, 140)])).toMatchObject({ open: 0, share: 1 })
    expect(commitmentOf([{ commitment: null }])).toBeNull()
  })

  it("counts articles, not thresholds", () => {
    expect(articleCount([{ variant_id: "a" }, { variant_id: "a" }, { variant_id: "b" }])).toBe(2)
  })

  it("knows which end counts", () => {
    const agreement = { status: "active" as const, ended_at: null, ends_at: null, valid_until: "2026-12-31T00:00:00.000Z" }
    expect(endOf(agreement)).toEqual({ at: agreement.valid_until, how: "until" })
    expect(endOf({ ...agreement, ends_at: "2026-12-01T00:00:00.000Z" })).toEqual({ at: "2026-12-01T00:00:00.000Z", how: "announced" })
    expect(endOf({ ...agreement, ends_at: "2027-01-01T00:00:00.000Z" }).how).toBe("until")
    expect(endOf({ ...agreement, status: "revoked", ended_at: "2026-11-01T00:00:00.000Z" })).toEqual({ at: "2026-11-01T00:00:00.000Z", how: "ended" })
  })

  it("gathers flags of a kind, the newest on top, and knows the newest moment", () => {
    const flags: AdminAgreement["flags"] = [
      { kind: "over_limit", at: "2026-11-01T00:00:00.000Z", order_id: "order_1", detail: null },
      { kind: "volume_returned", at: "2026-11-03T00:00:00.000Z", order_id: null, detail: null },
      { kind: "over_limit", at: "2026-11-02T00:00:00.000Z", order_id: "order_2", detail: null },
    ]
    expect(flagKinds(flags)).toEqual([{ kind: "volume_returned", count: 1 }, { kind: "over_limit", count: 2 }])
    expect(newestFlag(flags)).toBe("2026-11-03T00:00:00.000Z")
    expect(newestFlag([])).toBeNull()
  })
})
