import { decisionBody, decisionSchema } from "../decision-form"
import { limitsBody, limitsFields, NO_LIMITS } from "../limits-form"
import { z } from "zod"

const say = (key: string) => key
const decision = { reason_code: "volume_commitment", note: " They commit. ", message: "" }

describe("a decision", () => {
  it("needs a reason and a note", () => {
    const result = decisionSchema(say).safeParse({ reason_code: "", note: "  ", message: "" })
    expect(result.error?.issues.map(({ message }) => message)).toEqual(["decision.invalid.reason", "decision.invalid.note"])
  })

  it("is sent with the version it was made on, and without an empty message", () => {
    expect(decisionBody(3, { ...decision, note: "They commit." })).toEqual({ version: 3, reason_code: "volume_commitment", note: "They commit." })
    expect(decisionBody(3, { ...decision, message: "Deal." })).toHaveProperty("message", "Deal.")
  })
})

describe("limits of an agreement", () => {
  const wrong = (input: object) => z.object(limitsFields(say)).safeParse({ ...NO_LIMITS, ...input }).error?.issues.map(({ message }) => message) ?? []

  it("may be left out, and are whole numbers the API takes", () => {
    expect(wrong({})).toEqual([])
    expect(wrong({ max_orders: "10000", agreement_days: "730" })).toEqual([])
    expect(wrong({ max_orders: "0", agreement_days: "731" })).toEqual(["limits.invalid.orders", "limits.invalid.days"])
    expect(wrong({ max_orders: "1.5", agreement_days: "a year" })).toEqual(["limits.invalid.orders", "limits.invalid.days"])
  })

  it("are sent only where something was typed", () => {
    expect(limitsBody(NO_LIMITS)).toEqual({})
    expect(limitsBody({ max_orders: "3", agreement_days: " 180 " })).toEqual({ max_orders: 3, agreement_days: 180 })
  })
})
