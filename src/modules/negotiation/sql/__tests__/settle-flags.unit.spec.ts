import { flagsOf, type SettledPart, type SettledUse } from "../settle-flags"

const placed_at = new Date("2026-11-23T12:00:00Z")

function part(before: number, quantity: number, more: Partial<SettledPart> & { given_back?: number; smallest?: number } = {}): SettledPart {
  const { given_back = 0, smallest = quantity, ...rest } = more
  const now = { agreement_line_id: "nagl_1", line_id: null, variant_id: "v1", unit_price: 110, quantity, given_back, smallest }
  return { title: "Part", min_quantity: 100, max_quantity: null, bought_quantity: quantity, before, now, ends_at: new Date("2026-12-31"), ...rest }
}

const kinds = (parts: SettledPart[], more: Partial<SettledUse> = {}) =>
  flagsOf({ placed_at, changed_at: placed_at, unchecked: false, over_orders: false, parts, ...more }).map(([kind]) => kind)

describe("flagsOf", () => {
  it.each([
    ["a checked order", [part(0, 100)], {}, []],
    ["nothing new", [part(50, 50, { given_back: 50 })], {}, []],
    ["pieces sent back", [part(200, 150, { given_back: 50 })], {}, ["volume_returned"]],
    ["pieces sent back, too few left", [part(120, 70, { given_back: 50 })], {}, ["volume_returned", "under_quantity"]],
    ["all sent back", [part(120, 0, { given_back: 120 })], {}, ["volume_returned"]],
    ["fewer by a rep's edit", [part(120, 110)], {}, []],
    ["too few by a rep's edit", [part(120, 70)], {}, ["under_quantity"]],
    ["one of two lines too small", [part(0, 150, { smallest: 50 })], {}, ["under_quantity"]],
    ["more than the agreement allows", [part(0, 150, { max_quantity: 140, bought_quantity: 150 })], {}, ["over_limit"]],
    ["fewer, still above what the agreement allows", [part(200, 150, { max_quantity: 140, bought_quantity: 150 })], {}, []],
    ["an order too many", [part(0, 150)], { over_orders: true }, ["over_limit"]],
    ["an order nobody checked", [part(0, 150)], { unchecked: true }, ["unchecked_order"]],
    ["one nobody checked, after the end", [part(0, 150, { ends_at: placed_at })], { unchecked: true }, ["unchecked_order", "after_end"]],
    ["more by a rep's edit after the end", [part(100, 150, { ends_at: placed_at })], {}, ["after_end"]],
    ["more by a rep's edit before the end, counted after it", [part(100, 150, { ends_at: new Date("2026-11-24") })], {}, []],
    ["a checked one placed before the end and counted after it", [part(0, 150, { ends_at: placed_at })], {}, []],
  ] as [string, SettledPart[], Partial<SettledUse>, string[]][])("%s", (_, parts, more, expected) => {
    expect(kinds(parts, more)).toEqual(expected)
  })
})
