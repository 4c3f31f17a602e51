import type { AdminNegotiation } from "../../../contract"
import { changesBetween, historySteps } from "../changes"

const entry = (id: string, minute: number, unit_price: number, quantity: number) => ({
  id,
  at: `2026-11-23T10:0${minute}:00.000Z`,
  lines: [{ line_id: "a", variant_id: "v", quantity, unit_price }],
})
const at = (status: string, history: object[], assigned_to: string | null = null) =>
  ({ status, assigned_to, history, lines: [{ id: "a", title: "Cylinder" }] }) as unknown as AdminNegotiation

describe("the history", () => {
  it("tells each step's difference to the last word, whatever order it came in", () => {
    const steps = historySteps(at("in_review", [entry("offer", 2, 110, 4_000), entry("ask", 1, 105, 2_000)]))
    expect(steps.map(({ id, lines }) => [id, lines[0]?.price_change, lines[0]?.quantity_change, lines[0]?.title])).toEqual([
      ["ask", null, null, "Cylinder"],
      ["offer", 5, 2_000, "Cylinder"],
    ])
  })

  it("tells what happened between two readings", () => {
    const ask = entry("ask", 1, 105, 2_000)
    const changes = changesBetween(at("in_review", [ask]), at("awaiting_buyer", [ask, entry("counter", 2, 112, 2_000)], "user_1"))
    expect(changes.entries.map(({ id }) => id)).toEqual(["counter"])
    expect(changes.status).toEqual({ before: "in_review", after: "awaiting_buyer" })
    expect(changes.reassigned).toBe(true)
  })
})
