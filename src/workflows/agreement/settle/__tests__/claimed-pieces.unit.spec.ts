import fc from "fast-check"
import { keptPieces, type CountedItem, type OrderClaim } from "../claimed-pieces"

const item = (more: Partial<CountedItem> = {}): CountedItem => ({ id: "a", variant_id: "v1", ordered: 100, returned: 0, written_off: 0, ...more })
const claim = (written_off: number, asked_back: number, received: number, sent: OrderClaim["sent"] = []): OrderClaim => ({
  claimed: [{ item_id: "a", written_off, asked_back, received }], sent,
})
const kept = (items: CountedItem[], claims: OrderClaim[]) => Object.fromEntries(keptPieces(items, claims))

describe("keptPieces", () => {
  it.each([
    ["returned", item({ returned: 30 }), [], 70],
    ["received back damaged: written off besides, and gone once", item({ returned: 30, written_off: 30 }), [], 70],
    ["claimed and asked back, not here yet", item({ written_off: 30 }), [claim(30, 30, 0)], 70],
    ["claimed and received back", item({ written_off: 30, returned: 30 }), [claim(30, 30, 30)], 70],
    ["claimed, and others returned", item({ written_off: 20, returned: 30 }), [claim(20, 0, 0)], 50],
    ["asked back, and still with the buyer", item(), [claim(0, 30, 0)], 100],
    ["more than there was", item({ written_off: 80, returned: 80 }), [claim(80, 0, 0)], 0],
  ] as const)("%s", (_, given, claims, left) => {
    expect(kept([given], [...claims])).toEqual({ a: { quantity: left, given_back: 100 - left } })
  })

  it("what was sent in place stands where it was ordered, and not twice", () => {
    const sent = [{ item_id: "b", quantity: 30 }]
    const replacement = item({ id: "b", ordered: 30 })
    for (const made of [claim(30, 0, 0, sent), claim(30, 30, 0, sent)]) {
      expect(kept([item({ written_off: 30 }), replacement], [made])).toEqual({ a: { quantity: 100, given_back: 0 }, b: { quantity: 0, given_back: 0 } })
    }
    expect(kept([item(), replacement], [claim(0, 30, 0, sent)])).toMatchObject({ a: { quantity: 100 }, b: { quantity: 0 } })
    expect(kept([item({ returned: 30 }), replacement], [claim(0, 30, 30, sent)])).toMatchObject({ a: { quantity: 100 }, b: { quantity: 0 } })
  })

  it("another article, or more than was claimed, stands for itself", () => {
    const sent = [{ item_id: "b", quantity: 50 }]
    expect(kept([item({ written_off: 30 }), item({ id: "b", variant_id: "v2", ordered: 50 })], [claim(30, 0, 0, sent)])).toMatchObject({ a: { quantity: 70 }, b: { quantity: 50 } })
    expect(kept([item({ written_off: 30 }), item({ id: "b", ordered: 50 })], [claim(30, 0, 0, sent)])).toMatchObject({ a: { quantity: 100 }, b: { quantity: 20 } })
  })

  it("never more than was ordered, nor less than nothing, and nothing is lost between kept and given back", () => {
    const pieces = fc.nat({ max: 120 })
    const claims = fc.array(fc.record({ written_off: pieces, asked_back: pieces, received: pieces, sent: pieces }), { maxLength: 3 })
    fc.assert(
      fc.property(fc.record({ returned: pieces, written_off: pieces }), claims, (gone, made) => {
        const items = [item(gone), ...made.map(({ sent }, index) => item({ id: `s${index}`, ordered: sent }))]
        const result = keptPieces(items, made.map(({ written_off, asked_back, received, sent }, index) => claim(written_off, asked_back, received, [{ item_id: `s${index}`, quantity: sent }])))
        const original = result.get("a")
        return items.every(({ id, ordered }) => {
          const { quantity = -1, given_back = -1 } = result.get(id) ?? {}
          return quantity >= 0 && given_back >= 0 && quantity + given_back <= ordered
        }) && (original?.quantity ?? 0) + (original?.given_back ?? 0) === 100
      })
    )
  })
})
