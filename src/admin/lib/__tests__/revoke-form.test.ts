import { endAfter, noticeDays, revokeBody, revokeSchemaOf } from "../revoke-form"

const input = { when: "notice" as const, days: "30", reason_code: "other", note: "A new price list" }
const issues = (changed: object) =>
  revokeSchemaOf((key) => key).safeParse({ ...input, ...changed }).error?.issues.map(({ path, message }) => [path.join("."), message]) ?? []

describe("revoking an agreement", () => {
  it("reads the notice, and asks for no days where it ends at once", () => {
    expect([noticeDays(input), noticeDays({ when: "now", days: "30" }), noticeDays({ when: "notice", days: "" })]).toEqual([30, 0, null])
    expect(endAfter(30, Date.parse("2026-11-01T12:00:00Z")).toISOString()).toBe("2026-12-01T12:00:00.000Z")
  })

  it("wants a reason, a note, and days the API takes", () => {
    expect(issues({})).toEqual([])
    expect(issues({ reason_code: "", note: " ", days: "0" })).toEqual([
      ["reason_code", "decision.invalid.reason"],
      ["note", "decision.invalid.note"],
      ["days", "revoke.invalid.days"],
    ])
    for (const days of ["366", "1.5", "soon"]) expect(issues({ days })).toEqual([["days", "revoke.invalid.days"]])
    expect(issues({ when: "now", days: "soon" })).toEqual([])
  })

  it("is sent as the API takes it", () => {
    expect(revokeBody(input)).toEqual({ note: "A new price list", reason_code: "other", notice_days: 30 })
    expect(revokeBody({ ...input, when: "now" }).notice_days).toBe(0)
  })
})
