import { daysUntil } from "../engine-facts"

it.each([
  ["2026-12-01", "2026-11-23T00:00:00Z", 8],
  ["2026-12-01", "2026-11-23T23:59:59Z", 8],
  ["2026-11-23", "2026-11-23T12:00:00Z", 0],
  ["2026-11-01", "2026-11-23T12:00:00Z", 0],
  ["2028-03-01", "2028-02-28T12:00:00Z", 2],
])("goods needed by %s, on %s → in %i days", (needed_by, now, days) => expect(daysUntil(needed_by, new Date(now))).toBe(days))
