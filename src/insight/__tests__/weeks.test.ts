import fc from "fast-check"
import { dayOf, daysAfter, mondayOf, startOf, weeksOf } from "../weeks"

const days = fc.integer({ min: 0, max: 36_500 }).map((number) => daysAfter("1990-01-01", number))

describe("weeks", () => {
  it("begin on Monday, over years and leap days", () => {
    expect(mondayOf("2026-11-23")).toBe("2026-11-23")
    expect(mondayOf("2026-11-29")).toBe("2026-11-23")
    expect(mondayOf("2027-01-01")).toBe("2026-12-28")
    expect(mondayOf("2028-03-01")).toBe("2028-02-28")
  })

  it("of a period hold each of its days exactly once", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 400 }), (from, length) => {
        const to = daysAfter(from, length)
        const weeks = weeksOf(from, to)
        expect(weeks[0]).toBe(mondayOf(from))
        expect(weeks.at(-1)).toBe(mondayOf(to))
        expect(new Set(weeks).size).toBe(weeks.length)
        for (const [index, week] of weeks.entries()) {
          expect(startOf(week).getUTCDay()).toBe(1)
          if (index > 0) expect(week).toBe(daysAfter(weeks[index - 1] ?? "", 7))
        }
      })
    )
  })

  it("know no time zone", () => {
    expect(dayOf(new Date("2026-03-29T23:59:59.999Z"))).toBe("2026-03-29")
    expect(daysAfter("2026-03-28", 2)).toBe("2026-03-30")
  })

  it("are none where a period ends before it begins", () => {
    expect(weeksOf("2026-11-30", "2026-11-29")).toEqual([])
  })
})
