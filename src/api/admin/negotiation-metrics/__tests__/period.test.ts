import { periodOf } from "../period"

const NOW = new Date("2026-11-25T10:00:00Z")

describe("the period to measure", () => {
  it("is the running week and the eleven before it, unless said otherwise", () => {
    expect(periodOf({}, NOW)).toEqual({ from: "2026-09-07", to: "2026-11-25" })
    expect(periodOf({ to: "2026-06-30" }, NOW)).toEqual({ from: "2026-04-13", to: "2026-06-30" })
    expect(periodOf({ from: "2026-11-25", to: "2026-11-25" }, NOW)).toEqual({ from: "2026-11-25", to: "2026-11-25" })
  })

  it("doesn't end before it starts, and isn't longer than five years", () => {
    expect(() => periodOf({ from: "2026-11-26" }, NOW)).toThrow("must not be after to")
    expect(periodOf({ from: "2021-11-24", to: "2026-11-25" }, NOW).from).toBe("2021-11-24")
    expect(() => periodOf({ from: "2021-11-23", to: "2026-11-25" }, NOW)).toThrow("five years")
  })
})
