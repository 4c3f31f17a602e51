import type { AdminNegotiation } from "../../../contract"
import { counterBody, counterFormSchema, decisionBody, decisionSchema, startingCounter } from "../decision-form"

const say = (key: string) => key
const negotiation = {
  suggestion: { lines: [{ line_id: "a", unit_price: 110, quantity: 4_000 }], contribution: null, margin: null },
  lines: [
    { id: "a", floor_unit_price: 94.12, counter_unit_price: 118, current_unit_price: 120, quantity: 2_000 },
    { id: "b", floor_unit_price: null, counter_unit_price: null, current_unit_price: 7, quantity: 10 },
  ],
} as unknown as AdminNegotiation

const decision = { reason_code: "volume_commitment", note: " They commit. ", message: "" }
const issues = (input: object) => counterFormSchema(say, negotiation).safeParse(input).error?.issues.map(({ path, message }) => [path.join("."), message]) ?? []

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

describe("a counter", () => {
  it("starts from the suggestion, else from what the buyer pays now", () => {
    expect(startingCounter(negotiation).lines).toEqual([
      { line_id: "a", unit_price: "110", quantity: "4000" },
      { line_id: "b", unit_price: "7", quantity: "10" },
    ])
  })

  it("refuses prices under the floor, of more than four decimals, and quantities that are no pieces", () => {
    const lines = [
      { line_id: "a", unit_price: "94.11", quantity: "1.5" },
      { line_id: "b", unit_price: "0.00001", quantity: "0" },
    ]
    expect(issues({ ...decision, lines })).toEqual([
      ["lines.0.unit_price", "decision.invalid.underFloor"],
      ["lines.0.quantity", "decision.invalid.quantity"],
      ["lines.1.unit_price", "decision.invalid.price"],
      ["lines.1.quantity", "decision.invalid.quantity"],
    ])
  })

  it("may lie on the floor, and is sent as numbers", () => {
    const lines = [{ line_id: "a", unit_price: "94,12", quantity: "3000" }]
    expect(issues({ ...decision, lines })).toEqual([])
    expect(counterBody(2, { ...decision, note: "n", lines }).lines).toEqual([{ line_id: "a", unit_price: 94.12, quantity: 3_000 }])
  })
})
